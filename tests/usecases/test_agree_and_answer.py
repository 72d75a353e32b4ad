"""Actions: agreed by the safety team, answered by their owner, checked by somebody else, and led."""

import json
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.actions.action import ActionEntryKind, ActionReason, ActionRefused, ActionState, Because, Pause, Stage
from bot.domain.reports.report import Progress
from bot.usecases import home
from bot.usecases.actions import agree_and_answer, answers, checks, leading
from bot.usecases.permissions import NotForYou, NotFound
from tests.domain.examples import BOTH, NOON, PROOF, a_service
from tests.storage.examples import at_once
from tests.usecases.bot_without_slack import at

TODAY = date(2026, 11, 24)
DAY = timedelta(days=1)
NOBODY = UUID(int=9)


def _complete(bot, action, *, by="U0OWNER"):
    return answers.complete_action(bot.context, action.id, PROOF, by=by, now=bot.clock.now())


def _move(bot, action, due_on, *, by="U0OWNER", because=None):
    return answers.move_action(bot.context, action.id, due_on, by=by, now=bot.clock.now(), because=because)


def _answered(bot, action, answer, *given, by="U0OWNER"):
    return answer(bot.context, action.id, *given, by=by, now=bot.clock.now())


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
    del bot.posted[:]
    bot.clock.forward(timedelta(minutes=5))
    bot.tick()
    assert [(posted.kind, posted.target) for posted in bot.posted] == [("assigned", "U0OWNER")]


def test_the_same_form_sent_again_is_one_action(bot, report):
    agreed = []
    at_once(lambda _: agreed.append(bot.agree(report)), threads=10)
    assert agreed == [agreed[0]] * 10
    assert len(_entries(bot)) == 1
    bot.clock.forward(timedelta(minutes=5))
    bot.tick()
    assert [len(posted.subject["actions"]) for posted in bot.of_kind("assigned")] == [1]
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
    clock.to(at("2026-11-27 10:00"))
    bot.tick()
    assert (_owned(bot, action).nudged, _owned(bot, action).nudges) == (Stage.CHOOSE_DAY, 1)
    moved = _move(bot, action, date(2026, 12, 20))
    assert (moved.due_on, moved.due_set_at, moved.nudged) == (date(2026, 12, 20), clock.now(), None)
    assert (moved.moves, moved.nudges) == (1, 1)
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
        lambda: answers.complete_action(bot.context, NOBODY, PROOF, by="U0OWNER", now=NOON),
        lambda: answers.move_action(bot.context, NOBODY, TODAY, by="U0OWNER", now=NOON),
        lambda: leading.read_action(bot.context, NOBODY, by="U0SAFETY", now=NOON),
        lambda: checks.say_it_works(bot.context, NOBODY, by="U0SAFETY", now=NOON),
        lambda: agree_and_answer.own_action(bot.context, NOBODY, by="U0OWNER"),
    ):
        with pytest.raises(NotFound):
            answer()
    assert _entries(bot) == []


MINUTES = timedelta(minutes=1)
WHY = Because(words="The part comes in January")


def _pass(bot, minutes):
    bot.clock.forward(minutes * MINUTES)
    bot.tick()


def _kinds(bot, action):
    record = leading.read_action(bot.context, action.id, by="U0SAFETY", now=bot.clock.now())
    return [(entry.kind, entry.author, entry.words) for entry in record.entries]


def test_actions_agreed_within_minutes_of_each_other_come_in_one_message(bot, report):
    for number in range(10):
        bot.agree(report, key=f"action {number}")
        _pass(bot, 4)
    assert bot.of_kind("assigned") == []
    _pass(bot, 1)
    (told,) = bot.of_kind("assigned")
    assert len(told.subject["actions"]) == 10
    assert told.message.text == "10 new actions for you, the first due Tuesday 1 December."
    _pass(bot, 60)
    assert len(bot.of_kind("assigned")) == 1


def test_nobody_waits_longer_than_an_hour_for_a_new_action(bot, report):
    for number in range(16):
        bot.agree(report, key=f"action {number}")
        _pass(bot, 4)
    assert [posted.at - NOON for posted in bot.of_kind("assigned")] == [60 * MINUTES]


def test_who_has_done_it_before_being_told_is_told_nothing(bot, action):
    _complete(bot, action)
    _pass(bot, 6)
    assert bot.of_kind("assigned") == []


def test_done_asks_its_checker_once_it_can_no_longer_be_undone(bot, action):
    _complete(bot, action)
    _pass(bot, 9)
    assert bot.of_kind("check") == []
    _pass(bot, 1)
    (asked,) = bot.of_kind("check")
    assert (asked.target, asked.message.text.split(".")[0]) == ("U0SAFETY", "Check that an action works")
    assert PROOF.words not in str(asked.message)
    assert _kinds(bot, action) == [(ActionEntryKind.DONE, "U0OWNER", PROOF.words)]


def test_done_by_mistake_is_undone_and_nobody_is_asked(bot, action):
    _complete(bot, action)
    _pass(bot, 9)
    undone = _answered(bot, action, answers.undo_done)
    assert (undone.state, undone.done_at) == (ActionState.OPEN, None)
    _pass(bot, 60)
    assert bot.of_kind("check") == []


def test_after_ten_minutes_it_waits_for_its_check(bot, action):
    _complete(bot, action)
    bot.clock.forward(11 * MINUTES)
    with pytest.raises(ActionRefused) as refusal:
        _answered(bot, action, answers.undo_done)
    assert refusal.value.reason is ActionReason.WAITS_FOR_CHECK


def test_who_checks_it_meanwhile_is_not_asked(bot, action):
    _complete(bot, action)
    _answered(bot, action, checks.say_it_works, by="U0SAFETY")
    _pass(bot, 60)
    assert bot.of_kind("check") == []


def test_an_action_is_closed_by_its_checker_once(bot, action):
    _complete(bot, action)
    checked = _answered(bot, action, checks.say_it_works, by="U0SAFETY")
    assert (checked.checked_by, checked.checked_at) == ("U0SAFETY", NOON)
    bot.clock.forward(DAY)
    assert _answered(bot, action, checks.say_it_works, by="U0BOTH") == checked == _owned(bot, action)
    assert [entry[1] for entry in _entries(bot)] == ["action.agreed", "action.done", "action.checked"]


def test_not_yet_opens_it_again_and_its_owner_is_told_why_in_a_modal(bot, action):
    _pass(bot, 5)
    _complete(bot, action)
    _pass(bot, 10)
    again = _answered(bot, action, checks.say_not_yet, WHY, by="U0SAFETY")
    assert (again.state, again.due_set_at) == (ActionState.OPEN, bot.clock.now())
    _pass(bot, 5)
    told = bot.of_kind("assigned")
    assert len(told) == 2
    assert WHY.words not in str(told[-1].message)
    record = leading.read_action(bot.context, action.id, by="U0OWNER", now=bot.clock.now())
    assert record.entries[-1].words == WHY.words


def test_a_named_checker_who_is_on_no_team_may_check_and_nobody_else_outside_the_team(bot, report):
    action = bot.agree(report, checker="U0AMARA")
    _complete(bot, action)
    with pytest.raises(NotForYou):
        _answered(bot, action, checks.say_it_works, by="U0ONCALL")
    assert _answered(bot, action, checks.say_it_works, by="U0AMARA").checked_by == "U0AMARA"


def test_an_owner_who_is_on_the_team_does_not_check_their_own_and_that_is_recorded(bot, report):
    action = bot.agree(report, owner="U0BOTH")
    _answered(bot, action, answers.complete_action, PROOF, by="U0BOTH")
    with pytest.raises(ActionRefused) as refusal:
        _answered(bot, action, checks.say_it_works, by="U0BOTH")
    assert refusal.value.reason is ActionReason.CHECKER_IS_OWNER
    assert _entries(bot)[-1][1] == "action.check.refused"


def test_the_database_itself_refuses_that_its_owner_checks_an_action(bot, action):
    _complete(bot, action)
    with pytest.raises(IntegrityError):
        bot.execute("UPDATE action SET checked_by = owner, checked_at = done_at")


def test_the_second_move_needs_a_reason_and_whoever_agreed_it_is_told_of_each(bot, action):
    _move(bot, action, TODAY + 20 * DAY)
    with pytest.raises(ActionRefused) as refusal:
        _move(bot, action, TODAY + 21 * DAY)
    assert (refusal.value.field, refusal.value.reason) == ("because", ActionReason.SAY_WHY)
    _move(bot, action, TODAY + 21 * DAY, because=WHY)
    bot.post_all()
    told = bot.of_kind("action_news")
    assert [posted.target for posted in told] == ["U0SAFETY", "U0SAFETY"]
    assert "was moved from Monday 14 December to Tuesday 15 December." in told[-1].message.text
    assert WHY.words not in str([posted.message for posted in told])


def test_a_date_set_to_the_same_day_tells_nobody(bot, action):
    _move(bot, action, action.due_on)
    bot.post_all()
    assert bot.of_kind("action_news") == []


@pytest.mark.parametrize(
    ("answer", "paused", "says"),
    [
        (answers.block_action, Pause.BLOCKED, "is blocked."),
        (answers.say_not_mine, Pause.NOT_MINE, "Choose a new owner"),
    ],
)
def test_blocked_and_not_mine_tell_the_lead_and_wait(bot, action, answer, paused, says):
    assert _answered(bot, action, answer, WHY).paused is paused
    bot.post_all()
    (told,) = bot.of_kind("action_news")
    assert (told.target, says in told.message.text) == ("U0SAFETY", True)
    bot.clock.forward(MINUTES)
    assert _answered(bot, action, answers.go_on).paused is None
    assert [kind for kind, *_ in _kinds(bot, action)][1:] == [ActionEntryKind.UNBLOCKED]


def test_a_lead_who_owns_the_action_is_not_told_what_they_did(bot, report):
    bot.configure(a_service(people=tuple(each for each in a_service().people if each != BOTH)))
    action = bot.agree(report, owner="U0SAFETY", checker="U0AMARA")
    _answered(bot, action, answers.block_action, WHY, by="U0SAFETY")
    bot.post_all()
    assert bot.of_kind("action_news") == []


def test_the_day_that_an_owner_chose_is_kept(bot, action):
    assert _answered(bot, action, answers.plan_action, TODAY + DAY).planned_on == TODAY + DAY
    assert _entries(bot)[-1] == ("U0OWNER", "action.planned", {})


def test_a_new_owner_is_told_and_the_old_one_can_no_longer_answer(bot, action):
    _pass(bot, 5)
    given = leading.give_action(
        bot.context, action.id, "U0NEW", zone="Asia/Kolkata", by="U0SAFETY", now=bot.clock.now()
    )
    assert (given.owner, given.owner_zone) == ("U0NEW", "Asia/Kolkata")
    _pass(bot, 5)
    assert [posted.target for posted in bot.of_kind("assigned")] == ["U0OWNER", "U0NEW"]
    with pytest.raises(ActionRefused):
        _complete(bot, action)


@pytest.mark.parametrize(
    "lead",
    [
        lambda bot, action: leading.give_action(
            bot.context, action.id, "U0NEW", zone="Europe/London", by="U0ONCALL", now=NOON
        ),
        lambda bot, action: leading.offer_help(bot.context, action.id, by="U0ONCALL", now=NOON),
        lambda bot, action: leading.read_action(bot.context, action.id, by="U0ONCALL", now=NOON),
        lambda bot, action: leading.led_action(bot.context, action.id, by="U0OWNER", now=NOON),
    ],
)
def test_only_those_who_may_agree_actions_lead_them(bot, action, lead):
    with pytest.raises(NotForYou):
        lead(bot, action)


def test_help_is_offered_to_the_owner_once_a_day(bot, action):
    for _ in range(3):
        _answered(bot, action, leading.offer_help, by="U0SAFETY")
    bot.post_all()
    (told,) = bot.of_kind("action_news")
    assert (told.target, told.message.text.split(" with")[0]) == ("U0OWNER", "Help is offered")
    assert leading.led_action(bot.context, action.id, by="U0SAFETY", now=NOON).entries[0].author == "U0SAFETY"


def test_the_board_shows_what_is_not_closed_the_longest_overdue_first_to_who_may_find_it(bot, report):
    due = [bot.agree(report, key=str(number), due_on=TODAY + (9 - number) * DAY) for number in range(3)]
    _complete(bot, due[1])
    closed = bot.agree(report, key="closed")
    _complete(bot, closed)
    _answered(bot, closed, checks.say_it_works, by="U0SAFETY")
    shown = leading.board(bot.context, by="U0SAFETY")
    assert [each.action.id for each in shown] == [due[2].id, due[0].id, due[1].id]
    assert {each.reference for each in shown} == {report.reference}
    assert leading.board(bot.context, by="U0AMARA") == []
