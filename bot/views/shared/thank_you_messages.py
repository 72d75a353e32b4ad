"""The message to somebody who was thanked. It says neither by whom, nor what for."""

from uuid import UUID

from bot.views.kit.action_ids import READ_THANK_YOU
from bot.views.kit.blocks import Message, button, buttons, section, small

_WORDS = "Somebody thanked you for good care."


def thanked(thank_you_id: UUID) -> Message:
    return Message(
        _WORDS,
        [
            section(f"*{_WORDS}*"),
            buttons(button("Read it", action=READ_THANK_YOU, value=str(thank_you_id), style="primary")),
            small("Only you can read it with this button."),
        ],
    )
