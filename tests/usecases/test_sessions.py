"""Reflection sessions: who sees one, who is told what and when, and that nobody's notes are lost."""

from datetime import timedelta
from uuid import uuid4

import pytest

from bot.domain.incidents.incident import LearningResponse
from bot.domain.reviews.session import Coming, Guest, Profession, SessionAbout, SessionReason, SessionRefused
from bot.domain.reviews.session_words import NotesForm, NotesReason, NotesRefused, SessionWords
from bot.usecases.home import home_data
from bot.usecases.incidents.decide import decide_incident
from bot.usecases.incidents.merge import merge_incident
from bot.usecases.incidents.redact import redact_incident
from bot.usecases.permissions import NotForYou
from bot.usecases.reviews import sessions
from bot.usecases.reviews.sessions import ProposedSession
from bot.usecases.submissions import may_have_been_saved
from scheduler.due import Tick
from tests.domain.examples import a_decision_form

LEAD, NURSE, OTHER = "U0SAFETY", "U0AMARA", "U0OTHER"
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
WORDS = SessionWords(agenda="We meet in the office.", summary="Alarms at night.")
NOTES = NotesForm(what_helped="The torch was near.")


def _proposed(bot, *people, about=SessionAbout.THEME, incident=None, ahead=2 * DAY, words=WORDS):
    return ProposedSession(about, incident, bot.clock.now() + ahead, people, words)


def _propose(bot, *people, by=LEAD, key=None, **more):
    proposed = _proposed(bot, *people, **more)
    return sessions.propose_session(bot.context, proposed, key=key or str(uuid4()), by=by, now=bot.clock.now())


def _change(bot, session, *people, by=LEAD, seen=None, **more):
    about = {"seen": seen or session.version, "by": by, "now": bot.clock.now()}
    return sessions.change_session(bot.context, session.id, _proposed(bot, *people, **more), **about)


def _open(bot, session, *, by=LEAD):
    return sessions.open_session(bot.context, session.id, by=by, now=bot.clock.now())


def _answer(bot, session, coming, *, by=NURSE):
    return sessions.answer_invitation(bot.context, session.id, coming, by=by, now=bot.clock.now())


def _there(bot, session, profession, *, by=NURSE):
    return sessions.was_there(bot.context, session.id, profession, by=by, now=bot.clock.now())


def _write(bot, session, form=NOTES, *, by=NURSE, seen=0, key=None):
    return sessions.write_notes(bot.context, session.id, form, seen=seen, key=key or str(uuid4()), by=by)


def _call_off(bot, session, *, by=LEAD):
    return sessions.call_off_session(bot.context, session.id, by=by, now=bot.clock.now())


def _told(bot, kind):
    bot.post_all()
    return [(posted.target, posted.message.text) for posted in bot.of_kind(kind)]


@pytest.fixture
def reviewed(bot):
    """An incident whose review the nurse leads."""
    report = bot.report(by="U0REPORTS")
    facts = {"response": LearningResponse.LOCAL_REVIEW, "lead": NURSE, "due_on": bot.clock.now().date()}
    decide_incident(bot.context, report.incident_id, a_decision_form(**facts), seen=None, by="U0SAFETY")
    return report.incident_id


def test_people_are_invited_once_without_a_word_of_the_agenda(bot):
    session = _propose(bot, NURSE, OTHER, key="form").session
    assert _propose(bot, NURSE, OTHER, key="form").session == session
    assert may_have_been_saved(bot.context, "form")
    told = _told(bot, "session_invited")
    words = "Reflection session on Thursday 26 November, 12:00. Can you come?"
    assert sorted(told) == [(NURSE, words), (OTHER, words)]
    [(sealed,)] = bot.rows("SELECT words_sealed FROM learning_session")
    assert b"office" not in bytes(sealed)


def test_the_lead_of_a_review_proposes_one_about_it_and_the_safety_team_one_about_a_theme(bot, reviewed):
    assert _propose(bot, OTHER, by=NURSE, about=SessionAbout.REVIEW, incident=reviewed).leads
    sessions.may_propose(bot.context, reviewed, by=NURSE, now=bot.clock.now())
    for incident, person in ((reviewed, "U0SAFETY"), (None, NURSE)):
        with pytest.raises(NotForYou):
            sessions.may_propose(bot.context, incident, by=person, now=bot.clock.now())
    sessions.may_propose(bot.context, None, by="U0SAFETY", now=bot.clock.now())


def test_whoever_is_not_invited_sees_nothing_and_somebody_taken_off_loses_sight_at_once(bot):
    session = _propose(bot, NURSE).session
    _write(bot, session)
    _change(bot, session, OTHER)
    for refused in (
        lambda: _open(bot, session, by=NURSE),
        lambda: _answer(bot, session, Coming.ACCEPTED),
        lambda: _there(bot, session, Profession.NURSE),
        lambda: _write(bot, session, seen=1),
        lambda: _call_off(bot, session, by=OTHER),
        lambda: _change(bot, session, by=OTHER),
        lambda: sessions.session_to_change(bot.context, session.id, by=OTHER, now=bot.clock.now()),
        lambda: sessions.open_session(bot.context, uuid4(), by=LEAD, now=bot.clock.now()),
    ):
        with pytest.raises(NotForYou):
            refused()
    assert bot.rows("SELECT count(*) FROM audit WHERE action = 'access.refused'") == [(8,)]
    assert [each.sections for each in _open(bot, session, by=OTHER).notes] == [NOTES]
    assert home_data(bot.context, NURSE).sessions == []


def test_somebody_who_is_part_of_the_incident_is_not_invited_and_sees_nothing_of_it(bot):
    report = bot.report_involving(OTHER)
    facts = {"response": LearningResponse.LOCAL_REVIEW, "lead": NURSE, "due_on": bot.clock.now().date()}
    decide_incident(bot.context, report.incident_id, a_decision_form(**facts), seen=None, by="U0SAFETY")
    about = {"by": NURSE, "about": SessionAbout.REVIEW, "incident": report.incident_id}
    with pytest.raises(SessionRefused) as refusal:
        _propose(bot, OTHER, **about)
    assert refusal.value.reason is SessionReason.PERSON_INVOLVED
    session = _propose(bot, "U0THIRD", **about).session
    bot.execute("UPDATE session_guest SET person = 'U0OTHER'")
    with pytest.raises(NotForYou):
        _open(bot, session, by=OTHER)


def test_people_answer_and_say_as_what_they_were_there(bot):
    session = _propose(bot, NURSE, OTHER).session
    _answer(bot, session, Coming.ACCEPTED)
    _answer(bot, session, Coming.ACCEPTED)
    assert _answer(bot, session, Coming.DECLINED, by=OTHER).guests == [
        Guest(person=NURSE, coming=Coming.ACCEPTED),
        Guest(person=OTHER, coming=Coming.DECLINED),
    ]
    assert bot.rows("SELECT count(*) FROM audit WHERE action = 'session.answered'") == [(2,)]
    assert (home_data(bot.context, OTHER).sessions, home_data(bot.context, NURSE).sessions) == ([], [session])
    with pytest.raises(SessionRefused) as refusal:
        _there(bot, session, Profession.NURSE)
    assert refusal.value.reason is SessionReason.NOT_BEGUN
    bot.clock.forward(2 * DAY)
    _there(bot, session, Profession.NURSE)
    found = _there(bot, session, Profession.DOCTOR, by=LEAD)
    assert {each.person: each.profession for each in found.guests if each.profession} == {
        NURSE: Profession.NURSE,
        LEAD: Profession.DOCTOR,
    }
    bot.clock.forward(8 * DAY)
    assert home_data(bot.context, NURSE).sessions == []


def test_everybody_writes_notes_of_their_own_and_an_older_form_overwrites_nothing(bot):
    session = _propose(bot, NURSE).session
    assert _write(bot, session, key="form").own.version == 1
    assert _write(bot, session, key="form").own.version == 1
    assert may_have_been_saved(bot.context, "form")
    with pytest.raises(NotesRefused) as refusal:
        _write(bot, session, NotesForm(how_are_we="Tired."))
    assert refusal.value.reason is NotesReason.SAVED_MEANWHILE
    assert _write(bot, session, NotesForm(how_are_we="Tired."), seen=1).own.version == 2
    assert len(_write(bot, session, by=LEAD).notes) == 2
    [(sealed,), _] = bot.rows("SELECT sections_sealed FROM session_notes ORDER BY version")
    assert b"torch" not in bytes(sealed)
    bot.execute("UPDATE session_notes SET sections_sealed = submission_hash")
    bot.execute("UPDATE learning_session SET words_sealed = submission_hash")
    found = _open(bot, session)
    assert ([each.sections for each in found.notes], found.words) == ([None, None], None)


def test_people_are_reminded_a_day_and_an_hour_before_and_not_if_they_declined(bot):
    session = _propose(bot, NURSE, OTHER).session
    _answer(bot, session, Coming.DECLINED, by=OTHER)
    tick = Tick(bot.context)
    bot.clock.forward(DAY - MINUTE)
    tick()
    assert _told(bot, "session_soon") == []
    bot.clock.forward(MINUTE)
    tick()
    tick()
    assert sorted(target for target, _ in _told(bot, "session_soon")) == [NURSE, LEAD]
    bot.clock.forward(DAY - HOUR)
    tick()
    assert sorted(target for target, _ in _told(bot, "session_soon")) == [NURSE, NURSE, LEAD, LEAD]
    bot.clock.forward(DAY)
    tick()
    assert len(_told(bot, "session_soon")) == 4


def test_reminders_that_an_outage_kept_back_come_once_and_none_once_it_has_begun(bot):
    _propose(bot, NURSE)
    bot.clock.forward(2 * DAY - MINUTE)
    Tick(bot.context)()
    assert sorted(target for target, _ in _told(bot, "session_soon")) == [NURSE, LEAD]
    _propose(bot, NURSE)
    bot.clock.forward(3 * DAY)
    Tick(bot.context)()
    assert len(_told(bot, "session_soon")) == 2


def test_another_time_is_told_to_everybody_and_moves_the_reminders(bot):
    session = _propose(bot, NURSE).session
    assert len(_told(bot, "session_invited")) == 1
    changed = _change(bot, session, NURSE, OTHER, ahead=5 * DAY).session
    assert sorted(target for target, _ in _told(bot, "session_invited")) == [NURSE, NURSE, OTHER]
    with pytest.raises(SessionRefused) as refusal:
        _change(bot, session, seen=1)
    assert refusal.value.reason is SessionReason.CHANGED_MEANWHILE
    bot.clock.forward(DAY)
    Tick(bot.context)()
    assert _told(bot, "session_soon") == []
    again = ProposedSession(SessionAbout.THEME, None, changed.starts_at, [NURSE, OTHER], WORDS)
    sessions.change_session(bot.context, session.id, again, seen=2, by=LEAD, now=bot.clock.now())
    assert len(_told(bot, "session_invited")) == 3


def test_those_invited_are_told_once_that_it_is_called_off_and_are_not_reminded(bot):
    session = _propose(bot, NURSE).session
    bot.post_all()
    _call_off(bot, session)
    _call_off(bot, session)
    assert [words for _, words in _told(bot, "session_invited")][1:] == [
        "Called off: the reflection session on Thursday 26 November, 12:00."
    ]
    bot.clock.forward(2 * DAY - HOUR)
    Tick(bot.context)()
    assert _told(bot, "session_soon") == []
    for refused in (lambda: _answer(bot, session, Coming.ACCEPTED), lambda: _change(bot, session)):
        with pytest.raises(SessionRefused) as refusal:
            refused()
        assert refusal.value.reason is SessionReason.CALLED_OFF


def test_a_message_that_waited_is_dropped_for_whoever_was_taken_off_or_once_it_has_moved_or_begun(bot):
    session = _propose(bot, NURSE).session
    _change(bot, session)
    assert _told(bot, "session_invited") == []
    other = _propose(bot, NURSE, ahead=2 * HOUR).session
    bot.clock.forward(HOUR)
    Tick(bot.context)()
    _change(bot, other, NURSE, ahead=5 * DAY)
    assert _told(bot, "session_soon") == []
    third = _propose(bot, NURSE, ahead=2 * HOUR).session
    bot.clock.forward(HOUR)
    Tick(bot.context)()
    _answer(bot, third, Coming.DECLINED)
    assert [target for target, _ in _told(bot, "session_soon")] == [LEAD]
    _propose(bot, NURSE, ahead=2 * HOUR)
    bot.clock.forward(HOUR)
    Tick(bot.context)()
    bot.clock.forward(2 * HOUR)
    assert len(_told(bot, "session_soon")) == 1


def test_words_of_a_patient_are_taken_out_of_a_session_and_it_moves_with_a_merged_incident(bot, reviewed):
    words = SessionWords(agenda="Mary fell")
    about = {"by": NURSE, "about": SessionAbout.REVIEW, "incident": reviewed}
    session = _propose(bot, OTHER, words=words, **about).session
    _propose(bot, OTHER, **about)
    _write(bot, session, NotesForm(what_happened="Mary fell"))
    _write(bot, session, by=OTHER)
    bot.execute("UPDATE session_notes SET person = person")
    assert redact_incident(bot.context, reviewed, "Mary", by="U0SAFETY") == 2
    other = bot.report(key="other")
    merge_incident(bot.context, reviewed, other.reference, by="U0SAFETY")
    found = _open(bot, session, by=NURSE)
    assert (found.session.incident_id, found.words) == (other.incident_id, SessionWords(agenda="[taken out] fell"))
