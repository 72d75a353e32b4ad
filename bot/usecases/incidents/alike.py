"""Incidents that are like this one, for whoever triages: only those that they may find.

Everything is compared in memory: no text, word or likeness is kept. At most so many incidents are read, the newest.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.incidents.alike import Alike, AlikeIncidents
from bot.domain.incidents.incident import Incident
from bot.domain.service.access import Act
from bot.domain.service.findable import findable
from bot.usecases.context import Context
from bot.usecases.incidents.similar import ranked, shared
from bot.usecases.permissions import judged
from storage import audit, narratives, queue
from storage.audit import AuditEvent
from storage.engine.transactions import Transaction

MOST_READ = 500
LOOKED_BACK = timedelta(days=365)
MOST_SHOWN = 8
MOST_WORDS = 6
"""Words in common that are named."""


def similar_incidents(context: Context, incident_id: UUID, *, by: str, now: datetime) -> AlikeIncidents:
    """The most alike of the last year, recorded as a comparison. Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        about = judge.incident(incident_id, Act.FIND)
        audit.add(judge.transaction, actor=by, event=AuditEvent.INCIDENT_COMPARED, subject=str(about.id), at=now)
    with context.database.reading() as transaction:
        others = _others(transaction, context, about, by=by, now=now)
        texts = narratives.of_incidents(transaction, [about.id, *others])
    own = texts.pop(about.id, "")
    return AlikeIncidents(about, _most_alike(about, own, others, texts), compared=len(others))


def _others(
    transaction: Transaction, context: Context, about: Incident, *, by: str, now: datetime
) -> Mapping[UUID, Incident]:
    who = findable(context.service, by)
    recent = queue.recent(transaction, who, since=now - LOOKED_BACK, limit=MOST_READ + 1)
    return {each.id: each for each in recent[:MOST_READ] if each.id != about.id}


def _most_alike(about: Incident, own: str, others: Mapping[UUID, Incident], texts: Mapping[UUID, str]) -> list[Alike]:
    """Those that share a word or a meaning, the most alike first."""
    by_id = {str(each): text for each, text in texts.items()}
    found: list[Alike] = []
    for each in ranked(own, by_id):
        if len(found) == MOST_SHOWN:
            break
        other = others[UUID(each)]
        words = shared(own, by_id[each])[:MOST_WORDS]
        if words:
            found.append(Alike(other, other.kind == about.kind, other.team == about.team, words))
    return found
