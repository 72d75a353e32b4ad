"""The audit trail: append-only, chained with a secret that the keyring seals, and free of free text.

Cutting entries off the end, head included, cannot be seen from inside: keep the number of entries elsewhere.
"""

import hashlib
import hmac
import json
import re
from contextlib import closing
from datetime import UTC, datetime

from sqlmodel import col, select

from storage.database import Work
from storage.tables import AuditHeadRow, AuditRow

START = bytes(32)
_CODE = re.compile(r"[A-Za-z0-9_.:+-]{1,64}")


class AuditRefused(Exception):
    """An entry must name its actor, and hold codes and ids only."""


class ChainBroken(Exception):
    """The trail was changed. `seq` is the first entry that does not fit."""

    def __init__(self, seq: int) -> None:
        super().__init__(f"The audit trail does not fit together at entry {seq}.")
        self.seq = seq


def hold(work: Work) -> None:
    """Until this transaction ends, nobody else adds an entry."""
    _held_head(work)


def add(work: Work, *, actor: str, action: str, subject: str, at: datetime, **detail: str) -> None:
    """Append an entry, in the transaction of what it records."""
    for code in (actor, action, subject, *detail.values()):
        if not _CODE.fullmatch(code):
            raise AuditRefused("An audit entry names its actor and holds codes and ids only.")
    head = _held_head(work)
    row = AuditRow(
        seq=head.seq + 1,
        previous=head.hash,
        at=at,
        actor=actor,
        action=action,
        subject=subject,
        detail=json.dumps(detail, sort_keys=True, separators=(",", ":")),
        hash=b"",
    )
    row.hash = _chained(work.audit_secret, row)
    work.add(row)
    head.seq, head.hash = row.seq, row.hash
    work.add(head)
    work.flush()


def verify(work: Work) -> int:
    """The number of entries if the whole trail fits together, or raise `ChainBroken`."""
    seq, previous = 0, START
    # One row at a time, so that a row that cannot even be read is the one that is named.
    chosen = select(AuditRow).order_by(col(AuditRow.seq)).execution_options(yield_per=1)
    try:
        with closing(work.exec(chosen)) as rows:
            for row in rows:
                if not _fits(work.audit_secret, row, seq=seq + 1, previous=previous):
                    raise ChainBroken(seq + 1)
                seq, previous = row.seq, row.hash
    except (AttributeError, TypeError, ValueError):  # Not even of the right type.
        raise ChainBroken(seq + 1) from None
    head = work.exec(select(AuditHeadRow)).first()
    if head is None or (head.seq, head.hash) != (seq, previous):
        raise ChainBroken(seq + 1)
    return seq


def _held_head(work: Work) -> AuditHeadRow:
    return work.exec(select(AuditHeadRow).with_for_update()).one()


def _fits(secret: bytes, row: AuditRow, *, seq: int, previous: bytes) -> bool:
    in_place = row.seq == seq and row.previous == previous
    return in_place and hmac.compare_digest(row.hash, _chained(secret, row))


def _chained(secret: bytes, row: AuditRow) -> bytes:
    at = row.at.astimezone(UTC).isoformat()
    fields = [row.seq, row.previous.hex(), at, row.actor, row.action, row.subject, row.detail]
    return hmac.digest(secret, b"candour-audit-1:" + json.dumps(fields).encode(), hashlib.sha256)
