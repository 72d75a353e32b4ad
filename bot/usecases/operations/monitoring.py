"""What monitoring asks: how much waits, read in one moment, and whether the database takes a write.

It tells of no person and no team.
"""

import math
from dataclasses import dataclass
from datetime import datetime

from bot.usecases.context import Context
from storage import due
from storage.engine import connect
from storage.engine.transactions import NotSaved, OutcomeUnknown
from storage.engine.write_probe import prove_a_write
from storage.outbox import status
from storage.outbox.status import Unsent

_QUEUED_MEANWHILE_SECONDS = 60.0
"""What is queued while the snapshot is taken is younger than the snapshot: by this much at the most."""
_MAY_LEAVE = ("ready", "sending", "doubtful")


@dataclass(frozen=True)
class Snapshot:
    """The state at `at`, the time that leases are counted in.

    `due_failing` due rows failed when they were last tried: what they stand for does not come.
    `current` if the tables are those that this program knows. `writable` if a write was saved just now.
    """

    at: datetime
    unsent: list[Unsent]
    due_failing: int
    current: bool
    writable: bool

    def oldest(self, unsent: Unsent) -> float:
        """For how many seconds the oldest of these has waited; 0 if there is none.

        Infinite if it was queued at a time that is still to come: the clock was wrong, and nobody knows for how long.
        """
        age = (self.at - unsent.queued_at).total_seconds() if unsent.queued_at else 0.0
        return math.inf if age < -_QUEUED_MEANWHILE_SECONDS else max(0.0, age)

    @property
    def danger_waits(self) -> float:
        """For how many seconds the oldest message about danger has waited to be sent."""
        return max(self.oldest(each) for each in self.unsent if each.urgent and each.state in _MAY_LEAVE)


def take_snapshot(context: Context) -> Snapshot:
    """Raises `NotSaved` if the database does not answer."""
    writable = _is_writable(context)
    with context.database.reading() as transaction:
        return Snapshot(
            at=context.clock.elapsed(),
            unsent=status.counted(transaction),
            due_failing=len(due.failing(transaction)),
            current=connect.at_head(transaction),
            writable=writable,
        )


def _is_writable(context: Context) -> bool:
    try:
        prove_a_write(context.database)
    except (NotSaved, OutcomeUnknown):
        return False
    return True
