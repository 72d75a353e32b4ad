"""The XmR chart of NHS England's "Making Data Count": limits, signals, and the icons for variation and assurance.

Source: what `ptd_spc` of the R package NHSRplotthedots 0.2.2 (MIT licence) computes, written anew from its rules. The
Excel tool of Making Data Count does the same without screening: `screen_outliers=False`. Only arithmetic of the
standard library, because a chart is drawn on the machine that takes the reports.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from statistics import mean
from typing import assert_never

from bot.domain.refusals import Refusal

FEWEST_SHOWN = 5
"""Nothing is drawn of fewer points."""
FEWEST_FIXED = 12
"""The reference fixes limits on no fewer points."""
FEWEST_SETTLED = 13
"""A segment of fewer points has trial limits. The reference's warning says 12; its code says 13."""

_LIMIT = 2.66  # Three standard deviations: 3 / 1.128, for moving ranges of two points.
_NEAR_LIMIT = 2 * (_LIMIT / 3)
_SCREEN = 3.267  # Upper limit of a moving range. Source: Nelson (1982), Journal of Quality Technology 14(3), 172-173.
_RUN = 7
_FEWEST = 2


class Direction(StrEnum):
    """Which way is better."""

    INCREASE = "increase"
    DECREASE = "decrease"
    NEUTRAL = "neutral"


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


class PointType(StrEnum):
    """What the rule that a point meets means for this measure."""

    COMMON_CAUSE = "common_cause"
    IMPROVEMENT = "special_cause_improvement"
    CONCERN = "special_cause_concern"
    NEUTRAL_HIGH = "special_cause_neutral_high"
    NEUTRAL_LOW = "special_cause_neutral_low"


class Variation(StrEnum):
    """The icon for the latest point."""

    COMMON_CAUSE = "common_cause"
    IMPROVEMENT_HIGH = "improvement_high"
    IMPROVEMENT_LOW = "improvement_low"
    CONCERN_HIGH = "concern_high"
    CONCERN_LOW = "concern_low"
    NEUTRAL_HIGH = "neutral_high"
    NEUTRAL_LOW = "neutral_low"


class Assurance(StrEnum):
    """Whether the process, as it is now, meets its target every time, never, or now and then."""

    CONSISTENT_PASS = "consistent_pass"  # noqa: S105 - a word of the method
    CONSISTENT_FAIL = "consistent_fail"
    INCONSISTENT = "inconsistent"


class ChartKind(StrEnum):
    """What may be shown of a series."""

    XMR = "xmr"
    RUN_CHART = "run_chart"
    DAYS_BETWEEN = "days_between"
    NONE = "none"


class ChartReason(StrEnum):
    """Why this chart and no other. The sentence for it stands in `bot.views`."""

    ENOUGH_POINTS = "enough_points"
    LIMITS_ON_TRIAL = "limits_on_trial"
    TOO_FEW_FOR_LIMITS = "too_few_for_limits"
    HARDLY_CHANGES = "hardly_changes"
    MOSTLY_ZERO = "mostly_zero"
    RARE_EVENTS = "rare_events"
    TOO_FEW_POINTS = "too_few_points"
    NEVER_CHANGES = "never_changes"


_KINDS = {
    ChartReason.ENOUGH_POINTS: ChartKind.XMR,
    ChartReason.LIMITS_ON_TRIAL: ChartKind.XMR,
    ChartReason.TOO_FEW_FOR_LIMITS: ChartKind.RUN_CHART,
    ChartReason.HARDLY_CHANGES: ChartKind.RUN_CHART,
    ChartReason.MOSTLY_ZERO: ChartKind.RUN_CHART,
    ChartReason.RARE_EVENTS: ChartKind.DAYS_BETWEEN,
    ChartReason.TOO_FEW_POINTS: ChartKind.NONE,
    ChartReason.NEVER_CHANGES: ChartKind.NONE,
}


@dataclass(frozen=True, slots=True)
class ChartChoice:
    """The chart that may be shown, and why."""

    kind: ChartKind
    reason: ChartReason


class LimitsNotMeaningful(Refusal):
    """The values hardly ever change: limits would lie on the mean, and every other value would look like a signal."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The lines of one segment. They are not cut at 0 or 100, because the rules read them."""

    mean: float
    lower: float
    upper: float
    near_lower: float
    near_upper: float


@dataclass(frozen=True, slots=True)
class Group:
    """A segment between two recalculations: where it starts, how long it is, and its lines."""

    start: int
    size: int
    mean: float
    lower: float
    upper: float

    @property
    def on_trial(self) -> bool:
        """Too few points for limits that will stay."""
        return self.size < FEWEST_SETTLED


@dataclass(frozen=True, slots=True)
class Point:
    """One value, the number of its group, and what the rules say of it."""

    value: float
    group: int
    special_cause: SpecialCause
    point_type: PointType


@dataclass(frozen=True, slots=True)
class Xmr:
    """A whole chart."""

    points: tuple[Point, ...]
    groups: tuple[Group, ...]
    variation: Variation
    assurance: Assurance | None


def xmr(
    values: Sequence[float],
    *,
    improvement: Direction,
    target: float | None = None,
    rebase_at: Sequence[int] = (),
    fix_after: int | None = None,
    screen_outliers: bool = True,
) -> Xmr:
    """The chart of `values`, one for each period, the oldest first.

    `rebase_at` holds the index of each new segment's first point; no run of points crosses it. `fix_after` takes the
    lines of each segment from its first points only, 12 or more. Raises `LimitsNotMeaningful` if the moving ranges of
    a segment, after screening, have a mean of 0, and ValueError if a segment has fewer than two values.
    """
    numbers, improvement = finite(values), Direction(improvement)
    groups, points = [], []
    for number, (start, end) in enumerate(_segments(len(numbers), rebase_at)):
        segment = numbers[start:end]
        limits = limits_of(segment[: _fixed(fix_after)], screen_outliers=screen_outliers)
        groups.append(Group(start, len(segment), limits.mean, limits.lower, limits.upper))
        for value, cause in zip(segment, special_causes(segment, limits), strict=True):
            points.append(Point(value, number, cause, point_type(cause, improvement)))
    return Xmr(
        points=tuple(points),
        groups=tuple(groups),
        variation=_variation(points[-1].point_type, improvement),
        assurance=_assurance(groups[-1], target, improvement),
    )


def chart_for(values: Sequence[float]) -> ChartChoice:
    """The chart that may be shown of `values`, one for each period.

    Two or three points teach nobody anything, limits need 12, and at most half of the points may be zero. Where
    events are rare, the days between two of them say more than their number: that is an XmR chart of other values,
    and more is better. Source: the vignette "Number of points required" of NHSRplotthedots; the fewest that it names
    are five.
    """
    reason = _chart_reason(finite(values))
    return ChartChoice(_KINDS[reason], reason)


def _chart_reason(values: Sequence[float]) -> ChartReason:
    if len(values) < FEWEST_SHOWN:
        return ChartReason.TOO_FEW_POINTS
    if len(set(values)) == 1:
        return ChartReason.NEVER_CHANGES
    if 2 * values.count(0) > len(values):
        counts = all(value >= 0 and value.is_integer() for value in values)
        return ChartReason.RARE_EVENTS if counts else ChartReason.MOSTLY_ZERO
    if len(values) < FEWEST_FIXED:
        return ChartReason.TOO_FEW_FOR_LIMITS
    if not _mean_moving_range(values, screen_outliers=True):
        return ChartReason.HARDLY_CHANGES
    return ChartReason.LIMITS_ON_TRIAL if len(values) < FEWEST_SETTLED else ChartReason.ENOUGH_POINTS


def finite(values: Iterable[float]) -> list[float]:
    """The values as floats. Raises ValueError where one is missing or infinite: a gap is no number."""
    numbers = [float(value) for value in values]
    if not all(map(math.isfinite, numbers)):
        raise ValueError("each value must be a finite number")
    return numbers


def limits_of(values: Sequence[float], *, screen_outliers: bool = True) -> Limits:
    """The lines of a segment, from all `values`. Raises `LimitsNotMeaningful` if their moving ranges come to 0."""
    # `statistics.mean` rounds once, at the end. The reference does so too: a point on the mean must stay on it.
    centre, moving = mean(values), _mean_moving_range(values, screen_outliers=screen_outliers)
    if not moving:
        raise LimitsNotMeaningful
    return Limits(
        mean=centre,
        lower=centre - _LIMIT * moving,
        upper=centre + _LIMIT * moving,
        near_lower=centre - _NEAR_LIMIT * moving,
        near_upper=centre + _NEAR_LIMIT * moving,
    )


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


_HIGH = {
    SpecialCause.ABOVE_UPPER,
    SpecialCause.TREND_INCREASING,
    SpecialCause.TWO_IN_THREE_ABOVE,
    SpecialCause.SEVEN_ABOVE,
}


def point_type(cause: SpecialCause, improvement: Direction) -> PointType:
    """What a signal means where `improvement` is better."""
    if cause is SpecialCause.COMMON_CAUSE:
        return PointType.COMMON_CAUSE
    high = cause in _HIGH
    if improvement is Direction.NEUTRAL:
        return PointType.NEUTRAL_HIGH if high else PointType.NEUTRAL_LOW
    return PointType.IMPROVEMENT if high is (improvement is Direction.INCREASE) else PointType.CONCERN


def _segments(length: int, rebase_at: Sequence[int]) -> list[tuple[int, int]]:
    starts = sorted({0, *rebase_at})
    segments = list(pairwise([*starts, length]))
    if starts[0] < 0 or any(end - start < _FEWEST for start, end in segments):
        raise ValueError("each segment needs two values, because limits come from differences")
    return segments


def _fixed(fix_after: int | None) -> int | None:
    if fix_after is not None and fix_after < FEWEST_FIXED:
        raise ValueError(f"limits are fixed on {FEWEST_FIXED} points or more")
    return fix_after


def _mean_moving_range(values: Sequence[float], *, screen_outliers: bool) -> float:
    """The mean difference between neighbours, as absolute values; 0 if screening leaves none."""
    ranges = [abs(after - before) for before, after in pairwise(values)]
    if not screen_outliers:
        return mean(ranges)
    threshold = _SCREEN * mean(ranges)
    screened = [moving for moving in ranges if moving < threshold]
    return mean(screened) if screened else 0.0


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


def _variation(latest: PointType, improvement: Direction) -> Variation:
    rising = improvement is Direction.INCREASE
    match latest:
        case PointType.COMMON_CAUSE:
            return Variation.COMMON_CAUSE
        case PointType.IMPROVEMENT:
            return Variation.IMPROVEMENT_HIGH if rising else Variation.IMPROVEMENT_LOW
        case PointType.CONCERN:
            return Variation.CONCERN_LOW if rising else Variation.CONCERN_HIGH
        case PointType.NEUTRAL_HIGH:
            return Variation.NEUTRAL_HIGH
        case PointType.NEUTRAL_LOW:
            return Variation.NEUTRAL_LOW
        case _:
            assert_never(latest)


def _assurance(latest: Group, target: float | None, improvement: Direction) -> Assurance | None:
    """From the latest limits only. A target on a limit is met now and then."""
    if target is None or improvement is Direction.NEUTRAL:
        return None
    (target,) = finite([target])
    rising = improvement is Direction.INCREASE
    if target > latest.upper:
        return Assurance.CONSISTENT_FAIL if rising else Assurance.CONSISTENT_PASS
    if target < latest.lower:
        return Assurance.CONSISTENT_PASS if rising else Assurance.CONSISTENT_FAIL
    return Assurance.INCONSISTENT
