"""Incidents as CSV: who may have them, what stands in a row, and what never does."""

from datetime import date, timedelta

import pytest

from bot.domain.evidence.exports import ExportedIncident, ExportReason
from bot.domain.evidence.period import Period
from bot.domain.reports.harm import PhysicalHarm
from bot.domain.reports.types import ReportType
from bot.domain.service.findable import findable
from bot.domain.service.service import Role
from bot.usecases.evidence.exports import export_incidents
from bot.usecases.incidents.open_incident import mark_read
from bot.usecases.permissions import NotForYou
from bot.views.evidence.exports import COLUMNS, cells, harmless
from storage import exports
from tests.domain.examples import AMARA, ELM, NOON, OAK, a_person, a_service

DAYS = Period(date(2026, 11, 1), date(2026, 11, 30), a_service().zone)
LEAD = "U0LEAD"
PEOPLE = {
    LEAD: {Role.SAFETY_LEAD},
    "U0TRIAGER": {Role.SAFETY_TEAM},
    "U0GUARD": {Role.GUARDIAN},
    "U0GOVERN": {Role.GOVERNANCE},
    "U0ONCALL": {Role.ON_CALL},
}


@pytest.fixture(autouse=True)
def _people(bot):
    people = [a_person(slack_id=who, name=f"Person {who}", roles=frozenset(roles)) for who, roles in PEOPLE.items()]
    bot.configure(a_service(people=(AMARA, *people), guardian_name="Gina", guardian_phone="01632 960 456"))


def exported(bot, by=LEAD, days=DAYS):
    """The rows of the file, as dictionaries."""
    found: list[ExportedIncident] = []
    count = export_incidents(bot.context, days, ExportReason.CHECKING, by=by, now=NOON, keep=found.append)
    assert count == len(found)
    return [dict(zip(COLUMNS, cells(each, bot.context.service), strict=True)) for each in found]


def test_it_holds_what_the_asker_may_find_and_a_concern_without_its_team(bot):
    ordinary, restricted = bot.report(key="1"), bot.report(key="2", kind="abuse")
    concern = bot.report(key="3", type=ReportType.CONCERN, for_guardian=False)
    bot.report(key="4", type=ReportType.CONCERN, for_guardian=True)
    involving = bot.report_involving("U0TRIAGER", key="5")
    of_all = {row["reference"]: row["team"] for row in exported(bot)}
    named = {each.reference: OAK.name for each in (ordinary, restricted, involving)}
    assert of_all == {**named, concern.reference: ""}
    of_triager = {row["reference"] for row in exported(bot, by="U0TRIAGER")}
    assert of_triager == {ordinary.reference, restricted.reference}
    assert exported(bot, days=Period(date(2026, 11, 25), date(2026, 11, 30), DAYS.zone)) == []


@pytest.mark.parametrize(
    ("by", "act"), [("U0GOVERN", "find"), ("U0ONCALL", "read_figures"), ("U0GUARD", "read_figures")]
)
def test_who_may_not_read_figures_or_finds_nothing_is_refused_and_that_is_recorded(bot, by, act):
    bot.report()
    with pytest.raises(NotForYou):
        exported(bot, by=by)
    [refused] = bot.rows("SELECT actor, subject, detail FROM audit WHERE action = 'access.refused'")
    assert refused == (by, "incidents", f'{{"act":"{act}"}}')
    assert bot.rows("SELECT 1 FROM audit WHERE action = 'incidents.exported'") == []


def test_a_row_tells_how_far_it_has_come_and_no_words_names_or_ids(bot):
    report = bot.report(text="Narrative words", physical_harm=PhysicalHarm.LOW)
    mark_read(bot.context, [report.id], by=LEAD, now=NOON + timedelta(hours=12))
    [row] = exported(bot)
    assert row == {
        **dict.fromkeys(COLUMNS, ""),
        "reference": report.reference,
        "team": OAK.name,
        "type": "incident",
        "kind": "not_sure",
        "state": "new",
        "physical_harm": "low",
        "harm_from": "reporter",
        "reported": "2026-11-24",
        "read": "2026-11-25",
        "reports": "1",
        "every_reporter_answered": "no",
        "actions": "0",
    }
    bot.agree(report, by=LEAD)
    bot.agree(report, by=LEAD, key="action 2")
    bot.execute(
        "UPDATE action SET checked_at = agreed_at, checked_by = 'U0BOTH', state = 'done', done_at = agreed_at"
    )
    bot.execute("UPDATE incident SET response = 'local_review', physical_harm = 'none', decided_at = opened_at")
    bot.execute("UPDATE incident SET unanswered = 0")
    [row] = exported(bot)
    assert (row["every_reporter_answered"], row["actions"], row["action_states"]) == ("yes", "2", "checked; checked")
    assert (row["physical_harm"], row["harm_from"], row["decided"]) == ("none", "decision", "2026-11-24")
    assert not any(told in str(row) for told in ("Narrative", AMARA.name, AMARA.slack_id, LEAD))


def test_one_entry_records_who_the_days_the_rows_and_the_reason(bot):
    bot.report()
    exported(bot)
    [entry] = bot.rows("SELECT actor, detail FROM audit WHERE action = 'incidents.exported'")
    assert entry == (LEAD, '{"first":"2026-11-01","last":"2026-11-30","reason":"checking","rows":"1"}')


def test_no_row_is_lost_or_doubled_between_pages(bot):
    sent = [bot.report(key=str(number), team=ELM.code).reference for number in range(5)]
    with bot.context.database.reading() as transaction:
        who = findable(bot.context.service, LEAD)
        found = [each.reference for each in exports.incidents_of(transaction, who, DAYS, page=2)]
    assert sorted(found) == sorted(sent)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", " =", "\N{FULLWIDTH EQUALS SIGN}"])
def test_no_cell_runs_as_a_formula(bot, start):
    hostile = f"{start}cmd|' /C calc'!A0"
    assert harmless(hostile) == f"'{hostile}"
    assert harmless("Oak-ward = 1") == "Oak-ward = 1"


def test_a_team_with_a_hostile_name_is_harmless_in_the_file(bot):
    bot.report()
    bot.configure(bot.context.service.model_copy(update={"teams": (OAK.model_copy(update={"name": "=1+1"}), ELM)}))
    [row] = exported(bot)
    assert row["team"] == "'=1+1"
