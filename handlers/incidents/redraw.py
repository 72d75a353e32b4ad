"""Shows a danger as it is now on every message about it."""

from uuid import UUID

from bot.usecases.incidents.danger_copies import danger_copies
from handlers.bolt.copies import redraw_each
from handlers.bolt.listener import Dependencies


def redraw_everywhere(deps: Dependencies, incident_id: UUID) -> None:
    """The channel's card, the messages of each rung, the question to whoever has it."""
    redraw_each(deps, lambda: danger_copies(deps.context, incident_id, now=deps.context.clock.now()))
