"""Asks a ward whether an action holds, in the words that were approved for its channel."""

from datetime import datetime

from bot.domain.service.service import Service
from bot.usecases.outgoing import HoldAsked
from bot.views.kit.blocks import Message
from bot.views.shared import hold_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from scheduler.later import wait_for_working_hours
from storage import actions, holds
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = HoldAsked.KIND
PRIORITY = Priority.NORMAL
READABLE = False  # Candour does not read what teams say in their channels.
QUEUED_BY = "bot.usecases.actions.hold_questions"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """None once it has closed, the action is open again, or its incident is restricted."""
    question = holds.find(transaction, HoldAsked.decode(claimed.body).question)
    if question is None:
        raise LookupError("the question is not there")
    action, team = actions.get(transaction, question.action_id), service.team(question.team)
    words = action.words_for_channels
    live = question.is_open(now) and action.checked_at == question.checked_at
    if not words or team is None or not live or holds.is_restricted(transaction, action.id):
        return None
    wait_for_working_hours(now, team.zone)
    return hold_messages.asked(question, words, team, now=now)
