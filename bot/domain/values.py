"""The base of every value in the domain."""

import re
from typing import Annotated, NoReturn

from pydantic import AwareDatetime, BaseModel, ConfigDict, StringConstraints

Moment = AwareDatetime
"""A point in time. Always aware, and UTC inside the program."""

Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,39}$")]
"""A short name that is stored: kinds, teams, roles."""

SlackId = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9]{2,29}$")]
"""An id that Slack gave to a person, a channel or a workspace."""


UNKNOWN_CODE = "unknown"
_FOREIGN_CODE = re.compile(r"[a-z0-9_]{1,64}")


def code_of(foreign: object) -> str:
    """Text of somebody else as a code, such as an error name of Slack's; `UNKNOWN_CODE` if it is none.

    Only what passed here may be logged, stored as an error or shown to operators: any other text could be a page that
    repeats what was sent, or a line break that forges a log line.
    """
    return foreign if isinstance(foreign, str) and _FOREIGN_CODE.fullmatch(foreign) else UNKNOWN_CODE


class Value(BaseModel):
    """A frozen, strict value: the only door into the program. Errors never repeat what was typed."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", hide_input_in_errors=True)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        # pydantic's own error for a frozen value repeats what was assigned, whatever hide_input_in_errors says.
        raise TypeError(f"{type(self).__name__} cannot be changed: {name}")
