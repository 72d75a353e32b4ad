"""The test alert of each month: to the danger channel and whoever is on call. The first who has seen it is kept."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from bot.domain.service.access import Act
from bot.domain.service.alert_test import AlertTest, may_ring, month_of, next_test
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, DueResult, WhenLate
from bot.usecases.permissions import NotFound, judged
from bot.usecases.service.rota import who_is_on_call
from storage import alert_tests, audit
from storage.audit import AuditEvent
from storage.due import DueTime
from storage.engine.transactions import Transaction, retry_on_conflict
from storage.outbox import copies
from storage.outbox.copies import MessageCopy
from storage.outbox.messages import OutboxMessage

KIND = outgoing.MonthlyTest.KIND
WHAT = "the test alert of the month"
FURTHEST = timedelta(days=40)
"""From the first working day of a month to that of the next one."""
WHEN_LATE: WhenLate = AtOnce()
_SUBJECT = "service"


def serve(transaction: Transaction, context: Context, _rows: Sequence[DueTime], *, now: datetime) -> DueResult:
    """One test a month. One that is late, because nothing ran, waits for a working hour."""
    zone = context.service.zone
    sent = _test(transaction, context, now) if may_ring(zone, now=now) else []
    return DueResult(sent, _next(transaction, context, now))


def standing(transaction: Transaction, context: Context, *, now: datetime) -> Collection[DueTime]:
    """The one row of this kind."""
    return _next(transaction, context, now)


@retry_on_conflict
def see_alert_test(context: Context, test_id: UUID, *, by: str, now: datetime) -> AlertTest:
    """Somebody has seen it. The first one counts. Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        judge.of_service(Act.SEE_TEST, str(test_id))
        if alert_tests.see(judge.transaction, test_id, by=by, now=now):
            audit.add(judge.transaction, actor=by, event=AuditEvent.ALERT_TEST_SEEN, subject=str(test_id), at=now)
        found = alert_tests.find(judge.transaction, test_id)
    if found is None:
        raise NotFound
    return found


def copies_of_test(context: Context, test_id: UUID) -> list[MessageCopy]:
    """The messages of this test that stand in Slack."""
    with context.database.reading() as transaction:
        return copies.copies_of(transaction, test_id)


def _test(transaction: Transaction, context: Context, now: datetime) -> list[OutboxMessage]:
    """The messages of this month's test; none if it has had one."""
    service = context.service
    asked = who_is_on_call(transaction, context, now=now).person
    test = AlertTest(id=uuid4(), month=month_of(now, service.zone), sent_at=now, asked=asked)
    if not alert_tests.add(transaction, test):
        return []
    return [outgoing.monthly_test(test, to=target) for target in (service.danger_channel, asked)]


def _next(transaction: Transaction, context: Context, now: datetime) -> list[DueTime]:
    latest = alert_tests.latest(transaction)
    at = next_test(context.service.zone, tested=latest.month if latest else None, now=now)
    return [DueTime(KIND, _SUBJECT, at)]
