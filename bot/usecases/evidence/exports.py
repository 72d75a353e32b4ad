"""Hands the incidents of some days out, one after the other, to whoever may find them, and records that."""

from collections.abc import Callable
from datetime import datetime

from bot.domain.evidence.exports import ExportedIncident, ExportReason
from bot.domain.evidence.period import Period
from bot.domain.service.access import Act
from bot.domain.service.findable import Findable, findable
from bot.usecases.context import Context
from bot.usecases.permissions import NotForYou, judged
from storage import audit, exports
from storage.audit import AuditEvent

_SUBJECT = "incidents"


def export_incidents(
    context: Context,
    period: Period,
    reason: ExportReason,
    *,
    by: str,
    now: datetime,
    keep: Callable[[ExportedIncident], None],
) -> int:
    """Give each incident to `keep`; returns how many there were. Raises `NotForYou`.

    It is recorded once all are kept and before this returns, so that no whole file is without its entry.
    """
    who, count = _asker(context, by=by, now=now), 0
    with context.database.reading() as transaction:
        for count, each in enumerate(exports.incidents_of(transaction, who, period), start=1):  # noqa: B007 - counted, in bounded memory
            keep(each)
    days = {"first": str(period.first), "last": str(period.last)}
    with context.database.writing() as transaction:
        event, told = AuditEvent.INCIDENTS_EXPORTED, {**days, "rows": str(count), "reason": reason.value}
        audit.add(transaction, actor=by, event=event, subject=_SUBJECT, at=now, **told)
    return count


def _asker(context: Context, *, by: str, now: datetime) -> Findable:
    """Somebody who reads figures and finds incidents: to others an empty file would say that there were none."""
    who = findable(context.service, by)
    with judged(context, by=by, now=now) as judge:
        judge.of_service(Act.READ_FIGURES, _SUBJECT)
        if not who.anything:
            raise NotForYou(Act.FIND, _SUBJECT)
    return who
