"""Tells a reporter that an answer or a question about their report waits."""

from datetime import datetime

from bot.domain.service.service import Service
from bot.usecases.outgoing import AnswerWaits
from bot.views.kit.blocks import Message
from bot.views.shared import messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import reports
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = AnswerWaits.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.incidents.converse.write_entry"


def compose(transaction: Transaction, _service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:  # noqa: ARG001 - as every post
    """The reference and a button. What was written is read in a modal, and stands in no message."""
    about = AnswerWaits.decode(claimed.body)
    return messages.answer_waits(reports.get(transaction, about.report), question=about.question)
