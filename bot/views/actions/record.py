"""An action with what happened to it, in a modal: the reasons and proofs stand here and nowhere else."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.actions.action import Action, ActionEntry, ActionEntryKind, ActionState
from bot.domain.calendar import known_zone, local_date
from bot.views.kit import dates
from bot.views.kit.blocks import Block, View, plain_modal, section, small, typed
from bot.views.shared import action_blocks

MOST_SHOWN = 20
_HAPPENED = {
    ActionEntryKind.DONE: "said that it is done",
    ActionEntryKind.UNDONE: "said that it is not done after all",
    ActionEntryKind.CHECKED: "checked that it works",
    ActionEntryKind.NOT_YET: "said that it does not work yet",
    ActionEntryKind.PLANNED: "chose a day",
    ActionEntryKind.MOVED: "moved the date",
    ActionEntryKind.BLOCKED: "said that it is blocked",
    ActionEntryKind.UNBLOCKED: "can go on",
    ActionEntryKind.NOT_MINE: "said that it is not theirs",
    ActionEntryKind.ASSIGNED: "chose a new owner",
    ActionEntryKind.HELP_OFFERED: "offered help",
    ActionEntryKind.REOPENED: "said that it has slipped",
}


def record(action: Action, reference: str, entries: Sequence[ActionEntry], *, now: datetime) -> View:
    """Everything about one action, the newest entry last."""
    measure = [small("How we will know that it works:"), typed(action.measure)] if action.measure else []
    ward = for_ward(action)
    facts = f"<@{action.owner}>, due {action_blocks.due_day(action, now)}. {_state(action)}"
    history = [block for entry in entries[-MOST_SHOWN:] for block in _entry(action, entry, now)]
    return plain_modal(f"Action {reference}", action_blocks.change(action), *measure, *ward, section(facts), *history)


def proof(action: Action, entries: Sequence[ActionEntry], *, now: datetime) -> list[Block]:
    """The words of the action, and what its owner says has changed."""
    measure = [small("How we will know that it works:"), typed(action.measure)] if action.measure else []
    done = [entry for entry in entries if entry.kind is ActionEntryKind.DONE][-1:]
    return [
        action_blocks.change(action),
        *measure,
        *(block for entry in done for block in _entry(action, entry, now)),
    ]


def for_ward(action: Action) -> list[Block]:
    """Its wording for the ward, and whether a channel may show it."""
    if not action.for_ward:
        return []
    approved = (
        f"<@{action.ward_approved_by}> approved this for the ward's channel:" if action.ward_approved_by else ""
    )
    return [small(approved or "For the ward, not approved yet:"), typed(action.for_ward)]


def open_already() -> View:
    return plain_modal("It is open", section("This action is open again already. Nothing is left to do."))


def nothing_to_check() -> View:
    return plain_modal(
        "Nothing to check",
        section("This action is open again, or it has been checked already. Nothing is left to do."),
    )


def _entry(action: Action, entry: ActionEntry, now: datetime) -> list[Block]:
    zone = known_zone(action.owner_zone)
    today = local_date(now, zone)
    moved = f" to {dates.day(entry.due_on, today=today)}" if entry.due_on else ""
    line = f"<@{entry.author}> {_HAPPENED[entry.kind]}{moved}: {dates.moment(entry.at, zone, now=now)}."
    return [small(line), *([typed(entry.words)] if entry.words else [])]


def _state(action: Action) -> str:
    if action.checked_by:
        return f"<@{action.checked_by}> has checked that it works."
    return "It waits for its check." if action.state is ActionState.DONE else "It is open."
