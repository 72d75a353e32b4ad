"""A reflection session as those who are invited see it: agenda, who comes, and everybody's notes by section."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.reviews.session import Coming, Profession, professions
from bot.domain.reviews.session_words import Section
from bot.domain.service.service import Service
from bot.views.kit import action_ids
from bot.views.kit.blocks import Block, View, button, buttons, header, plain_modal, section, small, typed
from bot.views.kit.counts import counted
from bot.views.reviews.content import SessionContent
from bot.views.reviews.labels import FIRST_LINE
from bot.views.shared.session_messages import ABOUT, when

SECTIONS = {
    Section.WHAT_HAPPENED: "What happened?",
    Section.WHAT_HELPED: "What helped?",
    Section.WHAT_GOT_IN_THE_WAY: "What got in the way?",
    Section.HOW_ARE_WE: "How are we?",
    Section.WHAT_WILL_WE_TRY: "What will we try?",
}
PROFESSIONS = {
    Profession.NURSE: "Nurse",
    Profession.SUPPORT_WORKER: "Support worker",
    Profession.DOCTOR: "Doctor",
    Profession.PSYCHOLOGIST: "Psychologist",
    Profession.OCCUPATIONAL_THERAPIST: "Occupational therapist",
    Profession.SOCIAL_WORKER: "Social worker",
    Profession.PHARMACIST: "Pharmacist",
    Profession.PEER_WORKER: "Peer worker",
    Profession.MANAGER: "Manager",
    Profession.OTHER: "Another profession",
}


def session(content: SessionContent, service: Service, *, now: datetime, saved: bool = False) -> View:
    """`saved`: this person has just saved something."""
    above = [section("*Saved.* You can come back and go on at any time.")] if saved else []
    return plain_modal(
        "Reflection session",
        *above,
        section(FIRST_LINE),
        section(_facts(content, service, now)),
        *_agenda(content),
        *_notes(content),
        *_next(content, now),
    )


def kept() -> View:
    """After a form: the session stands beneath, and shows it."""
    return plain_modal("Saved", section("*Saved.* Close this to go on with the session."))


def _facts(content: SessionContent, service: Service, now: datetime) -> str:
    of = content.session
    lines = [f"*A session {ABOUT[of.about]}*, led by <@{of.lead}>.", when(of, service, now=now)]
    if of.called_off_at:
        return "\n".join([*lines, "*Called off.* It does not take place."])
    for words, coming in (("Coming", Coming.ACCEPTED), ("Cannot come", Coming.DECLINED), ("No answer yet", None)):
        people = [f"<@{each.person}>" for each in content.guests if each.coming is coming and each.person != of.lead]
        lines += [f"*{words}:* {', '.join(people)}"] if people else []
    return "\n".join([*lines, *_attendance(content)])


def _attendance(content: SessionContent) -> Iterable[str]:
    found = professions(content.guests)
    if found:
        yield f"*Were there:* {counted(len(found), 'profession', 'professions')}."
        yield from (f"• {PROFESSIONS[each]}: {number}" for each, number in found.items())


def _agenda(content: SessionContent) -> Iterable[Block]:
    if content.words is None:
        yield small("The agenda cannot be read. Ask your IT team for help.")
        return
    yield header("Agenda")
    yield typed(content.words.agenda)
    if content.words.summary:
        yield header("Summary")
        yield typed(content.words.summary)


def _notes(content: SessionContent) -> Iterable[Block]:
    """Everybody's words, without names: what counts is what was said."""
    written = [each for each in content.notes if each.sections]
    for part in Section if written else ():
        found = [words for each in written if each.sections and (words := each.sections.words(part))]
        yield header(SECTIONS[part])
        yield from (typed(words) for words in found)
        if not found:
            yield small("Nothing yet.")
    if len(written) < len(content.notes):
        yield small("Some notes cannot be read. Ask your IT team for help.")


def _next(content: SessionContent, now: datetime) -> Iterable[Block]:
    of, value = content.session, str(content.session.id)
    leads, begun = content.leads, now >= of.starts_at
    row = []
    if not of.called_off_at and not begun and not leads:
        row.append(button("I will come", action=action_ids.SESSION_ACCEPT, value=value))
        row.append(button("I cannot come", action=action_ids.SESSION_DECLINE, value=value))
    if not of.called_off_at and begun:
        row.append(button("I was there", action=action_ids.SESSION_THERE, value=value))
    if not of.called_off_at:
        row.append(button("Write notes", action=action_ids.SESSION_WRITE, value=value))
    row.append(button("Guide", action=action_ids.SESSION_GUIDE, value=value))
    if leads and not of.called_off_at and not begun:
        row.append(button("Change it", action=action_ids.SESSION_CHANGE, value=value))
        row.append(button("Call it off", action=action_ids.SESSION_CALL_OFF, value=value))
    yield buttons(*row)
