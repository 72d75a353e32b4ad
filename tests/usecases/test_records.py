"""The record of a deeper review: who adds what, that nothing is lost, and what becomes of an area for improvement."""

from datetime import timedelta
from uuid import uuid4

import pytest

from bot.domain.incidents.incident import LearningResponse
from bot.domain.reviews.factors import Tag
from bot.domain.reviews.record import RecordForm, RecordKind, RecordReason, RecordRefused
from bot.domain.reviews.review import ReviewReason, ReviewRefused
from bot.usecases.incidents.decide import decide_incident
from bot.usecases.incidents.merge import merge_incident
from bot.usecases.incidents.redact import redact_incident
from bot.usecases.permissions import NotForYou, NotFound
from bot.usecases.reviews import lead, record, take_part
from bot.usecases.submissions import may_have_been_saved
from tests.domain.examples import a_decision_form

LEAD, NURSE, OTHER = "U0LEADING", "U0AMARA", "U0OTHER"
BETTER = RecordForm(kind=RecordKind.IMPROVEMENT, words="Batteries are at hand by night.")
TERMS = RecordForm(kind=RecordKind.TERMS, words="The night, and how alarms are tested.")


@pytest.fixture
def investigated(bot):
    return _investigated(bot, bot.report(by="U0REPORTS"))


def _investigated(bot, report, response=LearningResponse.INVESTIGATION):
    facts = {"response": response, "lead": LEAD, "due_on": bot.clock.now().date()}
    decide_incident(bot.context, report.incident_id, a_decision_form(**facts), seen=None, by="U0SAFETY")
    _invite(bot, report.incident_id, NURSE)
    return report.incident_id


def _invite(bot, incident_id, *people):
    lead.choose_people(bot.context, incident_id, people, by=LEAD, now=bot.clock.now())


def _add(bot, incident_id, form=BETTER, *, by=NURSE, key=None):
    bot.clock.forward(timedelta(minutes=1))
    return record.add_to_record(bot.context, incident_id, form, key=key or str(uuid4()), by=by)


def _open(bot, incident_id, *, by=LEAD):
    return record.open_record(bot.context, incident_id, by=by, now=bot.clock.now())


def _take_out(bot, entry_id, *, by):
    return record.take_out_of_record(bot.context, entry_id, by=by, now=bot.clock.now())


def _carry(bot, entry_id, *, by=LEAD):
    return record.improvement_to_carry(bot.context, entry_id, by=by, now=bot.clock.now())


def _agree(bot, incident_id):
    return lead.agree_review(bot.context, incident_id, by=LEAD, now=bot.clock.now())


def test_everybody_adds_entries_and_the_same_form_adds_one(bot, investigated):
    factor = RecordForm(kind=RecordKind.FACTOR, words="Two of five shifts.", tag=Tag.STAFFING_LEVELS)
    _add(bot, investigated, factor, key="form")
    assert len(_add(bot, investigated, factor, key="form").entries) == 1
    assert may_have_been_saved(bot.context, "form")
    found = _add(bot, investigated, TERMS, by=LEAD)
    assert [(each.kind, each.tag, each.written_by) for each in found.entries] == [
        (RecordKind.FACTOR, Tag.STAFFING_LEVELS, NURSE),
        (RecordKind.TERMS, None, LEAD),
    ]
    assert (found.people, found.agreed) == (frozenset({NURSE}), None)
    assert take_part.open_review(bot.context, investigated, by=LEAD, now=bot.clock.now()).recorded == 2


def test_only_the_lead_writes_the_terms(bot, investigated):
    with pytest.raises(NotForYou):
        _add(bot, investigated, TERMS)
    with pytest.raises(NotForYou):
        record.may_add_to_record(bot.context, investigated, RecordKind.TERMS, by=NURSE, now=bot.clock.now())
    record.may_add_to_record(bot.context, investigated, RecordKind.FACTOR, by=NURSE, now=bot.clock.now())


def test_who_does_not_take_part_reads_nothing_and_somebody_taken_off_loses_sight_at_once(bot, investigated):
    entry = _add(bot, investigated).entries[0]
    _invite(bot, investigated)
    for person in (NURSE, OTHER):
        for refused in (
            lambda by=person: _open(bot, investigated, by=by),
            lambda by=person: _add(bot, investigated, by=by),
            lambda by=person: _take_out(bot, entry.id, by=by),
            lambda by=person: _carry(bot, entry.id, by=by),
        ):
            with pytest.raises(NotForYou):
                refused()
    assert [each.words for each in _open(bot, investigated).entries] == [BETTER.words]
    assert [each.words for each in _open(bot, investigated, by="U0SAFETY").entries] == [BETTER.words]


def test_words_are_sealed_and_each_step_is_recorded_without_them(bot, investigated):
    entry = _add(bot, investigated).entries[0]
    [(sealed,)] = bot.rows("SELECT words_sealed FROM record_entry")
    assert b"Batteries" not in bytes(sealed)
    _open(bot, investigated)
    _take_out(bot, entry.id, by=NURSE)
    steps = bot.rows("SELECT action, detail FROM audit WHERE action LIKE 'review.%' ORDER BY seq")
    assert [action for action, _ in steps] == [
        "review.invited",
        "review.recorded",
        "review.opened",
        "review.taken_out",
    ]
    assert "Batteries" not in str(steps)
    bot.execute("UPDATE record_entry SET words_sealed = submission_hash, taken_out_at = NULL, taken_out_by = NULL")
    assert [each.words for each in _open(bot, investigated).entries] == [None]


def test_an_entry_is_taken_out_by_its_writer_or_the_lead_and_stays_in_the_database(bot, investigated):
    first, second = _add(bot, investigated).entries[0], _add(bot, investigated).entries[1]
    assert [each.id for each in _take_out(bot, first.id, by=NURSE).entries] == [second.id]
    assert [each.id for each in _take_out(bot, first.id, by=LEAD).entries] == [second.id]
    _invite(bot, investigated, NURSE, OTHER)
    with pytest.raises(RecordRefused) as refusal:
        _take_out(bot, second.id, by=OTHER)
    assert refusal.value.reason is RecordReason.NOT_YOURS
    assert _take_out(bot, second.id, by=LEAD).entries == []
    assert bot.rows("SELECT count(*) FROM record_entry") == [(2,)]
    with pytest.raises(NotForYou):
        _take_out(bot, uuid4(), by=NURSE)


def test_nobody_writes_once_it_is_agreed_and_a_record_alone_can_be_agreed(bot, investigated):
    with pytest.raises(ReviewRefused) as refusal:
        _agree(bot, investigated)
    assert refusal.value.reason is ReviewReason.NOBODY_HAS_WRITTEN
    entry = _add(bot, investigated).entries[0]
    _agree(bot, investigated)
    for refused in (lambda: _add(bot, investigated), lambda: _take_out(bot, entry.id, by=NURSE)):
        with pytest.raises(ReviewRefused) as refusal:
            refused()
        assert refusal.value.reason is ReviewReason.AGREED


def test_an_area_for_improvement_is_carried_to_an_action_by_the_lead(bot, investigated):
    entry = _add(bot, investigated).entries[0]
    assert _carry(bot, entry.id) == (investigated, BETTER.words)
    with pytest.raises(NotForYou):
        _carry(bot, entry.id, by=NURSE)
    _take_out(bot, entry.id, by=LEAD)
    with pytest.raises(NotFound):
        _carry(bot, entry.id)


def test_a_short_review_has_no_record(bot):
    incident = _investigated(bot, bot.report(), LearningResponse.LOCAL_REVIEW)
    for refused in (lambda: _open(bot, incident), lambda: _add(bot, incident)):
        with pytest.raises(NotFound):
            refused()
    with pytest.raises(NotFound):
        _take_out(bot, incident, by=LEAD)


def test_an_entry_that_is_not_there_is_not_found(bot, investigated):
    with pytest.raises(NotFound):
        _take_out(bot, investigated, by=LEAD)
    with pytest.raises(NotFound):
        _carry(bot, investigated)


def test_words_of_a_patient_are_taken_out_of_the_record_and_it_moves_with_a_merged_incident(bot, investigated):
    _add(bot, investigated, RecordForm(kind=RecordKind.WENT_WELL, words="Mary had the torch."))
    assert redact_incident(bot.context, investigated, "Mary", by="U0SAFETY") == 1
    other = bot.report(key="other")
    _investigated(bot, other)
    merge_incident(bot.context, investigated, other.reference, by="U0SAFETY")
    assert [each.words for each in _open(bot, other.incident_id).entries] == ["[taken out] had the torch."]
