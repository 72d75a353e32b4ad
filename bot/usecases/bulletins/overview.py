"""What the safety team sees in Home of learning points and bulletins."""

from datetime import datetime, timedelta

from bot.domain.bulletins.edition import is_paused, next_monday
from bot.domain.bulletins.overview import LearningOverview
from bot.domain.bulletins.schedule import WEEK
from bot.domain.service.access import NO_INCIDENT, Act, may
from bot.domain.service.service import Service
from bot.usecases.bulletins import weekly
from storage import bulletins, learning, occurrences
from storage.engine.transactions import Transaction

MOST = 7
"""Of each: one more than Home shows, so that it can say that there are more."""
_REMEMBERED = timedelta(days=30)
"""How long Home shows what was sent back."""


def for_safety_team(
    transaction: Transaction, service: Service, person: str, *, now: datetime
) -> LearningOverview | None:
    """None for everybody else."""
    if not may(service, person, Act.WRITE_LEARNING, NO_INCIDENT):
        return None
    approves = may(service, person, Act.APPROVE_BULLETIN, NO_INCIDENT)
    return LearningOverview(
        waiting=tuple(learning.waiting(transaction, person, limit=MOST)),
        sent_back=tuple(learning.sent_back_to(transaction, person, after=now - _REMEMBERED, limit=MOST)),
        drafts=tuple(bulletins.waiting(transaction, limit=MOST)) if approves else (),
        skipped=_skipped(transaction, service, now),
    )


def _skipped(transaction: Transaction, service: Service, now: datetime) -> tuple[str, ...]:
    """The teams whose latest Monday has passed without a bulletin. A team that has just joined had none to miss."""
    known = occurrences.of_teams(transaction, weekly.KIND)
    names = []
    for team in service.teams:
        monday = next_monday(team.rhythm[0], team.schedule.model_copy(update={"paused_until": None}), now=now) - WEEK
        if is_paused(monday, team.schedule):
            continue
        joined_on, latest = known[team.code]
        if joined_on < monday and (latest is None or latest < monday):
            names.append(team.name)
    return tuple(names)
