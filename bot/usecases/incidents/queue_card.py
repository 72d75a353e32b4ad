"""The card of a report, or a place on one card for several, where one person sends very many with danger."""

from dataclasses import replace
from uuid import UUID

from bot.domain.reports.report import Report
from bot.domain.sensitivity import CONCERNS
from bot.domain.service.access import Circumstances, finders, sees_cards
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.outgoing import MoreDanger
from storage import danger as dangers
from storage import incidents
from storage.engine.transactions import Transaction
from storage.outbox import messages
from storage.outbox.messages import OutboxMessage

CARDS_OF_ONE_PERSON = 10
"""Urgent cards of one person that may wait at a time. Slack takes one a second in a channel, and others' wait too."""
REPORTS_ON_ONE_CARD = 25
"""Each has a button. More would be longer than Slack takes."""


def card_to_queue(
    transaction: Transaction, context: Context, report: Report, amendment: UUID | None = None
) -> list[OutboxMessage]:
    """The card to queue; nothing if the report joined a card that waits already.

    Where somebody is involved who sees the channel, it goes to the others one by one, and a concern only to those
    who may read it. Danger is shown all the same, because help comes first: of a danger the channel sees the ward
    and the number, and never the words.
    """
    others = () if report.still_at_risk.urgent else _instead_of_the_channel(transaction, context, report)
    if others:
        return [outgoing.card_to(person, report, amendment) for person in others]
    card = outgoing.card(report, context.service, amendment)
    if card.sender is None or messages.count_ready(transaction, sender=card.sender) < CARDS_OF_ONE_PERSON:
        return [card]
    waiting = messages.lock_ready(transaction, kind=MoreDanger.KIND, sender=card.sender)
    reports = MoreDanger.decode(waiting.body).reports if waiting else ()
    if report.id in reports:
        return []
    if waiting and len(reports) < REPORTS_ON_ONE_CARD:
        joined = MoreDanger(reports=(*reports, report.id))
        messages.replace_body(transaction, waiting.id, joined.encode(), one_more=report.id)
        return []
    return [outgoing.more_danger(report, context.service, amendment)]


def _instead_of_the_channel(transaction: Transaction, context: Context, report: Report) -> tuple[str, ...]:
    """Whoever may find the incident, if somebody who sees the channel may not. Empty as well if nobody may."""
    service, incident = context.service, incidents.of_report(transaction, report.id)
    involved = dangers.involved(transaction, [report.incident_id]).get(report.incident_id, set())
    is_concern = incident.sensitivity in CONCERNS
    if not is_concern and not any(sees_cards(service, person) for person in involved):
        return ()
    about = Circumstances(team=report.team, involved=involved)
    return finders(service, replace(about, sensitivity=incident.sensitivity) if is_concern else about)
