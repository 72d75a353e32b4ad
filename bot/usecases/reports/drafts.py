"""What was begun of a report and not sent: its author's alone, for a week.

Nothing of it stands in the audit trail, which is kept for years: it would say who meant to report and did not. An
anonymous report has no draft, and none is looked for where one is sent.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.reports.drafts import KEPT_FOR, TOLD_AFTER, ReportDraft
from bot.domain.reports.unsent import Unsent
from bot.usecases.context import BACKGROUND_SECONDS, Context
from bot.usecases.outgoing import NotSent
from bot.usecases.permissions import NotFound
from storage import draft_words, due, report_drafts, reports
from storage.due import DueTime
from storage.engine.transactions import Transaction, retry_on_conflict

ENDS = "report_draft_ends"
"""The kind of the due row that removes a draft."""
TELLS = NotSent.KIND
"""The kind of the due row that says that a report was not sent."""


@dataclass(frozen=True)
class Handed:
    """What a press in a form handed over, and whose it is. `draft` is what the form goes on with, if anything."""

    nonce: str
    person: str
    unsent: Unsent
    draft: UUID | None = None

    @property
    def key(self) -> str:
        return f"{self.nonce}:{self.person}"


@retry_on_conflict
def save_draft(context: Context, handed: Handed, *, now: datetime) -> ReportDraft | None:
    """Keep it for its author. The form is open, so that nobody is told anything. None if it was sent meanwhile."""
    with context.database.writing() as transaction:
        return _put(transaction, handed, now=now)


@retry_on_conflict
def form_closed(context: Context, handed: Handed, *, danger: bool, now: datetime) -> ReportDraft | None:
    """Keep what its form handed over before it was closed. With danger its author is told that it was not sent.

    Nobody looks at a screen any more: it waits for its turn.
    """
    with context.database.writing(wait=BACKGROUND_SECONDS) as transaction:
        draft = _put(transaction, handed, now=now)
        if draft and danger:
            due.put(transaction, [DueTime(TELLS, str(draft.id), now + TOLD_AFTER)])
        return draft


@retry_on_conflict
def open_draft(context: Context, draft_id: UUID, *, by: str) -> tuple[ReportDraft, Unsent | None]:
    """What stands in it, for its author; None if it cannot be read. Raises `NotFound`, also for anybody else."""
    with context.database.writing() as transaction:
        draft = _own(transaction, draft_id, by)
        due.remove(transaction, TELLS, [str(draft.id)])  # Its form is open again.
        return draft, draft_words.of_draft(transaction, draft.id)


@retry_on_conflict
def throw_away(context: Context, draft_id: UUID, *, by: str) -> None:
    """Its author wants it no longer. Raises `NotFound`, also for anybody else."""
    with context.database.writing() as transaction:
        remove(transaction, [_own(transaction, draft_id, by).id])


def drafts_of(context: Context, person: str, *, limit: int) -> list[ReportDraft]:
    """What this person has not sent, the newest first."""
    with context.database.reading() as transaction:
        return report_drafts.of_person(transaction, person, limit=limit)


def draft_of_form(context: Context, handed: Handed) -> ReportDraft | None:
    """What is kept of this form in the name of its person."""
    with context.database.reading() as transaction:
        return _known(transaction, handed)


def remove_of_form(transaction: Transaction, key: str, draft: UUID | None, *, by: str) -> None:
    """Part of the transaction in which the report is saved: nothing of this form waits to be sent any more."""
    ids = [*([draft] if draft else []), report_drafts.id_of_form(transaction, key)]
    own = report_drafts.own(transaction, ids, by)
    if own:
        remove(transaction, [each.id for each in own])


def remove(transaction: Transaction, draft_ids: Collection[UUID]) -> None:
    """The drafts and all that would come of them by itself."""
    for kind in (ENDS, TELLS):
        due.remove(transaction, kind, [str(each) for each in draft_ids])
    report_drafts.remove(transaction, draft_ids)


def _put(transaction: Transaction, handed: Handed, *, now: datetime) -> ReportDraft | None:
    if reports.find_by_submission(transaction, transaction.keyed_hash("form", handed.key)):
        return None
    known = _known(transaction, handed)
    draft_id = known.id if known else report_drafts.id_of_form(transaction, handed.key)
    draft = ReportDraft(id=draft_id, person=handed.person, saved_at=now)
    words = draft_words.seal(transaction, handed.unsent, draft.id)
    report_drafts.put(transaction, draft, words_sealed=words)
    due.put(transaction, [DueTime(ENDS, str(draft.id), now + KEPT_FOR)])
    return draft


def _known(transaction: Transaction, handed: Handed) -> ReportDraft | None:
    """The draft that the form goes on with, or what was saved of it before."""
    ids = [*([handed.draft] if handed.draft else []), report_drafts.id_of_form(transaction, handed.key)]
    own = report_drafts.own(transaction, ids, handed.person)
    return own[0] if own else None


def _own(transaction: Transaction, draft_id: UUID, by: str) -> ReportDraft:
    own = report_drafts.own(transaction, [draft_id], by)
    if not own:
        raise NotFound
    return own[0]
