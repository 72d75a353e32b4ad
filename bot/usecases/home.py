"""Reads what App Home shows to a person."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.actions.action import Action
from bot.domain.incidents.own_report import OwnReport
from bot.domain.service.alert_test import AlertTest
from bot.domain.service.rota import OnCall
from bot.domain.service.service import Role
from bot.usecases.context import Context
from bot.usecases.service.rota import who_is_on_call
from storage import actions, alert_tests, own_reports
from storage.engine.transactions import Transaction
from storage.outbox import status

MOST = 11
"""One more than Home shows, so that it can say that there are more."""
MOST_NEWS = 100
"""Reports that are counted in the line about what is new."""


@dataclass(frozen=True)
class HomeData:
    """A person's own reports and actions. `undelivered` is counted for the safety team only."""

    reports: list[OwnReport]
    actions: list[Action]
    undelivered: int
    news: list[OwnReport] = field(default_factory=list)
    """Those of the reports that have moved on since the person last saw news of them."""
    alert_test: AlertTest | None = None
    on_call: OnCall | None = None
    """Only for people on the rota."""


def home_data(context: Context, slack_id: str) -> HomeData:
    """The newest reports of this person, and their most pressing actions."""
    with context.database.reading() as transaction:
        since = own_reports.last_news(transaction, slack_id)
        on_safety_team = context.service.may(slack_id, Role.SAFETY_TEAM)
        return HomeData(
            reports=own_reports.of_reporter(transaction, slack_id, limit=MOST),
            actions=actions.of_owner(transaction, slack_id, limit=MOST),
            undelivered=len(status.undelivered(transaction)) if on_safety_team else 0,
            alert_test=alert_tests.latest(transaction) if on_safety_team else None,
            on_call=_on_call(transaction, context, slack_id),
            news=own_reports.with_news(transaction, slack_id, since=since, limit=MOST_NEWS),
        )


def remember_news(context: Context, slack_id: str, *, now: datetime) -> None:
    """This person has seen what is new of their reports. `now` is from before it was read, so that nothing is missed.

    Called once it has been shown. Of whoever has no news, nothing is kept.
    """
    with context.database.writing() as transaction:
        own_reports.remember_news(transaction, slack_id, now=now)


def _on_call(transaction: Transaction, context: Context, slack_id: str) -> OnCall | None:
    if not context.service.may(slack_id, Role.ON_CALL):
        return None
    return who_is_on_call(transaction, context, now=context.clock.now())
