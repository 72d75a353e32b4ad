"""Direct messages about who is on call."""

from datetime import datetime

from bot.domain.service.rota import KnownShift
from bot.domain.service.service import Service
from bot.views.kit import people
from bot.views.kit.action_ids import ON_CALL_ACCEPT, ON_CALL_DECLINE
from bot.views.kit.blocks import Message, button, buttons, escaped, section


def offered(shift: KnownShift, service: Service) -> Message:
    """To the one who is asked to take over."""
    words = f"{named(shift.person, service)} asks you to take over on call until {clock(shift.ends_at, service)}."
    value = str(shift.id)
    return Message(
        f"{words} Answer now.",
        [
            section(f"*{words}* Until you say yes, they stay on call."),
            buttons(
                button("Yes, I have it", action=ON_CALL_ACCEPT, value=value, style="primary"),
                button("I cannot", action=ON_CALL_DECLINE, value=value),
            ),
        ],
    )


def answered(words: str) -> Message:
    """In place of the question, once it has been answered or is no longer open."""
    return Message(words.replace("*", ""), [section(words)])


def taken(shift: KnownShift, service: Service) -> Message:
    """To whoever was on call until now."""
    words = f"{named(shift.person, service)} is on call now, until {clock(shift.ends_at, service)}."
    return answered(f"*{words}* You are not on call any more.")


def declined(person: str, service: Service) -> Message:
    """To whoever asked."""
    return answered(f"*{named(person, service)} cannot take over.* You are still on call. Ask somebody else.")


def clock(at: datetime, service: Service) -> str:
    """The time of day, where the service is: nobody is on call for longer than a day."""
    return f"{at.astimezone(service.zone):%H:%M}"


def named(person: str, service: Service) -> str:
    """The name in the service file, because that calls nobody."""
    return escaped(people.called(service, person))
