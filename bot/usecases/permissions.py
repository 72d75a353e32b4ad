"""Who may do what. Every press is judged again: who can see a button says nothing about who may press it."""

from datetime import datetime
from uuid import UUID

from bot.domain.refusals import Refusal
from bot.domain.service.service import Role
from bot.usecases.context import Context
from storage import audit
from storage.audit import AuditEvent


class NotForYou(Refusal):
    """This person may not do this. The attempt has been recorded."""


class NotFound(Refusal):
    """There is no such report or action."""


def require_safety_team(context: Context, by: str, *, refused: AuditEvent, subject: UUID, now: datetime) -> None:
    """Raise `NotForYou` for anyone else, and record as `refused` that they tried."""
    if context.service.may(by, Role.SAFETY_TEAM):
        return
    with context.database.writing() as transaction:
        audit.add(transaction, actor=by, event=refused, subject=str(subject), at=now)
    raise NotForYou
