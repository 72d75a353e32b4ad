"""What the safety team and a reporter write to each other about one report. The words themselves stand apart."""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from bot.domain.values import Moment, Value, VisibleText

ANONYMOUS = "anonymous"
"""The author of whatever an anonymous reporter writes."""
BOT = "candour"
"""The author of what the program notes by itself: that a reporter has left."""
LONGEST = 3000


class EntryKind(StrEnum):
    """What an entry is."""

    QUESTION = "question"
    """The team asks the reporter."""
    REPLY = "reply"
    """The reporter writes back: to a question, or with one of their own after an answer."""
    ANSWER = "answer"
    """What came of the report, for its reporter."""
    NO_ANSWER = "no_answer"
    """A named person says why this reporter cannot be answered. The reporter does not read it."""
    ADDITION = "addition"
    """The reporter adds something to the report."""
    WITHDRAWAL = "withdrawal"
    """The reporter takes the report back and says why. It is kept and marked."""
    SAFE_NOW = "safe_now"
    """The reporter says that nobody is at risk now."""
    IT_HELPED = "it_helped"
    """The reporter says that the answer helped."""
    NAME_LOOKED_UP = "name_looked_up"
    """Somebody looked up the name of a confidential reporter and said why. The reporter reads it."""
    LOOK_UP_RIGHT = "look_up_right"
    """A second person says that it was right to look the name up. The reporter reads that it was looked at."""
    LOOK_UP_TALK = "look_up_talk"
    """A second person says that it must be talked about. The reporter reads that it was looked at."""
    ASKED_TO_PHONE = "asked_to_phone"
    """Somebody asks the reporter to phone. The reporter reads it."""
    LIFTED = "lifted"
    """The safety lead lifts a restriction and says why. The reporter does not read it."""
    BROKE_GLASS = "broke_glass"
    """Somebody opens it against the access table and says why. The reporter does not read it."""


BY_REPORTER = frozenset(
    {EntryKind.REPLY, EntryKind.ADDITION, EntryKind.WITHDRAWAL, EntryKind.SAFE_NOW, EntryKind.IT_HELPED}
)
FOR_REPORTER = frozenset({EntryKind.QUESTION, EntryKind.ANSWER})
ENDS_UNANSWERED = frozenset({EntryKind.ANSWER, EntryKind.NO_ANSWER})
"""With the first of these, a report counts as answered."""


class Entry(Value):
    """One entry, without its words. `read_at` is when its reader first saw it."""

    id: UUID
    report_id: UUID
    kind: EntryKind
    author: Annotated[str, Field(min_length=1)]
    at: Moment
    read_at: Moment | None = None


class EntryWords(Value):
    """The words of an entry. Its repr is empty, so that no log can contain them."""

    text: VisibleText = Field(min_length=1, max_length=LONGEST, repr=False)
