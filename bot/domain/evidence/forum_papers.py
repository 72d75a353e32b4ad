"""What a forum does with its papers: people sign them, and decisions are asked for and taken."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from pydantic import Field

from bot.domain.evidence.period import Period
from bot.domain.refusals import Reason, Refused
from bot.domain.values import Code, Moment, PersonId, Value, VisibleText

LONGEST_WORDS = 300
LONGEST_NAME = 80
MOST_OPEN = 20
"""Decisions that nobody has taken yet: so many are offered to be answered."""
LOOKS_BACK = timedelta(days=365)
"""A paper tells of the papers and decisions of a year."""


class ForumReason(Reason):
    NOTHING_ASKED = "nothing_asked"
    BY_WHOM = "taken_by_whom"
    WHAT_WAS_TAKEN = "what_was_taken"


class ForumRefused(Refused):
    """What was entered about a paper was not kept."""


class PaperName(NamedTuple):
    """A paper of a forum. `month` is the first day of the month that it covers."""

    forum: str
    month: date

    def __str__(self) -> str:
        return f"{self.forum}:{self.month}"

    @classmethod
    def from_text(cls, text: str) -> "PaperName":
        """Read what `str` wrote, or a month alone, of no forum. Raises ValueError."""
        forum, _, month = text.rpartition(":")
        return cls(forum, date.fromisoformat(month))


class DecisionForm(Value):
    """What somebody enters: what the forum was asked, and what it decided. `about` is a decision asked for before."""

    asked: VisibleText | None = Field(default=None, max_length=LONGEST_WORDS)
    taken: VisibleText | None = Field(default=None, max_length=LONGEST_WORDS)
    taken_by: VisibleText | None = Field(default=None, max_length=LONGEST_NAME)
    about: UUID | None = None

    def require_whole(self) -> None:
        """Raises `ForumRefused` where a part is missing that others need."""
        if self.asked is None and self.about is None:
            raise ForumRefused("asked", ForumReason.NOTHING_ASKED)
        if self.taken is not None and self.taken_by is None:
            raise ForumRefused("taken_by", ForumReason.BY_WHOM)
        if self.taken is None and (self.taken_by is not None or self.about is not None):
            raise ForumRefused("taken", ForumReason.WHAT_WAS_TAKEN)


class ForumDecision(Value):
    """`month` is that of the paper with which it was asked for. `taken_by` is a person, or the forum itself."""

    id: UUID
    forum: Code
    month: date
    asked: VisibleText
    entered_by: PersonId
    entered_at: Moment
    taken: VisibleText | None = None
    taken_by: VisibleText | None = None
    taken_at: Moment | None = None


@dataclass(frozen=True, slots=True)
class Signed:
    """Who signed a paper, by the name of the service file, and on which day."""

    name: str
    on: date


@dataclass(frozen=True, slots=True)
class ForumPaper:
    """One paper that was announced to a forum. `month` is the first day of the month that it covers."""

    forum: str
    month: date
    due_on: date
    signed: tuple[Signed, ...] = ()


@dataclass(frozen=True, slots=True)
class ForumRecord:
    """The papers of all forums, and their decisions with the name of each forum; the newest last."""

    papers: tuple[ForumPaper, ...] = ()
    decisions: tuple[tuple[str, ForumDecision], ...] = ()

    @property
    def signed(self) -> int:
        """Papers that somebody has signed."""
        return sum(bool(paper.signed) for paper in self.papers)

    @property
    def taken(self) -> int:
        return sum(decision.taken is not None for _, decision in self.decisions)


NO_FORUM = ForumRecord()


def looked_at(period: Period) -> tuple[date, date]:
    """The first and the last month of the papers that a paper about this period tells of."""
    return (period.last - LOOKS_BACK).replace(day=1), period.last
