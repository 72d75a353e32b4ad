"""What stands in a message or in Home is redrawn when its action was answered. A failure here loses nothing."""

import logging
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from slack_sdk import WebClient

from bot.domain.actions.action import Action
from bot.usecases.actions.agree_and_answer import own_action
from bot.usecases.context import Context
from bot.views.shared import action_blocks
from handlers import home

_log = logging.getLogger("candour.redrawing")


def place(body: Mapping[str, Any]) -> dict[str, str]:
    """The message whose button was pressed; nothing if it was pressed in Home."""
    container = body["container"]
    if container["type"] != "message":
        return {}
    return {"channel": container["channel_id"], "ts": container["message_ts"]}


def refresh_message(
    context: Context, client: WebClient, action_id: UUID, *, by: str, place: Mapping[str, str]
) -> None:
    """Show the owner's answer where its button was pressed. A failure is only noted: the answer is saved."""
    try:
        if "ts" in place:
            action = own_action(context, action_id, by=by)
            _in_message(client, action, channel=place["channel"], ts=place["ts"])
        else:
            home.publish(context, client, by)
    except Exception as error:  # noqa: BLE001 - whatever it was, the answer is saved, and its owner sees it in Home
        _log.warning("an answer was saved but not shown: %(error)s", {"error": type(error).__name__})


def _in_message(client: WebClient, action: Action, *, channel: str, ts: str) -> None:
    page = client.conversations_history(channel=channel, latest=ts, oldest=ts, inclusive=True, limit=1)
    for posted in page["messages"]:
        blocks = action_blocks.redrawn(posted["blocks"], action)
        client.chat_update(channel=channel, ts=ts, text=posted["text"], blocks=blocks)
