"""The danger of incidents, and who was asked about it. Nothing here that anybody wrote."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bot.domain.incidents.danger import Answer, Asked, Danger, ShownDanger
from storage.engine.transactions import Transaction, table
from storage.tables.danger import DangerRow, RungRow
from storage.tables.incidents import IncidentRow, InvolvedRow
from storage.tables.reports import ReportRow

_DANGER, _RUNG, _INCIDENT = table(DangerRow), table(RungRow), table(IncidentRow)
_REPORT, _INVOLVED = table(ReportRow), table(InvolvedRow)
_FACTS = tuple(_DANGER.c[name] for name in Danger.model_fields)
_SOME = _DANGER.c.incident_id.in_(sa.bindparam("incidents", expanding=True))
_BY_ID = sa.select(*_FACTS).where(_DANGER.c.incident_id == sa.bindparam("incident"))
_BY_ID_LOCKED = _BY_ID.with_for_update()
_TAKE = sa.select(*_FACTS).where(_SOME).order_by(_DANGER.c.incident_id).with_for_update(skip_locked=True)
_PRESENT = sa.select(_DANGER.c.incident_id).where(_SOME)
_SHOWN = (
    sa.select(*_FACTS, _REPORT.c.reference, _INCIDENT.c.kind, _INCIDENT.c.sensitivity)
    .join(_INCIDENT, _INCIDENT.c.id == _DANGER.c.incident_id)
    .join(_REPORT, _REPORT.c.id == _DANGER.c.incident_id)
    .where(_SOME)
)
_ASKED = (
    sa.select(_RUNG)
    .where(_RUNG.c.incident_id.in_(sa.bindparam("incidents", expanding=True)))
    .order_by(_RUNG.c.number, _RUNG.c.target)
)
_INVOLVED_IN = sa.select(_INVOLVED).where(_INVOLVED.c.incident_id.in_(sa.bindparam("incidents", expanding=True)))
_CHANGE = sa.update(_DANGER).where(_DANGER.c.incident_id == sa.bindparam("incident"))
_DECLINE = (
    sa.update(_RUNG)
    .where(_RUNG.c.incident_id == sa.bindparam("incident"), _RUNG.c.target == sa.bindparam("person"))
    .values(answer=Answer.DECLINED.value)
)


def add(transaction: Transaction, danger: Danger) -> None:
    """The first danger of an incident."""
    transaction.insert(DangerRow, danger.model_dump(mode="python"))


def find(transaction: Transaction, incident_id: UUID) -> Danger | None:
    """The danger of this incident, also one that is over; None if there never was one."""
    row = transaction.core.execute(_BY_ID, {"incident": incident_id}).first()
    return _danger(row) if row else None


def get_for_update(transaction: Transaction, incident_id: UUID) -> Danger | None:
    """The same, which nobody else changes until this transaction ends."""
    row = transaction.core.execute(_BY_ID_LOCKED, {"incident": incident_id}).first()
    return _danger(row) if row else None


def take(transaction: Transaction, incident_ids: Collection[UUID]) -> list[Danger]:
    """These dangers, held until this transaction ends; without those that somebody changes at this moment."""
    return [_danger(row) for row in transaction.core.execute(_TAKE, {"incidents": list(incident_ids)})]


def present(transaction: Transaction, incident_ids: Collection[UUID]) -> set[UUID]:
    """Which of these have, or had, a danger."""
    return set(transaction.core.execute(_PRESENT, {"incidents": list(incident_ids)}).scalars())


def lasts(transaction: Transaction, incident_id: UUID) -> bool:
    """Whether somebody may still be at risk: such an incident can be neither closed nor merged into another."""
    found = find(transaction, incident_id)
    return found is not None and found.lasts


def change(transaction: Transaction, danger: Danger) -> None:
    """Write it as it is now. It must have been read for update."""
    values = danger.model_dump(mode="python", exclude={"incident_id"})
    transaction.core.execute(_CHANGE.values(**values), {"incident": danger.incident_id})


def keep_words(transaction: Transaction, incident_id: UUID, sealed: bytes) -> None:
    """What was done, or why it is no danger, as the use case has sealed it."""
    transaction.core.execute(_CHANGE.values(words_sealed=sealed), {"incident": incident_id})


def note_asked(
    transaction: Transaction, danger: Danger, targets: Mapping[str, bool | None], *, now: datetime
) -> None:
    """The ladder rings these people and channels: the ringing that `danger.rungs` counted last.

    Each goes with whether notifications are paused there, as far as anybody knows.
    """
    asked = {"incident_id": danger.incident_id, "number": danger.rungs, "at": now, "answer": Answer.SENT.value}
    rows = [asked | {"target": target, "paused": targets[target]} for target in sorted(targets)]
    if rows:
        transaction.core.execute(_RUNG.insert(), rows)


def decline(transaction: Transaction, incident_id: UUID, person: str) -> None:
    """This person cannot take it now, however often they were asked so far."""
    transaction.core.execute(_DECLINE, {"incident": incident_id, "person": person})


def asked(transaction: Transaction, incident_id: UUID) -> tuple[Asked, ...]:
    """Who was asked, each once, with the newest time, in the order of these times."""
    return _asked(transaction, [incident_id]).get(incident_id, ())


def shown(transaction: Transaction, incident_ids: Sequence[UUID]) -> list[ShownDanger]:
    """What messages show of these dangers, in this order; without incidents that never had one."""
    ids = list(incident_ids)
    rows = {row.incident_id: dict(row._mapping) for row in transaction.core.execute(_SHOWN, {"incidents": ids})}  # noqa: SLF001 - SQLAlchemy's own way to a row by its names
    people, part = _asked(transaction, ids), involved(transaction, ids)
    return [
        ShownDanger(
            danger=Danger(**{name: rows[each][name] for name in Danger.model_fields}),
            **{name: rows[each][name] for name in ("reference", "kind", "sensitivity")},
            involved=frozenset(part.get(each, ())),
            asked=people.get(each, ()),
        )
        for each in ids
        if each in rows
    ]


def involved(transaction: Transaction, incident_ids: Sequence[UUID]) -> Mapping[UUID, set[str]]:
    """Who is part of each of these incidents: they are not asked about it."""
    people: dict[UUID, set[str]] = defaultdict(set)
    for row in transaction.core.execute(_INVOLVED_IN, {"incidents": list(incident_ids)}):
        people[row.incident_id].add(row.person)
    return people


def _asked(transaction: Transaction, ids: Sequence[UUID]) -> Mapping[UUID, tuple[Asked, ...]]:
    newest: dict[UUID, dict[str, Asked]] = defaultdict(dict)
    for row in transaction.core.execute(_ASKED, {"incidents": list(ids)}):
        newest[row.incident_id].pop(row.target, None)  # So that the newest time says where it stands.
        newest[row.incident_id][row.target] = Asked(
            target=row.target, number=row.number, at=row.at, answer=Answer(row.answer), paused=row.paused
        )
    return {incident: tuple(each.values()) for incident, each in newest.items()}


def _danger(row: sa.Row[*tuple[Any, ...]]) -> Danger:
    return Danger(**row._mapping)  # noqa: SLF001 - as above
