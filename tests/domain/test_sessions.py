"""Reflection sessions: their time, whom they invite, and what people write."""

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.reviews.session import (
    FURTHEST,
    MOST_GUESTS,
    Coming,
    Guest,
    Profession,
    SessionReason,
    SessionRefused,
    changed,
    check_guests,
    check_time,
    professions,
    reminded,
    reminders,
    require_begun,
)
from bot.domain.reviews.session_words import (
    NotesForm,
    NotesReason,
    NotesRefused,
    Section,
    SessionWords,
    noted,
    notes_without,
    words_without,
)
from tests.domain.examples import NOON, a_session, some_notes

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def _reason(rule, *given, **named):
    with pytest.raises((SessionRefused, NotesRefused)) as refusal:
        rule(*given, **named)
    return refusal.value.reason


def test_it_begins_in_the_future_and_within_ninety_days():
    check_time(NOON + MINUTE, now=NOON)
    check_time(NOON + FURTHEST, now=NOON)
    assert _reason(check_time, NOON, now=NOON) is SessionReason.HAS_PASSED
    assert _reason(check_time, NOON + FURTHEST + MINUTE, now=NOON) is SessionReason.TOO_FAR


def test_its_lead_is_no_guest_and_nobody_who_is_part_of_the_incident_is():
    assert check_guests(["U0A", "U0LEAD"], lead="U0LEAD") == {"U0A"}
    assert _reason(check_guests, ["U0A"], lead="U0LEAD", involved=["U0A"]) is SessionReason.PERSON_INVOLVED
    many = [f"U0{number}" for number in range(MOST_GUESTS + 1)]
    assert len(check_guests(many[1:], lead="U0LEAD")) == MOST_GUESTS
    assert _reason(check_guests, many, lead="U0LEAD") is SessionReason.TOO_MANY_GUESTS


def test_its_lead_changes_what_they_have_seen_and_nothing_that_is_called_off():
    before = a_session()
    after = changed(before, NOON + HOUR, seen=1, now=NOON)
    assert (after.starts_at, after.version) == (NOON + HOUR, 2)
    assert changed(before, before.starts_at, seen=1, now=NOON + timedelta(days=9)).starts_at == before.starts_at
    assert _reason(changed, after, NOON + HOUR, seen=1, now=NOON) is SessionReason.CHANGED_MEANWHILE
    assert _reason(changed, before, NOON, seen=1, now=NOON) is SessionReason.HAS_PASSED
    gone = a_session(called_off_at=NOON)
    assert _reason(changed, gone, NOON + HOUR, seen=1, now=NOON) is SessionReason.CALLED_OFF


def test_nobody_was_there_before_it_has_begun():
    session = a_session()
    assert _reason(require_begun, session, now=session.starts_at - MINUTE) is SessionReason.NOT_BEGUN
    require_begun(session, now=session.starts_at)
    assert _reason(require_begun, a_session(called_off_at=NOON), now=session.starts_at) is SessionReason.CALLED_OFF


@pytest.mark.parametrize(
    ("before", "names"), [(timedelta(hours=25), ["day", "hour"]), (timedelta(hours=24), ["hour"]), (HOUR, [])]
)
def test_reminders_come_a_day_and_an_hour_before_as_far_as_they_still_come(before, names):
    session = a_session()
    found = reminders(session, now=session.starts_at - before)
    assert list(found) == names
    assert set(found.values()) <= {session.starts_at - timedelta(days=1), session.starts_at - HOUR}
    assert reminders(a_session(called_off_at=NOON), now=NOON) == {}


def test_whoever_has_declined_is_not_reminded_and_the_lead_once():
    guests = [
        Guest(person="U0A", coming=Coming.ACCEPTED),
        Guest(person="U0B", coming=Coming.DECLINED),
        Guest(person="U0C"),
        Guest(person="U0SAFETY", profession=Profession.DOCTOR),
    ]
    assert reminded(a_session(), guests) == ["U0SAFETY", "U0A", "U0C"]


def test_professions_are_counted_as_people_chose_them():
    chosen = (Profession.DOCTOR, Profession.NURSE, Profession.NURSE, None)
    guests = [Guest(person=f"U0{number}", profession=each) for number, each in enumerate(chosen)]
    assert professions(guests) == {Profession.NURSE: 2, Profession.DOCTOR: 1}


def test_notes_grow_by_version_and_neither_screen_overwrites_the_other():
    before, form = some_notes(), NotesForm(how_are_we="Tired, and glad that we met.")
    about: dict[str, Any] = {"session_id": before.session_id, "by": "U0AMARA", "now": NOON}
    first = noted(None, form, seen=0, **about)
    assert (first.version, first.sections) == (1, form)
    after = noted(before, form, seen=1, **about)
    assert (after.id, after.version) == (before.id, 2)
    assert _reason(noted, before, form, seen=0, **about) is NotesReason.SAVED_MEANWHILE
    assert _reason(noted, None, NotesForm(), seen=0, **about) is NotesReason.NOTHING_WRITTEN


def test_the_sections_ask_how_people_are_and_none_is_a_statement():
    assert list(Section) == list(NotesForm.model_fields)
    assert "how_are_we" in list(Section)


def test_words_of_a_patient_are_taken_out():
    words = SessionWords(agenda="Mary fell", summary="Mary")
    assert words_without(words, "Mary") == SessionWords(agenda="[taken out] fell", summary="[taken out]")
    assert notes_without(NotesForm(what_helped="Mary"), "Mary") == NotesForm(what_helped="[taken out]")
