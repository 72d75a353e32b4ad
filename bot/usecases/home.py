"""What a person finds in App Home."""

from dataclasses import dataclass

from bot.domain.actions.action import Action
from bot.domain.reports.report import Report
from bot.domain.service.service import Role
from bot.usecases.context import House
from storage import actions, reports
from storage.outbox import status

MOST = 11
"""One more than Home shows, so that it can say that there are more."""


@dataclass(frozen=True)
class OwnThings:
    """A person's own reports and actions. `undelivered` is counted for the safety team only."""

    reports: list[Report]
    actions: list[Action]
    undelivered: int


def own_things(house: House, slack_id: str) -> OwnThings:
    """The newest reports of this person, and their most pressing actions."""
    with house.database.reading() as work:
        on_safety_team = house.service.may(slack_id, Role.SAFETY_TEAM)
        return OwnThings(
            reports=reports.by_reporter(work, slack_id, limit=MOST),
            actions=actions.of_owner(work, slack_id, limit=MOST),
            undelivered=len(status.undelivered(work)) if on_safety_team else 0,
        )
