"""Rows that the audit trail vouches for: whoever changes one by other means is found.

The entry of each report, amendment and action holds a keyed digest of what its row says. Words are sealed to their
row, and are opened here. Not covered: when a report was first read, an action's time zone and its latest nudge.
"""

import hashlib
import hmac
import json
from collections import Counter
from collections.abc import Generator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel

from bot.domain.actions.action import Action
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.report import Report
from bot.domain.reports.types import type_of_kind
from storage import audit, unrecorded
from storage.audit import AuditEvent, Entry, TrailBroken
from storage.engine.encryption import SealBroken
from storage.engine.transactions import Transaction, table
from storage.reports import Amendment
from storage.tables.actions import ActionRow
from storage.tables.audit import AuditRow
from storage.tables.reports import AmendmentRow, ReportRow

_ROWS: dict[str, type[SQLModel]] = {"report": ReportRow, "amendment": AmendmentRow, "action": ActionRow}
_ANSWERS = ("kind", "still_at_risk", "team", "happened_at")
_COVERED = {
    "report": ("id", "reference", *_ANSWERS, "reported_at", "reporter"),
    "amendment": ("id", "report_id", *_ANSWERS, "amended_at"),
    "action": (
        *("id", "report_id", "owner", "due_on", "due_set_at", "state", "done_at", "agreed_by", "agreed_at"),
        "has_measure",
    ),
}
_COVERED_BY_NAME = ("hurt", "physical_harm", "psychological_harm")
"""Answers that came later, each with its name: a row without them has the digest that it always had."""
_COVERED_ONCE_SET = {"action": ("checked_by", "checked_at", "has_wording_for_ward", "ward_approved_by")}
"""Facts that came later: a row without them has the digest that it always had."""
_WORDS = {
    "report": ("narrative_sealed",),
    "amendment": ("narrative_sealed",),
    "action": ("change_sealed", "measure_sealed", "for_ward_sealed"),
}
_CHUNK = 500
_OF_ACTIONS = (
    *(AuditEvent.ACTION_AGREED, AuditEvent.ACTION_DONE, AuditEvent.ACTION_MOVED),
    *(AuditEvent.ACTION_UNDONE, AuditEvent.ACTION_CHECKED, AuditEvent.ACTION_NOT_YET),
    *(AuditEvent.ACTION_UNBLOCKED, AuditEvent.ACTION_ASSIGNED, AuditEvent.ACTION_REOPENED),
)
_OF_ROWS = (AuditEvent.REPORT_SENT, AuditEvent.REPORT_AMENDED, *_OF_ACTIONS)
Key = tuple[str, str]
"""A table and the id of a row."""


class RowsDiffer(TrailBroken):
    """A row is not what the audit trail says. The message names it by its id."""


def report_digest(transaction: Transaction, report: Report) -> str:
    return _digest(transaction, "report", report.model_dump())


def amendment_digest(transaction: Transaction, amendment: Amendment, *, now: datetime) -> str:
    ids = {"id": amendment.id, "report_id": amendment.report_id, "amended_at": now}
    return _digest(transaction, "amendment", amendment.form.model_dump() | ids)


def action_digest(transaction: Transaction, action: Action) -> str:
    has = _has_words(measure=action.measure, for_ward=action.for_ward)
    return _digest(transaction, "action", action.model_dump() | has)


def _has_words(*, measure: object, for_ward: object) -> dict[str, bool | None]:
    """A wording for the ward counts only where there is one: older rows have none."""
    return {"has_measure": measure is not None, "has_wording_for_ward": for_ward is not None or None}


def verify(transaction: Transaction) -> int:
    """The number of entries if the whole trail fits together, and every row with it, or raise `TrailBroken`."""
    count, vouched = 0, _Vouched()
    for entry in audit.proven_entries(transaction):
        count += 1
        vouched.note(entry)
    for event, subject, detail in unrecorded.vouched(transaction):
        vouched.note_event(event, subject, detail)
    for name in _ROWS:
        _compare(transaction, name, vouched)
    return count


def cover_older_rows(transaction: Transaction, *, now: datetime) -> int:
    """Vouch for rows that an older version recorded without a digest, as they are now. Returns how many.

    Only rows that have an entry, and only once: afterwards a row without a digest has been put there by other means.
    """
    audit.lock_trail(transaction)
    if not _has_older_entries(transaction):
        return 0
    vouched = _Vouched()
    for entry in audit.proven_entries(transaction):
        vouched.note(entry)
    covered = 0
    for name in _ROWS:
        for values in list(_rows(transaction, name)):
            covered += _cover(transaction, name, values, vouched, now)
    audit.add(
        transaction,
        actor="candour",
        event=AuditEvent.COVERAGE_BEGAN,
        subject="trail",
        at=now,
        rows=str(covered),
    )
    return covered


@dataclass
class _Vouched:
    """What the trail says of each row: its latest digest, or None where an older version recorded none."""

    digests: dict[Key, str | None] = field(default_factory=dict)
    older_amendments: Counter[str] = field(default_factory=Counter)
    """By report: an older version did not record which amendment it was."""

    def note(self, entry: Entry) -> None:
        self.note_event(entry.action, entry.subject, json.loads(entry.detail))

    def note_event(self, event: str, subject: str, detail: Mapping[str, str]) -> None:
        digest = detail.get("digest")
        match event:
            case AuditEvent.REPORT_SENT:
                self.digests["report", subject] = digest
            case AuditEvent.REPORT_AMENDED if digest:
                self.digests["amendment", detail["amendment"]] = digest
            case AuditEvent.REPORT_AMENDED:
                self.older_amendments[subject] += 1
            case AuditEvent.ROW_COVERED:
                self.digests[detail["table"], subject] = digest
                self.older_amendments[detail.get("report", "")] -= 1
            case action if action in _OF_ACTIONS:
                self.digests["action", subject] = digest

    def is_older(self, name: str, values: Mapping[str, Any]) -> bool:
        """True if an entry without a digest vouches for this row."""
        key = name, str(values["id"])
        if name == "amendment" and key not in self.digests:
            self.older_amendments[str(values["report_id"])] -= 1
            return self.older_amendments[str(values["report_id"])] >= 0
        return key in self.digests and self.digests[key] is None


def _compare(transaction: Transaction, name: str, vouched: _Vouched) -> None:
    seen = set()
    try:
        with closing(_rows(transaction, name)) as rows:  # On a server it is a cursor, and a row may be refused.
            for values in rows:
                key = name, str(values["id"])
                seen.add(key)
                if not vouched.is_older(name, values):
                    _compare_row(transaction, key, values, vouched)
                _open_words(transaction, key, values)
    except (AttributeError, TypeError, ValueError):  # Not even of the right type.
        raise RowsDiffer(f"A row of the table {name} cannot be read.") from None
    lost = sorted(key for key in vouched.digests if key[0] == name and key not in seen)
    if lost:
        raise RowsDiffer(f"The {name} {lost[0][1]} is in the audit trail and not in the database.")
    if name == "amendment" and any(left > 0 for left in vouched.older_amendments.values()):
        raise RowsDiffer("An amendment is in the audit trail and not in the database.")


def _compare_row(transaction: Transaction, key: Key, values: Mapping[str, Any], vouched: _Vouched) -> None:
    name, row_id = key
    if key not in vouched.digests:
        raise RowsDiffer(f"The {name} {row_id} is in the database and not in the audit trail.")
    if not hmac.compare_digest(vouched.digests[key] or "", _digest(transaction, name, values)):
        raise RowsDiffer(f"The {name} {row_id} is not what the audit trail says of it.")


def _open_words(transaction: Transaction, key: Key, values: Mapping[str, Any]) -> None:
    name, row_id = key
    for column in _WORDS[name]:
        sealed = values[column]
        try:
            if sealed is not None:
                transaction.unseal(sealed, bound_to=f"{name}.{column.removesuffix('_sealed')}:{row_id}")
        except SealBroken:
            raise RowsDiffer(
                f"The words of the {name} {row_id} cannot be opened: they were changed or belong to another row."
            ) from None


def _cover(transaction: Transaction, name: str, values: Mapping[str, Any], vouched: _Vouched, now: datetime) -> bool:
    if not vouched.is_older(name, values):
        return False
    of_report = {"report": str(values["report_id"])} if name == "amendment" else {}
    audit.add(
        transaction,
        actor="candour",
        event=AuditEvent.ROW_COVERED,
        subject=str(values["id"]),
        at=now,
        table=name,
        digest=_digest(transaction, name, values),
        **of_report,
    )
    return True


def _rows(transaction: Transaction, name: str) -> Generator[Mapping[str, Any]]:
    chosen = sa.select(table(_ROWS[name])).execution_options(yield_per=_CHUNK)
    with transaction.core.execute(chosen) as result:
        for row in result.mappings():
            yield {**row, **_has_words(measure=row.get("measure_sealed"), for_ward=row.get("for_ward_sealed"))}


def _has_older_entries(transaction: Transaction) -> bool:
    """True if an older version recorded rows without a digest, and nobody has vouched for them since."""
    entries = table(AuditRow)
    older = sa.select(entries.c.seq).where(
        entries.c.action.in_([event.value for event in _OF_ROWS]), entries.c.detail.not_like('%"digest":%')
    )
    begun = sa.select(entries.c.seq).where(entries.c.action == AuditEvent.COVERAGE_BEGAN.value)
    return (
        transaction.core.execute(begun.limit(1)).first() is None
        and transaction.core.execute(older.limit(1)).first() is not None
    )


def _digest(transaction: Transaction, name: str, values: Mapping[str, Any]) -> str:
    later = (fact for fact in _COVERED_ONCE_SET.get(name, ()) if values[fact] is not None)
    facts = [name, *(_plain(values[fact]) for fact in (*_COVERED[name], *later))]
    if values.get("name_choice", NameChoice.NAMED) != NameChoice.NAMED:  # Older digests know of no choice.
        facts.append(_plain(values["name_choice"]))
    facts += [f"{fact}={_plain(values[fact])}" for fact in _COVERED_BY_NAME if values.get(fact) is not None]
    if name != "action" and values["type"] not in (None, type_of_kind(values["kind"])):
        facts.append(f"type={_plain(values['type'])}")
    return hmac.digest(transaction.audit_secret, b"candour-row-1:" + json.dumps(facts).encode(), hashlib.sha256).hex()


def _plain(value: object) -> object:
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date():
            return value.isoformat()
        case Enum():
            return value.value
        case None | bool():
            return value
        case _:
            return str(value)
