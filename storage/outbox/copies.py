"""Where a subject is shown: the messages about it that stand in Slack."""

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from bot.domain.values import is_person
from storage.engine.transactions import Transaction, table
from storage.outbox.messages import bound
from storage.tables.outbox import OutboxRow, OutboxSubjectRow

_TABLE, _SUBJECTS = table(OutboxRow), table(OutboxSubjectRow)
_SENT = (
    sa.select(_TABLE.c.id, _TABLE.c.kind, _TABLE.c.target_sealed, _TABLE.c.body_sealed, _TABLE.c.slack_ts)
    .where(
        _TABLE.c.id.in_(
            sa.select(_SUBJECTS.c.message).where(_SUBJECTS.c.subject.in_(sa.bindparam("subjects", expanding=True)))
        ),
        _TABLE.c.state == "sent",
    )
    .order_by(_TABLE.c.position)
)


@dataclass(frozen=True)
class MessageCopy:
    """A message that stands in Slack: what it is about, the channel or person it was sent to, its timestamp there."""

    kind: str
    body: str
    target: str
    ts: str

    @property
    def to_a_person(self) -> bool:
        return is_person(self.target)


def copies_of(transaction: Transaction, *subjects: UUID) -> list[MessageCopy]:
    """Every sent message that shows one of `subjects`, the oldest first."""
    rows = transaction.core.execute(_SENT, {"subjects": list(subjects)}).all()
    return [
        MessageCopy(
            kind=row.kind,
            body=transaction.unseal(row.body_sealed, bound_to=bound("body", row.id)),
            target=transaction.unseal(row.target_sealed, bound_to=bound("target", row.id)),
            ts=row.slack_ts,
        )
        for row in rows
    ]
