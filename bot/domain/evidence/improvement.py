"""Whether a measure has become better since a change, and whether that has lasted.

The words promise something to a commissioner, so they are held to a rate: at most 2 stable series in 100 are graded
sustained in one look. `docs/evidence.md` has the table, and says how to make it anew.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from statistics import fmean, mean

from bot.domain.evidence.limits import Limits, LimitsNotMeaningful, finite, limits_of
from bot.domain.evidence.rules import special_causes
from bot.domain.evidence.spc import Direction, PointType, point_type

FEWEST_BEFORE = 12
FEWEST_AFTER = 7
"""A shift of the chart's rules needs seven points: before that nothing can be said."""
FEWEST_SUSTAINED = 12

_LATEST = 7
_STILL_BETTER = 5  # Of the latest seven. All seven would miss two of three true changes of one standard deviation.
_BACK = 3
_Z = 2.17  # One-sided 1.5 %: that leaves room below 2 % for weeks that resemble the week before.
_MOST_ALIKE = 0.8


class Grade(StrEnum):
    """What can be said at the latest point."""

    TOO_EARLY = "too_early"
    NO_SIGNAL_YET = "no_signal_yet"
    IMPROVEMENT_SIGNAL = "improvement_signal"
    SUSTAINED = "sustained"
    SLIPPED_BACK = "slipped_back"


def grade(values: Sequence[float], change_index: int, improvement: Direction) -> Grade:
    """What `values`, one for each period and the oldest first, say of a change before `values[change_index]`.

    *Sustained* means all of these: 12 points or more since the change; together they lie better than those before it
    (rank test); five of the latest seven are better than the old mean; and the improvement does not slip back. The
    grade says nothing about the cause: a measure that was becoming better before the change gets the same grade.
    Raises ValueError without a direction, and with fewer than 12 points before the change.
    """
    before, after = _turned(values, change_index, improvement)
    if len(after) < FEWEST_AFTER:
        return Grade.TOO_EARLY
    old = mean(before)
    favourable = [value > old for value in after]
    better = better_than_chance(before, after)
    if not better and not _shift(favourable):
        return Grade.NO_SIGNAL_YET
    if _slips_back(before, after, favourable):
        return Grade.SLIPPED_BACK
    still = sum(favourable[-_LATEST:]) >= _STILL_BETTER
    if better and still and len(after) >= FEWEST_SUSTAINED:
        return Grade.SUSTAINED
    return Grade.IMPROVEMENT_SIGNAL


def _turned(values: Sequence[float], change_index: int, improvement: Direction) -> tuple[list[float], list[float]]:
    """The points before and since the change, turned so that more is better."""
    if Direction(improvement) is Direction.NEUTRAL:
        raise ValueError("without a better direction nothing improves")
    numbers = finite(values)
    if not FEWEST_BEFORE <= change_index <= len(numbers):
        raise ValueError(f"a change needs {FEWEST_BEFORE} points before it")
    turned = numbers if improvement == Direction.INCREASE else [-number for number in numbers]
    return turned[:change_index], turned[change_index:]


def _shift(favourable: Sequence[bool]) -> bool:
    """Seven points in a row better than the old mean, at any time since the change."""
    return any(all(favourable[start : start + _LATEST]) for start in range(len(favourable) - _LATEST + 1))


def _slips_back(before: Sequence[float], after: Sequence[float], favourable: Sequence[bool]) -> bool:
    """Whether the latest seven points deny the improvement.

    They do if most of them, or the latest three, are no better than the old mean; if they lie nearer to the old mean
    than to the mean since the change; or if one of them is a signal of concern by the old limits.
    """
    old, new, latest = mean(before), mean(after), mean(after[-_LATEST:])
    most_are_back = 2 * sum(favourable[-_LATEST:]) < _LATEST
    all_are_back = not any(favourable[-_BACK:])
    return most_are_back or all_are_back or 2 * latest < old + new or _concern(before, after)


def _concern(before: Sequence[float], after: Sequence[float]) -> bool:
    try:
        limits = limits_of(before)
    except LimitsNotMeaningful:  # Sides of the mean and trends are left.
        limits = Limits(mean(before), -math.inf, math.inf, -math.inf, math.inf)
    latest = special_causes(after, limits)[-_LATEST:]
    return any(point_type(cause, Direction.INCREASE) is PointType.CONCERN for cause in latest)


def better_than_chance(before: Sequence[float], after: Sequence[float]) -> bool:
    """Whether the later points rank above the earlier ones by more than chance explains.

    The rank sum test of Wilcoxon, because counts have ties and long tails. Its variance grows where neighbours
    resemble each other: n values with a lag-1 autocorrelation of r are worth n(1 - r)/(1 + r) values.
    """
    ordered = sorted([*before, *after])
    earlier = [bisect_left(ordered, value) + bisect_right(ordered, value) for value in before]
    later = [bisect_left(ordered, value) + bisect_right(ordered, value) for value in after]
    count = len(ordered)  # Twice a rank, less one, has `count` as its mean.
    spread = sum((rank - count) ** 2 for rank in [*earlier, *later])
    variance = len(before) * len(after) * spread / (count * (count - 1))
    alike = _likeness(earlier, later)
    return sum(later) - len(after) * count > _Z * math.sqrt(variance * (1 + alike) / (1 - alike))


def _likeness(*parts: Sequence[float]) -> float:
    """How much neighbours resemble each other within the parts: the lag-1 autocorrelation, never below 0."""
    centres = [fmean(part) for part in parts]
    centred = [[value - centre for value in part] for part, centre in zip(parts, centres, strict=True)]
    products = sum(one * next_one for part in centred for one, next_one in pairwise(part))
    squares = sum(value * value for part in centred for value in part)
    count = sum(map(len, parts))
    # Estimated from n points, it is too low by (1 + 3r)/n: by 2/n where r is a third. Source: Kendall (1954), Note on
    # bias in the estimation of autocorrelation, Biometrika 41, 403-404.
    alike = products / squares + 2 * len(parts) / count if squares else 0.0
    return min(max(alike, 0.0), _MOST_ALIKE)
