"""Shows on the cards of a report who has looked at it. Called after a first reading, and whenever it is taken."""

from uuid import UUID

from bot.usecases.incidents.card_copies import card_copies
from handlers.bolt.copies import redraw_each
from handlers.bolt.listener import Dependencies


def redraw_cards(deps: Dependencies, incident_id: UUID) -> None:
    """Every card of its reports. Also by the id of a report."""
    redraw_each(deps, lambda: card_copies(deps.context, incident_id))
