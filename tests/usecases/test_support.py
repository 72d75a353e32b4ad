"""Support after harm: one person is asked, by day, once for each stage, until it is done."""

from datetime import timedelta

import pytest

from bot.domain.incidents.support import Support
from bot.domain.reports.harm import PhysicalHarm, PsychologicalHarm
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.report import AtRisk
from bot.domain.reports.types import Hurt, ReportType
from bot.domain.service.service import Role
from bot.usecases.incidents.decide import decide_incident
from bot.usecases.incidents.merge import merge_incident
from bot.usecases.incidents.steps import restrict_incident
from bot.usecases.incidents.support import say_support
from bot.usecases.permissions import NotForYou
from scheduler.later import NotNow
from tests.domain.examples import AMARA, BOTH, ELM, OAK, ON_CALL, SAFETY, a_decision_form, a_person, a_service
from tests.usecases.bot_without_slack import at

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
WARD, SHIFT = "U0WARD", "U0SHIFT"
PEOPLE = (
    *(AMARA, SAFETY, ON_CALL, BOTH),
    a_person(slack_id=WARD, roles=frozenset({Role.TEAM_LEAD}), team=OAK.code),
    a_person(slack_id=SHIFT, roles=frozenset(), team=OAK.code),
)
HURT = {"hurt": Hurt.YES, "physical_harm": PhysicalHarm.NONE, "psychological_harm": PsychologicalHarm.MODERATE}


@pytest.fixture
def ward(bot):
    bot.configure(a_service(people=PEOPLE))
    return bot


def decides(bot, report, **changes):
    return decide_incident(bot.context, report.id, a_decision_form(**changes), seen=None, by="U0SAFETY")


def lives(bot, until):
    while bot.clock.now() < until:
        bot.clock.forward(HOUR / 2)
        bot.tick()


def asked(bot):
    return [(posted.target, posted.subject["stage"]) for posted in bot.of_kind("support_asked")]


def presses(bot, report, pressed, *, by=WARD):
    say_support(bot.context, report.id, pressed, by=by, now=bot.clock.now())


def test_the_team_s_lead_is_asked_within_two_hours_after_a_day_and_after_a_week(ward):
    report = ward.report()
    decides(ward, report)
    began = ward.clock.now()
    lives(ward, began + 9 * DAY)
    assert asked(ward) == [(WARD, "first"), (WARD, "day"), (WARD, "week")]
    assert [posted.at - began for posted in ward.of_kind("support_asked")] == [HOUR, DAY, 7 * DAY]
    assert all(report.reference in str(posted.message.text) for posted in ward.of_kind("support_asked"))


def test_whoever_leads_the_shift_is_asked_before_the_team_s_lead(ward):
    ward.configure(a_service(people=PEOPLE, teams=(OAK.model_copy(update={"shift_lead": SHIFT}), ELM)))
    report = ward.report(**HURT)
    lives(ward, ward.clock.now() + 2 * HOUR)
    assert asked(ward) == [(SHIFT, "first")]
    presses(ward, report, Support.OFFERED, by=SHIFT)
    with pytest.raises(NotForYou):
        presses(ward, report, Support.DONE, by="U0AMARA")


def test_at_night_it_waits_for_the_morning(ward):
    ward.clock.to(at("2026-11-24 22:00"))
    ward.report(**HURT)
    lives(ward, at("2026-11-25 08:00"))
    [posted] = ward.of_kind("support_asked")
    assert posted.at == at("2026-11-25 07:30")


def test_what_an_outage_kept_back_until_the_night_is_asked_once_in_the_morning(ward):
    ward.report(**HURT)
    ward.clock.to(at("2026-12-02 23:00"))
    ward.tick()
    assert asked(ward) == []
    lives(ward, at("2026-12-03 08:00"))
    assert asked(ward) == [(WARD, "week")]


def test_a_message_that_slack_took_back_at_night_waits_for_the_morning(ward):
    ward.report(**HURT)
    ward.clock.forward(2 * HOUR)
    ward.queue_what_is_due()
    ward.clock.to(at("2026-11-24 23:00"))
    with pytest.raises(NotNow):
        ward.post_all()


def test_a_decision_after_a_report_of_harm_begins_nothing_anew(ward):
    report, began = ward.report(**HURT), ward.clock.now()
    lives(ward, began + 5 * HOUR)
    decides(ward, report)
    lives(ward, began + 9 * DAY)
    assert asked(ward) == [(WARD, "first"), (WARD, "day"), (WARD, "week")]


def test_offered_is_kept_and_done_ends_the_questions(ward):
    report = ward.report(**HURT)
    lives(ward, ward.clock.now() + 2 * HOUR)
    for _ in range(2):
        presses(ward, report, Support.OFFERED)
    lives(ward, ward.clock.now() + DAY)
    assert asked(ward) == [(WARD, "first"), (WARD, "day")]
    presses(ward, report, Support.DONE)
    lives(ward, ward.clock.now() + 8 * DAY)
    assert len(asked(ward)) == 2
    [(offered_at, done_at)] = ward.rows("SELECT offered_at, done_at FROM support")
    assert offered_at
    assert done_at
    assert ward.rows("SELECT count(*) FROM audit WHERE action = 'support.said'") == [(2,)]


def test_done_before_it_is_sent_drops_the_message(ward):
    report = ward.report(**HURT)
    ward.clock.forward(HOUR)
    ward.queue_what_is_due()
    presses(ward, report, Support.DONE)
    ward.post_all()
    assert asked(ward) == []


def test_harm_that_the_decision_does_not_find_ends_the_questions(ward):
    report = ward.report(**HURT)
    ward.clock.forward(HOUR)
    ward.queue_what_is_due()
    decides(ward, report, physical_harm=PhysicalHarm.LOW, psychological_harm=PsychologicalHarm.LOW)
    lives(ward, ward.clock.now() + 8 * DAY)
    assert asked(ward) == []


@pytest.mark.parametrize("harm", [{}, {"hurt": Hurt.YES, "physical_harm": PhysicalHarm.LOW}])
def test_without_moderate_harm_nobody_is_asked(ward, harm):
    ward.report(**harm)
    lives(ward, ward.clock.now() + 2 * HOUR)
    assert asked(ward) == []
    assert ward.rows("SELECT count(*) FROM support") == [(0,)]


def test_somebody_who_is_involved_is_not_asked_and_may_not_say(ward):
    report = ward.report_involving(WARD)
    decides(ward, report)
    lives(ward, ward.clock.now() + 2 * HOUR)
    assert asked(ward) == [("U0SAFETY", "first")]
    with pytest.raises(NotForYou):
        presses(ward, report, Support.DONE)


def test_of_a_restricted_incident_the_safety_lead_is_asked(ward):
    report = ward.report(**HURT)
    ward.clock.forward(HOUR)
    ward.queue_what_is_due()
    restrict_incident(ward.context, report.id, by="U0SAFETY")
    ward.post_all()
    assert asked(ward) == []
    lives(ward, ward.clock.now() + DAY)
    assert asked(ward) == [("U0SAFETY", "day")]
    with pytest.raises(NotForYou):
        presses(ward, report, Support.DONE)


def test_of_a_concern_nobody_is_asked(ward):
    report = ward.report(type=ReportType.CONCERN)
    decides(ward, report)
    lives(ward, ward.clock.now() + 2 * HOUR)
    assert asked(ward) == []


@pytest.mark.parametrize("at_risk", [AtRisk.NO, AtRisk.YES])
def test_after_an_anonymous_report_no_time_tells_more_than_its_hour(ward, at_risk):
    ward.clock.to(at("2026-11-24 12:20"))
    ward.report(**HURT, still_at_risk=at_risk, name_choice=NameChoice.ANONYMOUS)
    lives(ward, at("2026-11-24 13:00") + 8 * DAY)
    posted = ward.of_kind("support_asked")
    times = [at("2026-11-24 14:00"), at("2026-11-25 12:00"), at("2026-12-01 12:00")]
    assert [abs(each.at - time) < HOUR for each, time in zip(posted, times, strict=True)] == [True] * 3


def test_a_merged_incident_asks_for_the_other_and_done_counts_for_both(ward):
    first, second = ward.report(**HURT), ward.report(key="second")
    presses(ward, first, Support.OFFERED)
    merge_incident(ward.context, first.id, second.reference, by="U0SAFETY")
    lives(ward, ward.clock.now() + 2 * HOUR)
    [posted] = ward.of_kind("support_asked")
    assert second.reference in posted.message.text
    presses(ward, second, Support.DONE)
    lives(ward, ward.clock.now() + 8 * DAY)
    assert len(asked(ward)) == 1
    third = ward.report(key="third")
    merge_incident(ward.context, third.id, second.reference, by="U0SAFETY")
    assert ward.rows("SELECT count(*) FROM support WHERE done_at IS NOT NULL") == [(1,)]
