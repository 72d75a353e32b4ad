"""Whether changes hold: what wards answered 30, 60 and 90 days after a check, hidden where few are counted.

Small teams are left out, because they only say that they have looked. Every number comes from one table, so that no
two numbers together give a small one away.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.actions.hold import STAGES, HoldAnswer
from bot.domain.evidence.facts import HoldFact
from bot.domain.evidence.period import Period
from bot.domain.hiding.tables import is_small
from bot.domain.small_numbers import published


class Held(StrEnum):
    """The most careful answer to one question, or that nobody answered it."""

    HOLDS = "holds"
    PARTLY = "partly"
    SLIPPED = "slipped"
    NO_ANSWER = "no_answer"


_HELD = {HoldAnswer.HOLDS: Held.HOLDS, HoldAnswer.PARTLY: Held.PARTLY, HoldAnswer.SLIPPED: Held.SLIPPED}


@dataclass(frozen=True, slots=True)
class Holding:
    """A row for each stage, and one for all; a column for each answer, and one for all. None is hidden."""

    rows: tuple[tuple[int | None, ...], ...]

    @property
    def answered(self) -> int | None:
        """Questions that somebody answered."""
        *_, nobody, asked = self.rows[-1]
        return None if asked is None or nobody is None else _not_small(asked - nobody)

    @property
    def holds(self) -> int | None:
        """Those of which every answer was that it holds."""
        holds, answered = self.rows[-1][0], self.answered
        return None if holds is None or answered is None or is_small(answered - holds) else holds


def holding(questions: Iterable[HoldFact], period: Period) -> Holding:
    """The questions that closed in the period."""
    closed = [each for each in questions if period.has(each.closes_at)]
    counts = [[_count(closed, days, held) for held in Held] for days in STAGES]
    return Holding(tuple(tuple(row) for row in published({"holding": counts}, [])["holding"]))


def _count(closed: Sequence[HoldFact], days: int, held: Held) -> int:
    return sum(each.days == days and _held(each) is held for each in closed)


def _held(question: HoldFact) -> Held:
    return _HELD[question.answer] if question.answer else Held.NO_ANSWER


def _not_small(count: int) -> int | None:
    return None if is_small(count) else count
