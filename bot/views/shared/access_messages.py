"""Direct messages about who opened what. Never a kind, a ward, or a word of a report or of a reason."""

from datetime import datetime

from bot.domain.service.service import Service
from bot.views.kit import dates, people
from bot.views.kit.blocks import Message, escaped, section, small


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
