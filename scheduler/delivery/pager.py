"""Sends what goes to no place in Slack: the call to what rings at night."""

from bot.runtime import paging
from bot.runtime.paging import PageAccess
from bot.usecases.context import Context
from bot.usecases.outgoing import Page
from bot.views.kit.blocks import Message
from scheduler.delivery.slack_calls import Posted
from storage.outbox.messages import ClaimedMessage

_NO_PLACE = "page"
"""In the place of Slack's timestamp: nothing stands in Slack."""


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
