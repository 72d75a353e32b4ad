"""What reporters say of reporting itself, once they have read their answer: counted by quarter, never by person.

Counts are published in steps of five, because whoever looks before and after one press would know what was pressed.
"""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from bot.domain.refusals import Refusal
from bot.domain.reports.name_choice import NameChoice

STEP = 5
"""So many more must have answered a question before its counts are published anew."""


class Question(StrEnum):
    """What is asked once a report, and may be left out."""

    USEFUL = "useful"
    AGAIN = "again"
    WHY_ANONYMOUS = "why_anonymous"


YES, NO = "yes", "no"


class WhyAnonymous(StrEnum):
    """The reasons of NHS England's Learn from Patient Safety Events (field WhyAnonymous), in its order."""

    SAVE_TIME = "save_time"
    FORGOT_ACCOUNT = "forgot_account"
    NO_BENEFIT = "no_benefit"
    FEAR_OWN_EMPLOYER = "fear_own_employer"
    FEAR_OTHER_ORGANISATION = "fear_other_organisation"
    CAREER = "career"
    COLLEAGUES = "colleagues"
    OTHER = "other"


ANSWERS: Mapping[Question, tuple[str, ...]] = {
    Question.USEFUL: (YES, NO),
    Question.AGAIN: (YES, NO),
    Question.WHY_ANONYMOUS: tuple(WhyAnonymous),
}
Counts = Mapping[Question, Mapping[str, int]]


class OpinionRefused(Refusal):
    """The question is not asked of this report now, or this is no answer to it."""


class Tally(NamedTuple):
    """How often each answer to one question was given in a quarter, and what of it is published."""

    counts: Mapping[str, int]
    published: Mapping[str, int]


def empty(question: Question) -> Tally:
    nothing = dict.fromkeys(ANSWERS[question], 0)
    return Tally(nothing, nothing)


def with_answer(tally: Tally, answer: str) -> Tally:
    """The tally with one more answer; with every fifth it is published."""
    counts = {**tally.counts, answer: tally.counts[answer] + 1}
    return Tally(counts, counts if sum(counts.values()) % STEP == 0 else tally.published)


def still_asked(name_choice: NameChoice, asked: Collection[Question]) -> tuple[Question, ...]:
    """The questions that a report's reporter may still answer, once there is an answer. `asked` are behind them."""
    of_anonymous = name_choice is NameChoice.ANONYMOUS
    return tuple(
        each for each in Question if each not in asked and (of_anonymous or each is not Question.WHY_ANONYMOUS)
    )


def accept_opinion(question: Question, answer: str, *, still: Collection[Question]) -> str:
    """Return the answer if it may be given now; otherwise raise `OpinionRefused`."""
    if question not in still or answer not in ANSWERS[question]:
        raise OpinionRefused
    return answer


def quarter_of(day: date) -> date:
    """The first day of the quarter of the year that this day is in."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def quarters(first: date, last: date) -> list[date]:
    """The first days of all quarters that these days touch, the oldest first."""
    found = [quarter_of(first)]
    while (following := _next(found[-1])) <= last:
        found.append(following)
    return found


def last_day(quarter: date) -> date:
    return _next(quarter) - timedelta(days=1)


def _next(quarter: date) -> date:
    return quarter_of(quarter + timedelta(days=100))
