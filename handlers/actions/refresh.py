"""Shows an action's new state wherever the action stands. A failure here loses nothing."""

from uuid import UUID

from bot.usecases.actions.agree_and_answer import copies_of_action, own_action
from bot.views.shared import action_blocks
from handlers import home
from handlers.bolt.copies import noted, place_of
from handlers.bolt.listener import Dependencies
from handlers.bolt.payloads import MessagePlace


def refresh_everywhere(deps: Dependencies, action_id: UUID, *, by: str, message: MessagePlace | None) -> None:
    """Redraw where the button was pressed, a message or Home; then every other message that shows the action.

    A failure is only noted: the answer is saved, and its owner sees it in Home.
    """
    if message:
        noted(lambda: _redraw_message(deps, action_id, message, by=by))
    else:
        noted(lambda: home.publish(deps, by))
    noted(lambda: _redraw_copies(deps, action_id, by=by, but=message))


def _redraw_copies(deps: Dependencies, action_id: UUID, *, by: str, but: MessagePlace | None) -> None:
    for copy in copies_of_action(deps.context, action_id):
        if but is None or copy.ts != but.ts:
            noted(lambda copy=copy: _redraw_message(deps, action_id, place_of(deps, copy), by=by))  # type: ignore[misc]


def _redraw_message(deps: Dependencies, action_id: UUID, message: MessagePlace, *, by: str) -> None:
    action, channel, ts = own_action(deps.context, action_id, by=by), message.channel, message.ts
    page = deps.client.conversations_history(channel=channel, latest=ts, oldest=ts, inclusive=True, limit=1)
    for posted in page["messages"]:
        if posted.get("ts") != ts:  # Slack may return another message than the one that was asked for.
            continue
        blocks = action_blocks.redrawn(posted["blocks"], action, now=deps.context.clock.now())
        if blocks != posted["blocks"]:
            deps.client.chat_update(channel=channel, ts=ts, text=posted["text"], blocks=blocks)
