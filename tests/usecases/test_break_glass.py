"""Opening an incident against the table: who may, what is kept, and who is told."""

import pytest

from bot.domain.incidents.conversation import EntryKind, EntryWords
from bot.domain.service.access import told_of_broken_glass
from bot.domain.service.service import Role
from bot.usecases.incidents.break_glass import break_glass
from bot.usecases.incidents.open_incident import open_incident
from bot.usecases.permissions import NotForYou
from tests.domain.examples import ON_CALL, SAFETY, a_person, a_service

LEAD = a_person(slack_id="U0LEAD", name="Lea Dunn", roles=frozenset({Role.SAFETY_LEAD}))
EXEC = a_person(slack_id="U0EXEC", name="Ed Cole", roles=frozenset({Role.EXECUTIVE}))
GOV = a_person(slack_id="U0GOV", name="Gwen Ash", roles=frozenset({Role.GOVERNANCE}))
WARD = a_person(slack_id="U0WARD", name="Wen Ode", roles=frozenset({Role.TEAM_LEAD}), team="oak")
SERVICE = a_service(people=(SAFETY, LEAD, ON_CALL, EXEC, GOV, WARD))
REASON = EntryWords(text="The coroner asks today, and nobody else is here")


@pytest.fixture(autouse=True)
def _service(bot):
    bot.configure(SERVICE)


def breaks(bot, report, by, *, key="form 2"):
    found = break_glass(bot.context, report.id, REASON, key=key, by=by, now=bot.clock.now())
    bot.post_all()
    return found


def told(bot):
    return [each.target for each in bot.of_kind("glass_broken")]


@pytest.mark.parametrize(("by", "who"), [("U0WARD", {"U0LEAD", "U0GOV"}), ("U0GOV", {"U0LEAD", "U0EXEC"})])
def test_somebody_of_the_table_opens_it_and_the_lead_and_one_further_role_are_told(bot, by, who):
    report = bot.report()
    found = breaks(bot, report, by)
    assert found.reports[0][0][0] == report
    assert set(told(bot)) == who
    events = [event for (event,) in bot.rows("SELECT action FROM audit ORDER BY seq DESC LIMIT 2")]
    assert sorted(events) == ["glass.broken", "report.opened"]


def test_the_message_says_who_and_which_and_never_why_or_what(bot):
    report = bot.report(text="He hid a blade")
    breaks(bot, report, "U0WARD")
    for posted in bot.of_kind("glass_broken"):
        said = f"{posted.message.text} {posted.message.blocks}"
        assert f"Wen Ode opened report {report.reference} with a reason, Tuesday 24 November, 12:00." in said
        assert not [words for words in ("coroner", "blade", "Oak", "Amara", "U0AMARA") if words in said]


def test_the_reason_stands_in_the_incident_for_those_who_may_open_it(bot):
    report = bot.report()
    breaks(bot, report, "U0WARD")
    found = open_incident(bot.context, report.id, by="U0LEAD", now=bot.clock.now())
    [(entry, words)] = found.conversation
    assert (entry.kind, entry.author, words) == (EntryKind.BROKE_GLASS, "U0WARD", REASON)


def test_the_same_form_twice_tells_once(bot):
    report = bot.report()
    for _ in range(2):
        breaks(bot, report, "U0WARD")
    assert len(told(bot)) == 2


@pytest.mark.parametrize("by", ["U0STRANGER", "U0ONCALL", "U0AMARA"])
def test_nobody_else_opens_it_whatever_the_reason(bot, by):
    report = bot.report()
    with pytest.raises(NotForYou):
        breaks(bot, report, by)
    assert told(bot) == []
    assert bot.rows("SELECT count(*) FROM entry") == [(0,)]


def test_somebody_who_is_involved_opens_it_with_no_reason_at_all_and_is_not_told(bot):
    report = bot.report_involving("U0WARD", "U0GOV")
    with pytest.raises(NotForYou):
        breaks(bot, report, "U0WARD")
    breaks(bot, report, "U0EXEC")
    assert set(told(bot)) == {"U0LEAD"}


def test_a_refusal_says_whether_a_reason_would_open_it(bot):
    report = bot.report()
    for by, would in (("U0WARD", True), ("U0ONCALL", False)):
        with pytest.raises(NotForYou) as refusal:
            open_incident(bot.context, report.id, by=by, now=bot.clock.now())
        assert refusal.value.with_a_reason is would


def test_where_the_lead_is_involved_the_executive_is_told_in_their_place():
    assert told_of_broken_glass(SERVICE, {"U0LEAD"}, by="U0WARD") == ("U0EXEC", "U0GOV")
    assert told_of_broken_glass(a_service(people=(SAFETY, ON_CALL)), (), by="U0WARD") == ("U0SAFETY",)
