"""What a reporter's ticks keep from whom: restricted reports, and people who are involved."""

from dataclasses import replace

import pytest

from bot.domain.reports.kinds import label_of
from bot.domain.reports.narratives import Narrative
from bot.domain.reports.report import AtRisk
from bot.domain.service.access import Act, may
from bot.domain.service.service import Role
from bot.usecases.incidents.open_incident import open_incident
from bot.usecases.incidents.submit import SentForm, submit_report
from bot.usecases.permissions import NotForYou
from scheduler.posts import BY_KIND
from storage import incidents
from storage.outbox.priority import Priority
from tests.domain.examples import ON_CALL, SAFETY, a_draft, a_person, a_service

LEAD = a_person(slack_id="U0LEAD", name="Lea Dunn", roles=frozenset({Role.SAFETY_LEAD}))
EXEC = a_person(slack_id="U0EXEC", name="Ed Cole", roles=frozenset({Role.EXECUTIVE}))
WARD = a_person(slack_id="U0WARD", name="Wen Ode", roles=frozenset({Role.TEAM_LEAD}), team="oak")
SERVICE = a_service(people=(SAFETY, LEAD, ON_CALL, EXEC, WARD))
CHANNEL = SERVICE.safety_channel
KIND = label_of("environment")


@pytest.fixture(autouse=True)
def _service(bot):
    bot.configure(SERVICE)


def sends(bot, *involved, key="form 1", about_staff=False, **draft):
    now = bot.clock.now()
    answers = a_draft(**{"happened_at": now, "kind": "environment", **draft})
    words = Narrative(text="It was the night nurse")
    sent = SentForm(answers, words, "U0AMARA", about_staff=about_staff, involved=frozenset(involved))
    report = submit_report(bot.context, sent, key=key, now=now).report
    bot.post_all()
    return report


def circumstances(bot, report):
    with bot.context.database.writing() as transaction:
        return incidents.circumstances(transaction, incidents.of_report(transaction, report.id))


def cards(bot):
    return [each.target for each in bot.posted if each.kind in ("card", "rung")]


def words_of(posted):
    return str(posted.message.blocks)


def opens(bot, report, by):
    return open_incident(bot.context, report.id, by=by, now=bot.clock.now())


def test_a_report_about_a_member_of_staff_is_restricted_and_its_card_says_no_kind(bot):
    ordinary, restricted = sends(bot), sends(bot, key="form 2", about_staff=True)
    first, second = bot.of_kind("card")
    assert (KIND in words_of(first), KIND in words_of(second)) == (True, False)
    assert (KIND in first.message.text, KIND in second.message.text) == (True, False)
    assert restricted.reference in words_of(second)
    assert [circumstances(bot, each).sensitivity for each in (ordinary, restricted)] == ["ordinary", "restricted"]


def test_a_restricted_danger_shows_ward_danger_and_number_and_no_kind(bot):
    sends(bot, about_staff=True, still_at_risk=AtRisk.YES)
    for posted in (*bot.of_kind("card"), *bot.of_kind("rung")):
        assert "Someone may still be at risk: Oak ward" in words_of(posted)
        assert "*Kind:*" not in words_of(posted)


def test_somebody_involved_gets_no_card_and_cannot_open_it(bot):
    report = sends(bot, "U0SAFETY")
    assert cards(bot) == ["U0LEAD"]
    with pytest.raises(NotForYou):
        opens(bot, report, "U0SAFETY")
    assert opens(bot, report, "U0LEAD").reports[0][0][0] == report


def test_where_the_safety_lead_is_involved_the_executive_stands_in(bot):
    report = sends(bot, "U0LEAD")
    assert sorted(cards(bot)) == ["U0EXEC", "U0SAFETY"]
    with pytest.raises(NotForYou):
        opens(bot, report, "U0LEAD")
    opens(bot, report, "U0EXEC")


def test_somebody_involved_who_sees_no_channel_changes_nothing_there(bot):
    sends(bot, "U0WARD", "U0STRANGER")
    assert cards(bot) == [CHANNEL]


def test_a_report_that_everybody_is_involved_in_still_reaches_the_channel(bot):
    report = sends(bot, "U0SAFETY", "U0LEAD", "U0EXEC")
    assert cards(bot) == [CHANNEL]
    assert not may(SERVICE, "U0SAFETY", Act.FIND, circumstances(bot, report))


def test_in_danger_the_channel_is_called_and_the_one_involved_is_not_asked(bot):
    sends(bot, "U0ONCALL", still_at_risk=AtRisk.YES)
    assert cards(bot)[:1] == [CHANNEL]
    assert "U0ONCALL" not in cards(bot)


@pytest.mark.parametrize("danger", [AtRisk.NO, AtRisk.YES])
def test_where_the_channel_refuses_the_card_the_one_involved_gets_none_either(bot, danger):
    now = bot.clock.now()
    answers = a_draft(happened_at=now, still_at_risk=danger)
    sent = SentForm(answers, Narrative(text="It was they"), "U0AMARA", involved=frozenset({"U0WARD"}))
    submit_report(bot.context, sent, key="form 1", now=now)
    bot.execute("INSERT INTO involved (incident_id, person) SELECT incident_id, 'U0SAFETY' FROM involved")
    claimed = next(each for each in _claimed(bot) if each.target == CHANNEL and each.kind == "card")
    one_by_one = BY_KIND["card"].fallback(SERVICE, claimed)
    shown = {each.target: bot.composed(replace(claimed, target=each.target)) is not None for each in one_by_one}
    assert shown == {"U0SAFETY": False, "U0LEAD": True, "U0ONCALL": True}


def _claimed(bot):
    found = []
    for priority in Priority:
        while message := bot.next_message(priority):
            found.append(message)
    return found


def test_ticks_in_the_same_form_again_count_and_never_less_than_before(bot):
    report = sends(bot)
    sends(bot, "U0SAFETY", about_staff=True)
    about = circumstances(bot, report)
    assert (about.sensitivity, about.involved) == ("restricted", {"U0SAFETY"})
    sends(bot)
    assert circumstances(bot, report) == about
    sends(bot, "U0SAFETY", "U0LEAD")
    assert circumstances(bot, report).involved == {"U0SAFETY", "U0LEAD"}


def test_the_same_form_twice_is_one_report_with_ticks_too(bot):
    assert sends(bot, "U0WARD", about_staff=True) == sends(bot, "U0WARD", about_staff=True)
    assert bot.rows("SELECT count(*) FROM amendment") == [(0,)]


def test_a_team_lead_neither_finds_nor_opens_a_restricted_report(bot):
    report = sends(bot, about_staff=True)
    assert not may(SERVICE, "U0WARD", Act.FIND, circumstances(bot, report))
    with pytest.raises(NotForYou):
        opens(bot, report, "U0WARD")
