"""What an operator watches, read from the database in one moment. It tells of no person and no team."""

from dataclasses import dataclass
from datetime import datetime

from bot.usecases.context import Context
from storage import due
from storage.engine import connect
from storage.outbox import status
from storage.outbox.status import Unsent

_MAY_LEAVE = ("ready", "sending", "doubtful")


@dataclass(frozen=True)
class Snapshot:
    """How things stood at `at`, the time that leases are counted in.

    `due_failing` due rows failed when they were last tried: what they stand for does not come.
    `current` if the tables are those that this program knows.
    """

    at: datetime
    unsent: list[Unsent]
    due_failing: int
    current: bool

    def oldest(self, unsent: Unsent) -> float:
        """For how many seconds the oldest of these could have left; 0 if there is none."""
        return max(0.0, (self.at - unsent.due_since).total_seconds()) if unsent.due_since else 0.0

    @property
    def danger_waits(self) -> float:
        """For how many seconds the oldest message about danger has waited to be sent."""
        return max(self.oldest(each) for each in self.unsent if each.urgent and each.state in _MAY_LEAVE)


def look(context: Context) -> Snapshot:
    """Look at everything. Raises `NotSaved` if the database does not answer."""
    with context.database.reading() as transaction:
        return Snapshot(
            at=context.clock.elapsed(),
            unsent=status.counted(transaction),
            due_failing=len(due.failing(transaction)),
            current=connect.at_head(transaction),
        )
