"""Direct messages about who opened what, and who has it. Never a kind, a ward, or a word of a report."""

from datetime import datetime
from uuid import UUID

from bot.domain.service.service import Service
from bot.views.kit import dates, people
from bot.views.kit.action_ids import OPEN_REPORT
from bot.views.kit.blocks import Message, button, buttons, escaped, section, small


def glass_broken(reference: str, person: str, service: Service, *, at: datetime, now: datetime) -> Message:
    """To the safety lead and one further role."""
    who = escaped(people.called(service, person))
    words = f"{who} opened report {reference} with a reason, {dates.moment(at, service.zone, now=now)}."
    return Message(
        f"Check this: {words}",
        [
            section(f"*Check this:* {words}"),
            small("The reason stands in the incident, for those who may open it. This is in the audit trail."),
        ],
    )


def handed_over(incident_id: UUID, reference: str) -> Message:
    """To whoever has the incident from now on: its reference, and nothing of it."""
    words = f"Open incident {reference}: you have it now."
    return Message(
        words,
        [
            section(f"*{words}*"),
            buttons(button("Open", action=OPEN_REPORT, value=str(incident_id), style="primary")),
        ],
    )
