"""It has happened again: whoever leads an action is told once of each new incident of its kind and team."""

from datetime import timedelta

import pytest

from bot.domain.actions.action import ActionState
from bot.domain.calendar import is_working_day
from bot.domain.service.service import Role
from bot.usecases.actions import repeats
from tests.domain.examples import NOON, a_person, a_service
from tests.usecases.bot_without_slack import at
from tests.usecases.holds import checked

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def action(bot):
    """Agreed at noon after a report about the building on Oak Ward."""
    action = bot.agree(bot.report(kind="environment"))
    bot.clock.forward(HOUR)
    return action


def _again(bot, *, key="again", **answers):
    report = bot.report(key=key, **{"kind": "environment", **answers})
    bot.clock.forward(HOUR)
    return report


def _told(bot):
    bot.tick()
    return [(posted.target, posted.subject["incident"]) for posted in bot.of_kind("repeat")]


def test_its_lead_is_told_once_and_by_references_only(bot, action):
    report = _again(bot, text="The same alarm again")
    assert _told(bot) == [("U0SAFETY", str(report.incident_id))]
    for _ in range(5):
        bot.clock.forward(DAY)
        bot.tick()
    bot.restart()
    assert _told(bot) == [("U0SAFETY", str(report.incident_id))]
    [posted] = bot.of_kind("repeat")
    assert report.reference in str(posted.message.blocks)
    assert posted.subject["actions"] == [str(action.id)]
    assert "alarm" not in str(posted.message).lower()


@pytest.mark.parametrize("other", [{"kind": "medication"}, {"team": "elm"}])
def test_another_kind_or_team_is_no_repeat(bot, action, other):
    _again(bot, **other)
    assert _told(bot) == []


@pytest.mark.parametrize("kind", ["good_care", "not_sure"])
def test_good_care_and_what_nobody_is_sure_of_are_no_repeats(bot, kind):
    bot.agree(bot.report(kind=kind))
    bot.clock.forward(HOUR)
    _again(bot, kind=kind)
    assert _told(bot) == []


def test_what_happened_before_the_action_was_agreed_is_no_repeat(bot):
    first = bot.report(key="1", kind="environment")
    bot.report(key="2", kind="environment")
    bot.clock.forward(HOUR)
    bot.agree(first)
    assert _told(bot) == []


def test_an_action_is_watched_until_its_90_day_question_has_closed(bot):
    checked(bot, report={"kind": "environment"})
    last = NOON + repeats.WATCHED_FOR
    assert is_working_day(last.date())
    bot.clock.to(last - HOUR)
    inside = _again(bot)
    bot.clock.forward(HOUR)
    _again(bot, key="too late")
    assert _told(bot) == [("U0SAFETY", str(inside.incident_id))]


def test_an_open_action_is_watched_for_as_long_as_it_takes(bot, action):
    assert action.state is ActionState.OPEN
    bot.clock.to(at("2027-06-01 10:00"))
    report = _again(bot)
    assert _told(bot) == [("U0SAFETY", str(report.incident_id))]


def test_at_night_it_waits_for_working_hours(bot, action):
    bot.clock.to(at("2026-11-27 22:00"))
    report = _again(bot)
    assert _told(bot) == []
    bot.clock.to(at("2026-11-28 12:00"))
    assert _told(bot) == []
    bot.clock.to(at("2026-11-30 08:00"))
    assert _told(bot) == [("U0SAFETY", str(report.incident_id))]


def test_a_lead_who_is_involved_does_not_learn_of_it(bot, action):
    _again(bot, involved=["U0SAFETY"])
    assert _told(bot) == []


def test_a_lead_who_may_not_find_it_any_more_is_not_told(bot, action):
    _again(bot)
    assert bot.queue_what_is_due() > 0
    bot.execute("INSERT INTO involved SELECT id, 'U0SAFETY' FROM incident")
    bot.post_all()
    assert bot.of_kind("repeat") == []


def test_an_incident_of_several_actions_is_one_message_to_each_lead(bot):
    lead = a_person(slack_id="U0LEAD", name="Lea", roles=frozenset({Role.SAFETY_TEAM}))
    bot.configure(a_service(people=(*a_service().people, lead)))
    report = bot.report(kind="environment")
    for number, by in enumerate(("U0SAFETY", "U0SAFETY", "U0LEAD")):
        bot.agree(report, key=f"action {number}", by=by)
    bot.clock.forward(HOUR)
    _again(bot)
    assert sorted(person for person, _ in _told(bot)) == ["U0LEAD", "U0SAFETY"]
    assert sorted(len(posted.subject["actions"]) for posted in bot.of_kind("repeat")) == [1, 2]
