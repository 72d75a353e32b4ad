"""Has an anonymous reporter written the claim code down? They are asked for its last word."""

from datetime import datetime
from functools import partial

from bot.domain.reports.claim_codes import is_last_word
from bot.domain.service.service import Service
from bot.usecases.incidents.by_claim_code import code_of_form
from bot.views.kit import form
from bot.views.kit.blocks import View
from bot.views.reports import claim
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import show
from handlers.bolt.payloads import Press, Submission

FIELDS: list[form.Field] = [
    form.Line(
        "word", "The last word of your code", wrong="Write the last word, as it stands on your paper.", longest=150
    )
]


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """The one question."""
    return FIELDS


def draw(*, nonce: str) -> View:
    """The form. `nonce` is the one of the report's form, which stands for the code."""
    blocks = [field.draw() for field in FIELDS]
    return form.modal(DIALOG.name, title="Have you got it?", submit="Check", blocks=blocks, ids={"nonce": nonce})


def from_receipt(deps: Dependencies, press: Press) -> None:
    """I have written it down, on the receipt."""
    show(deps, press, draw(nonce=press.value))


def save(deps: Dependencies, sent: Submission) -> Saved:
    """A wrong word shows the code again."""
    code = code_of_form(deps.context, sent.nonce)
    if is_last_word(form.entered(sent.view, FIELDS)["word"] or "", code):
        return Saved(claim.is_written_down, anonymous=True)
    return Saved(partial(claim.code_again, code, sent.nonce), anonymous=True)


DIALOG = Dialog("written_down", fields, draw, save)
