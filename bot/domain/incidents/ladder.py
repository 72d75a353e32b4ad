"""Who is asked while somebody may be at risk, and when. The steps of the ladder are data.

First and second are the first two on the rota. After the last step everybody is asked again: often, then seldom.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Self

from pydantic import Field

from bot.domain.reports.report import AtRisk
from bot.domain.service.access import safety_leads
from bot.domain.service.rota import Shift, on_call_now
from bot.domain.service.service import Role, Service
from bot.domain.values import Moment, Value

_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)

REPORTER_TOLD_AFTER = 5 * _MINUTE
"""If nobody has pressed by then, the reporter is told so."""
ANSWER_WITHIN = 10 * _MINUTE
"""How long the one who has it may leave a question unanswered, before the ladder goes on."""
QUESTIONS_AFTER = (15 * _MINUTE, 60 * _MINUTE)
"""When the one who has it is asked whether all are safe. Afterwards each hour, while it lasts."""
LONGEST_GAP = _HOUR
"""No step and no question is further away than this."""
LONG_AGO = timedelta(hours=24)
"""What happened longer ago rings nobody until its reporter says that it is still so."""


class Asks(StrEnum):
    """Whom a step asks."""

    FIRST = "first"
    SECOND = "second"
    EXECUTIVE = "executive"
    EVERYBODY = "everybody"


class Step(Value):
    """One step, so long after the ladder has begun."""

    asks: Asks
    after: timedelta


class Ladder(Value):
    """The steps, then everybody again: `often_times` times, `often` apart; then again and again, `seldom` apart."""

    steps: tuple[Step, ...] = Field(min_length=1)
    often: timedelta = 30 * _MINUTE
    often_times: int = 4
    seldom: timedelta = _HOUR

    def asks(self, step: int) -> Asks:
        """Whom this step asks."""
        return self.steps[step].asks if step < len(self.steps) else Asks.EVERYBODY

    def gap_after(self, step: int) -> timedelta:
        """How long after this step the next one comes."""
        if step + 1 < len(self.steps):
            return self.steps[step + 1].after - self.steps[step].after
        return self.often if step + 1 - len(self.steps) < self.often_times else self.seldom


# Domain reference 4.2: second on call after 10 minutes, the executive after 30, then again until somebody answers.
# The times are defaults of this project, and no legal duty.
LADDERS: Mapping[AtRisk, Ladder] = MappingProxyType(
    {
        AtRisk.YES: Ladder(
            steps=(
                Step(asks=Asks.FIRST, after=timedelta()),
                Step(asks=Asks.SECOND, after=10 * _MINUTE),
                Step(asks=Asks.EXECUTIVE, after=30 * _MINUTE),
            )
        ),
        AtRisk.NOT_SURE: Ladder(
            steps=(
                Step(asks=Asks.FIRST, after=timedelta()),
                Step(asks=Asks.SECOND, after=10 * _MINUTE),
                Step(asks=Asks.EXECUTIVE, after=60 * _MINUTE),
            )
        ),
    }
)


@dataclass(frozen=True)
class People:
    """Who can be asked now: whoever left the service or is involved is not among them."""

    rota: tuple[str, ...]
    executives: tuple[str, ...]

    def without_executives(self) -> Self:
        return replace(self, executives=())

    @property
    def all(self) -> tuple[str, ...]:
        """Everybody whom a step may ask."""
        return self.asked_by(Asks.EVERYBODY)

    def asked_by(self, asks: Asks) -> tuple[str, ...]:
        """The people whom such a step asks; none if there is nobody for it."""
        match asks:
            case Asks.FIRST:
                return self.rota[:1]
            case Asks.SECOND:
                return self.rota[1:2]
            case Asks.EXECUTIVE:
                return self.executives
            case Asks.EVERYBODY:
                return tuple(dict.fromkeys([*self.rota[:2], *self.executives]))


def people_to_ask(service: Service, shifts: Collection[Shift], *, involved: Collection[str], now: Moment) -> People:
    """The rota as it is now, and the executives; the safety leads where there is no executive."""
    executives = tuple(
        person.slack_id for person in service.with_role(Role.EXECUTIVE) if person.slack_id not in involved
    )
    return People(
        rota=tuple(person for person in on_call_now(service, shifts, now=now) if person not in involved),
        executives=executives or safety_leads(service, involved),
    )


@dataclass(frozen=True)
class Ring:
    """These people are asked now, by steps of these kinds. The next step comes at `next_at`."""

    people: tuple[str, ...]
    asks: tuple[Asks, ...]
    next_step: int
    next_at: Moment


def ring(
    ladder: Ladder, people: People, *, step: int, due_at: Moment, now: Moment, paused: Collection[str] = ()
) -> Ring:
    """Every step from `step` on whose time has come, at once: after an outage each person is asked once.

    A step that has nobody is left out, and the next one takes its time. Of a step whose people all have their
    notifications `paused`, they are asked, and the next one takes its time as well.
    """
    asked: dict[str, None] = {}
    kinds: dict[Asks, None] = {}
    at = min(due_at, now)  # A later one was written while the clock was ahead.
    while at <= now:
        kinds[ladder.asks(step)] = None
        these = people.asked_by(ladder.asks(step))
        asked |= dict.fromkeys(these)
        may_ring = any(person not in paused for person in these)
        if may_ring or step + 1 >= len(ladder.steps):
            at += ladder.gap_after(step)
        step += 1
    return Ring(tuple(asked), tuple(kinds), step, at)


def next_question(taken_at: Moment, *, now: Moment) -> Moment:
    """When the one who has it is asked next."""
    for after in QUESTIONS_AFTER:
        if taken_at + after > now:
            return taken_at + after
    last = taken_at + QUESTIONS_AFTER[-1]
    return last + _HOUR * ((now - last) // _HOUR + 1)
