"""Taking words out of everything that was written about an incident."""

from collections.abc import Sequence
from uuid import UUID

from bot.domain.incidents.conversation import LONGEST as LONGEST_ENTRY
from bot.domain.incidents.conversation import EntryWords
from bot.domain.incidents.incident import LONGEST_REASON, Incident, IncidentReason, IncidentRefused
from bot.domain.incidents.redaction import without
from bot.domain.reports.narratives import LONGEST, Narrative
from bot.domain.service.access import Act
from bot.usecases.context import Context
from bot.usecases.incidents.steps import this_incident
from bot.usecases.permissions import judged
from storage import audit, conversations, danger, incidents, narratives, records, reviews, session_words
from storage.audit import AuditEvent
from storage.engine.transactions import Transaction, retry_on_conflict


@retry_on_conflict
def redact_incident(context: Context, incident_id: UUID, words: str, *, by: str) -> int:
    """Take exactly these words out of every report, amendment and entry, out of the reason for the decision, and
    out of what was written when a danger ended or in the review.

    Returns from how many texts. Raises `IncidentRefused` if they stand nowhere. Backups that exist keep them.
    """
    now = context.clock.now()
    with judged(context, by=by, now=now) as judge:
        incident, transaction = this_incident(judge, incident_id, Act.REDACT, field="words"), judge.transaction
        ids = incidents.report_ids(transaction, incident.id)
        texts = sum(
            narratives.rewrite(transaction, each, lambda before: _narrative_without(before, words)) for each in ids
        )
        texts += _from_entries(transaction, ids, words) + _from_reason(transaction, incident, words)
        texts += _from_danger(transaction, incident, words) + reviews.take_out(transaction, incident.id, words)
        texts += records.take_out_words(transaction, incident.id, words)
        texts += session_words.take_out(transaction, incident.id, words)
        if not texts:
            raise IncidentRefused("words", IncidentReason.WORDS_NOT_FOUND)
        audit.add(
            transaction,
            actor=by,
            event=AuditEvent.INCIDENT_REDACTED,
            subject=str(incident.id),
            at=now,
            texts=str(texts),
        )
    return texts


def _narrative_without(narrative: Narrative, words: str) -> Narrative:
    return Narrative(text=without(narrative.text, words, longest=2 * LONGEST))


def _from_entries(transaction: Transaction, report_ids: Sequence[UUID], words: str) -> int:
    entries = conversations.of_reports(transaction, report_ids)
    written = conversations.words_of(transaction, [entry.id for entry in entries])
    with_it = {entry: before.text for entry, before in written.items() if before and words in before.text}
    for entry, text in with_it.items():
        conversations.replace_words(transaction, entry, EntryWords(text=without(text, words, longest=LONGEST_ENTRY)))
    return len(with_it)


def _from_reason(transaction: Transaction, incident: Incident, words: str) -> int:
    reason = incidents.reason_of(transaction, incident.id)
    if not reason or words not in reason:
        return 0
    sealed = incidents.seal_reason(transaction, without(reason, words, longest=LONGEST_REASON), incident.id)
    incidents.change(transaction, incident, incident, reason_sealed=sealed)
    return 1


def _from_danger(transaction: Transaction, incident: Incident, words: str) -> int:
    before = narratives.of_danger(transaction, incident.id)
    if not before or words not in before.text:
        return 0
    after = _narrative_without(before, words)
    danger.keep_words(transaction, incident.id, narratives.seal_for_danger(transaction, after, incident.id))
    return 1
