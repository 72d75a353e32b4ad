"""People affected by incidents, by letters: what each was offered, and what came of it."""

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa

from bot.domain.evidence.facts import AffectedFact
from bot.domain.evidence.period import Period
from bot.domain.incidents.affected import Affected
from storage.engine.transactions import Transaction, table
from storage.tables.incidents import AffectedRow

_AFFECTED = table(AffectedRow)
_FACTS = (_AFFECTED.c.letter, _AFFECTED.c.offered_at, _AFFECTED.c.accepted_at, _AFFECTED.c.answered_at)
_OF_INCIDENT = _AFFECTED.c.incident_id == sa.bindparam("incident")
_ALL = sa.select(*_FACTS).where(_OF_INCIDENT).order_by(_AFFECTED.c.letter)
_NONE = sa.delete(_AFFECTED).where(_OF_INCIDENT)


def of_incident(transaction: Transaction, incident_id: UUID) -> list[Affected]:
    """Everybody who stands in its record, by their letters."""
    rows = transaction.core.execute(_ALL, {"incident": incident_id})
    return [Affected(**row._mapping) for row in rows]  # noqa: SLF001 - SQLAlchemy's own way to a row by its names


def put(transaction: Transaction, incident_id: UUID, people: Sequence[Affected]) -> None:
    """Make these the record of the incident, which is held for a change."""
    transaction.core.execute(_NONE, {"incident": incident_id})
    rows = [{"incident_id": incident_id, **person.model_dump(mode="python")} for person in people]
    if rows:
        transaction.core.execute(_AFFECTED.insert(), rows)


def offered(transaction: Transaction, period: Period) -> list[AffectedFact]:
    """Everybody who was offered something in the period, and what came of it so far."""
    at = _AFFECTED.c.offered_at
    chosen = sa.select(*_FACTS).where(at >= period.starts_at, at < period.ends_at)
    rows = transaction.core.execute(chosen.order_by(at, _AFFECTED.c.incident_id, _AFFECTED.c.letter))
    return [AffectedFact(row.accepted_at is not None, row.answered_at is not None) for row in rows]
