"""What messages about the draft of a bulletin have in common."""

from uuid import UUID

from bot.domain.bulletins.draft import Draft, DraftState
from bot.domain.service.service import Service, Team
from storage import bulletins
from storage.engine.transactions import Transaction


def waiting(transaction: Transaction, service: Service, draft_id: UUID) -> tuple[Draft, Team] | None:
    """The draft with its team; None once somebody has decided, or if the team has left the service.

    Raises `LookupError` if the draft is not there.
    """
    draft = bulletins.find(transaction, draft_id)
    if draft is None:
        raise LookupError("the draft is not there")
    team = service.team(draft.team)
    return (draft, team) if team and draft.state is DraftState.WAITING else None
