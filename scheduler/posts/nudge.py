"""Reminds an owner of their actions: those that were not answered since the nudge was queued."""

from datetime import datetime

from bot.domain.actions.action import Action
from bot.domain.calendar import known_zone, local_date
from bot.domain.service.service import Service
from bot.usecases.outgoing import Nudge, halves
from bot.views.kit.blocks import Message
from bot.views.shared import messages
from scheduler import of_actions
from scheduler.fallbacks import no_fallback as fallback
from scheduler.later import wait_for_working_hours
from storage import actions
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage, OutboxMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = Nudge.KIND
PRIORITY = Priority.NORMAL
READABLE = True
QUEUED_BY = "bot.usecases.actions.nudges"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """All of the owner's due actions in one message; None once each has an answer."""
    set_at = Nudge.decode(claimed.body).actions
    due = [
        each
        for each in of_actions.found(transaction, set_at)
        if of_actions.unanswered(each, set_at) and not _day_chosen(each, service, now)
    ]
    if not due:
        return None
    wait_for_working_hours(now, known_zone(due[0].owner_zone, otherwise=service.zone))
    others = actions.open_count(transaction, claimed.target) - len(due)
    return messages.nudge(due, others=others, now=now)


def split(claimed: ClaimedMessage) -> list[OutboxMessage]:
    """In two halves: nobody knows how Slack counts the characters of every language."""
    return halves(claimed, Nudge.decode(claimed.body))


def _day_chosen(action: Action, service: Service, now: datetime) -> bool:
    """Its owner has said when, and it is not late."""
    today = local_date(now, known_zone(action.owner_zone, otherwise=service.zone))
    return action.planned_on is not None and today <= action.due_on
