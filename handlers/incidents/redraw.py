"""Shows a danger as it is now on every message about it."""

from uuid import UUID

from bot.usecases.incidents.danger_copies import danger_copies
from bot.views.kit.blocks import Message
from handlers.bolt.copies import noted, place_of
from handlers.bolt.listener import Dependencies
from storage.outbox.copies import MessageCopy


def redraw_everywhere(deps: Dependencies, incident_id: UUID) -> None:
    """Each copy by itself: one that Slack refuses keeps no other from being right."""

    def redraw_all() -> None:
        now = deps.context.clock.now()
        for copy, message in danger_copies(deps.context, incident_id, now=now):
            noted(lambda copy=copy, message=message: _redraw(deps, copy, message))  # type: ignore[misc]

    noted(redraw_all)


def _redraw(deps: Dependencies, copy: MessageCopy, message: Message) -> None:
    place = place_of(deps, copy)
    deps.client.chat_update(channel=place.channel, ts=place.ts, text=message.text, blocks=message.blocks)
