"""What the safety team writes to a reporter: a question, an answer, or why there is none."""

from uuid import UUID, uuid4

from bot.domain.incidents import steps
from bot.domain.incidents.conversation import BOT, ENDS_UNANSWERED, FOR_REPORTER, Entry, EntryKind, EntryWords
from bot.domain.incidents.incident import Incident
from bot.domain.reports.name_choice import NameChoice
from bot.domain.service.access import Act
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.permissions import judged
from storage import audit, conversations, incidents, reports
from storage.audit import AuditEvent
from storage.engine.transactions import Transaction, retry_on_conflict
from storage.outbox import messages


@retry_on_conflict
def write_entry(context: Context, report_id: UUID, kind: EntryKind, words: EntryWords, *, key: str, by: str) -> Entry:
    """Write about one report, once for each `key`. Its reporter is told that something waits, never what.

    The first answer, or reason for none, counts the report as answered. Raises `NotForYou` or `NotFound`.
    """
    now = context.clock.now()
    with judged(context, by=by, now=now) as judge:
        incident, transaction = judge.incident(report_id, Act.CONVERSE), judge.transaction
        submission = transaction.keyed_hash("form", key)
        entry = conversations.find_by_submission(transaction, submission)
        if entry is None:
            entry = Entry(id=uuid4(), report_id=report_id, kind=kind, author=by, at=now)
            _count_answer(transaction, incident, entry)
            conversations.add(transaction, entry, words, submission=submission)
            _tell_reporter(transaction, context, entry)
            _record(transaction, entry)
    context.wake_delivery()
    return entry


def reporter_to_answer(context: Context, report_id: UUID, *, by: str) -> str | None:
    """Whom an answer about this report is for; None for somebody anonymous. Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=context.clock.now()) as judge:
        judge.incident(report_id, Act.CONVERSE)
        report = reports.get(judge.transaction, report_id)
        return None if report.name_choice is NameChoice.ANONYMOUS else report.reporter


@retry_on_conflict
def note_reporter_left(context: Context, report_id: UUID, *, by: str) -> None:
    """The reporter's account is gone: nobody can read an answer, and the report counts as answered. Noted once.

    Written by the program. `by` is whoever wanted to answer.
    """
    now = context.clock.now()
    with judged(context, by=by, now=now) as judge:
        incident, transaction = judge.incident(report_id, Act.CONVERSE), judge.transaction
        submission = transaction.keyed_hash("reporter left", str(report_id))
        if conversations.find_by_submission(transaction, submission):
            return
        entry = Entry(id=uuid4(), report_id=report_id, kind=EntryKind.NO_ANSWER, author=BOT, at=now)
        _count_answer(transaction, incident, entry)
        conversations.add(transaction, entry, None, submission=submission)
        _record(transaction, entry)


def _record(transaction: Transaction, entry: Entry) -> None:
    subject, kind = str(entry.report_id), entry.kind.value
    audit.add(
        transaction, actor=entry.author, event=AuditEvent.ENTRY_WRITTEN, subject=subject, at=entry.at, kind=kind
    )


def _count_answer(transaction: Transaction, incident: Incident, entry: Entry) -> None:
    if entry.kind in ENDS_UNANSWERED and not conversations.is_answered(transaction, entry.report_id):
        incidents.change(transaction, incident, steps.answered(incident))


def _tell_reporter(transaction: Transaction, context: Context, entry: Entry) -> None:
    if entry.kind in FOR_REPORTER:
        report = reports.get(transaction, entry.report_id)
        if report.name_choice is NameChoice.ANONYMOUS:
            return  # They come for it with their claim code.
        waits = outgoing.answer_waits(report, entry.id, question=entry.kind is EntryKind.QUESTION)
        messages.put(transaction, waits, now=context.clock.elapsed())
