"""What happens once. The primary key (kind, subject, local key) makes a repeated or late tick change nothing."""

from datetime import date, datetime

from sqlmodel import col, func, select

from storage.database import Work
from storage.tables import OccurrenceRow


def first_time(work: Work, kind: str, *, subject: str, local_key: str, now: datetime) -> bool:
    """Record that this happens, and say whether it had not happened before."""
    return work.add_once(OccurrenceRow(kind=kind, subject=subject, local_key=local_key, made_at=now))


def happened(work: Work, kind: str, *, subject: str, local_key: str) -> bool:
    """Whether this has been recorded."""
    return work.get(OccurrenceRow, (kind, subject, local_key)) is not None


def latest_date(work: Work, kind: str, *, subject: str) -> date | None:
    """The latest local date on which this kind happened to `subject`, where its local key is a date."""
    latest = work.exec(
        select(func.max(col(OccurrenceRow.local_key))).where(
            OccurrenceRow.kind == kind, OccurrenceRow.subject == subject
        )
    ).one()
    return date.fromisoformat(latest) if latest else None
