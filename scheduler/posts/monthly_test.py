"""The test alert of the month, in the danger channel and to whoever is on call."""

from datetime import datetime

from bot.domain.service.service import Service
from bot.usecases.outgoing import MonthlyTest
from bot.views.kit.blocks import Message
from bot.views.shared import alert_test_messages
from scheduler.fallbacks import no_fallback as fallback
from scheduler.fallbacks import no_split as split
from storage import alert_tests
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = MonthlyTest.KIND
PRIORITY = Priority.URGENT  # As what it tests.
READABLE = True
QUEUED_BY = "bot.usecases.service.monthly_alert"


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:  # noqa: ARG001 - as every post
    """The question, or who has seen it meanwhile."""
    test = alert_tests.find(transaction, MonthlyTest.decode(claimed.body).test)
    if test is None:
        raise LookupError("the test is not there")
    return alert_test_messages.asked(test, service)
