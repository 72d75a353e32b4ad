"""The base class of all values in the domain, and the types that they share."""

import re
import unicodedata
from typing import Annotated, NoReturn

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, StringConstraints

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


def is_person(target: str) -> bool:
    """True for a person, to whom a message is a direct one: Slack's ids of people begin with U or W."""
    return target.startswith(("U", "W"))


_CAN_BE_SEEN = ("L", "N", "P", "S")
"""Letters, numbers, punctuation and symbols, by their Unicode category. Marks, controls and spaces are not."""
_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0\U0001d159")
"""Fillers and empty patterns that Unicode counts among letters and symbols, and that show nothing."""


def is_visible(text: str) -> bool:
    """Whether at least one character of `text` can be seen."""
    return any(unicodedata.category(each)[0] in _CAN_BE_SEEN and each not in _BLANK_LETTERS for each in text)


def _require_visible(text: str) -> str:
    if not is_visible(text):
        raise ValueError("shows nothing; write at least one letter or digit")
    return text


VisibleText = Annotated[str, AfterValidator(_require_visible)]
"""Text that a person can see. It is kept exactly as it was entered."""


UNKNOWN_CODE = "unknown"
_FOREIGN_CODE = re.compile(r"[a-z0-9_]{1,64}")


def code_of(foreign: object) -> str:
    """Text of somebody else as a code, such as an error name of Slack's; `UNKNOWN_CODE` if it is none.

    Only what passed here may be logged, stored as an error or shown to operators: any other text could be a page that
    repeats what was sent, or a line break that forges a log line.
    """
    return foreign if isinstance(foreign, str) and _FOREIGN_CODE.fullmatch(foreign) else UNKNOWN_CODE


class Value(BaseModel):
    """A frozen, strict value. Everything that enters the program becomes one. Errors never repeat what was typed."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", hide_input_in_errors=True)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        # pydantic's own error for a frozen value repeats what was assigned, whatever hide_input_in_errors says.
        raise TypeError(f"{type(self).__name__} cannot be changed: {name}")
