"""Messages that stand in Slack are redrawn. A failure here loses nothing, because the answer itself is saved."""

import logging
from collections.abc import Callable, Iterable

from bot.views.kit.blocks import Message
from handlers.bolt.listener import Dependencies
from handlers.bolt.payloads import MessagePlace
from storage.outbox.copies import MessageCopy

_log = logging.getLogger("candour.refresh")


def place_of(deps: Dependencies, copy: MessageCopy) -> MessagePlace:
    """The channel itself, or the direct message with a person: Slack changes a message only by its channel."""
    if copy.to_a_person:
        return MessagePlace(deps.client.conversations_open(users=copy.target)["channel"]["id"], copy.ts)
    return MessagePlace(copy.target, copy.ts)


def noted(redraw: Callable[[], object]) -> None:
    """Redraw, and only note a failure."""
    try:
        redraw()
    except Exception as error:  # noqa: BLE001 - whatever it was, the answer is saved
        _log.warning("an answer was saved but not shown: %(error)s", {"error": type(error).__name__})


def redraw_each(deps: Dependencies, drawn: Callable[[], Iterable[tuple[MessageCopy, Message]]]) -> None:
    """Each copy by itself, as `drawn` has it now: one that Slack refuses keeps no other from being right."""

    def redraw_all() -> None:
        for copy, message in drawn():
            noted(lambda copy=copy, message=message: _redraw(deps, copy, message))  # type: ignore[misc]

    noted(redraw_all)


def _redraw(deps: Dependencies, copy: MessageCopy, message: Message) -> None:
    place = place_of(deps, copy)
    deps.client.chat_update(channel=place.channel, ts=place.ts, text=message.text, blocks=message.blocks)
