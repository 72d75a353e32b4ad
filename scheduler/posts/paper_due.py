"""Tells whoever signs the paper of a forum that it is due, and the forum's channel who has it. No number is in it."""

from datetime import datetime

from bot.domain.service.service import Service
from bot.domain.values import is_person
from bot.usecases.outgoing import PaperDue
from bot.views.kit.blocks import Message
from bot.views.shared import paper_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = PaperDue.KIND
PRIORITY = Priority.NORMAL
READABLE = False  # Candour does not read what a forum says in its channel.
QUEUED_BY = "bot.usecases.evidence.forums"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:  # noqa: ARG001 - as every post
    """The announcement; None if the forum is gone, or this person does not sign for it any more."""
    content = PaperDue.decode(claimed.body)
    forum = service.forum(content.forum)
    if forum is None or claimed.target not in forum.told:
        return None
    if is_person(claimed.target):
        return paper_messages.to_sign(forum, content.month)
    return paper_messages.for_the_forum(forum, content.month, service)
