"""Modals open at once. What must be read from the database first opens empty, and is filled afterwards."""

import logging
import secrets
from collections.abc import Callable

from slack_sdk import WebClient

from bot.usecases.permissions import NotForYou, NotFound
from bot.views.kit import refusals
from bot.views.kit.blocks import View, loading

_log = logging.getLogger("candour.modals")


def open_then_fill(client: WebClient, trigger_id: str, fill: Callable[[], View]) -> None:
    """Open a modal, and show in it what `fill` returns, or why there is nothing to show."""
    opened = client.views_open(trigger_id=trigger_id, view=loading())["view"]
    try:
        view = fill()
    except NotForYou:
        view = refusals.only_the_safety_team()
    except NotFound:
        view = refusals.not_found()
    except Exception as error:  # noqa: BLE001 - the person must not be left with an empty screen
        _log.error("a modal could not be filled: %(error)s", {"error": type(error).__name__})
        view = refusals.try_again()
    client.views_update(view_id=opened["id"], hash=opened["hash"], view=view)


def new_nonce() -> str:
    """What makes this form different from every other: it is saved once, however often it is sent."""
    return secrets.token_urlsafe(16)
