"""Sends what goes to no place in Slack: the call to what rings at night."""

from uuid import uuid4

from bot.domain.service.ladders import Asks
from bot.runtime import paging
from bot.runtime.paging import PageAccess
from bot.usecases.context import Context
from bot.usecases.outgoing import Page
from bot.views.kit.blocks import Message
from bot.views.shared import danger_messages
from scheduler.delivery.slack_calls import Posted
from storage.outbox.messages import ClaimedMessage

_NO_PLACE = "page"
"""In the place of Slack's timestamp: nothing stands in Slack."""
_WHERE_NO_LADDER_FOLLOWS = (Asks.FIRST, Asks.SECOND)
"""Both at once, because no later ringing asks the second."""


class Pager:
    """Hands a ringing on. Each repeat has the same id."""

    def __init__(self, context: Context, access: PageAccess) -> None:
        self._context = context
        self._access = access

    def post(self, claimed: ClaimedMessage, message: Message) -> Posted:
        """Send it. Raises `NotPaged`."""
        told = Page.decode(claimed.body)
        sent = paging.body(claimed.id, alert=told.incident, asks=told.asks, say=message.text)
        paging.call(self._access, sent, now=self._context.clock.elapsed())
        return Posted(_NO_PLACE, None)

    def ring_from_memory(self) -> None:
        """Ring once for danger that is not saved, with the words of each ringing. Raises `NotPaged`."""
        say = danger_messages.page(self._context.service).text
        sent = paging.body(uuid4(), alert=uuid4(), asks=_WHERE_NO_LADDER_FOLLOWS, say=say)
        paging.call(self._access, sent, now=self._context.clock.elapsed())
