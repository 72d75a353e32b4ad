"""Who is asked while somebody may be at risk, and after how many minutes. The steps are data, by team.

First and second are the first two on the rota. After the last step everybody is asked again: often, then seldom.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType
from typing import Annotated

from pydantic import Field, Strict, field_validator

from bot.domain.values import Code, Value

MINUTE = timedelta(minutes=1)
LONGEST_GAP_MINUTES = 60
"""Nobody at risk is left longer than this before somebody is asked. No step is further from the one before."""


class Asks(StrEnum):
    """Whom a step asks."""

    FIRST = "first"
    SECOND = "second"
    EXECUTIVE = "executive"
    EVERYBODY = "everybody"


_AsOfFile = Annotated[Asks, Strict(strict=False)]
_Gap = Annotated[int, Field(ge=5, le=LONGEST_GAP_MINUTES)]


class Step(Value):
    """One step, so many minutes after the ladder has begun."""

    asks: _AsOfFile
    after: int = Field(ge=0)


class Ladder(Value):
    """The steps; then everybody again, `again_times` times, `again_every` minutes apart; then `then_every` apart."""

    steps: tuple[Step, ...] = Field(min_length=1, max_length=10)
    again_every: _Gap = 30
    again_times: int = Field(default=4, ge=0, le=24)
    then_every: _Gap = 60

    @field_validator("steps")
    @classmethod
    def _can_be_climbed(cls, steps: tuple[Step, ...]) -> tuple[Step, ...]:
        if wrong := _impossible(steps):
            raise ValueError(wrong)
        return steps

    def asks(self, step: int) -> Asks:
        """Whom this step asks."""
        return self.steps[step].asks if step < len(self.steps) else Asks.EVERYBODY

    def gap_after(self, step: int) -> timedelta:
        """How long after this step the next one comes."""
        if step + 1 < len(self.steps):
            return (self.steps[step + 1].after - self.steps[step].after) * MINUTE
        often = step + 1 - len(self.steps) < self.again_times
        return (self.again_every if often else self.then_every) * MINUTE


def _impossible(steps: Sequence[Step]) -> str | None:
    """What is wrong with these steps, or None."""
    asked = [step.asks for step in steps]
    gaps = [after.after - before.after for before, after in pairwise(steps)]
    if steps[0].after:
        return "the first step must come at once: after = 0"
    if any(gap <= 0 for gap in gaps):
        return "each step must come later than the one before"
    if any(gap > LONGEST_GAP_MINUTES for gap in gaps):
        return f"no step may come more than {LONGEST_GAP_MINUTES} minutes after the one before"
    if len(set(asked)) < len(asked):
        return "each step must ask somebody else"
    if Asks.SECOND in asked and Asks.FIRST not in asked[: asked.index(Asks.SECOND)]:
        return "first must be asked before second"
    return None


class Certainty(StrEnum):
    """How certain a reporter is that somebody is at risk: each has a ladder of its own."""

    YES = "yes"
    NOT_SURE = "not_sure"


class LadderRule(Ladder):
    """A ladder of the service file: of one team, or of all teams that have none of their own."""

    at_risk: Annotated[Certainty, Strict(strict=False)]
    team: Code | None = None


def _usual(*minutes: int) -> Ladder:
    asked = (Asks.FIRST, Asks.SECOND, Asks.EXECUTIVE)
    return Ladder(steps=tuple(Step(asks=asks, after=after) for asks, after in zip(asked, minutes, strict=True)))


# Domain reference 4.2: second on call after 10 minutes, the executive after 30, then again until somebody answers.
# The times are defaults of this project, and no legal duty.
DEFAULTS: Mapping[Certainty, Ladder] = MappingProxyType(
    {Certainty.YES: _usual(0, 10, 30), Certainty.NOT_SURE: _usual(0, 10, 60)}
)


def ladder_of(rules: Sequence[LadderRule], team: str, certainty: Certainty) -> Ladder:
    """The ladder of this team: its own, or that of all teams, or the default."""
    found = {rule.team: rule for rule in rules if rule.at_risk is certainty}
    return found.get(team) or found.get(None) or DEFAULTS[certainty]
