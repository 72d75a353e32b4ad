"""The messages that the bot queues: their kind, what makes each unique, and the ids they are composed from later."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from bot.domain.actions.action import Action
from bot.domain.actions.nudges import ActionDates
from bot.domain.bulletins.edition import Edition
from bot.domain.reports.report import Report
from bot.domain.service.service import Service, Team
from storage.outbox.messages import OutboxMessage

CARD = "card"
COPY = "copy"
ASSIGNED = "assigned"
NUDGE = "nudge"
BULLETIN = "bulletin"


def card(report: Report, service: Service, amendment: UUID | None = None) -> OutboxMessage:
    """The safety channel's card of a report, or of an amendment to it. Danger makes it urgent."""
    subject = {"report": str(report.id)} | ({"amendment": str(amendment)} if amendment else {})
    return OutboxMessage(
        CARD,
        unique=str(amendment or report.id),
        target=service.safety_channel,
        subject=subject,
        urgent=report.still_at_risk.urgent,
    )


def copy(report: Report) -> OutboxMessage:
    """The reporter's copy of the receipt."""
    return OutboxMessage(COPY, unique=str(report.id), target=report.reporter, subject={"report": str(report.id)})


def assigned(action: Action) -> OutboxMessage:
    """Tells the owner of a new action."""
    return OutboxMessage(ASSIGNED, unique=str(action.id), target=action.owner, subject={"action": str(action.id)})


def nudge(due: Sequence[ActionDates], *, local_day: str) -> OutboxMessage:
    """One reminder a day to their owner. Each action goes with when its date was set: moving it silences it."""
    owner = due[0].owner
    subject = {str(action.id): action.due_set_at.isoformat() for action in due}
    return OutboxMessage(NUDGE, unique=f"{owner}:{local_day}", target=owner, subject=subject)


def bulletin(edition: Edition, team: Team, *, made_at: datetime) -> OutboxMessage:
    """A team's bulletin. That a Monday has one is for the occurrences to hold: they take back what came early."""
    return OutboxMessage(
        BULLETIN,
        unique=f"{team.code}:{edition.monday}:{made_at.isoformat()}",
        target=team.channel,
        subject={"issue": edition.model_dump_json()},
    )
