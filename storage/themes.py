"""Themes that a person has named and confirmed, with their incidents and their history."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.domain.learning.themes import Theme
from bot.domain.service.findable import Findable
from storage import queue
from storage.engine.encryption import SealBroken
from storage.engine.transactions import Transaction, table
from storage.tables.incidents import IncidentRow
from storage.tables.learning import ThemeIncidentRow, ThemeRow

_THEME, _OF_THEME, _INCIDENT = table(ThemeRow), table(ThemeIncidentRow), table(IncidentRow)
_STANDS = _OF_THEME.c.left_out_at.is_(None)
_COUNTED = (
    sa.select(_OF_THEME.c.theme_id, sa.func.count())
    .join(_INCIDENT, _INCIDENT.c.id == _OF_THEME.c.incident_id)
    .where(_STANDS, queue.ORDINARY_AND_FINDABLE)
    .group_by(_OF_THEME.c.theme_id)
)


@dataclass(frozen=True)
class ThemeIncident:
    """That an incident belongs to a theme, or once did."""

    incident_id: UUID
    added_by: str
    added_at: datetime
    left_out_by: str | None = None
    left_out_at: datetime | None = None


def add(transaction: Transaction, theme: Theme, *, submission: bytes) -> None:
    transaction.add(
        ThemeRow(
            **theme.model_dump(exclude={"name", "note", "retired_because"}),
            name_sealed=transaction.seal(theme.name or "", bound_to=_bound("name", theme.id)),
            note_sealed=transaction.seal(theme.note or "", bound_to=_bound("note", theme.id)),
            submission_hash=submission,
        )
    )
    transaction.flush()


def put_incidents(
    transaction: Transaction, theme_id: UUID, incident_ids: Collection[UUID], *, by: str, now: datetime
) -> None:
    """These belong to it. One that was left out before belongs to it again."""
    again = sa.update(_OF_THEME).where(_OF_THEME.c.theme_id == theme_id, _OF_THEME.c.incident_id.in_(incident_ids))
    transaction.core.execute(again.values(left_out_by=None, left_out_at=None))
    rows = [
        {"theme_id": theme_id, "incident_id": each, "added_by": by, "added_at": now} for each in sorted(incident_ids)
    ]
    transaction.insert_all_once(ThemeIncidentRow, rows)


def leave_out(
    transaction: Transaction, theme_id: UUID, incident_ids: Collection[UUID], *, by: str, now: datetime
) -> None:
    which = _OF_THEME.c.theme_id == theme_id, _OF_THEME.c.incident_id.in_(incident_ids), _STANDS
    transaction.core.execute(sa.update(_OF_THEME).where(*which).values(left_out_by=by, left_out_at=now))


def keep_retired(transaction: Transaction, theme: Theme) -> None:
    because = transaction.seal(theme.retired_because or "", bound_to=_bound("retired_because", theme.id))
    values = {"retired_by": theme.retired_by, "retired_at": theme.retired_at, "retired_because_sealed": because}
    transaction.core.execute(sa.update(_THEME).where(_THEME.c.id == theme.id).values(**values))


def find_by_submission(transaction: Transaction, submission: bytes) -> Theme | None:
    """What this very form has made, or None."""
    row = transaction.exec(select(ThemeRow).where(ThemeRow.submission_hash == submission)).first()
    return _theme(transaction, row) if row else None


def get_for_update(transaction: Transaction, theme_id: UUID) -> Theme | None:
    """Until this transaction ends nobody else can change it."""
    row = transaction.exec(select(ThemeRow).where(ThemeRow.id == theme_id).with_for_update()).first()
    return _theme(transaction, row) if row else None


def latest_with_counts(transaction: Transaction, who: Findable, *, limit: int) -> list[tuple[Theme, int]]:
    """Those that stand, the newest first, each with how many of its incidents this person may find.

    A theme of which they may find none is left out.
    """
    counts = _counts(transaction, who)
    stands = select(ThemeRow).where(col(ThemeRow.retired_at).is_(None), col(ThemeRow.id).in_(counts))
    return [(each, counts[each.id]) for each in _newest(transaction, stands, limit)]


def latest_retired(transaction: Transaction, who: Findable, *, limit: int) -> list[Theme]:
    """Those that are retired, the newest first, unless this person may find none of their incidents."""
    counts = _counts(transaction, who)
    gone = select(ThemeRow).where(col(ThemeRow.retired_at).is_not(None), col(ThemeRow.id).in_(counts))
    return _newest(transaction, gone, limit)


def _counts(transaction: Transaction, who: Findable) -> dict[UUID, int]:
    rows = transaction.core.execute(_COUNTED, queue.findable_values(who))
    return {row[0]: row[1] for row in rows}


def _newest(transaction: Transaction, chosen: SelectOfScalar[ThemeRow], limit: int) -> list[Theme]:
    ordered = chosen.order_by(col(ThemeRow.confirmed_at).desc(), col(ThemeRow.id)).limit(limit)
    return [_theme(transaction, row) for row in transaction.exec(ordered)]


def of_incident(transaction: Transaction, incident_id: UUID) -> list[Theme]:
    """The themes that stand, and that this incident belongs to."""
    belongs = sa.exists().where(_OF_THEME.c.theme_id == _THEME.c.id, _OF_THEME.c.incident_id == incident_id, _STANDS)
    chosen = select(ThemeRow).where(belongs, col(ThemeRow.retired_at).is_(None))
    rows = transaction.exec(chosen.order_by(col(ThemeRow.confirmed_at), col(ThemeRow.id)))
    return [_theme(transaction, row) for row in rows]


def incidents_of(transaction: Transaction, theme_id: UUID) -> list[ThemeIncident]:
    """What belongs, or once belonged, to this theme, in the order in which it was added."""
    chosen = sa.select(_OF_THEME).where(_OF_THEME.c.theme_id == theme_id)
    rows = transaction.core.execute(chosen.order_by(_OF_THEME.c.added_at, _OF_THEME.c.incident_id))
    return [
        ThemeIncident(row.incident_id, row.added_by, row.added_at, row.left_out_by, row.left_out_at) for row in rows
    ]


def move(transaction: Transaction, incident_id: UUID, *, to: UUID) -> None:
    """What belonged to a theme is part of another incident now, which belongs to it unless it was left out."""
    of_it = sa.select(_OF_THEME).where(_OF_THEME.c.incident_id == incident_id)
    rows = [dict(row._mapping) | {"incident_id": to} for row in transaction.core.execute(of_it)]  # noqa: SLF001
    transaction.insert_all_once(ThemeIncidentRow, rows)
    transaction.core.execute(sa.delete(_OF_THEME).where(_OF_THEME.c.incident_id == incident_id))


def _theme(transaction: Transaction, row: ThemeRow) -> Theme:
    facts = row.model_dump(exclude={"submission_hash", "name_sealed", "note_sealed", "retired_because_sealed"})
    because = row.retired_because_sealed
    return Theme(
        **facts,
        name=_words(transaction, row.name_sealed, _bound("name", row.id)),
        note=_words(transaction, row.note_sealed, _bound("note", row.id)),
        retired_because=_words(transaction, because, _bound("retired_because", row.id)) if because else None,
    )


def _words(transaction: Transaction, sealed: bytes, bound_to: str) -> str | None:
    try:
        return transaction.unseal(sealed, bound_to=bound_to)
    except SealBroken:
        return None


def _bound(name: str, theme_id: UUID) -> str:
    return f"theme.{name}:{theme_id}"
