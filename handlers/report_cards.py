"""Shows on the cards of a report who has looked at it. Called after a first reading, and whenever it is taken."""

from uuid import UUID

from bot.usecases.incidents.card_copies import card_copies
from bot.views.kit.blocks import Message
from handlers.bolt.copies import noted, place_of
from handlers.bolt.listener import Dependencies
from storage.outbox.copies import MessageCopy


def redraw_cards(deps: Dependencies, incident_id: UUID) -> None:
    """Each card by itself: one that Slack refuses keeps no other from being right. Also by the id of a report."""

    def redraw_all() -> None:
        for copy, message in card_copies(deps.context, incident_id):
            noted(lambda copy=copy, message=message: _redraw(deps, copy, message))  # type: ignore[misc]

    noted(redraw_all)


def _redraw(deps: Dependencies, copy: MessageCopy, message: Message) -> None:
    place = place_of(deps, copy)
    deps.client.chat_update(channel=place.channel, ts=place.ts, text=message.text, blocks=message.blocks)
