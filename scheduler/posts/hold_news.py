"""Tells whoever leads an action what its ward says of it: the most careful answer, and nothing else."""

from datetime import datetime

from bot.domain.service.service import Service
from bot.usecases.outgoing import HoldNews
from bot.views.kit.blocks import Message
from bot.views.shared import hold_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from scheduler.later import wait_for_working_hours
from storage import actions, holds, reports
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = HoldNews.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.actions.hold_answers"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """None once the action is open again. Of a restricted incident it is a reference only."""
    news = HoldNews.decode(claimed.body)
    question = holds.find(transaction, news.question)
    if question is None:
        raise LookupError("the question is not there")
    action = actions.get(transaction, question.action_id)
    if action.checked_at != question.checked_at:
        return None
    wait_for_working_hours(now, service.zone)
    words = None if holds.is_restricted(transaction, action.id) else action.words_for_channels
    reference = reports.get(transaction, action.report_id).reference
    return hold_messages.news(question, news.answer, reference, service.team(question.team), words=words)
