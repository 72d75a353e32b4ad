"""Did it hold? What a ward is asked, in words approved for its channel, and what its lead is told of the answers."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from bot.domain.actions.hold import HoldAnswer, HoldQuestion
from bot.domain.calendar import local_date
from bot.domain.service.service import Team
from bot.views.kit import action_ids, dates
from bot.views.kit.blocks import Message, button, buttons, escaped, section, small, typed

_PRESSED = {
    HoldAnswer.HOLDS: (action_ids.HOLD_YES, "Yes"),
    HoldAnswer.PARTLY: (action_ids.HOLD_PARTLY, "Partly"),
    HoldAnswer.SLIPPED: (action_ids.HOLD_SLIPPED, "It has slipped"),
    HoldAnswer.ANSWERED: (action_ids.HOLD_ANSWERED, "I have looked"),
    HoldAnswer.TALK: (action_ids.HOLD_TALK, "I want to talk about it"),
}
_TOLD = {
    HoldAnswer.HOLDS: "Yes, it holds.",
    HoldAnswer.PARTLY: "It holds partly.",
    HoldAnswer.SLIPPED: "It has slipped.",
    HoldAnswer.ANSWERED: "Somebody has answered.",
    HoldAnswer.TALK: "Somebody wants to talk about it.",
}


def asked(question: HoldQuestion, words: str, team: Team, *, now: datetime) -> Message:
    """To the channel of a ward. Nobody is named, and no answer is shown there."""
    today = local_date(now, team.zone)
    until = dates.day(local_date(question.closes_at, team.zone), today=today)
    pressed = [
        button(label, action=action, value=str(question.id))
        for action, label in (_PRESSED[answer] for answer in question.offered)
    ]
    return Message(
        f"Did it hold? One tap about a change in {escaped(team.name)}, until {until}.",
        [
            section(f"*Did it hold?* This was checked {question.days} days ago:"),
            typed(words),
            buttons(*pressed),
            small(f"One answer each, until {until}. Nobody sees who answered, or how many."),
        ],
    )


def news(
    question: HoldQuestion, answer: HoldAnswer, reference: str, team: Team | None, *, words: str | None
) -> Message:
    """To whoever leads the action."""
    ward = escaped(team.name) if team else "The ward"
    said = _TOLD[answer] if question.small else f"The most careful answer: {_TOLD[answer]}"
    pressed = [
        button("See the action", action=action_ids.ACTION_SEE, value=str(question.action_id)),
        button("Open it again", action=action_ids.ACTION_REOPEN, value=str(question.action_id)),
    ]
    return Message(
        f"Read what {ward} says about the action from report {reference}.",
        [
            section(
                f"*{said}* {ward} was asked about the action from report {reference} after {question.days} days."
            ),
            *([typed(words)] if words else []),
            buttons(*(pressed if answer is not HoldAnswer.HOLDS else pressed[:1])),
            small("Who answered, and how many, is shown to nobody."),
        ],
    )


MOST_REPEATED = 10


def repeat(incident_id: UUID, reference: str, actions: Sequence[tuple[UUID, str]]) -> Message:
    """To whoever leads these actions, each with the reference of its report: something like it has happened again."""
    lines = [
        section(
            f"The action from report {before}",
            button=button("See the action", action=action_ids.ACTION_SEE, value=str(action)),
        )
        for action, before in actions[-MOST_REPEATED:]
    ]
    return Message(
        f"Look whether an action still helps: report {reference} may be a repeat.",
        [
            section(
                f"*It may have happened again.* Report {reference} has the kind and team of an action that you lead."
            ),
            *lines,
            buttons(button("Open the report", action=action_ids.OPEN_REPORT, value=str(incident_id))),
            small("You are told once of each new incident."),
        ],
    )
