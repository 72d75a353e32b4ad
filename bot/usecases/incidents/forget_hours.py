"""Once somebody has decided on an anonymous report, its times are kept to the day."""

from datetime import datetime
from uuid import UUID

from bot.domain.reports.coarse_times import to_the_day
from bot.domain.reports.name_choice import NameChoice
from bot.domain.service.service import Service
from storage import audit, incidents, integrity, reports, unrecorded
from storage.audit import AuditEvent
from storage.engine.transactions import Transaction


def forget_hours(transaction: Transaction, service: Service, incident_id: UUID, *, now: datetime) -> None:
    """Of the anonymous reports of this incident. The audit trail vouches for them as they are then."""
    for report in reports.get_all(transaction, incidents.report_ids(transaction, incident_id)):
        if report.name_choice is not NameChoice.ANONYMOUS or unrecorded.waits(transaction, str(report.id)):
            continue  # The hour that records a report comes here as well.
        team = service.team(report.team)
        zone = team.zone if team else service.zone
        times = {name: to_the_day(getattr(report, name), zone) for name in ("happened_at", "reported_at")}
        after = report.model_copy(update=times)
        if after == report:
            continue
        reports.change_times(transaction, after)
        incidents.to_the_day(transaction, report.id, after.reported_at)  # The one that began with it, also if merged.
        digest = integrity.report_digest(transaction, after)
        audit.add(
            transaction,
            actor="candour",
            event=AuditEvent.ROW_COVERED,
            subject=str(report.id),
            at=now,
            table="report",
            digest=digest,
        )
