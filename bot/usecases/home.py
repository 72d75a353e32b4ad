"""Reads what App Home shows to a person."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.actions.action import Action
from bot.domain.incidents.own_report import OwnReport
from bot.domain.service.service import Role
from bot.usecases.context import Context
from storage import actions, own_reports
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


def home_data(context: Context, slack_id: str) -> HomeData:
    """The newest reports of this person, and their most pressing actions."""
    with context.database.reading() as transaction:
        since = own_reports.last_news(transaction, slack_id)
        on_safety_team = context.service.may(slack_id, Role.SAFETY_TEAM)
        return HomeData(
            reports=own_reports.of_reporter(transaction, slack_id, limit=MOST),
            actions=actions.of_owner(transaction, slack_id, limit=MOST),
            undelivered=len(status.undelivered(transaction)) if on_safety_team else 0,
            news=own_reports.with_news(transaction, slack_id, since=since, limit=MOST_NEWS),
        )


def remember_news(context: Context, slack_id: str, *, now: datetime) -> None:
    """This person has seen what is new of their reports. `now` is from before it was read, so that nothing is missed.

    Called once it has been shown. Of whoever has no news, nothing is kept.
    """
    with context.database.writing() as transaction:
        own_reports.remember_news(transaction, slack_id, now=now)
