"""The announcement of a forum's paper. It holds no number: those are read in a modal by whoever may read them."""

from datetime import date

from bot.domain.service.service import Forum, Service
from bot.views.kit import people
from bot.views.kit.action_ids import FIRST_PAGE
from bot.views.kit.blocks import Message, button, buttons, escaped, section, small


def to_sign(forum: Forum, month: date) -> Message:
    """To somebody who signs it."""
    name = escaped(forum.name)
    return Message(
        f"Read and sign the paper of {month:%B %Y} for {name}.",
        [
            section(f"*Read the paper of {month:%B %Y} for {name}.* You sign it for the forum."),
            buttons(button("Read the first page", action=FIRST_PAGE, value=month.isoformat(), style="primary")),
            small("The first page says which command makes the Word, PDF and Excel files."),
        ],
    )


def for_the_forum(forum: Forum, month: date, service: Service) -> Message:
    """In the forum's channel: who has it."""
    who = " and ".join(escaped(people.called(service, signer)) for signer in forum.signers)
    words = f"The paper of {month:%B %Y} is due. {who} read and sign it."
    return Message(words, [section(words)])
