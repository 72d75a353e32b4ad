"""Read an answer: an anonymous reporter enters their claim code. Who they are is looked at nowhere here."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from bot.domain.reports.claim_codes import parsed
from bot.domain.service.service import Service
from bot.usecases.incidents.by_claim_code import enter
from bot.views.kit import form
from bot.views.kit.blocks import Block, View, loading
from bot.views.reports import claim
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import new_nonce, show
from handlers.bolt.payloads import Command, Press, Submission
from handlers.reports import claim_thread_form

FIELDS: list[form.Field] = [
    form.Line("code", "Your six words", wrong="Write all six words, as they stand on your paper.", longest=150)
]


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """The one question."""
    return FIELDS


def draw(*, nonce: str, above: Sequence[Block] = ()) -> View:
    """The form for the code."""
    blocks = [*(above or claim.before_the_code()), *(field.draw() for field in FIELDS)]
    return form.modal(DIALOG.name, title="Read an answer", submit="Read it", blocks=blocks, ids={"nonce": nonce})


def open_form(deps: Dependencies, request: Command | Press) -> None:
    """From Home, the help screen, or the command."""
    show(deps, request, draw(nonce=new_nonce()))


def save(deps: Dependencies, sent: Submission) -> Saved:
    """Look for the report, once it is this code's turn. Slack is answered before."""
    code = parsed(form.entered(sent.view, FIELDS)["code"] or "")
    if code is None:
        raise form.FormRefused({FIELDS[0].name: FIELDS[0].wrong})
    look = partial(_look, deps, code, view_id=str(sent.view.get("id") or ""))
    return Saved(loading, partial(deps.wrong_codes.slowed, look), anonymous=True)


def _look(deps: Dependencies, code: str, *, view_id: str) -> None:
    now = deps.context.clock.now()
    given = enter(deps.context, code, now=now)
    if given is None:
        deps.wrong_codes.note()
        view = draw(nonce=new_nonce(), above=claim.leads_nowhere())
    else:
        view = claim_thread_form.drawn(deps, given)
    deps.client.views_update(view_id=view_id, view=view)


DIALOG = Dialog("claim_code", fields, draw, save)
