"""The record of a deeper review: what each kind of entry needs, who takes one out, and the six parts."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from pydantic import ValidationError

from bot.domain.incidents.incident import LearningResponse
from bot.domain.reviews.factors import Part, Prompt, Tag
from bot.domain.reviews.record import (
    MOST_ENTRIES,
    RecordForm,
    RecordKind,
    RecordReason,
    RecordRefused,
    added,
    factors_by_part,
    has_record,
    of_kind,
    taken_out,
    without_words,
)
from bot.views.reviews.factors import PARTS, PROMPTS, TAGS
from tests.domain.examples import NOON, a_decision, a_record_entry, an_incident

EACH: dict[RecordKind, dict[str, Any]] = {
    RecordKind.TIMELINE: {"at": NOON},
    RecordKind.AGREED_DATE: {"on": NOON.date()},
    RecordKind.FACTOR: {"tag": Tag.STAFF_WORKLOAD},
}


def _form(kind=RecordKind.WENT_WELL, **changes):
    return RecordForm(**{"kind": kind, "words": "The torch was near.", **EACH.get(kind, {}), **changes})


def _added(form, standing=()):
    about: dict[str, Any] = {"entry_id": UUID(int=1), "incident_id": UUID(int=2), "by": "U0AMARA", "now": NOON}
    return added(form, standing, **about)


@pytest.mark.parametrize("kind", RecordKind)
def test_each_kind_has_what_it_needs_and_nothing_of_another(kind):
    entry = _added(_form(kind))
    assert (entry.kind, entry.words, entry.written_by) == (kind, "The torch was near.", "U0AMARA")
    for other, given in EACH.items():
        with pytest.raises(ValidationError):
            _form(kind, **(dict.fromkeys(given) if other is kind else given))


def test_a_record_has_room_for_so_many_entries_and_none_from_the_future():
    standing = [a_record_entry(id=UUID(int=number)) for number in range(MOST_ENTRIES)]
    assert _added(_form(), standing[1:])
    with pytest.raises(RecordRefused) as refusal:
        _added(_form(), standing)
    assert (refusal.value.field, refusal.value.reason) == ("words", RecordReason.FULL)
    with pytest.raises(RecordRefused) as refusal:
        _added(_form(RecordKind.TIMELINE, at=NOON + timedelta(minutes=1)))
    assert (refusal.value.field, refusal.value.reason) == ("at", RecordReason.IN_THE_FUTURE)


def test_an_entry_is_taken_out_by_its_writer_or_the_lead_and_only_once():
    entry = a_record_entry()
    own = taken_out(entry, by="U0AMARA", leads=False, now=NOON)
    assert (own.taken_out_by, own.taken_out_at) == ("U0AMARA", NOON)
    assert taken_out(own, by="U0LEADS", leads=True, now=NOON) == own
    assert taken_out(entry, by="U0LEADS", leads=True, now=NOON).taken_out_by == "U0LEADS"
    with pytest.raises(RecordRefused) as refusal:
        taken_out(entry, by="U0OTHER", leads=False, now=NOON)
    assert refusal.value.reason is RecordReason.NOT_YOURS


def test_deeper_responses_have_a_record_and_the_others_have_not():
    of = {each: has_record(an_incident(decision=a_decision(response=each))) for each in LearningResponse}
    assert {each for each, has in of.items() if not has} == {
        LearningResponse.NO_FURTHER_RESPONSE,
        LearningResponse.LOCAL_REVIEW,
        LearningResponse.AFTER_ACTION_REVIEW,
    }
    assert not has_record(an_incident())


def test_the_time_line_stands_in_the_order_of_what_was_done():
    late, early = (
        a_record_entry(id=UUID(int=n), kind=RecordKind.TIMELINE, at=NOON - timedelta(hours=n)) for n in (1, 2)
    )
    assert of_kind([late, early, a_record_entry()], RecordKind.TIMELINE) == (early, late)


def test_factors_stand_by_part_and_the_empty_parts_stand_there_too():
    tasks, place = (
        a_record_entry(id=UUID(int=n), kind=RecordKind.FACTOR, tag=tag)
        for n, tag in enumerate((Tag.STAFF_WORKLOAD, Tag.PHYSICAL_ENVIRONMENT))
    )
    by_part = factors_by_part([place, tasks, a_record_entry()])
    assert list(by_part) == list(Part)
    assert {part: found for part, found in by_part.items() if found} == {
        Part.TASKS: (tasks,),
        Part.INTERNAL_ENVIRONMENT: (place,),
    }


def test_words_of_a_patient_are_taken_out():
    assert without_words(a_record_entry(words="Mary fell"), "Mary").words == "[taken out] fell"
    assert without_words(a_record_entry(words=None), "Mary").words is None


def test_every_part_tag_and_prompt_has_words():
    assert (set(PARTS), set(TAGS), set(PROMPTS)) == (set(Part), set(Tag), set(Prompt))
    assert [words for words in PROMPTS.values() if not words.endswith("?")] == []
