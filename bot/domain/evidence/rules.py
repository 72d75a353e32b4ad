"""The four rules by which a point is a signal, in their order: limits, trend, two in three, shift."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from bot.domain.evidence.limits import Limits

_RUN = 7


class SpecialCause(StrEnum):
    """The rule that a point meets; of several rules, the one that comes first in the order of the rules."""

    COMMON_CAUSE = "common_cause"
    ABOVE_UPPER = "above_upper"
    BELOW_LOWER = "below_lower"
    TREND_INCREASING = "trend_increasing"
    TREND_DECREASING = "trend_decreasing"
    TWO_IN_THREE_ABOVE = "two_in_three_above"
    TWO_IN_THREE_BELOW = "two_in_three_below"
    SEVEN_ABOVE = "seven_above"
    SEVEN_BELOW = "seven_below"


def special_causes(values: Sequence[float], limits: Limits) -> list[SpecialCause]:
    """The first rule that each point of one segment meets, in the order of the rules."""
    sides = [_sign(value - limits.mean) for value in values]
    beyond = [not limits.lower <= value <= limits.upper for value in values]
    near = [
        not outside and not limits.near_lower <= value <= limits.near_upper
        for value, outside in zip(values, beyond, strict=True)
    ]
    by_rule = (
        _by_side(beyond, sides, above=SpecialCause.ABOVE_UPPER, below=SpecialCause.BELOW_LOWER),
        _trends(values),
        _by_side(
            _two_in_three(near, sides),
            sides,
            above=SpecialCause.TWO_IN_THREE_ABOVE,
            below=SpecialCause.TWO_IN_THREE_BELOW,
        ),
        _by_side(_runs(sides, _RUN), sides, above=SpecialCause.SEVEN_ABOVE, below=SpecialCause.SEVEN_BELOW),
    )
    return [next(filter(None, met), SpecialCause.COMMON_CAUSE) for met in zip(*by_rule, strict=True)]


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _by_side(
    flags: Sequence[bool], sides: Sequence[int], *, above: SpecialCause, below: SpecialCause
) -> list[SpecialCause | None]:
    """The cause of each point that has a flag, by its side of the mean."""
    return [(above if side > 0 else below) if flag else None for flag, side in zip(flags, sides, strict=True)]


def _runs(signs: Sequence[int], length: int) -> list[bool]:
    """Which positions are in a run of at least `length` equal signs. A zero ends a run."""
    inside = [False] * len(signs)
    for start in range(len(signs) - length + 1):
        window = signs[start : start + length]
        if abs(sum(window)) == length:
            inside[start : start + length] = [True] * length
    return inside


def _trends(values: Sequence[float]) -> list[SpecialCause | None]:
    """The direction of the trend that each point is in: seven points, all rising or all falling."""
    steps = [_sign(after - before) for before, after in pairwise(values)]
    long_steps = [False, *_runs(steps, _RUN - 1), False]
    inside = [before or after for before, after in pairwise(long_steps)]
    directions: list[SpecialCause | None] = []
    for at, trending in enumerate(inside):
        # As in the reference: a point whose right neighbour is in a trend too takes the direction of the step between
        # them, even where its own trend ends, the next begins, and that step belongs to neither.
        step = steps[at] if trending and [*inside, False][at + 1] else steps[at - 1]
        rising = SpecialCause.TREND_INCREASING if step > 0 else SpecialCause.TREND_DECREASING
        directions.append(rising if trending else None)
    return directions


def _two_in_three(near: Sequence[bool], sides: Sequence[int]) -> list[bool]:
    """The points near a limit, but not beyond it, of which a window of three on one side of the mean has two."""
    flagged = [False] * len(near)
    for start in range(len(near) - 2):
        window = range(start, start + 3)
        if abs(sum(sides[at] for at in window)) == 3 and sum(near[at] for at in window) >= 2:  # noqa: PLR2004
            for at in window:
                flagged[at] = flagged[at] or near[at]
    return flagged
