"""The draft of a bulletin, exactly as it would be posted."""

from datetime import datetime

from bot.domain.bulletins.draft import Draft, DraftState
from bot.views.bulletins.content import Preview
from bot.views.kit import dates
from bot.views.kit.action_ids import APPROVE_BULLETIN, SKIP_BULLETIN, SWAP_BULLETIN
from bot.views.kit.blocks import Block, Message, View, button, buttons, divider, escaped, plain_modal, section


def preview(seen: Preview, *, now: datetime) -> View:
    """What the team would read, between two lines."""
    draft, team = seen.draft, seen.team
    state = _state(draft, dates.moment(seen.leaves_at, team.zone, now=now))
    used = "Its words may be used." if seen.free else "Its words may not be used."
    above = section(f"*For {escaped(team.name)}.* {state} {used} Between the lines stands all of it.")
    return plain_modal(
        "Weekly bulletin",
        *(above, divider(), *inert(seen.message), divider()),
        *_buttons(draft, others=seen.others, free=seen.free),
    )


def _state(draft: Draft, leaves: str) -> str:
    match draft.state:
        case DraftState.WAITING:
            return f"If you approve it now, it is posted on {leaves}."
        case DraftState.APPROVED:
            return "It was posted." if draft.posted_at else f"It is approved, and is posted on {leaves}."
        case DraftState.SKIPPED:
            return "It is skipped this week."
        case DraftState.DROPPED:
            return "It is not posted any more."


def inert(message: Message) -> list[Block]:
    """The buttons of a message do nothing here."""
    return [block for block in message.blocks if block["type"] != "actions"]


def _buttons(draft: Draft, *, others: bool, free: bool) -> list[Block]:
    if draft.state is not DraftState.WAITING:
        return []
    value = f"{draft.id}:{draft.point}"
    swap = [button("Swap the learning point", action=SWAP_BULLETIN, value=value)] if others else []
    approve = [button("Approve these words", action=APPROVE_BULLETIN, value=value, style="primary")] if free else []
    return [buttons(*approve, *swap, button("Skip this week", action=SKIP_BULLETIN, value=value))]
