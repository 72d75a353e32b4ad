"""The announcement of a forum's paper. It holds no number: those are read in a modal by whoever may read them."""

from datetime import date

from bot.domain.evidence.forum_papers import PaperName
from bot.domain.service.service import Forum, Service
from bot.views.kit import people
from bot.views.kit.action_ids import FIRST_PAGE, FORUM_DECISION, SEND_PAPER, SIGN_PAPER
from bot.views.kit.blocks import Message, button, buttons, escaped, section, small


def to_sign(forum: Forum, month: date) -> Message:
    """To somebody who signs it."""
    name, value = escaped(forum.name), str(PaperName(forum.code, month))
    return Message(
        f"Read and sign the paper of {month:%B %Y} for {name}.",
        [
            section(f"*Read the paper of {month:%B %Y} for {name}.* You sign it for the forum."),
            buttons(
                button("Read the first page", action=FIRST_PAGE, value=value, style="primary"),
                button("Send it to me", action=SEND_PAPER, value=value),
                button("Sign", action=SIGN_PAPER, value=value),
                button("Write down a decision", action=FORUM_DECISION, value=value),
            ),
            small("*Send it to me* brings the PDF, Word and Excel files here, to you alone."),
        ],
    )


def for_the_forum(forum: Forum, month: date, service: Service) -> Message:
    """In the forum's channel: who has it."""
    who = " and ".join(escaped(people.called(service, signer)) for signer in forum.signers)
    words = f"The paper of {month:%B %Y} is due. {who} read and sign it."
    return Message(words, [section(words)])
