"""Direct messages about reviews: the reference and a button. What people write is read in a modal only."""

from uuid import UUID

from bot.views.kit.action_ids import REVIEW
from bot.views.kit.blocks import Message, button, buttons, section, small


def invited(incident_id: UUID, reference: str, *, leads: bool) -> Message:
    """To somebody who takes part, or leads."""
    words = f"You lead the review of {reference}." if leads else f"You are invited to the review of {reference}."
    return Message(
        f"{words} It takes ten minutes.",
        [
            section(f"*{words}* It takes ten minutes, and you can stop and go on at any time."),
            small("It finds no blame, liability or cause of death. Those taking part and the safety team read it."),
            buttons(button("Open the review", action=REVIEW, value=str(incident_id), style="primary")),
        ],
    )
