"""The outcomes in one line each."""

from collections.abc import Iterable

from tests.torture.bot_under_attack import Outcome
from tests.torture.checker import DOUBLED, LOST, Promise
from tests.torture.record_of_answers import UNKNOWN, Told

_COLUMNS = (
    "event",
    "engine",
    "times",
    "submissions",
    "acknowledged",
    "refused",
    "unknown",
    "lost",
    "doubled",
    "broken promises",
    "posted again, saying so",
    "",
)
HEAD = f"| {' | '.join(_COLUMNS)} |\n|{'---|' * len(_COLUMNS)}"


def line(outcome: Outcome) -> str:
    """What happened, to how many submissions, and what of it should not have been."""
    told = outcome.histories
    cells = (
        outcome.event,
        outcome.engine,
        outcome.times,
        len(told.diary.submissions),
        _sent(outcome, [Told.SAVED]),
        _sent(outcome, [Told.NOT_SAVED]),
        _sent(outcome, UNKNOWN),
        _breaking(outcome, LOST),
        _breaking(outcome, DOUBLED),
        len(outcome.broken()),
        sum(len(told.posts_of(letter.id)) > 1 for letter in told.kept.letters),
        outcome.note,
    )
    return f"| {' | '.join(map(str, cells))} |"


def _sent(outcome: Outcome, told: Iterable[Told]) -> int:
    """How many submissions were answered like this at least once."""
    return sum(submission.was_told(told) for submission in outcome.histories.diary.submissions)


def _breaking(outcome: Outcome, promises: Iterable[Promise]) -> int:
    return sum(len(list(promise(outcome.histories))) for promise in promises)
