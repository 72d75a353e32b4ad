"""Actions: agreed by the safety team, answered by their owner and by nobody else."""

import json
from datetime import date, timedelta
from uuid import UUID

import pytest

from bot.domain.actions.action import ActionRefused, ActionState, Stage
from bot.domain.reports.report import Progress
from bot.usecases import home
from bot.usecases.actions import agree_and_answer
from bot.usecases.permissions import NotForYou, NotFound
from tests.domain.examples import NOON
from tests.storage.examples import at_once
from tests.usecases.bot_without_slack import at

TODAY = date(2026, 11, 24)
DAY = timedelta(days=1)
NOBODY = UUID(int=9)


def _complete(bot, action, *, by="U0OWNER"):
    return agree_and_answer.complete_action(bot.context, action.id, by=by, now=bot.clock.now())


def _move(bot, action, due_on, *, by="U0OWNER"):
    return agree_and_answer.move_action(bot.context, action.id, due_on, by=by, now=bot.clock.now())


def _entries(bot):
    """What the trail says of actions, but for the digests: these are proven elsewhere."""
    rows = bot.rows("SELECT actor, action, detail FROM audit WHERE action LIKE 'action.%' ORDER BY seq")
    details = [{name: value for name, value in json.loads(detail).items() if name != "digest"} for *_, detail in rows]
    return [(actor, event, detail) for (actor, event, _), detail in zip(rows, details, strict=True)]


def _owned(bot, action):
    return agree_and_answer.own_action(bot.context, action.id, by="U0OWNER")


@pytest.fixture
def report(bot):
    return bot.report()


@pytest.fixture
def action(bot, report):
    return bot.agree(report)


def test_an_agreed_action_is_kept_recorded_and_told_to_its_owner(bot, report):
    bot.post_all()
    action = bot.agree(report, due_on=TODAY + 7 * DAY, measure="No silent alarm in a month")
    assert (action.owner, action.owner_zone, action.state) == ("U0OWNER", "Europe/London", ActionState.OPEN)
    assert (action.agreed_by, action.agreed_at, action.due_set_at) == ("U0SAFETY", NOON, NOON)
    assert _owned(bot, action) == action
    assert _entries(bot) == [("U0SAFETY", "action.agreed", {"report": str(report.id)})]
    assert home.home_data(bot.context, "U0AMARA").reports[0].report.progress is Progress.ACTION_AGREED
    assert bot.rings == 2
    del bot.posted[:]
    bot.post_all()
    assert [(posted.kind, posted.target) for posted in bot.posted] == [("assigned", "U0OWNER")]


def test_the_same_form_sent_again_is_one_action(bot, report):
    agreed = []
    at_once(lambda _: agreed.append(bot.agree(report)), threads=10)
    assert agreed == [agreed[0]] * 10
    assert len(_entries(bot)) == 1
    assert bot.rows("SELECT count(*) FROM outbox WHERE kind = 'assigned'") == [(1,)]
    assert bot.agree(report, key="action 2") != agreed[0]


@pytest.mark.parametrize("person", ["U0AMARA", "U0OWNER", "U0ONCALL"])
def test_only_the_safety_team_agrees_actions_and_who_else_tried_is_recorded(bot, report, person):
    with pytest.raises(NotForYou):
        bot.agree(report, by=person)
    assert _entries(bot) == [(person, "action.agree.refused", {})]
    assert bot.rows("SELECT count(*) FROM action") == [(0,)]


def test_the_same_form_sent_again_after_its_date_has_passed_is_the_same_action(bot, report, clock):
    agreed = bot.agree(report, due_on=clock.now().date())
    clock.forward(timedelta(days=2))
    assert bot.agree(report, due_on=agreed.due_on) == agreed


def test_an_action_needs_a_report(bot):
    with pytest.raises(NotFound):
        bot.agree(NOBODY)
    assert _entries(bot) == []


@pytest.mark.parametrize("due_on", [TODAY - DAY, date(2029, 1, 1)])
def test_a_date_that_has_passed_or_is_far_away_is_refused(bot, report, due_on):
    with pytest.raises(ActionRefused) as refusal:
        bot.agree(report, due_on=due_on)
    assert refusal.value.field == "due_on"
    assert _entries(bot) == []


def test_today_is_the_owners_today(bot, report, clock):
    clock.to(at("2026-11-24 23:30"))
    assert bot.agree(report, due_on=TODAY, zone="Europe/London").due_on == TODAY
    with pytest.raises(ActionRefused):
        bot.agree(report, key="action 2", due_on=TODAY, zone="Asia/Kolkata")


def test_an_owner_completes_an_action_and_the_first_time_stays(bot, action, clock):
    clock.forward(DAY)
    done = _complete(bot, action)
    assert (done.state, done.done_at) == (ActionState.DONE, NOON + DAY)
    clock.forward(DAY)
    assert _complete(bot, action) == done == _owned(bot, action)
    assert [entry[1] for entry in _entries(bot)] == ["action.agreed", "action.done"]


def test_ten_presses_of_done_at_once_are_one(bot, action):
    at_once(lambda _: _complete(bot, action), threads=10)
    assert [entry[1] for entry in _entries(bot)] == ["action.agreed", "action.done"]


def test_an_owner_moves_the_date_and_nudges_are_counted_anew(bot, action, clock):
    clock.to(at("2026-11-29 10:00"))
    bot.tick()
    assert _owned(bot, action).nudged is Stage.BEFORE
    moved = _move(bot, action, date(2026, 12, 20))
    assert (moved.due_on, moved.due_set_at, moved.nudged) == (date(2026, 12, 20), clock.now(), None)
    assert moved == _owned(bot, action)
    assert _entries(bot)[-1] == ("U0OWNER", "action.moved", {"due": "2026-12-20", "due_before": "2026-12-01"})


@pytest.mark.parametrize("due_on", [TODAY - DAY, date(2029, 1, 1)])
def test_a_date_is_not_moved_into_the_past_or_far_away(bot, action, due_on):
    with pytest.raises(ActionRefused) as refusal:
        _move(bot, action, due_on)
    assert refusal.value.field == "due_on"
    assert _owned(bot, action) == action


def test_the_date_of_a_done_action_stays(bot, action):
    done = _complete(bot, action)
    with pytest.raises(ActionRefused):
        _move(bot, action, TODAY + 30 * DAY)
    assert _owned(bot, action) == done


@pytest.mark.parametrize("person", ["U0SAFETY", "U0AMARA"])
def test_nobody_else_answers_for_the_owner(bot, action, person):
    with pytest.raises(ActionRefused) as refusal:
        _complete(bot, action, by=person)
    assert refusal.value.field == "owner"
    with pytest.raises(ActionRefused) as refusal:
        _move(bot, action, TODAY + 30 * DAY, by=person)
    assert refusal.value.field == "owner"
    with pytest.raises(NotFound):
        agree_and_answer.own_action(bot.context, action.id, by=person)
    assert _owned(bot, action) == action


def test_whoever_tries_to_answer_for_the_owner_is_recorded(bot, action):
    for attempt in (
        lambda: _complete(bot, action, by="U0AMARA"),
        lambda: _move(bot, action, TODAY + 30 * DAY, by="U0AMARA"),
        lambda: agree_and_answer.own_action(bot.context, action.id, by="U0AMARA"),
    ):
        with pytest.raises((ActionRefused, NotFound)):
            attempt()
    refused = [(actor, event) for actor, event, _ in _entries(bot)[1:]]
    assert refused == [
        ("U0AMARA", "action.done.refused"),
        ("U0AMARA", "action.move.refused"),
        ("U0AMARA", "action.move.refused"),
    ]


def test_an_action_that_does_not_exist_is_not_found(bot):
    for answer in (
        lambda: agree_and_answer.complete_action(bot.context, NOBODY, by="U0OWNER", now=NOON),
        lambda: agree_and_answer.move_action(bot.context, NOBODY, TODAY, by="U0OWNER", now=NOON),
        lambda: agree_and_answer.own_action(bot.context, NOBODY, by="U0OWNER"),
    ):
        with pytest.raises(NotFound):
            answer()
    assert _entries(bot) == []
