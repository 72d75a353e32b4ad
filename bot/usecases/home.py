"""Reads what App Home shows to a person."""

from dataclasses import dataclass

from bot.domain.actions.action import Action
from bot.domain.incidents.own_report import OwnReport
from bot.domain.service.service import Role
from bot.usecases.context import Context
from storage import actions, own_reports
from storage.outbox import status

MOST = 11
"""One more than Home shows, so that it can say that there are more."""


@dataclass(frozen=True)
class HomeData:
    """A person's own reports and actions. `undelivered` is counted for the safety team only."""

    reports: list[OwnReport]
    actions: list[Action]
    undelivered: int


def home_data(context: Context, slack_id: str) -> HomeData:
    """The newest reports of this person, and their most pressing actions."""
    with context.database.reading() as transaction:
        on_safety_team = context.service.may(slack_id, Role.SAFETY_TEAM)
        return HomeData(
            reports=own_reports.of_reporter(transaction, slack_id, limit=MOST),
            actions=actions.of_owner(transaction, slack_id, limit=MOST),
            undelivered=len(status.undelivered(transaction)) if on_safety_team else 0,
        )
