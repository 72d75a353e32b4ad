"""Actions come back as they were kept, and each question about them gets the actions it asks for."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from bot.domain.actions.action import Action, ActionState, Stage
from bot.domain.actions.nudges import ActionDates
from storage import actions
from tests.domain.examples import NOON, an_action
from tests.storage.examples import keep_action, keep_report, queries_of, raw

TWO = UUID(int=2)
DAY = timedelta(days=1)
DONE = {"state": ActionState.DONE, "done_at": NOON}


def _numbers(found: list[Action]) -> list[int]:
    return [action.id.int for action in found]


@pytest.mark.parametrize("measure", ["No silent alarm in a month", None])
def test_an_action_comes_back_as_it_was_kept(with_report, measure):
    with with_report.writing() as transaction:
        kept = keep_action(transaction, measure=measure, nudged=Stage.BEFORE)
    with with_report.reading() as transaction:
        assert actions.get(transaction, TWO) == actions.find(transaction, TWO) == kept
        assert kept == an_action(measure=measure, nudged=Stage.BEFORE)
        assert actions.find(transaction, UUID(int=9)) is None


def test_the_same_form_is_known_again_and_another_is_not(with_report):
    with with_report.writing() as transaction:
        keep_action(transaction)
        assert actions.find_by_submission(transaction, b"form 2") == an_action()
        assert actions.find_by_submission(transaction, b"form 1") is None


def test_what_changes_in_its_life_is_remembered_and_nothing_else(with_report):
    changed = {"due_on": date(2027, 1, 4), "due_set_at": NOON, "nudged": Stage.AFTER, **DONE}
    with with_report.writing() as transaction:
        keep_action(transaction)
        actions.change_state(transaction, an_action(**changed, owner="U0OTHER", change="Other words"))
    with with_report.reading() as transaction:
        assert actions.get(transaction, TWO) == an_action(**changed)


def test_an_owner_sees_open_actions_first_then_those_that_are_done_by_due_date(with_report):
    with with_report.writing() as transaction:
        for number, due_in, facts in ((11, 3, {}), (12, 1, DONE), (13, 2, {}), (14, 0, DONE), (15, 9, {})):
            keep_action(transaction, number=number, due_on=date(2026, 12, 1) + due_in * DAY, **facts)
        keep_action(transaction, number=16, owner="U0OTHER")
        assert _numbers(actions.of_owner(transaction, "U0OWNER", limit=11)) == [13, 11, 15, 14, 12]
        assert _numbers(actions.of_owner(transaction, "U0OWNER", limit=2)) == [13, 11]
        assert actions.open_count(transaction, "U0OWNER") == 3
        assert actions.open_count(transaction, "U0NOBODY") == 0


def test_an_action_in_a_state_that_comes_later_stands_after_the_open_ones(with_report):
    with with_report.writing() as transaction:
        keep_action(transaction, number=11, due_on=date(2026, 12, 1), **DONE)
        keep_action(transaction, number=12, due_on=date(2026, 12, 2))
    raw(with_report, "UPDATE action SET state = 'withdrawn', done_at = NULL WHERE due_on = '2026-12-01'")
    with with_report.reading() as transaction:
        assert _numbers(actions.of_owner(transaction, "U0OWNER", limit=1)) == [12]


def test_several_actions_come_in_the_order_they_are_asked_for_in_one_query(with_report):
    with with_report.writing() as transaction:
        for number in range(11, 19):
            keep_action(transaction, number=number)
    asked_for = [UUID(int=number) for number in (15, 11, 18)]
    with with_report.reading() as transaction, queries_of(with_report) as asked:
        assert _numbers(actions.find_all(transaction, asked_for)) == [15, 11, 18]
        assert actions.find_all(transaction, []) == []
        assert len(asked) == 1
        assert _numbers(actions.find_all(transaction, [UUID(int=9), *asked_for])) == [15, 11, 18]


def test_a_report_has_its_own_actions_in_the_order_they_were_agreed(with_report):
    with with_report.writing() as transaction:
        keep_report(transaction, number=7)
        keep_action(transaction, number=11, agreed_at=NOON + DAY)
        keep_action(transaction, number=12, agreed_at=NOON)
        keep_action(transaction, number=13, report_id=UUID(int=7))
        assert _numbers(actions.of_report(transaction, UUID(int=1))) == [12, 11]


def test_the_dates_of_some_actions_are_read_without_their_words_the_longest_overdue_first(with_report):
    with with_report.writing() as transaction:
        for number, due_in in ((11, 3), (12, 1), (13, 2)):
            keep_action(transaction, number=number, due_on=date(2026, 12, 1) + due_in * DAY, nudged=Stage.BEFORE)
        done = keep_action(transaction, number=14, **DONE)
    raw(with_report, "UPDATE action SET change_sealed = x'00'")
    with with_report.writing() as transaction:
        dates = actions.take_dates(transaction, [UUID(int=number) for number in (11, 12, 14, 99)])
        assert [each.id.int for each in dates] == [14, 12, 11]
        assert dates[0] == ActionDates.of(done)
        assert [each.nudged for each in dates] == [None, Stage.BEFORE, Stage.BEFORE]
        assert actions.take_dates(transaction, []) == []


def test_the_latest_nudge_of_many_actions_is_remembered_at_once(with_report, monkeypatch):
    monkeypatch.setattr(actions, "_MOST_AT_ONCE", 2)
    ids = [UUID(int=number) for number in range(11, 16)]
    with with_report.writing() as transaction:
        for action_id in ids:
            keep_action(transaction, number=action_id.int)
        actions.mark_nudged(transaction, ids[:3], Stage.BEFORE)
        actions.mark_nudged(transaction, [], Stage.AFTER)
        assert [each.nudged for each in actions.take_dates(transaction, ids)] == [Stage.BEFORE] * 3 + [None] * 2
        assert actions.present(transaction, [*ids, UUID(int=99)]) == set(ids)


@pytest.mark.parametrize("column", ["change", "measure"])
def test_words_that_were_moved_to_another_action_are_not_shown_there(with_report, column):
    with with_report.writing() as transaction:
        keep_action(transaction, measure="One")
        keep_action(transaction, number=3, measure="Other")
    first = f"(SELECT {column}_sealed FROM action ORDER BY id LIMIT 1)"  # noqa: S608 - names of our own columns
    raw(with_report, f"UPDATE action SET {column}_sealed = {first}")  # noqa: S608 - the same
    with with_report.reading() as transaction:
        assert actions.get(transaction, TWO) == an_action(measure="One")
        moved = actions.get(transaction, UUID(int=3))
        assert getattr(moved, column) == ("" if column == "change" else None)
        assert "One" not in repr(moved.model_dump())


def test_a_change_does_not_open_as_a_measure(with_report):
    with with_report.writing() as transaction:
        keep_action(transaction, measure="No silent alarm in a month")
    raw(with_report, "UPDATE action SET measure_sealed = change_sealed")
    with with_report.reading() as transaction:
        assert actions.get(transaction, TWO) == an_action(measure=None)
