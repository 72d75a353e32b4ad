"""Words written to Candour itself: a direct message, a reply under one, a mention. Nobody reads them, and it says so.

The words are left behind at the door: they are not stored, logged or repeated. The database is not asked.
"""

from bot.views.kit import refusals
from bot.views.kit.blocks import Message
from bot.views.shared import messages
from handlers.bolt.listener import Dependencies, Listeners, on_message
from handlers.bolt.payloads import WrittenMessage


def reply(deps: Dependencies, message: WrittenMessage) -> None:
    """Say at once that nobody reads messages here, whom to phone, and what to press instead."""
    by_us = message.person == deps.identity.bot_user
    if by_us or not message.new or not deps.recent_replies.take(message.person):
        return
    try:
        _post(deps, message, _words(deps, message))
    except Exception:
        deps.recent_replies.give_back(message.person)
        raise


def _words(deps: Dependencies, message: WrittenMessage) -> Message:
    if deps.identity.is_our_workspace(message.workspace):
        return messages.nobody_reads_messages(deps.context.service)
    return Message(refusals.not_ours(deps.context.service.on_call_phone))


def _post(deps: Dependencies, message: WrittenMessage, words: Message) -> None:
    channel, thread, text, blocks = message.channel, message.thread_ts or None, words.text, words.blocks or None
    if message.direct:
        deps.client.chat_postMessage(channel=channel, thread_ts=thread, text=text, blocks=blocks)
    else:  # Seen by this person alone.
        deps.client.chat_postEphemeral(
            channel=channel, user=message.person, thread_ts=thread, text=text, blocks=blocks
        )


LISTENERS: Listeners = (on_message("message.im", reply), on_message("app_mention", reply))
