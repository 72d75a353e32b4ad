"""What a paper says of reviews, learning points, bulletins, test alerts and one incident: from the use cases."""

from datetime import date, timedelta

import pytest

from bot.domain.evidence.figures import Shown
from bot.domain.evidence.learned import Learned
from bot.domain.evidence.papers import Split
from bot.domain.evidence.pathway import Did, Stage
from bot.domain.evidence.period import month_of
from bot.domain.incidents.conversation import EntryKind, EntryWords
from bot.domain.incidents.incident import LearningResponse
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reviews.review import ReviewForm
from bot.usecases.actions.answers import complete_action
from bot.usecases.actions.checks import say_it_works
from bot.usecases.evidence.papers import evidence_for
from bot.usecases.incidents.converse import write_entry
from bot.usecases.incidents.decide import decide_incident
from bot.usecases.incidents.steps import close_incident, restrict_incident
from bot.usecases.reviews import lead, take_part
from bot.usecases.service.monthly_alert import see_alert_test
from storage import alert_tests
from tests.domain.examples import PROOF, a_decision_form, a_service
from tests.usecases.bot_without_slack import at

LEAD, NURSE = "U0LEADING", "U0AMARA"
NOVEMBER = month_of(date(2026, 11, 1), a_service().zone)
DAY = timedelta(days=1)


def _goes_all_the_way(bot, number, *, name_choice=NameChoice.NAMED):
    """Reported, decided, reviewed by two people, learned from, acted on, checked, answered and closed."""
    report = bot.report(key=f"form {number}", name_choice=name_choice)
    incident, now = report.incident_id, bot.clock.now()
    form = a_decision_form(response=LearningResponse.LOCAL_REVIEW, lead=LEAD, due_on=now.date())
    decide_incident(bot.context, incident, form, seen=None, by="U0SAFETY")
    lead.choose_people(bot.context, incident, (NURSE,), by=LEAD, now=now)
    for person in (LEAD, NURSE):
        boxes = ReviewForm(what_helped="The torch was near.")
        take_part.write_in_review(bot.context, incident, boxes, seen=0, key=f"{person} {number}", by=person)
    lead.agree_review(bot.context, incident, by=LEAD, now=now)
    bot.approved_points(source=incident)
    action = bot.agree(report, key=f"action {number}")
    complete_action(bot.context, action.id, PROOF, by=action.owner, now=now + DAY)
    say_it_works(bot.context, action.id, by="U0SAFETY", now=now + 2 * DAY)
    words = EntryWords(text="The alarm is mended.")
    write_entry(bot.context, report.id, EntryKind.ANSWER, words, key=f"answer {number}", by="U0SAFETY")
    return close_incident(bot.context, incident, by="U0SAFETY")


def _evidence(bot):
    return evidence_for(bot.context, NOVEMBER, by="U0SAFETY", now=bot.clock.now())


def test_reviews_and_what_came_of_them_are_counted(bot):
    for number in range(6):
        _goes_all_the_way(bot, number)
    learned = _evidence(bot).learned
    assert learned[Learned.REVIEWS] == Shown(6)
    assert learned[Learned.PEOPLE] == Shown(12)
    assert learned[Learned.WITH_POINT] == Shown(6, 6)
    assert learned[Learned.POINTS] == Shown(6)
    assert learned[Learned.BULLETINS] == learned[Learned.TEAMS] == Shown(0)


def test_bulletins_are_counted_once_they_are_posted(bot):
    bot.approved_points(3)
    bot.approves_drafts = True
    for day in range(20):
        bot.clock.to(at("2026-11-24 12:00") + day * DAY)
        bot.tick()
    december = month_of(date(2026, 12, 1), a_service().zone)
    found = evidence_for(bot.context, december, by="U0SAFETY", now=bot.clock.now())
    posted = bot.rows("SELECT count(*) FROM bulletin WHERE posted_at IS NOT NULL")[0][0]
    assert 0 < posted < 5
    assert found.learned[Learned.BULLETINS] == Shown(None), "A few are hidden."


def test_one_incident_is_shown_in_days_from_report_to_proof(bot):
    _goes_all_the_way(bot, 1)
    shown = _evidence(bot).one_pathway
    assert [(each.stage, each.day) for each in shown if each.mark.did in (Did.REPORTED, Did.ACTION_CHECKED)] == [
        (Stage.REPORTED, 0),
        (Stage.CHECKED, 2),
    ]


@pytest.mark.parametrize("name_choice", [NameChoice.CONFIDENTIAL, NameChoice.ANONYMOUS])
def test_no_incident_is_shown_whose_reporter_kept_back_their_name(bot, name_choice):
    _goes_all_the_way(bot, 1, name_choice=name_choice)
    assert _evidence(bot).one_pathway == []


def test_no_restricted_incident_is_shown(bot):
    closed = _goes_all_the_way(bot, 1)
    restrict_incident(bot.context, closed.id, by="U0SAFETY")
    assert _evidence(bot).one_pathway == []


def test_how_reporters_gave_their_names_is_counted(bot):
    for number in range(10):
        chosen = NameChoice.NAMED if number < 5 else NameChoice.CONFIDENTIAL
        bot.report(key=str(number), name_choice=chosen)
    counts = _evidence(bot).breakdowns[Split.NAME].counts
    assert counts == {"named": 5, "confidential": 5, "anonymous": 0}


def test_test_alerts_count_as_seen_within_the_hour(bot):
    bot.tick()
    bot.clock.to(at("2026-12-01 11:00"))
    bot.tick()
    with bot.context.database.reading() as transaction:
        test = alert_tests.latest(transaction)
    assert test
    december = month_of(date(2026, 12, 1), a_service().zone)
    before = evidence_for(bot.context, december, by="U0SAFETY", now=bot.clock.now()).learned
    assert (before[Learned.TESTS], before[Learned.TESTS_SEEN]) == (Shown(1), Shown(0, 1))
    see_alert_test(bot.context, test.id, by="U0ONCALL", now=bot.clock.now() + timedelta(minutes=4))
    after = evidence_for(bot.context, december, by="U0SAFETY", now=bot.clock.now()).learned
    assert after[Learned.TESTS_SEEN] == Shown(1, 1)
