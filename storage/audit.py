"""The audit trail: append-only, chained with a secret that the keyring seals, and free of free text.

Cutting entries off the end, head included, cannot be seen from inside: keep the head elsewhere, and ask for it again.
"""

import hashlib
import hmac
import json
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import NamedTuple

import sqlalchemy as sa
from sqlmodel import col, select

from storage.engine.transactions import Transaction, table
from storage.tables.audit import AuditHeadRow, AuditRow

START = bytes(32)
_HEAD_TABLE = table(AuditHeadRow)
_LOCK_HEAD = sa.select(_HEAD_TABLE.c.seq, _HEAD_TABLE.c.hash).with_for_update()
_MOVE_HEAD = sa.update(_HEAD_TABLE).values(seq=sa.bindparam("to"), hash=sa.bindparam("chained"))
_CODE = re.compile(r"[A-Za-z0-9_.:+-]{1,64}")
_HEAD = re.compile(r"(\d{1,18}):([0-9a-f]{64})")


class AuditEvent(StrEnum):
    """Everything that is recorded. docs/operating.md says what each means."""

    REPORT_SENT = "report.sent"
    REPORT_AMENDED = "report.amended"
    REPORT_OPENED = "report.opened"
    REPORT_OPEN_REFUSED = "report.open.refused"
    OWN_REPORT_OPENED = "own_report.opened"
    THANK_YOU_OPENED = "thank_you.opened"
    OWN_REPORT_WRITTEN_TO = "own_report.written_to"
    ACCESS_REFUSED = "access.refused"
    DANGER_STILL_SO = "danger.still_so"
    DANGER_TAKEN = "danger.taken"
    DANGER_KEPT = "danger.kept"
    DANGER_DECLINED = "danger.declined"
    DANGER_GIVEN_BACK = "danger.given_back"
    DANGER_UNANSWERED = "danger.unanswered"
    DANGER_ENDED = "danger.ended"
    DANGER_DOWNGRADED = "danger.downgraded"
    INCIDENT_TAKEN = "incident.taken"
    INCIDENT_HANDED_OVER = "incident.handed_over"
    INCIDENT_DECIDED = "incident.decided"
    DUTY_DECIDED = "duty.decided"
    SUPPORT_SAID = "support.said"
    AFFECTED_TICKED = "affected.ticked"
    INCIDENT_CLOSED = "incident.closed"
    INCIDENT_REOPENED = "incident.reopened"
    INCIDENT_MERGED = "incident.merged"
    INCIDENT_RESTRICTED = "incident.restricted"
    INCIDENT_LIFTED = "incident.lifted"
    INCIDENT_COMPARED = "incident.compared"
    INCIDENT_REDACTED = "incident.redacted"
    OWN_REPORT_REDACTED = "own_report.redacted"
    ENTRY_WRITTEN = "entry.written"
    NAME_LOOKED_UP = "name.looked_up"
    NAME_LOOKED_UP_IN_DANGER = "name.looked_up_in_danger"
    NAME_LOOK_UP_REVIEWED = "name.look_up_reviewed"
    REPORTER_ASKED_TO_PHONE = "reporter.asked_to_phone"
    ON_CALL_BEGAN = "on_call.began"
    ON_CALL_TAKEN_OVER = "on_call.taken_over"
    ON_CALL_OFFERED = "on_call.offered"
    ON_CALL_DECLINED = "on_call.declined"
    ON_CALL_HANDED_OVER = "on_call.handed_over"
    GLASS_BROKEN = "glass.broken"
    ALERT_TEST_SEEN = "alert_test.seen"
    ACTION_AGREED = "action.agreed"
    ACTION_AGREE_REFUSED = "action.agree.refused"
    ACTION_DONE = "action.done"
    ACTION_DONE_REFUSED = "action.done.refused"
    ACTION_MOVED = "action.moved"
    ACTION_MOVE_REFUSED = "action.move.refused"
    ACTION_UNDONE = "action.undone"
    ACTION_CHECKED = "action.checked"
    ACTION_NOT_YET = "action.not_yet"
    ACTION_PLANNED = "action.planned"
    ACTION_BLOCKED = "action.blocked"
    ACTION_UNBLOCKED = "action.unblocked"
    ACTION_NOT_MINE = "action.not_mine"
    ACTION_ASSIGNED = "action.assigned"
    ACTION_HELP_OFFERED = "action.help_offered"
    ACTION_REOPENED = "action.reopened"
    ACTION_READ = "action.read"
    ACTION_ANSWER_REFUSED = "action.answer.refused"
    ACTION_CHECK_REFUSED = "action.check.refused"
    LEARNING_WRITTEN = "learning.written"
    LEARNING_APPROVED = "learning.approved"
    LEARNING_SENT_BACK = "learning.sent_back"
    RECOMMENDATIONS_READ = "recommendations.read"
    RECOMMENDATION_ADDED = "recommendation.added"
    RECOMMENDATION_DECIDED = "recommendation.decided"
    RECOMMENDATION_PROVEN = "recommendation.proven"
    THEMES_SOUGHT = "themes.sought"
    THEME_CONFIRMED = "theme.confirmed"
    THEME_OPENED = "theme.opened"
    THEME_CHANGED = "theme.changed"
    THEME_RETIRED = "theme.retired"
    REVIEW_OPENED = "review.opened"
    REVIEW_WRITTEN = "review.written"
    REVIEW_INVITED = "review.invited"
    REVIEW_TAKEN_OFF = "review.taken_off"
    REVIEW_RECORDED = "review.recorded"
    REVIEW_TAKEN_OUT = "review.taken_out"
    REVIEW_AGREED = "review.agreed"
    REVIEW_REOPENED = "review.reopened"
    SESSION_PROPOSED = "session.proposed"
    SESSION_CHANGED = "session.changed"
    SESSION_CALLED_OFF = "session.called_off"
    SESSION_OPENED = "session.opened"
    SESSION_ANSWERED = "session.answered"
    SESSION_ATTENDED = "session.attended"
    SESSION_WRITTEN = "session.written"
    PATHWAY_SEEN = "pathway.seen"
    DENOMINATORS_READ = "denominators.read"
    INCIDENTS_EXPORTED = "incidents.exported"
    LEARNING_ANSWERED = "learning.answered"
    PAPER_SIGNED = "paper.signed"
    PAPER_SENT = "paper.sent"
    PAPER_DELETED = "paper.deleted"
    FORUM_DECISION_WRITTEN = "forum_decision.written"
    BULLETIN_APPROVED = "bulletin.approved"
    BULLETIN_SWAPPED = "bulletin.swapped"
    BULLETIN_SKIPPED = "bulletin.skipped"
    BULLETIN_CHANGED = "bulletin.changed"
    BULLETIN_WORDS_READ = "bulletin.words_read"
    DIGEST_CHANGED = "digest.changed"
    DIGEST_SKIPPED = "digest.skipped"
    SERVICE_LOADED = "service.loaded"
    MESSAGE_AGAIN = "message.again"
    DATABASE_RESTORED = "database.restored"
    KEYS_RESEALED = "keys.resealed"
    ROW_COVERED = "row.covered"
    COVERAGE_BEGAN = "coverage.began"


class AuditRefused(Exception):
    """An entry must name its actor, and hold codes and ids only."""


class TrailBroken(Exception):
    """The audit trail does not fit together, or the rows are not what it says. The message names the first one."""


class ChainBroken(TrailBroken):
    """The trail was changed. `seq` is the first entry that does not fit."""

    def __init__(self, seq: int) -> None:
        super().__init__(f"The audit trail does not fit together at entry {seq}.")
        self.seq = seq


@dataclass(frozen=True)
class Head:
    """The number of entries and the hash of the latest, which stands for the whole trail up to there."""

    seq: int
    hash: bytes

    def __str__(self) -> str:
        return f"{self.seq}:{self.hash.hex()}"

    @classmethod
    def from_text(cls, text: str) -> "Head":
        """Read what `str` wrote, or raise `ValueError`."""
        found = _HEAD.fullmatch(text.strip())
        if not found:
            raise ValueError("an audit head looks like 12:0f3a…, a number and 64 characters")
        return cls(int(found[1]), bytes.fromhex(found[2]))


class Entry(NamedTuple):
    """What the hash of an entry covers. `action` is its event, and `detail` an object in JSON."""

    seq: int
    previous: bytes
    at: datetime
    actor: str
    action: str
    subject: str
    detail: str


def head(transaction: Transaction) -> Head:
    """The end of the trail. Ask after `verify`, which proves it."""
    row = transaction.exec(select(AuditHeadRow)).one()
    return Head(row.seq, row.hash)


def contains(transaction: Transaction, noted: Head) -> bool:
    """True if the trail still has everything up to a head that was noted earlier. Ask after `verify`."""
    if noted.seq == 0:
        return noted.hash == START
    row = transaction.get(AuditRow, noted.seq)
    return row is not None and hmac.compare_digest(row.hash, noted.hash)


def lock_trail(transaction: Transaction) -> None:
    """Keep everybody else from adding an entry until this transaction ends."""
    _lock_head(transaction)


def add(
    transaction: Transaction, *, actor: str, event: AuditEvent, subject: str, at: datetime, **detail: str
) -> None:
    """Append an entry, in the transaction of what it records."""
    for code in (actor, subject, *detail.values()):
        if not _CODE.fullmatch(code):
            raise AuditRefused("An audit entry names its actor and holds codes and ids only.")
    last = _lock_head(transaction)
    words = json.dumps(detail, sort_keys=True, separators=(",", ":"))
    entry = Entry(last.seq + 1, last.hash, at, actor, event.value, subject, words)
    chained = _chained(transaction.audit_secret, entry)
    transaction.insert(AuditRow, entry._asdict() | {"hash": chained})
    transaction.core.execute(_MOVE_HEAD, {"to": entry.seq, "chained": chained})


def about(transaction: Transaction, subject: str, event: AuditEvent) -> list[Entry]:
    """The entries of this event about this subject, the oldest first. They are not proven here."""
    chosen = select(AuditRow).where(AuditRow.subject == subject, AuditRow.action == event.value)
    return [_entry(row) for row in transaction.exec(chosen.order_by(col(AuditRow.seq)))]


def verify(transaction: Transaction) -> int:
    """The number of entries if the whole trail fits together, or raise `ChainBroken`."""
    return sum(1 for _ in proven_entries(transaction))


def proven_entries(transaction: Transaction) -> Iterator[Entry]:
    """Every entry, each once it has been proven; raises `ChainBroken` at the first that does not fit."""
    seq, previous = 0, START
    # One row at a time, so that a row that cannot even be read is the one that is named.
    chosen = select(AuditRow).order_by(col(AuditRow.seq)).execution_options(yield_per=1)
    try:
        with closing(transaction.exec(chosen)) as rows:
            for row in rows:
                if not _fits(transaction.audit_secret, row, seq=seq + 1, previous=previous):
                    raise ChainBroken(seq + 1)
                seq, previous = row.seq, row.hash
                yield _entry(row)
    except (AttributeError, TypeError, ValueError):  # Not even of the right type.
        raise ChainBroken(seq + 1) from None
    head = transaction.exec(select(AuditHeadRow)).first()
    if head is None or (head.seq, head.hash) != (seq, previous):
        raise ChainBroken(seq + 1)


def _lock_head(transaction: Transaction) -> Head:
    return Head(*transaction.core.execute(_LOCK_HEAD).one())


def _fits(secret: bytes, row: AuditRow, *, seq: int, previous: bytes) -> bool:
    in_place = row.seq == seq and row.previous == previous
    return in_place and hmac.compare_digest(row.hash, _chained(secret, _entry(row)))


def _entry(row: AuditRow) -> Entry:
    return Entry(*(getattr(row, name) for name in Entry._fields))


def _chained(secret: bytes, entry: Entry) -> bytes:
    at = entry.at.astimezone(UTC).isoformat()
    fields = [entry.seq, entry.previous.hex(), at, entry.actor, entry.action, entry.subject, entry.detail]
    return hmac.digest(secret, b"candour-audit-1:" + json.dumps(fields).encode(), hashlib.sha256)
