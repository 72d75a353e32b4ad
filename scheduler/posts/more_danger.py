"""One card for several reports with danger, where one person's many cards would delay those of others."""

from datetime import datetime

from bot.domain.service.service import Service
from bot.usecases.outgoing import MoreDanger, halves
from bot.views.kit.blocks import Message
from bot.views.shared import danger_messages, messages
from scheduler.posts.card import fallback
from storage import danger as dangers
from storage import reports
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage, OutboxMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = MoreDanger.KIND
PRIORITY = Priority.URGENT
READABLE = True
QUEUED_BY = "bot.usecases.incidents.submit.submit_report"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """Every danger with its button, without anything that the reporter wrote; not to somebody who is involved."""
    about = reports.get_all(transaction, MoreDanger.decode(claimed.body).reports)
    found = dangers.shown(transaction, list(dict.fromkeys(each.incident_id for each in about)))
    if not found:  # Of before there was a ladder.
        return messages.more_danger(about, service, may_repeat=claimed.may_repeat)
    told = [each for each in found if claimed.target not in each.involved]
    return danger_messages.card(told, service, may_repeat=claimed.may_repeat, now=now) if told else None


def split(claimed: ClaimedMessage) -> list[OutboxMessage]:
    """In two halves."""
    return halves(claimed, MoreDanger.decode(claimed.body))
