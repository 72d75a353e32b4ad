"""Reads what App Home shows to a person."""

from dataclasses import dataclass

from bot.domain.actions.action import Action
from bot.domain.calendar import local_date
from bot.domain.incidents.queue import QueueCounts, QueuePage, QueuePlace
from bot.domain.reports.deadlines import late_if_sent_before
from bot.domain.reports.report import Report
from bot.domain.service.findable import Findable, findable
from bot.domain.service.service import Role
from bot.usecases.context import Context
from storage import actions, queue, reports
from storage.engine.transactions import Transaction
from storage.outbox import status

MOST = 6
"""Of a person's own things: one more than Home shows, so that it can say that there are more."""
WHOLE_QUEUE = QueuePlace()


@dataclass(frozen=True)
class Queue:
    """The open incidents that a person may find: how many, and one page of them."""

    counts: QueueCounts
    page: QueuePage


@dataclass(frozen=True)
class HomeData:
    """A person's own reports and actions. The queue, and what was not delivered, are the safety team's only."""

    reports: list[Report]
    actions: list[Action]
    undelivered: int
    queue: Queue | None = None


def home_data(context: Context, slack_id: str, place: QueuePlace = WHOLE_QUEUE) -> HomeData:
    """The newest reports of this person, their most pressing actions, and what waits for them to look at."""
    with context.database.reading() as transaction:
        on_safety_team = context.service.may(slack_id, Role.SAFETY_TEAM)
        who = findable(context.service, slack_id)
        return HomeData(
            reports=reports.by_reporter(transaction, slack_id, limit=MOST),
            actions=actions.of_owner(transaction, slack_id, limit=MOST),
            undelivered=len(status.undelivered(transaction)) if on_safety_team else 0,
            queue=_queue(transaction, context, who, place) if who.anything else None,
        )


def _queue(transaction: Transaction, context: Context, who: Findable, place: QueuePlace) -> Queue | None:
    """None for somebody who only stands in for a safety lead, as long as there is no such incident."""
    now, service = context.clock.now(), context.service
    counts = queue.counts(
        transaction,
        who,
        sent_before=late_if_sent_before(service, now=now),
        today=local_date(now, service.zone),
    )
    page = queue.page(transaction, who, place)
    return Queue(counts, page) if who.usual or page.rows else None
