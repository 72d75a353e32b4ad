"""The weekly digest of a safety lead: numbers and the names of teams, never what somebody wrote."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.bulletins.digest import AGEING_AFTER, Digest
from bot.domain.incidents.queue import MOST_COUNTED
from bot.domain.service.service import Service
from bot.views.kit import dates
from bot.views.kit.action_ids import DIGEST_CHANGE, DIGEST_SKIP
from bot.views.kit.blocks import Block, Message, button, buttons, escaped, section, small

MOST_NAMED = 5


def digest(told: Digest, service: Service, *, next_at: datetime, now: datetime) -> Message:
    """What a lead reads once a week. The notification has the numbers alone."""
    lines = _lines(told, service)
    counted = "\n".join(["*Your week*", *(f"\u2022 {line}" for line in lines)])
    pressed = buttons(
        button("Skip the next one", action=DIGEST_SKIP, value="digest"),
        button("Change or pause", action=DIGEST_CHANGE, value="digest"),
    )
    comes = dates.moment(next_at, service.zone, now=now)
    below = small(f"What waits stands in Candour's Home tab. The next digest comes on {comes}.")
    return Message(
        f"Your week: {' '.join(lines)}" if lines else "Your week: ask why it is quiet in some teams.",
        [*([section(counted)] if lines else []), *_silent(told.silent), pressed, below],
    )


def _lines(told: Digest, service: Service) -> list[str]:
    days = service.read_within_working_days
    longer = "a working day" if days == 1 else f"{days} working days"
    counts = told.counts
    sentences = (
        (counts.came, "incident came in the past seven days", "incidents came in the past seven days"),
        (counts.waiting, f"new one has waited longer than {longer}", f"new ones have waited longer than {longer}"),
        (counts.ageing, f"has {_old()}", f"have {_old()}"),
        (counts.late_actions, "action is late", "actions are late"),
        (counts.duties, "duty waits for a decision or to be done", "duties wait for a decision or to be done"),
    )
    return [f"{_shown(count)} {one if count == 1 else more}." for count, one, more in sentences if count]


def _old() -> str:
    return f"been open for more than {AGEING_AFTER.days} days"


def _silent(names: Sequence[str]) -> list[Block]:
    """A question, not an alarm: a quiet ward may be a good one, or one where nobody dares to speak."""
    if not names:
        return []
    shown = ", ".join(escaped(name) for name in names[:MOST_NAMED])
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return [section(f"*Ask why it is quiet:* {shown}{more}. Nothing came for four weeks; one a week is usual there.")]


def _shown(count: int) -> str:
    return str(count) if count < MOST_COUNTED else f"{MOST_COUNTED} or more"
