"""The base of every value in the domain."""

from typing import Annotated, NoReturn

from pydantic import AwareDatetime, BaseModel, ConfigDict, StringConstraints

Moment = AwareDatetime
"""A point in time. Always aware, and UTC inside the program."""

Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,39}$")]
"""A short name that is stored: kinds, teams, roles."""

ChannelId = Annotated[str, StringConstraints(pattern=r"^[CG][A-Z0-9]{2,29}$")]
"""The id of a channel in Slack."""

PersonId = Annotated[str, StringConstraints(pattern=r"^[UW][A-Z0-9]{2,29}$")]
"""The id of a person in Slack. A user group (S), a bot (B) or an app (A) can be neither mentioned nor written to."""

SlackId = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9]{2,29}$")]
"""An id that Slack gave to a person, a channel or a workspace."""


class Value(BaseModel):
    """A frozen, strict value: the only door into the program. Errors never repeat what was typed."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", hide_input_in_errors=True)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        # pydantic's own error for a frozen value repeats what was assigned, whatever hide_input_in_errors says.
        raise TypeError(f"{type(self).__name__} cannot be changed: {name}")
