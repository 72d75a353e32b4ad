"""Where a subject is shown: the messages about it that stand in Slack."""

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from storage.engine.transactions import Transaction, table
from storage.outbox.messages import bound, is_person
from storage.tables.outbox import OutboxRow, OutboxSubjectRow

_TABLE, _SUBJECTS = table(OutboxRow), table(OutboxSubjectRow)
_SENT = (
    sa.select(_TABLE.c.id, _TABLE.c.target_sealed, _TABLE.c.slack_ts)
    .join(_SUBJECTS, _SUBJECTS.c.message == _TABLE.c.id)
    .where(_SUBJECTS.c.subject == sa.bindparam("subject"), _TABLE.c.state == "sent")
    .order_by(_TABLE.c.position)
)


@dataclass(frozen=True)
class MessageCopy:
    """A message that stands in Slack: the channel or person it was sent to, and its timestamp there."""

    target: str
    ts: str

    @property
    def to_a_person(self) -> bool:
        return is_person(self.target)


def copies_of(transaction: Transaction, subject: UUID) -> list[MessageCopy]:
    """Every sent message that shows `subject`, the oldest first."""
    rows = transaction.core.execute(_SENT, {"subject": subject}).all()
    return [MessageCopy(transaction.unseal(row[1], bound_to=bound("target", row[0])), row[2]) for row in rows]
