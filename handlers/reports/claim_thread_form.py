"""The report of somebody anonymous, with its conversation and a field to write in."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from bot.domain.incidents.conversation import LONGEST, EntryKind, EntryWords
from bot.domain.service.service import Service
from bot.usecases.incidents.by_claim_code import MAY_WRITE, PassExpired, read_by_code, write_by_code
from bot.views.kit import form
from bot.views.kit.blocks import Block, View
from bot.views.reports import claim
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import new_nonce
from handlers.bolt.payloads import Submission


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """What they may write, whatever the report allows now."""
    return asked(MAY_WRITE)


def asked(offered: Sequence[EntryKind]) -> list[form.Field]:
    """What they may write now, and the words."""
    return [
        form.Choice(
            "kind",
            "What do you want to do?",
            wrong="Choose one of these.",
            options=[(kind.value, claim.WRITES[kind]) for kind in offered],
            element_type="radio_buttons",
        ),
        form.Text(
            "text",
            "Your words",
            wrong="Write your words, in at most 3,000 characters.",
            hint="Leave out names, your own as well. The safety team reads these words.",
            longest=LONGEST,
        ),
    ]


def draw(blocks: Sequence[Block], offered: Sequence[EntryKind], *, nonce: str, given: str) -> View:
    """The report, and the form below it. `given` is the pass."""
    shown = [*blocks, *(field.draw() for field in asked(offered))]
    ids = {"nonce": nonce, "pass": given}
    return form.modal(DIALOG.name, title="Your report", submit="Send", blocks=shown, ids=ids)


def drawn(deps: Dependencies, given: str) -> View:
    """The same, as things are now. Raises `PassExpired`."""
    now = deps.context.clock.now()
    found = read_by_code(deps.context, given, now=now)
    offered = [kind for kind in MAY_WRITE if kind in found.may_write]
    return draw(claim.report(found, deps.context.service, now=now), offered, nonce=new_nonce(), given=given)


def save(deps: Dependencies, sent: Submission) -> Saved:
    """Keep the words. The safety team is told at the next full hour, or at once while somebody may be at risk."""
    questions = asked(MAY_WRITE)
    entered = form.entered(sent.view, questions)
    if entered["kind"] not in MAY_WRITE:
        raise form.FormRefused({"kind": questions[0].wrong})
    words = form.validated(EntryWords, form.by_name(questions), text=entered["text"])
    now, given = deps.context.clock.now(), sent.ids.get("pass", "")
    try:
        entry = write_by_code(deps.context, given, EntryKind(entered["kind"]), words, key=sent.nonce, now=now)
    except PassExpired:
        return Saved(claim.enter_again, anonymous=True)
    shown = partial(claim.written, at_once=entry.at <= now, service=deps.context.service)
    return Saved(shown, anonymous=True)


DIALOG = Dialog("claim_thread", fields, draw, save)
