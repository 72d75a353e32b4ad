"""The bulletins of the teams: drafts, what was approved, and what was posted."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bot.domain.bulletins.draft import Draft, DraftState
from storage.engine.encryption import SealBroken
from storage.engine.transactions import Transaction, table
from storage.tables.bulletins import BulletinRow

Shown = tuple[str, list[dict[str, Any]]]
"""What a notification says, and the blocks."""
_TABLE = table(BulletinRow)
_UNPOSTED = _TABLE.c.posted_at.is_(None), _TABLE.c.state.in_([DraftState.WAITING.value, DraftState.APPROVED.value])
_FACTS = tuple(_TABLE.c[name] if name != "point" else _TABLE.c.point_id.label("point") for name in Draft.model_fields)


def add_all(transaction: Transaction, drafts: Sequence[tuple[Draft, Shown]], *, now: datetime) -> list[Draft]:
    """Keep these drafts with what they say. Returns those whose team had none for this Monday."""
    rows = [
        {
            **draft.model_dump(exclude={"point"}),
            "point_id": draft.point,
            "message_sealed": _seal(transaction, draft.id, shown),
            "made_at": now,
        }
        for draft, shown in drafts
    ]
    kept = {row.id for row in transaction.insert_all_once(BulletinRow, rows)}
    return [draft for draft, _ in drafts if draft.id in kept]


def find(transaction: Transaction, draft_id: UUID) -> Draft | None:
    row = transaction.core.execute(sa.select(*_FACTS).where(_TABLE.c.id == draft_id)).first()
    return _draft(row) if row else None


def get_for_update(transaction: Transaction, draft_id: UUID) -> Draft | None:
    """The draft, or None. Until this transaction ends nobody else can change it."""
    row = transaction.core.execute(sa.select(*_FACTS).where(_TABLE.c.id == draft_id).with_for_update()).first()
    return _draft(row) if row else None


def shown(transaction: Transaction, draft_id: UUID) -> Shown | None:
    """What it says, byte for byte; None if it is not there or cannot be read."""
    sealed = transaction.core.execute(sa.select(_TABLE.c.message_sealed).where(_TABLE.c.id == draft_id)).scalar()
    try:
        text, blocks = json.loads(transaction.unseal(sealed, bound_to=_bound(draft_id))) if sealed else (None, [])
    except SealBroken:
        return None
    return (text, blocks) if text else None


def change_state(transaction: Transaction, draft: Draft) -> None:
    """What was decided, posted or said of it."""
    changed = draft.model_dump(include={"state", "decided_by", "decided_at", "posted_at", "told_at"})
    transaction.core.execute(sa.update(_TABLE).where(_TABLE.c.id == draft.id).values(**changed))


def swap(transaction: Transaction, draft: Draft, message: Shown) -> None:
    """It tells of another learning point."""
    sealed = _seal(transaction, draft.id, message)
    values = {"point_id": draft.point, "message_sealed": sealed}
    transaction.core.execute(sa.update(_TABLE).where(_TABLE.c.id == draft.id).values(**values))


def with_draft(transaction: Transaction, mondays: Mapping[str, date]) -> set[str]:
    """The teams that have a draft for their Monday, whatever became of it."""
    of_these = sa.select(_TABLE.c.team, _TABLE.c.monday).where(_TABLE.c.monday.in_(set(mondays.values())))
    return {row.team for row in transaction.core.execute(of_these) if mondays.get(row.team) == row.monday}


def take_unposted(transaction: Transaction, teams: Collection[str]) -> list[Draft]:
    """What waits, or is approved and not posted, held until this transaction ends; the oldest first."""
    of_teams = sa.select(*_FACTS).where(_TABLE.c.team.in_(teams), *_UNPOSTED)
    locked = of_teams.order_by(_TABLE.c.monday, _TABLE.c.team).with_for_update()
    return [_draft(row) for row in transaction.core.execute(locked)]


def take_unposted_with(transaction: Transaction, point: UUID) -> list[Draft]:
    """What waits, or is approved and not posted, with this learning point; held until this transaction ends."""
    with_point = sa.select(*_FACTS).where(_TABLE.c.point_id == point, *_UNPOSTED)
    locked = with_point.order_by(_TABLE.c.monday, _TABLE.c.team).with_for_update()
    return [_draft(row) for row in transaction.core.execute(locked)]


def was_posted(transaction: Transaction, point: UUID) -> bool:
    """Whether any team has been told this learning point."""
    told = sa.select(_TABLE.c.id).where(_TABLE.c.point_id == point, _TABLE.c.posted_at.is_not(None))
    return transaction.core.execute(told.limit(1)).first() is not None


def unposted(transaction: Transaction, team: str) -> list[Draft]:
    """What waits, or is approved and not posted, of this team; the oldest first."""
    of_team = sa.select(*_FACTS).where(_TABLE.c.team == team, *_UNPOSTED).order_by(_TABLE.c.monday)
    return [_draft(row) for row in transaction.core.execute(of_team)]


def drop_earlier(transaction: Transaction, drafts: Sequence[Draft]) -> None:
    """What their teams have not been told from earlier weeks is not posted any more."""
    for monday in sorted({draft.monday for draft in drafts}):
        teams = [draft.team for draft in drafts if draft.monday == monday]
        earlier = _TABLE.c.team.in_(teams), _TABLE.c.monday < monday, *_UNPOSTED
        transaction.core.execute(sa.update(_TABLE).where(*earlier).values(state=DraftState.DROPPED.value))


def waiting(transaction: Transaction, *, limit: int) -> list[Draft]:
    """The drafts that nobody has decided about, the most pressing first."""
    of_state = sa.select(*_FACTS).where(_TABLE.c.state == DraftState.WAITING.value)
    rows = transaction.core.execute(of_state.order_by(_TABLE.c.monday, _TABLE.c.team).limit(limit))
    return [_draft(row) for row in rows]


def posted(transaction: Transaction, team: str, *, limit: int) -> list[Draft]:
    """The bulletins that this team has had, the newest first."""
    rows = transaction.core.execute(
        sa.select(*_FACTS)
        .where(_TABLE.c.team == team, _TABLE.c.posted_at.is_not(None))
        .order_by(_TABLE.c.monday.desc())
        .limit(limit)
    )
    return [_draft(row) for row in rows]


def _draft(row: sa.Row[*tuple[Any, ...]]) -> Draft:
    return Draft(**row._asdict() | {"state": DraftState(row.state)})


def _seal(transaction: Transaction, draft_id: UUID, message: Shown) -> bytes:
    return transaction.seal(json.dumps(message, ensure_ascii=False), bound_to=_bound(draft_id))


def _bound(draft_id: UUID) -> str:
    return f"bulletin.message:{draft_id}"
