"""The duties of an incident: suggested by a decision, decided by a named person, counted for the safety team."""

import json

import pytest

from bot.domain.incidents.duties import Verdict
from bot.domain.reports.harm import PhysicalHarm
from bot.domain.service.findable import findable
from bot.usecases.incidents import decide, steps
from bot.usecases.incidents.decide_duty import decide_duty
from bot.usecases.incidents.merge import merge_incident
from bot.usecases.incidents.open_incident import open_incident
from bot.usecases.permissions import NotForYou
from storage import queue
from tests.domain.examples import a_decision_form
from tests.usecases.bot_without_slack import at

CANDOUR = ["candour_in_person", "candour_in_writing"]


def decides(bot, report, *, seen=None, **answers):
    given = {"category": "ligature_point", **answers}
    return decide.decide_incident(bot.context, report.id, a_decision_form(**given), seen=seen, by="U0SAFETY")


def opened(bot, report):
    return open_incident(bot.context, report.id, by="U0SAFETY", now=bot.clock.now()).duties


def verdicts(bot, report):
    return {each.code: each.verdict for each in opened(bot, report)}


def says(bot, report, code, verdict, *, by="U0SAFETY"):
    decide_duty(bot.context, report.id, code, verdict, by=by, now=bot.clock.now())


def counted(bot):
    with bot.context.database.reading() as transaction:
        return queue.counts_for_channel(transaction, bot.context.service, now=bot.clock.now()).duties


def test_a_decision_suggests_and_decides_nothing(bot):
    report = bot.report()
    decides(bot, report)
    assert verdicts(bot, report) == dict.fromkeys(CANDOUR)
    assert [each.due_on and each.due_on.isoformat() for each in opened(bot, report)] == [None, "2026-12-08"]
    assert bot.rows("SELECT count(*) FROM audit WHERE action = 'duty.decided'") == [(0,)]


def test_a_named_person_says_what_applies_and_that_it_is_done_and_each_is_recorded_once(bot):
    report = bot.report()
    decides(bot, report)
    assert counted(bot) == 2
    for _ in range(2):
        says(bot, report, "candour_in_person", Verdict.APPLIES)
    assert counted(bot) == 2
    says(bot, report, "candour_in_person", Verdict.DONE, by="U0BOTH")
    says(bot, report, "candour_in_writing", Verdict.NOT_HERE)
    assert counted(bot) == 0
    [person, _] = opened(bot, report)
    assert (person.decided_by, person.decided_at) == ("U0BOTH", bot.clock.now())
    recorded = bot.rows("SELECT actor, detail FROM audit WHERE action = 'duty.decided' ORDER BY seq")
    assert [(actor, json.loads(detail)["verdict"]) for actor, detail in recorded] == [
        ("U0SAFETY", "applies"),
        ("U0BOTH", "done"),
        ("U0SAFETY", "not_here"),
    ]


def test_another_decision_takes_suggestions_back_and_leaves_what_somebody_said(bot):
    report = bot.report()
    decides(bot, report)
    says(bot, report, "candour_in_person", Verdict.APPLIES)
    decided_at = bot.clock.now()
    bot.clock.to(at("2026-11-25 10:00"))
    decides(bot, report, seen=decided_at, category="seclusion", physical_harm=PhysicalHarm.NONE)
    expected = {"candour_in_person": Verdict.APPLIES, "restraint_review": None, "use_of_force": None}
    assert verdicts(bot, report) == expected


def test_whoever_may_not_decide_is_refused_and_an_unknown_duty_changes_nothing(bot):
    report = bot.report()
    decides(bot, report)
    with pytest.raises(NotForYou):
        says(bot, report, "candour_in_person", Verdict.DONE, by="U0ONCALL")
    says(bot, report, "cqc_death", Verdict.DONE)
    assert verdicts(bot, report) == dict.fromkeys(CANDOUR)


def test_the_duties_of_a_merged_incident_become_those_of_the_other(bot):
    first, second = bot.report(), bot.report(key="second")
    decides(bot, first, category="seclusion")
    says(bot, first, "candour_in_person", Verdict.DONE)
    decides(bot, second)
    merge_incident(bot.context, first.id, second.reference, by="U0SAFETY")
    waiting = ("candour_in_writing", "restraint_review", "use_of_force")
    assert verdicts(bot, second) == {"candour_in_person": Verdict.DONE, **dict.fromkeys(waiting)}
    assert counted(bot) == len(waiting)


def test_a_few_duties_of_restricted_incidents_are_not_counted_in_the_channel(bot):
    report = bot.report(kind="abuse")
    decides(bot, report, category="sexual_assault", physical_harm=PhysicalHarm.NONE)
    assert len(verdicts(bot, report)) == 2
    assert counted(bot) == 0


def test_the_safety_team_s_own_numbers_count_what_they_may_find(bot):
    report = bot.report()
    decides(bot, report)
    steps.restrict_incident(bot.context, report.id, by="U0SAFETY")
    assert counted(bot) == 0
    with bot.context.database.reading() as transaction:
        who = findable(bot.context.service, "U0SAFETY")
        assert queue.counts(transaction, who, bot.context.service, now=bot.clock.now()).duties == 2
