"""Shows an action's new state where its button was pressed. A failure here loses nothing."""

import logging
from uuid import UUID

from bot.domain.actions.action import Action
from bot.usecases.actions.agree_and_answer import own_action
from bot.views.shared import action_blocks
from handlers import home
from handlers.bolt.listener import Dependencies
from handlers.bolt.payloads import MessagePlace

_log = logging.getLogger("candour.refresh")


def refresh_place(deps: Dependencies, action_id: UUID, *, by: str, message: MessagePlace | None) -> None:
    """Redraw the message with the pressed button, or Home. A failure is only noted: the answer is saved."""
    try:
        if message:
            _redraw_message(deps, own_action(deps.context, action_id, by=by), message)
        else:
            home.publish(deps, by)
    except Exception as error:  # noqa: BLE001 - whatever it was, the answer is saved, and its owner sees it in Home
        _log.warning("an answer was saved but not shown: %(error)s", {"error": type(error).__name__})


def _redraw_message(deps: Dependencies, action: Action, message: MessagePlace) -> None:
    channel, ts = message.channel, message.ts
    page = deps.client.conversations_history(channel=channel, latest=ts, oldest=ts, inclusive=True, limit=1)
    for posted in page["messages"]:
        if posted.get("ts") != ts:  # Slack may return another message than the one that was asked for.
            continue
        blocks = action_blocks.redrawn(posted["blocks"], action, now=deps.context.clock.now())
        if blocks != posted["blocks"]:
            deps.client.chat_update(channel=channel, ts=ts, text=posted["text"], blocks=blocks)
