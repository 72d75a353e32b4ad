"""Remove, on the receipt of a report that was saved at once: identifiers are taken out of its words."""

from uuid import UUID

from bot.usecases.incidents.names_out import take_names_out, take_names_out_anonymously
from bot.views.kit.blocks import View
from bot.views.reports import identified
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import Press

NONCE = "nonce:"
"""Before the form's nonce in the value of the button, where no person may be asked: an anonymous receipt."""


def from_receipt(deps: Dependencies, press: Press) -> None:
    """Says what was done, over the receipt."""

    def fill() -> View:
        context, now = deps.context, deps.context.clock.now()
        if press.value.startswith(NONCE):
            nonce = press.value.removeprefix(NONCE)
            return identified.taken_out(take_names_out_anonymously(context, nonce, identified.KINDS, now=now))
        return identified.taken_out(
            take_names_out(context, UUID(press.value), identified.KINDS, by=press.person, now=now)
        )

    open_then_fill(deps, press, fill)
