"""People affected, by letters: three ticks each, and no words."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from bot.domain.incidents.affected import PEOPLE, Affected, Tick, letters_of, state_of
from bot.domain.service.service import Service
from bot.usecases.incidents.affected import people_affected, tick_affected
from bot.views.incidents import saved_screens
from bot.views.kit import form
from bot.views.kit.blocks import View, section
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import new_nonce, open_then_fill
from handlers.bolt.payloads import Press, Submission
from handlers.incidents import forms

TICKS = (
    (Tick.OFFERED, "Offered to take part"),
    (Tick.ACCEPTED, "Accepted"),
    (Tick.ANSWERED, "Their questions were answered"),
)


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """For two people. A merged incident asks about more."""
    return _fields(PEOPLE)


def _fields(letters: Sequence[str]) -> list[form.Field]:
    return [
        form.Ticks(_name(letter), f"Person {letter}", wrong="Tick what applies.", optional=True, options=TICKS)
        for letter in letters
    ]


def _name(letter: str) -> str:
    return f"person_{letter.lower()}"


def draw(*, incident_id: str, people: Sequence[Affected], nonce: str) -> View:
    """As it stands now."""
    ticks = {_name(person.letter): list(person.ticks) for person in people}
    letters = letters_of(people)
    intro = section("*Tick what applies to patients, families and others who were affected.* Names stand nowhere.")
    blocks = [intro, *(field.draw(ticks.get(field.name)) for field in _fields(letters))]
    ids = {"nonce": nonce, "incident": incident_id, "seen": state_of(people), "letters": "".join(letters)}
    return form.modal(DIALOG.name, title="People affected", submit="Save", blocks=blocks, ids=ids)


def from_incident(deps: Dependencies, press: Press) -> None:
    """People affected, on an opened incident."""

    def fill() -> View:
        people = people_affected(deps.context, press.id, by=press.person)
        return draw(incident_id=str(press.id), people=people, nonce=new_nonce())

    open_then_fill(deps, press, fill)


def save(deps: Dependencies, sent: Submission) -> Saved:
    """Keep what is ticked now."""
    about, letters = UUID(sent.ids["incident"]), sent.ids["letters"]
    answers = form.entered(sent.view, _fields(letters))
    chosen = {letter: [Tick(code) for code in answers[_name(letter)]] for letter in letters}
    now = deps.context.clock.now()
    after = tick_affected(deps.context, about, chosen, seen=sent.ids["seen"], by=sent.person, now=now)
    return forms.saved(deps, sent, about, partial(saved_screens.affected, len(after)))


DIALOG = Dialog("people_affected", fields, draw, save)
