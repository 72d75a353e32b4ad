"""The files of papers that were sent through Slack: known before they are shared, and deleted after 30 days."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from bot.domain.service.access import Act
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, DueResult, WhenLate
from bot.usecases.permissions import judged
from storage import audit, due, forums
from storage.audit import AuditEvent
from storage.due import DueTime
from storage.engine.transactions import Transaction

KIND = "paper_file_ends"
WHAT = "the end of a paper's file in Slack"
STAY = timedelta(days=30)
FURTHEST = STAY
WHEN_LATE: WhenLate = AtOnce()
BY_ITSELF = "candour"


def about_to_send(context: Context, file_ids: Sequence[str], *, month: date, by: str, now: datetime) -> None:
    """Remember the files before Slack shows them, so that a crash leaves none behind. Raises `NotForYou`."""
    with judged(context, by=by, now=now) as judge:
        judge.of_service(Act.READ_FIGURES, "paper")
        for file_id in file_ids:
            forums.keep_file(judge.transaction, file_id, month=month, sent_to=by, now=now)
        due.put(judge.transaction, [DueTime(KIND, file_id, now + STAY) for file_id in file_ids])
        audit.add(judge.transaction, actor=by, event=AuditEvent.PAPER_SENT, subject=str(month), at=now)


def serve(
    transaction: Transaction,
    context: Context,  # noqa: ARG001 - as every kind
    rows: Sequence[DueTime],
    *,
    now: datetime,
) -> DueResult:
    """From now on they are to be deleted. The call to Slack comes after this transaction."""
    forums.end_files(transaction, [row.subject for row in rows], now=now)
    return DueResult()


def standing(
    transaction: Transaction,  # noqa: ARG001 - as every kind
    context: Context,  # noqa: ARG001 - as every kind
    *,
    now: datetime,  # noqa: ARG001 - as every kind
) -> Collection[DueTime] | None:
    """None, because a file writes its own row."""
    return None


def files_to_delete(context: Context) -> list[str]:
    """Slack's names of the files whose time is over."""
    with context.database.reading() as transaction:
        return forums.ended_files(transaction)


def file_is_deleted(context: Context, file_id: str, *, now: datetime) -> None:
    """Slack has it no more."""
    with context.database.writing() as transaction:
        forums.forget_file(transaction, file_id)
        audit.add(transaction, actor=BY_ITSELF, event=AuditEvent.PAPER_DELETED, subject=file_id, at=now)
