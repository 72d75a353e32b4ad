"""People affected by an incident: ticked by the safety team, shown on its pathway, counted where many are."""

import json
from datetime import date

import pytest

from bot.domain.evidence.figures import Shown
from bot.domain.evidence.learned import Learned
from bot.domain.evidence.period import month_of
from bot.domain.incidents.affected import Tick, state_of
from bot.domain.incidents.incident import IncidentReason, IncidentRefused
from bot.usecases.evidence.papers import evidence_for
from bot.usecases.evidence.pathway import pathway_of
from bot.usecases.incidents.affected import people_affected, tick_affected
from bot.usecases.incidents.merge import merge_incident
from bot.usecases.permissions import NotForYou
from tests.usecases.bot_without_slack import at

OFFERED, ACCEPTED, ANSWERED = [Tick.OFFERED], [Tick.ACCEPTED], [Tick.ANSWERED]


def ticks(bot, report, *, seen="", by="U0SAFETY", **chosen):
    return tick_affected(bot.context, report.id, chosen, seen=seen, by=by, now=bot.clock.now())


def record(bot, report):
    return state_of(people_affected(bot.context, report.id, by="U0SAFETY"))


def test_ticks_are_saved_recorded_once_and_shown_on_the_pathway(bot):
    report = bot.report()
    for _ in range(2):
        ticks(bot, report, A=ACCEPTED, B=[])
    assert record(bot, report) == "A:offered A:accepted"
    seen = pathway_of(bot.context, report.id, by="U0SAFETY", now=bot.clock.now())
    assert state_of(seen.affected) == "A:offered A:accepted"
    [(actor, detail)] = bot.rows("SELECT actor, detail FROM audit WHERE action = 'affected.ticked'")
    assert (actor, json.loads(detail)) == ("U0SAFETY", {"person_a": "offered+accepted", "person_b": "none"})


def test_a_tick_can_be_taken_back(bot):
    report = bot.report()
    ticks(bot, report, A=OFFERED)
    ticks(bot, report, seen="A:offered", A=[])
    assert record(bot, report) == ""


def test_of_two_who_tick_at_once_the_second_is_told(bot):
    report = bot.report()
    ticks(bot, report, A=OFFERED)
    with pytest.raises(IncidentRefused) as refused:
        ticks(bot, report, by="U0BOTH", A=ANSWERED)
    assert refused.value.reason is IncidentReason.AFFECTED_CHANGED
    assert record(bot, report) == "A:offered"


def test_whoever_may_not_decide_neither_reads_nor_ticks(bot):
    report = bot.report()
    with pytest.raises(NotForYou):
        ticks(bot, report, by="U0ONCALL", A=OFFERED)
    with pytest.raises(NotForYou):
        people_affected(bot.context, report.id, by="U0ONCALL")


def test_the_people_of_a_merged_incident_are_kept_beside_those_of_the_other(bot):
    first, second = bot.report(), bot.report(key="second")
    ticks(bot, first, A=ANSWERED)
    ticks(bot, second, A=OFFERED)
    merge_incident(bot.context, first.id, second.reference, by="U0SAFETY")
    assert record(bot, second) == "A:offered B:answered"
    with pytest.raises(IncidentRefused) as refused:
        ticks(bot, first, A=OFFERED)
    assert refused.value.reason is IncidentReason.MERGED


def test_people_are_counted_in_a_paper_unless_they_are_few(bot):
    november = month_of(date(2026, 11, 1), bot.context.service.zone)
    for number in range(4):
        ticks(bot, bot.report(key=f"form {number}"), A=ACCEPTED, B=ANSWERED)
    found = evidence_for(bot.context, november, by="U0SAFETY", now=bot.clock.now()).learned
    assert found[Learned.OFFERED] == Shown(None)
    assert found[Learned.ACCEPTED] == found[Learned.ANSWERED] == Shown(None, None)
    for number in range(4, 10):
        ticks(bot, bot.report(key=f"form {number}"), A=[*ACCEPTED, *ANSWERED])
    bot.clock.to(at("2026-12-01 10:00"))
    ticks(bot, bot.report(key="form of december"), A=OFFERED)
    found = evidence_for(bot.context, november, by="U0SAFETY", now=bot.clock.now()).learned
    assert found[Learned.OFFERED] == Shown(10)
    assert found[Learned.ACCEPTED] == Shown(10, 10)
