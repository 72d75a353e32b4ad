"""Reflection sessions: proposed and changed by their lead; answered, attended and written in by those invited."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from bot.domain.reviews.session import MOST_GUESTS, Coming, Profession, SessionAbout
from bot.domain.reviews.session_words import LONGEST_AGENDA, LONGEST_NOTE, NotesForm, Section, SessionWords
from bot.domain.service.service import Service
from bot.usecases.learning.themes import open_theme
from bot.usecases.reviews import sessions
from bot.usecases.reviews.sessions import ProposedSession
from bot.views.kit import action_ids, form
from bot.views.kit.blocks import View, section, small
from bot.views.reviews import session as views
from bot.views.reviews import session_guide
from bot.views.reviews.content import SessionContent
from bot.views.reviews.labels import FIRST_LINE
from bot.views.reviews.session import PROFESSIONS, SECTIONS
from handlers import home
from handlers.bolt.copies import noted
from handlers.bolt.listener import AnyListener, Dependencies, Dialog, FormListener, Saved, on_press
from handlers.bolt.members import is_one_of_us
from handlers.bolt.modals import new_nonce, open_then_fill, show
from handlers.bolt.payloads import Press, Submission
from handlers.bolt.presses import save_and_show
from handlers.bolt.submissions import counted

_ABOUT = form.Choice(
    "about",
    "What is it about?",
    wrong="Choose one.",
    options=((SessionAbout.THEME.value, "A theme"), (SessionAbout.GOOD_CARE.value, "Good care")),
    element_type="radio_buttons",
)
_PROPOSAL: tuple[form.Field, ...] = (
    form.Moment("starts_at", "When?", wrong="Choose a date and time.", hint="Each person sees it in their own zone."),
    form.People(
        "people",
        "People, beside you",
        wrong=f"Choose at most {MOST_GUESTS} people.",
        hint="People of every profession. Take somebody off by removing their name.",
        optional=True,
        most=MOST_GUESTS,
    ),
    form.Text(
        "agenda",
        "Agenda",
        wrong=f"Write at most {LONGEST_AGENDA} characters.",
        hint="Where you meet, and what you talk about. No names.",
        longest=LONGEST_AGENDA,
    ),
    form.Text(
        "summary",
        "Summary without names",
        wrong=f"Write at most {LONGEST_AGENDA} characters, or leave it empty.",
        hint="Leave out names, ages and dates, so that nobody can be recognised.",
        optional=True,
        longest=LONGEST_AGENDA,
    ),
)
FIELDS: tuple[form.Field, ...] = (_ABOUT, *_PROPOSAL)
PROFESSION = (
    form.Choice(
        "profession",
        "I was there as",
        wrong="Choose one from the list.",
        options=tuple((each.value, words) for each, words in PROFESSIONS.items()),
    ),
)
NOTES: tuple[form.Field, ...] = tuple(
    form.Text(
        each.value,
        SECTIONS[each],
        wrong=f"Write at most {LONGEST_NOTE:,} characters, or leave it empty.",
        optional=True,
        longest=LONGEST_NOTE,
    )
    for each in Section
)
_NOT_OURS = "Somebody here does not work here. Choose people of this workspace only."


def fields(_service: Service, _now: datetime) -> Sequence[form.Field]:
    return FIELDS


def draw(
    *, nonce: str, incident_id: str | None = None, before: SessionContent | None = None, theme: str | None = None
) -> View:
    """Of a new session, about a review if there is an incident; or of one that its lead changes.

    `theme` is the name of the theme that it is about.
    """
    given = _given(before) if before else {"about": SessionAbout.THEME.value, "agenda": theme} if theme else {}
    asked = _PROPOSAL if incident_id or before else FIELDS
    blocks = [section(FIRST_LINE), *(field.draw(given.get(field.name)) for field in asked)]
    ids = {"nonce": nonce} | ({"incident": incident_id} if incident_id else {})
    ids |= {"session": str(before.session.id), "seen": str(before.session.version)} if before else {}
    return form.modal(DIALOG.name, title="Reflection session", submit="Save", blocks=blocks, ids=ids)


def _given(before: SessionContent) -> dict[str, Any]:
    words = before.words.model_dump() if before.words else {}
    people = [each.person for each in before.guests if each.person != before.session.lead]
    return {**words, "starts_at": before.session.starts_at, "people": people}


def propose(deps: Dependencies, press: Press) -> None:
    """On the screen of a review or of a theme, or in Home."""
    _, of_theme, theme_id = press.value.partition("theme:")
    incident_id = None if of_theme or press.value == "home" else press.id

    def fill() -> View:
        now = deps.context.clock.now()
        sessions.may_propose(deps.context, incident_id, by=press.person, now=now)
        seen = open_theme(deps.context, UUID(theme_id), by=press.person, now=now) if of_theme else None
        name = seen.theme.name if seen else None
        return draw(nonce=new_nonce(), incident_id=str(incident_id) if incident_id else None, theme=name)

    open_then_fill(deps, press, fill)


def change(deps: Dependencies, press: Press) -> None:
    """Its lead changes it."""

    def fill() -> View:
        now = deps.context.clock.now()
        before = sessions.session_to_change(deps.context, press.id, by=press.person, now=now)
        return draw(nonce=new_nonce(), before=before)

    open_then_fill(deps, press, fill)


def save(deps: Dependencies, sent: Submission) -> Saved:
    """Keep it, and invite whoever is new. Then the session takes the form's place."""
    given, ids, now = form.entered(sent.view, FIELDS), sent.ids, deps.context.clock.now()
    people = given.get("people") or []
    if not all(deps.context.service.name_of(person) or is_one_of_us(deps, person) for person in people):
        raise form.FormRefused({"people": _NOT_OURS})
    words = form.validated(SessionWords, form.by_name(FIELDS), agenda=given["agenda"], summary=given.get("summary"))
    incident = UUID(ids["incident"]) if "incident" in ids else None
    about = SessionAbout(given.get("about") or SessionAbout.REVIEW)
    proposed = ProposedSession(about, incident, given["starts_at"], people, words)
    if "session" in ids:
        about_it = {"seen": int(ids["seen"]), "by": sent.person, "now": now}
        found = sessions.change_session(deps.context, UUID(ids["session"]), proposed, **about_it)  # type: ignore[arg-type]
    else:
        found = sessions.propose_session(deps.context, proposed, key=sent.key, by=sent.person, now=now)
    return _saved(deps, sent, found)


def open_session(deps: Dependencies, press: Press) -> None:
    """In Home, or in a message."""
    now = deps.context.clock.now
    open_then_fill(
        deps, press, lambda: drawn(deps, sessions.open_session(deps.context, press.id, by=press.person, now=now()))
    )


def accept(deps: Dependencies, press: Press) -> None:
    _answer(deps, press, Coming.ACCEPTED, named=action_ids.SESSION_ACCEPT)


def decline(deps: Dependencies, press: Press) -> None:
    _answer(deps, press, Coming.DECLINED, named=action_ids.SESSION_DECLINE)


def _answer(deps: Dependencies, press: Press, coming: Coming, *, named: str) -> None:
    """In a message a modal opens with the session; in the modal it stands as it is now."""

    def keep() -> View:
        now = deps.context.clock.now()
        found = sessions.answer_invitation(deps.context, press.id, coming, by=press.person, now=now)
        return drawn(deps, found, saved=True)

    def counted_keep() -> View:
        with counted(deps, named):
            return keep()

    if press.in_modal:
        save_and_show(deps, press, keep, named=named)
    else:
        open_then_fill(deps, press, counted_keep)
    noted(lambda: home.refresh(deps, press.person))


def call_off(deps: Dependencies, press: Press) -> None:
    def keep() -> View:
        now = deps.context.clock.now()
        return drawn(deps, sessions.call_off_session(deps.context, press.id, by=press.person, now=now))

    save_and_show(deps, press, keep, named=action_ids.SESSION_CALL_OFF)
    noted(lambda: home.refresh(deps, press.person))


def open_guide(deps: Dependencies, press: Press) -> None:
    show(deps, press, session_guide.guide())


def _profession_fields(_service: Service, _now: datetime) -> Sequence[form.Field]:
    return PROFESSION


def draw_there(*, session_id: str) -> View:
    blocks = [small("So that everybody sees how many professions were there."), *(each.draw() for each in PROFESSION)]
    return form.modal(THERE.name, title="I was there", submit="Save", blocks=blocks, ids={"session": session_id})


def open_there(deps: Dependencies, press: Press) -> None:
    """Judged when it is sent: the form shows nothing."""
    show(deps, press, draw_there(session_id=str(press.id)))


def save_there(deps: Dependencies, sent: Submission) -> Saved:
    profession = Profession(form.entered(sent.view, PROFESSION)["profession"])
    now = deps.context.clock.now()
    found = sessions.was_there(deps.context, UUID(sent.ids["session"]), profession, by=sent.person, now=now)
    return _saved(deps, sent, found)


def _notes_fields(_service: Service, _now: datetime) -> Sequence[form.Field]:
    return NOTES


def draw_notes(*, session_id: str, own: NotesForm | None, seen: int, nonce: str) -> View:
    """Filled with what this person wrote before."""
    blocks = [
        section(FIRST_LINE),
        small("Everybody invited reads your words, without your name. No names of patients."),
        *(field.draw(own.words(each) if own else None) for field, each in zip(NOTES, Section, strict=True)),
    ]
    ids = {"nonce": nonce, "session": session_id, "seen": str(seen)}
    return form.modal(WRITE.name, title="Notes", submit="Save", blocks=blocks, ids=ids)


def open_notes(deps: Dependencies, press: Press) -> None:
    def fill() -> View:
        now = deps.context.clock.now()
        own = sessions.open_session(deps.context, press.id, by=press.person, now=now).own
        return draw_notes(
            session_id=str(press.id),
            own=own.sections if own else None,
            seen=own.version if own else 0,
            nonce=new_nonce(),
        )

    open_then_fill(deps, press, fill)


def save_notes(deps: Dependencies, sent: Submission) -> Saved:
    written = form.validated(NotesForm, form.by_name(NOTES), **form.entered(sent.view, NOTES))
    about, seen = UUID(sent.ids["session"]), int(sent.ids["seen"])
    found = sessions.write_notes(deps.context, about, written, seen=seen, key=sent.key, by=sent.person)
    return _saved(deps, sent, found)


def drawn(deps: Dependencies, found: SessionContent, *, saved: bool = False) -> View:
    return views.session(found, deps.context.service, now=deps.context.clock.now(), saved=saved)


def _saved(deps: Dependencies, sent: Submission, found: SessionContent) -> Saved:
    """The session takes the form's place. Where it stands beneath, it is drawn anew there."""
    beneath = str(sent.view.get("previous_view_id") or "")
    if not beneath or "incident" in sent.ids:
        return Saved(partial(drawn, deps, found, saved=True), partial(home.refresh, deps, sent.person))

    def then() -> None:
        noted(lambda: deps.client.views_update(view_id=beneath, view=drawn(deps, found)))
        home.refresh(deps, sent.person)

    return Saved(views.kept, then)


DIALOG = Dialog("session", fields, draw, save)
THERE = Dialog("session_there", _profession_fields, draw_there, save_there)
WRITE = Dialog("session_notes", _notes_fields, draw_notes, save_notes)

OF_SESSIONS: tuple[AnyListener, ...] = (
    on_press(action_ids.SESSION, open_session),
    on_press(action_ids.SESSION_PROPOSE, propose),
    on_press(action_ids.SESSION_CHANGE, change),
    on_press(action_ids.SESSION_ACCEPT, accept),
    on_press(action_ids.SESSION_DECLINE, decline),
    on_press(action_ids.SESSION_CALL_OFF, call_off),
    on_press(action_ids.SESSION_GUIDE, open_guide),
    on_press(action_ids.SESSION_THERE, open_there),
    on_press(action_ids.SESSION_WRITE, open_notes),
    FormListener(DIALOG),
    FormListener(THERE),
    FormListener(WRITE),
)
COUNTED = (action_ids.SESSION_ACCEPT, action_ids.SESSION_DECLINE, action_ids.SESSION_CALL_OFF)
