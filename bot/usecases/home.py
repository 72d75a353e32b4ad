"""Reads what App Home shows to a person."""

from dataclasses import dataclass

from bot.domain.actions.action import Action
from bot.domain.bulletins.overview import LearningOverview
from bot.domain.reports.report import Report
from bot.domain.service.service import Role
from bot.usecases.bulletins import overview
from bot.usecases.context import Context
from storage import actions, reports
from storage.outbox import status

MOST = 11
"""One more than Home shows, so that it can say that there are more."""


@dataclass(frozen=True)
class HomeData:
    """A person's own reports and actions. `undelivered` is counted for the safety team only."""

    reports: list[Report]
    actions: list[Action]
    undelivered: int
    learning: LearningOverview | None = None


def home_data(context: Context, slack_id: str) -> HomeData:
    """The newest reports of this person, and their most pressing actions."""
    with context.database.reading() as transaction:
        on_safety_team = context.service.may(slack_id, Role.SAFETY_TEAM)
        return HomeData(
            reports=reports.by_reporter(transaction, slack_id, limit=MOST),
            actions=actions.of_owner(transaction, slack_id, limit=MOST),
            undelivered=len(status.undelivered(transaction)) if on_safety_team else 0,
            learning=overview.for_safety_team(transaction, context.service, slack_id, now=context.clock.now()),
        )
