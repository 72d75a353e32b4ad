"""Whose notifications are paused, as far as Slack tells: a message arrives, and no phone makes a sound."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from bot.domain.service.access import safety_leads
from bot.domain.service.service import Role, Service
from bot.domain.values import Moment

Pause = tuple[Moment, Moment]
"""From (included) and until (excluded)."""


@dataclass(frozen=True)
class QuietHours:
    """The pauses of each person whom Slack told of. Of anybody else nothing is known."""

    pauses: Mapping[str, tuple[Pause, ...]] = field(default_factory=dict)

    def paused(self, person: str, *, now: Moment) -> bool | None:
        """Whether this person's notifications are paused now; None if it is not known."""
        if person not in self.pauses:
            return None
        return any(start <= now < end for start, end in self.pauses[person])

    def all_paused(self, people: Collection[str], *, now: Moment) -> bool:
        """Whether Slack will probably wake none of these: also if there is nobody."""
        return all(self.paused(person, now=now) for person in people)


def who_may_be_asked(service: Service) -> tuple[str, ...]:
    """Everybody whom a ladder may ask."""
    named = [person.slack_id for role in (Role.ON_CALL, Role.EXECUTIVE) for person in service.with_role(role)]
    return tuple(dict.fromkeys([*named, *safety_leads(service)]))
