"""The outcomes in one line each."""

from collections.abc import Iterable

from tests.torture.bot_under_attack import Outcome
from tests.torture.checker import DOUBLED, LOST, Promise
from tests.torture.record_of_responses import UNKNOWN, SendOutcome

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
        len(told.submission_log.submissions),
        _sent(outcome, [SendOutcome.SAVED]),
        _sent(outcome, [SendOutcome.NOT_SAVED]),
        _sent(outcome, UNKNOWN),
        _breaking(outcome, LOST),
        _breaking(outcome, DOUBLED),
        len(outcome.broken()),
        sum(len(told.posts_of(message.id)) > 1 for message in told.stored.messages),
        outcome.note,
    )
    return f"| {' | '.join(map(str, cells))} |"


def _sent(outcome: Outcome, told: Iterable[SendOutcome]) -> int:
    """How many submissions were answered like this at least once."""
    return sum(submission.got(told) for submission in outcome.histories.submission_log.submissions)


def _breaking(outcome: Outcome, promises: Iterable[Promise]) -> int:
    return sum(len(list(promise(outcome.histories))) for promise in promises)
