"""What the danger channel is told of danger that could not be saved: never who, never what."""

from collections.abc import Collection
from datetime import datetime

from bot.domain.incidents.unsaved import UnsavedDanger
from bot.domain.service.service import Service
from bot.views.kit import dates
from bot.views.kit.blocks import Message, escaped, header, section, small
from bot.views.shared.repeats import repeated

_MOST_NAMED = 20
"""Teams in one sentence: Slack takes 3,000 characters there."""


def not_saved(danger: UnsavedDanger, service: Service, *, may_repeat: bool = False, now: datetime) -> Message:
    """Somebody tried, when, and whom to phone."""
    at = dates.clock(danger.at, service.zone_of(danger.team), now=now)
    tried = f"Somebody{_where(danger, service)} tried to report danger at {at}."
    phone = f"Phone {_number(danger.team, service)}."
    is_not = ("It is not saved.", "It is *not* saved.")
    maybe = "It may or may not be saved."
    plainly, loudly = is_not if danger.sure else (maybe, f"*{maybe}*")
    return Message(
        f"{tried} {plainly} {phone}",
        [
            header("Phone now: a report of danger failed"),
            section(f"{tried} {loudly} *{phone}*"),
            small(f"{_what_else(danger)} If nobody answers, phone {escaped(service.on_call_phone)}."),
            *repeated(may_repeat=may_repeat),
        ],
    )


def works_again(teams: Collection[str], service: Service, *, may_repeat: bool = False, now: datetime) -> Message:
    """Once, after all that could not be saved. `teams` are codes."""
    at = dates.clock(now, service.zone, now=now)
    numbers = sorted({f"{_number(team, service)}." for team in teams})[:_MOST_NAMED]
    words = f"Saving works again, {at}. Has each report come since? If not, phone again."
    return Message(words, [section(f"*{words}*"), section(" ".join(numbers)), *repeated(may_repeat=may_repeat)])


def _where(danger: UnsavedDanger, service: Service) -> str:
    team = service.team(danger.team)
    return f" at {escaped(team.name)}" if team else ""


def _number(code: str, service: Service) -> str:
    """The ward and its number; the on-call number where the ward is not known."""
    team = service.team(code)
    return f"{escaped(team.name) if team else 'on-call'} on {escaped(service.phone_of(code))}"


def _what_else(danger: UnsavedDanger) -> str:
    if danger.sure:
        return "Candour does not follow it up."
    return "Candour may ask nobody on call about it. Look for its card."
