"""Messages about actions to whoever leads and checks them. Reasons and proofs stand in modals only."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from bot.domain.actions.action import Action, ActionEntry, ActionEntryKind
from bot.domain.calendar import known_zone, local_date
from bot.views.kit import dates
from bot.views.kit.action_ids import ACTION_NEW_OWNER, ACTION_OFFER_HELP, ACTION_SEE
from bot.views.kit.blocks import Block, Message, button, buttons, divider, section, small, typed
from bot.views.kit.counts import counted
from bot.views.shared import action_blocks

MOST_IN_AN_OFFER = 15


def check_asked(action: Action, reference: str) -> Message:
    """Asks somebody else than the owner. The checker may read the words of the action."""
    measure = [small("How we will know that it works:"), typed(action.measure)] if action.measure else []
    return Message(
        f"Check that an action works. It is from report {reference}.",
        [
            section(f"*Does this work?* <@{action.owner}> says that it is done. It is from report {reference}."),
            action_blocks.change(action),
            *measure,
            action_blocks.check_block(action),
        ],
    )


def offer(actions: Sequence[Action], references: Mapping[UUID, str], *, now: datetime) -> Message:
    """Offers help with late actions: once in the life of each."""
    days = [_days_late(action, now) for action in actions]
    late = f"late by {counted(days[0], 'day', 'days')}"
    if len(actions) > 1:
        late = f"late, the oldest by {counted(max(days), 'day', 'days')}"
    summary = f"{counted(len(actions), 'action is', 'actions are')} {late}."
    blocks: list[Block] = [
        section(f"*{summary}* Ask what would help. The owner gets no more reminders of this date.")
    ]
    for action in actions[:MOST_IN_AN_OFFER]:
        blocks += [divider(), section(line(action, references[action.id], now=now)), lead_buttons(action)]
    return Message(f"Offer help: {summary}", blocks)


def news(action: Action, entry: ActionEntry, reference: str, *, now: datetime) -> Message:
    """What an owner answered, to whoever leads the action; or an offer of help, to its owner."""
    words = _NEWS[entry.kind].format(who=f"<@{entry.author}>", reference=reference, dates=_moved(action, entry, now))
    see = button("See the action", action=ACTION_SEE, value=str(action.id))
    notification = _NOTIFIED[entry.kind].format(reference=reference, dates=_moved(action, entry, now))
    return Message(notification, [section(words), buttons(see)])


def lead_buttons(action: Action) -> Block:
    """What whoever leads a late action can do."""
    return buttons(
        button("Offer help", action=ACTION_OFFER_HELP, value=str(action.id)),
        button("New owner", action=ACTION_NEW_OWNER, value=str(action.id)),
        button("See the action", action=ACTION_SEE, value=str(action.id)),
    )


def line(action: Action, reference: str, *, now: datetime) -> str:
    """One action to whoever leads it: its owner, how late it is, how often it was moved."""
    moved = f" Moved {counted(action.moves, 'time', 'times')}." if action.moves else ""
    days = _days_late(action, now)
    late = f", late by {counted(days, 'day', 'days')}" if days > 0 and not action.waits_for_check else ""
    waits = " It waits for its check." if action.waits_for_check else ""
    return f"*{reference}*  <@{action.owner}>\nDue {action_blocks.due_day(action, now)}{late}.{moved}{waits}"


def _days_late(action: Action, now: datetime) -> int:
    return (local_date(now, known_zone(action.owner_zone)) - action.due_on).days


def _moved(action: Action, entry: ActionEntry, now: datetime) -> str:
    if not entry.due_on or not entry.moved_from:
        return ""
    today = local_date(now, known_zone(action.owner_zone))
    return f"from {dates.day(entry.moved_from, today=today)} to {dates.day(entry.due_on, today=today)}"


_NEWS = {
    ActionEntryKind.MOVED: "*{who} moved the action from report {reference}* {dates}.",
    ActionEntryKind.BLOCKED: "*{who} cannot go on with the action from report {reference}.* Ask what would help.",
    ActionEntryKind.NOT_MINE: (
        "*{who} says that the action from report {reference} is not theirs.* Choose a new owner."
    ),
    ActionEntryKind.HELP_OFFERED: "*{who} offers help with your action from report {reference}.* Write to them.",
}
_NOTIFIED = {
    ActionEntryKind.MOVED: "The action from report {reference} was moved {dates}.",
    ActionEntryKind.BLOCKED: "The action from report {reference} is blocked.",
    ActionEntryKind.NOT_MINE: "Choose a new owner for the action from report {reference}.",
    ActionEntryKind.HELP_OFFERED: "Help is offered with your action from report {reference}.",
}
