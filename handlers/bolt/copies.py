"""Messages that stand in Slack are redrawn. A failure here loses nothing, because the answer itself is saved."""

import logging
from collections.abc import Callable

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
