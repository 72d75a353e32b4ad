"""The duties of incidents: suggested by a decision, and what a named person said of each."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from bot.domain.incidents.duties import IncidentDuty, Verdict
from storage.engine.transactions import Transaction, table
from storage.tables.incidents import DutyRow

_DUTY = table(DutyRow)
_OF_INCIDENT = _DUTY.c.incident_id == sa.bindparam("incident")
_ALL = sa.select(_DUTY).where(_OF_INCIDENT).order_by(_DUTY.c.code)
_NO_LONGER = sa.delete(_DUTY).where(
    _OF_INCIDENT, _DUTY.c.verdict.is_(None), _DUTY.c.code.not_in(sa.bindparam("codes", expanding=True))
)
_ONE = sa.update(_DUTY).where(_OF_INCIDENT, _DUTY.c.code == sa.bindparam("duty"))
_SUGGESTED_ONLY = sa.delete(_DUTY).where(
    _OF_INCIDENT, _DUTY.c.verdict.is_(None), _DUTY.c.code.in_(sa.bindparam("codes", expanding=True))
)
_REST = sa.delete(_DUTY).where(_OF_INCIDENT)
_MOVE = sa.update(_DUTY).where(_OF_INCIDENT, _DUTY.c.code.not_in(sa.bindparam("codes", expanding=True)))


def of_incident(transaction: Transaction, incident_id: UUID) -> list[IncidentDuty]:
    """All of one incident, whatever was said of them."""
    rows = transaction.core.execute(_ALL, {"incident": incident_id})
    return [IncidentDuty(**row._mapping) for row in rows]  # noqa: SLF001 - SQLAlchemy's own way to a row by its names


def suggest(transaction: Transaction, incident_id: UUID, suggested: Collection[IncidentDuty]) -> None:
    """These are suggested now. What somebody has said something of stays; other suggestions go."""
    codes = [each.code for each in suggested]
    transaction.core.execute(_NO_LONGER, {"incident": incident_id, "codes": codes})
    present = {each.code for each in of_incident(transaction, incident_id)}
    rows = [each.model_dump(mode="python") for each in suggested if each.code not in present]
    if rows:
        transaction.core.execute(_DUTY.insert(), rows)


def say(transaction: Transaction, incident_id: UUID, code: str, verdict: Verdict, *, by: str, now: datetime) -> None:
    """What this person says of a duty that the incident has."""
    values = {"verdict": verdict.value, "decided_by": by, "decided_at": now}
    transaction.core.execute(_ONE.values(**values), {"incident": incident_id, "duty": code})


def move(transaction: Transaction, incident_id: UUID, *, to: UUID) -> None:
    """The duties of a merged incident become those of the other one. Of the same two, what somebody said stays."""
    decided = [each.code for each in of_incident(transaction, incident_id) if each.verdict]
    transaction.core.execute(_SUGGESTED_ONLY, {"incident": to, "codes": decided})
    codes = [each.code for each in of_incident(transaction, to)]
    transaction.core.execute(_MOVE.values(incident_id=to), {"incident": incident_id, "codes": codes})
    transaction.core.execute(_REST, {"incident": incident_id})
