"""Hands a ringing to what rings at night. It goes to no place in Slack: `scheduler.delivery.pager` sends it."""

from datetime import datetime

from bot.domain.incidents.danger import PAGER, DangerState
from bot.domain.service.service import Service
from bot.usecases.outgoing import Page
from bot.views.kit.blocks import Message
from bot.views.shared import danger_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import danger as dangers
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = Page.KIND
PRIORITY = Priority.URGENT
READABLE = False
QUEUED_BY = "bot.usecases.incidents.submit.submit_report"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:  # noqa: ARG001 - as each post
    """None once somebody has it, or a later ringing has been handed on."""
    told = Page.decode(claimed.body)
    [shown] = dangers.shown(transaction, [told.incident])
    is_open = shown.danger.state is DangerState.OPEN
    return danger_messages.page(service) if is_open and shown.number_for(PAGER) == told.number else None
