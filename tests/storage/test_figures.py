"""Figures: each team's own, within its own window to the instant, all in one query."""

from datetime import timedelta
from uuid import UUID

from bot.domain.actions.action import ActionState
from bot.domain.bulletins.edition import Figures
from storage import figures
from tests.domain.examples import NOON
from tests.storage.examples import keep_action, keep_report, queries_of

HOUR = timedelta(hours=1)
START, END = NOON, NOON + 24 * HOUR
NOTHING = Figures(reports=0, good_care=0, actions_done=0)


def _keep_around(transaction, start, end) -> None:
    """Reports and finished actions just before, at the first and last instant, and just after."""
    before, last = start - timedelta(microseconds=1), end - timedelta(microseconds=1)
    for number, moment in enumerate((before, start, last, end), start=1):
        done = {"state": ActionState.DONE, "done_at": moment}
        keep_report(transaction, number=number, reported_at=moment)
        keep_report(transaction, number=number + 10, reported_at=moment, kind="good_care")
        keep_report(transaction, number=number + 20, reported_at=moment, kind="good_care", team="elm")
        keep_action(transaction, number=number + 30, report_id=UUID(int=1), **done)
        keep_action(transaction, number=number + 40, report_id=UUID(int=21), **done)
    keep_action(transaction, number=50, report_id=UUID(int=1))


def test_each_team_is_counted_within_its_window_and_no_other(with_service):
    window = START, END
    with with_service.writing() as transaction:
        _keep_around(transaction, *window)
        assert figures.of_teams(transaction, dict.fromkeys(("oak", "elm", "ash"), window)) == {
            "oak": Figures(reports=4, good_care=2, actions_done=2),
            "elm": Figures(reports=2, good_care=2, actions_done=2),
            "ash": NOTHING,
        }


def test_each_team_has_a_window_of_its_own(with_service):
    with with_service.writing() as transaction:
        _keep_around(transaction, START, END)
        windows = {"oak": (START, START + HOUR), "elm": (END + HOUR, END + 2 * HOUR)}
        assert figures.of_teams(transaction, windows) == {
            "oak": Figures(reports=2, good_care=1, actions_done=1),
            "elm": NOTHING,
        }


def test_nobody_asked_is_nobody_counted(with_service):
    with with_service.reading() as transaction:
        assert figures.of_teams(transaction, {}) == {}


def test_a_hundred_teams_are_counted_in_one_query(with_service):
    windows = {f"t{number}": (START, END) for number in range(100)}
    with with_service.reading() as transaction, queries_of(with_service) as asked:
        assert figures.of_teams(transaction, windows) == dict.fromkeys(windows, NOTHING)
    assert len(asked) == 1
