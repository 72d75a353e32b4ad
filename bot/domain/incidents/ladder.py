"""Who is asked now while somebody may be at risk. The steps are data: see `bot.domain.service.ladders`."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Self

from bot.domain.service.access import safety_leads
from bot.domain.service.ladders import LONGEST_GAP_MINUTES, MINUTE, Asks, Ladder
from bot.domain.service.rota import Shift, on_call_now
from bot.domain.service.service import Role, Service
from bot.domain.values import Moment

_HOUR = timedelta(hours=1)

REPORTER_TOLD_AFTER = 5 * MINUTE
"""If nobody has pressed by then, the reporter is told so."""
ANSWER_WITHIN = 10 * MINUTE
"""How long the one who has it may leave a question unanswered, before the ladder goes on."""
QUESTIONS_AFTER = (15 * MINUTE, 60 * MINUTE)
"""When the one who has it is asked whether all are safe. Afterwards each hour, while it lasts."""
LONGEST_GAP = LONGEST_GAP_MINUTES * MINUTE
"""No step and no question is further away than this."""
LONG_AGO = timedelta(hours=24)
"""What happened longer ago rings nobody until its reporter says that it is still so."""


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
