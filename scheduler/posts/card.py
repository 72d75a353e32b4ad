"""The card in the safety channel, or to its people one by one where the channel cannot be reached."""

from datetime import datetime

from bot.domain.sensitivity import Sensitivity
from bot.domain.service.service import Role, Service
from bot.usecases.outgoing import Card, MoreDanger
from bot.views.kit.blocks import Message
from bot.views.shared import danger_messages, messages
from scheduler.fallbacks import no_split as split
from storage import danger as dangers
from storage import incidents, queue, reports
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage, OutboxMessage
from storage.outbox.priority import Priority

__all__ = ["KIND", "PRIORITY", "QUEUED_BY", "READABLE", "compose", "fallback", "split"]
KIND = Card.KIND
PRIORITY = Priority.URGENT  # While somebody may still be at risk.
READABLE = True
QUEUED_BY = "bot.usecases.incidents.submit.submit_report"


_ONE_BY_ONE = (Role.SAFETY_TEAM, Role.SAFETY_LEAD, Role.SAFETY_DEPUTY, Role.ON_CALL)


def compose(transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime) -> Message | None:
    """The report, or the amendment that this card is of, without anything that the reporter wrote.

    In danger: who has it, as things stand now. None if it would go to somebody who is involved.
    """
    about = Card.decode(claimed.body)
    amended = about.amendment is not None
    report = (
        reports.get_amended(transaction, about.amendment)
        if about.amendment
        else reports.get(transaction, about.report)
    )
    if claimed.target in dangers.involved(transaction, [report.incident_id]).get(report.incident_id, ()):
        return None
    found = dangers.shown(transaction, [report.incident_id]) if report.still_at_risk.urgent else []
    if found:
        return danger_messages.card(found, service, may_repeat=claimed.may_repeat, now=now)
    if report.still_at_risk.urgent:
        incident = incidents.find(transaction, report.incident_id)
        sensitivity = incident.sensitivity if incident else Sensitivity.RESTRICTED
        return messages.card(
            report, service, sensitivity=sensitivity, amended=amended, may_repeat=claimed.may_repeat, now=now
        )
    row = queue.of_report(transaction, report.id)
    return messages.line_card(report, row, service, amended=amended, may_repeat=claimed.may_repeat)


def fallback(service: Service, claimed: ClaimedMessage) -> list[OutboxMessage]:
    """The same card, or one of several reports, to the safety team, its leads and the people on call, one by one."""
    # By its target: the safety channel itself may have been changed since the card was queued.
    if claimed.to_a_person:
        return []
    people = {person.slack_id for role in _ONE_BY_ONE for person in service.with_role(role)}
    content = Card if claimed.kind == Card.KIND else MoreDanger
    return [
        OutboxMessage(
            claimed.kind,
            str(claimed.id),
            target=person,
            body=claimed.body,
            priority=claimed.priority,
            subjects=content.decode(claimed.body).subjects,
        )
        for person in sorted(people)
    ]
