"""A review: who may read and write it, that nobody's words are lost, and what becomes of them."""

import threading
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from bot.domain.incidents.incident import LearningResponse
from bot.domain.incidents.queue import ReviewState
from bot.domain.reviews.review import Box, ReviewForm, ReviewReason, ReviewRefused
from bot.domain.service.access import Act
from bot.usecases.evidence.pathway import pathway_of
from bot.usecases.home import home_data
from bot.usecases.incidents.decide import decide_incident
from bot.usecases.incidents.merge import merge_incident
from bot.usecases.incidents.redact import redact_incident
from bot.usecases.permissions import NotForYou, NotFound
from bot.usecases.reviews import lead, take_part
from bot.usecases.submissions import may_have_been_saved
from storage import queue
from tests.domain.examples import a_decision_form
from tests.storage.examples import queries_of

LEAD, NURSE, OTHER = "U0LEADING", "U0AMARA", "U0OTHER"
HELPED = ReviewForm(what_helped="The torch was near.")


@pytest.fixture
def reviewed(bot):
    """An incident whose review somebody outside the safety team leads."""
    report = bot.report(by="U0REPORTS")
    _decide(bot, report.incident_id)
    return report.incident_id


def _decide(bot, incident_id, *, seen=None, **changes):
    facts = {"response": LearningResponse.LOCAL_REVIEW, "lead": LEAD, "due_on": bot.clock.now().date(), **changes}
    return decide_incident(bot.context, incident_id, a_decision_form(**facts), seen=seen, by="U0SAFETY")


def _invite(bot, incident_id, *people, by=LEAD):
    return lead.choose_people(bot.context, incident_id, people, by=by, now=bot.clock.now())


def _write(bot, incident_id, form=HELPED, *, by=NURSE, seen=0, key=None):
    return take_part.write_in_review(bot.context, incident_id, form, seen=seen, key=key or f"{by} {seen}", by=by)


def _open(bot, incident_id, *, by=LEAD):
    return take_part.open_review(bot.context, incident_id, by=by, now=bot.clock.now())


def _agree(bot, incident_id, *, by=LEAD):
    return lead.agree_review(bot.context, incident_id, by=by, now=bot.clock.now())


def test_people_write_side_by_side_and_nobody_overwrites_another(bot, reviewed):
    _invite(bot, reviewed, NURSE, OTHER)
    both = [threading.Thread(target=_write, args=(bot, reviewed), kwargs={"by": by}) for by in (NURSE, OTHER)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    found = _open(bot, reviewed)
    assert {each.person: each.boxes for each in found.contributions} == {NURSE: HELPED, OTHER: HELPED}
    assert (found.own, _open(bot, reviewed, by=NURSE).own.person) == (None, NURSE)


def test_the_same_form_sent_twice_is_saved_once_and_an_older_form_overwrites_nothing(bot, reviewed):
    _invite(bot, reviewed, NURSE)
    assert _write(bot, reviewed, key="form").own.version == 1
    assert _write(bot, reviewed, key="form").own.version == 1
    assert may_have_been_saved(bot.context, "form")
    with pytest.raises(ReviewRefused) as refusal:
        _write(bot, reviewed, ReviewForm(what_happened="Another screen."), key="form 2")
    assert refusal.value.reason is ReviewReason.SAVED_MEANWHILE
    assert _write(bot, reviewed, ReviewForm(what_happened="Later."), seen=1).own.version == 2


def test_words_are_sealed_and_each_reading_is_recorded(bot, reviewed):
    _invite(bot, reviewed, NURSE)
    _write(bot, reviewed)
    [(sealed,)] = bot.rows("SELECT boxes_sealed FROM contribution")
    assert b"torch" not in bytes(sealed)
    _open(bot, reviewed, by="U0SAFETY")
    actions = [action for (action,) in bot.rows("SELECT action FROM audit WHERE action LIKE 'review.%' ORDER BY seq")]
    assert actions == ["review.invited", "review.written", "review.opened"]
    bot.execute("UPDATE contribution SET version = 1, boxes_sealed = submission_hash")
    assert [each.boxes for each in _open(bot, reviewed).contributions] == [None]


def test_who_does_not_take_part_reads_nothing_writes_nothing_and_is_recorded(bot, reviewed):
    for refused in (
        lambda: _open(bot, reviewed, by=OTHER),
        lambda: _write(bot, reviewed, by=OTHER),
        lambda: _write(bot, reviewed, by="U0SAFETY"),
        lambda: _invite(bot, reviewed, OTHER, by="U0SAFETY"),
        lambda: lead.people_of_review(bot.context, reviewed, by="U0SAFETY", now=bot.clock.now()),
        lambda: _agree(bot, reviewed, by=OTHER),
        lambda: lead.reopen_review(bot.context, reviewed, by=OTHER, now=bot.clock.now()),
        lambda: pathway_of(bot.context, reviewed, by=OTHER, now=bot.clock.now()),
        lambda: _open(bot, uuid4(), by=OTHER),
    ):
        with pytest.raises(NotForYou):
            refused()
    assert bot.rows("SELECT count(*) FROM audit WHERE action = 'access.refused'") == [(9,)]
    with pytest.raises(NotFound):
        _open(bot, bot.report(key="undecided").incident_id, by="U0SAFETY")


def test_somebody_taken_off_sees_nothing_from_then_on_and_their_words_stay(bot, reviewed):
    _invite(bot, reviewed, NURSE)
    _write(bot, reviewed)
    assert lead.people_of_review(bot.context, reviewed, by=LEAD, now=bot.clock.now()) == {NURSE}
    _invite(bot, reviewed)
    with pytest.raises(NotForYou):
        _open(bot, reviewed, by=NURSE)
    assert [each.boxes for each in _open(bot, reviewed).contributions] == [HELPED]


def test_somebody_who_is_part_of_the_incident_takes_no_part_in_its_review(bot):
    report = bot.report_involving(OTHER)
    _decide(bot, report.incident_id)
    with pytest.raises(ReviewRefused) as refusal:
        _invite(bot, report.incident_id, OTHER)
    assert refusal.value.reason is ReviewReason.PERSON_INVOLVED


def test_whoever_is_invited_or_leads_is_told_once_without_a_word_of_it(bot, reviewed):
    _invite(bot, reviewed, NURSE)
    _invite(bot, reviewed, NURSE)
    bot.post_all()
    told = bot.of_kind("review_invited")
    assert {posted.target: posted.message.text for posted in told} == {
        LEAD: f"You lead the review of {_open(bot, reviewed).incident.reference}. It takes ten minutes.",
        NURSE: f"You are invited to the review of {_open(bot, reviewed).incident.reference}. It takes ten minutes.",
    }
    assert len(told) == 2


def test_whoever_decides_to_lead_it_themselves_is_not_told(bot):
    report = bot.report()
    first = _decide(bot, report.incident_id, lead="U0SAFETY")
    again = {"seen": first.decision.decided_at, "lead": "U0SAFETY", "response": LearningResponse.SWARM_HUDDLE}
    _decide(bot, report.incident_id, **again)
    bot.post_all()
    assert bot.of_kind("review_invited") == []


def test_an_invitation_that_waited_is_dropped_once_somebody_is_taken_off(bot, reviewed):
    _invite(bot, reviewed, NURSE)
    _invite(bot, reviewed)
    bot.post_all()
    assert [posted.target for posted in bot.of_kind("review_invited")] == [LEAD]


def test_an_invitation_to_an_incident_that_is_gone_is_an_error(bot, reviewed):
    _invite(bot, reviewed, NURSE)
    claimed = [each for _ in range(6) if (each := bot.next_message())]
    [invitation] = [each for each in claimed if each.kind == "review_invited" and each.target == NURSE]
    gone = replace(invitation, body=invitation.body.replace(str(reviewed), str(uuid4())))
    with pytest.raises(LookupError):
        bot.composed(gone)


def test_another_lead_is_decided_on_and_the_first_one_loses_sight(bot, reviewed):
    decided = _open(bot, reviewed).incident.decision
    _decide(bot, reviewed, seen=decided.decided_at, lead=OTHER)
    with pytest.raises(NotForYou):
        _open(bot, reviewed, by=LEAD)
    assert Act.LEAD_REVIEW in _open(bot, reviewed, by=OTHER).acts


def test_once_agreed_nobody_writes_until_its_lead_opens_it_again(bot, reviewed):
    with pytest.raises(ReviewRefused) as refusal:
        _agree(bot, reviewed)
    assert refusal.value.reason is ReviewReason.NOBODY_HAS_WRITTEN
    assert _write(bot, reviewed, by=LEAD).may_write
    first = _agree(bot, reviewed)
    assert _agree(bot, reviewed).agreed == first.agreed
    assert not first.may_write
    with pytest.raises(ReviewRefused):
        _write(bot, reviewed, by=LEAD, seen=1)
    assert lead.reopen_review(bot.context, reviewed, by=LEAD, now=bot.clock.now()).agreed is None
    assert _write(bot, reviewed, by=LEAD, seen=1).own.version == 2


def test_words_are_carried_to_a_form_for_its_lead_and_nothing_exists_before_it_is_sent(bot, reviewed):
    _invite(bot, reviewed, NURSE)
    mine = _write(bot, reviewed).own
    by_lead = {"act": Act.AGREE_ACTION, "by": LEAD, "now": bot.clock.now()}
    assert lead.words_to_carry(bot.context, mine.id, Box.WHAT_HELPED, **by_lead) == (reviewed, "The torch was near.")
    assert bot.rows("SELECT count(*) FROM action") == [(0,)]
    with pytest.raises(NotFound):
        lead.words_to_carry(bot.context, mine.id, Box.WHAT_HAPPENED, **by_lead)
    for contribution, by in ((mine.id, NURSE), (uuid4(), LEAD)):
        with pytest.raises(NotForYou):
            lead.words_to_carry(bot.context, contribution, Box.WHAT_HELPED, **(by_lead | {"by": by}))
    bot.agree(reviewed, by=LEAD)
    assert _open(bot, reviewed).made_actions == 1


def test_a_review_is_merged_with_its_people_and_no_words_are_lost(bot, reviewed):
    other = bot.report(key="form 2", by="U0REPORTS")
    _decide(bot, other.incident_id)
    for incident in (reviewed, other.incident_id):
        _invite(bot, incident, NURSE)
        _write(bot, incident, key=str(incident))
    _agree(bot, other.incident_id)
    merge_incident(bot.context, reviewed, other.reference, by="U0SAFETY")
    found = _open(bot, other.incident_id, by=NURSE)
    assert ([each.person for each in found.contributions], found.people) == ([NURSE, NURSE], {NURSE})
    assert found.agreed is None
    assert _write(bot, reviewed, ReviewForm(what_helped="Both."), seen=1).own.version == 2


def test_an_empty_review_that_is_merged_leaves_the_other_one_agreed(bot, reviewed):
    other = bot.report(key="form 2", by="U0REPORTS")
    _decide(bot, other.incident_id)
    _write(bot, other.incident_id, by=LEAD)
    _agree(bot, other.incident_id)
    merge_incident(bot.context, reviewed, other.reference, by="U0SAFETY")
    assert _open(bot, other.incident_id).agreed


def test_what_is_redacted_is_taken_out_of_the_review_too(bot, reviewed):
    _write(bot, reviewed, ReviewForm(what_helped="Sam had a torch."), by=LEAD)
    _invite(bot, reviewed, NURSE)
    _write(bot, reviewed)
    assert redact_incident(bot.context, reviewed, "Sam", by="U0SAFETY") == 1
    texts = {each.boxes.what_helped for each in _open(bot, reviewed).contributions}
    assert texts == {"[taken out] had a torch.", "The torch was near."}
    bot.execute("UPDATE contribution SET boxes_sealed = submission_hash")
    assert redact_incident(bot.context, reviewed, "stayed silent", by="U0SAFETY") == 1


def test_the_pathway_asks_the_same_number_of_queries_whatever_has_come_of_it(bot, reviewed):
    def asked():
        with queries_of(bot.context.database) as queries:
            seen = pathway_of(bot.context, reviewed, by="U0SAFETY", now=bot.clock.now())
        return len(queries), seen

    few, _ = asked()
    _invite(bot, reviewed, NURSE)
    _write(bot, reviewed)
    bot.approved_points(3, source=reviewed)
    for number in range(4):
        bot.agree(reviewed, key=f"action {number}")
    many, seen = asked()
    assert many == few
    assert {leg.stage.value: len(leg.marks) for leg in seen.legs} == {
        "reported": 1,
        "triaged": 2,
        "reviewed": 1,
        "learned": 6,
        "acted": 4,
        "checked": 0,
        "evidence": 0,
    }


def _home(bot, person):
    return [(own.leads, own.written, own.agreed) for own in home_data(bot.context, person).reviews]


def test_home_lists_the_reviews_of_those_who_take_part_and_of_nobody_else(bot, reviewed):
    _invite(bot, reviewed, NURSE)
    assert (_home(bot, LEAD), _home(bot, NURSE)) == ([(True, False, False)], [(False, False, False)])
    assert (_home(bot, "U0REPORTS"), _home(bot, "U0SAFETY"), _home(bot, OTHER)) == ([], [], [])
    _write(bot, reviewed)
    assert _home(bot, NURSE) == [(False, True, False)]
    _agree(bot, reviewed)
    assert (_home(bot, LEAD), _home(bot, NURSE)) == ([(True, False, True)], [(False, True, True)])
    _invite(bot, reviewed)
    assert _home(bot, NURSE) == []


def test_home_lists_open_reviews_first_and_what_is_due_soonest_before_the_rest(bot):
    later, agreed, soon = (bot.report(key=f"report {number}").incident_id for number in range(3))
    today = bot.clock.now().date()
    for incident, days in ((later, 20), (agreed, 1), (soon, 5)):
        _decide(bot, incident, due_on=today + timedelta(days=days))
    _write(bot, agreed, by=LEAD)
    _agree(bot, agreed)
    listed = [own.incident.id for own in home_data(bot.context, LEAD).reviews]
    assert listed == [soon, later, agreed]


def test_whoever_is_part_of_the_incident_or_of_a_merged_one_finds_no_review_of_it(bot):
    report = bot.report_involving(OTHER)
    _decide(bot, report.incident_id)
    bot.execute("UPDATE incident SET response_lead = 'U0OTHER'")
    assert _home(bot, OTHER) == []
    first, second = bot.report(key="first").incident_id, bot.report(key="second")
    _decide(bot, first)
    assert _home(bot, LEAD) == [(True, False, False)]
    merge_incident(bot.context, first, second.reference, by="U0SAFETY")
    assert _home(bot, LEAD) == []


def test_nothing_is_to_be_reviewed_where_no_further_response_was_decided(bot):
    report = bot.report()
    _decide(bot, report.incident_id, response=LearningResponse.NO_FURTHER_RESPONSE, lead=LEAD)
    assert _home(bot, LEAD) == []


def test_the_row_of_the_queue_tells_how_far_the_review_has_come(bot, reviewed):
    def state():
        with bot.context.database.reading() as transaction:
            return queue.of_report(transaction, reviewed).review

    assert state() is ReviewState.OPEN
    _write(bot, reviewed, by=LEAD)
    _agree(bot, reviewed)
    assert state() is ReviewState.AGREED
    undecided = bot.report(key="undecided")
    with bot.context.database.reading() as transaction:
        assert queue.of_report(transaction, undecided.id).review is None
