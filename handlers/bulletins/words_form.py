"""The dialog in which somebody writes to the lead of their team about a bulletin."""

from datetime import datetime
from uuid import UUID

from bot.domain.bulletins.answers import LONGEST_WORDS, BulletinWordsForm
from bot.domain.service.service import Service
from bot.usecases.actions.hold_answers import Taken
from bot.usecases.bulletins.answers import write_to_lead
from bot.views.bulletins import answered
from bot.views.kit import form
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import new_nonce, show
from handlers.bolt.payloads import Press, Submission

FIELDS: list[form.Field] = [
    form.Text(
        "words",
        "What do you want to say?",
        wrong=f"Write at most {LONGEST_WORDS} characters.",
        hint=answered.WHO_READS,
        longest=LONGEST_WORDS,
    )
]
_SHOWN = {Taken.SAVED: answered.sent, Taken.AGAIN: answered.full, Taken.CLOSED: answered.closed}


def open_form(deps: Dependencies, press: Press) -> None:
    """Write to the lead."""
    show(deps, press, draw(nonce=new_nonce(), draft=str(press.id)))


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """The questions, in the order they are shown."""
    return FIELDS


def draw(*, nonce: str, draft: str) -> View:
    blocks = [field.draw() for field in FIELDS]
    return form.modal(
        DIALOG.name, title="Write to the lead", submit="Send", blocks=blocks, ids={"nonce": nonce, "draft": draft}
    )


def save(deps: Dependencies, sent: Submission) -> Saved:
    """Keep it without who wrote it."""
    written = form.validated(BulletinWordsForm, form.by_name(FIELDS), **form.entered(sent.view, FIELDS))
    now = deps.context.clock.now()
    taken = write_to_lead(deps.context, UUID(sent.ids["draft"]), written, key=sent.key, now=now)
    return Saved(_SHOWN[taken], anonymous=True)


DIALOG = Dialog("bulletin_words", fields, draw, save)
