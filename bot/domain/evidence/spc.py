"""The XmR chart of NHS England's "Making Data Count": limits, signals, and the icons for variation and assurance.

Source: what `ptd_spc` of the R package NHSRplotthedots 0.2.2 (MIT licence) computes, written anew from its rules. The
Excel tool of Making Data Count does the same without screening: `screen_outliers=False`. Only arithmetic of the
standard library, because a chart is drawn on the machine that takes the reports.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import assert_never

from bot.domain.evidence.charts import (
    FEWEST_FOR_LIMITS,
    FEWEST_SETTLED,
    ChartChoice,
    ChartKind,
    ChartReason,
    chart_for,
)
from bot.domain.evidence.limits import LimitsNotMeaningful, finite, limits_of
from bot.domain.evidence.rules import SpecialCause, special_causes

__all__ = [
    "Assurance",
    "ChartChoice",
    "ChartKind",
    "ChartReason",
    "Direction",
    "Group",
    "LimitsNotMeaningful",
    "Point",
    "PointType",
    "SpecialCause",
    "Variation",
    "Xmr",
    "chart_for",
    "point_type",
    "xmr",
]

_FEWEST = 2


class Direction(StrEnum):
    """Which way is better."""

    INCREASE = "increase"
    DECREASE = "decrease"
    NEUTRAL = "neutral"


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
    if fix_after is not None and fix_after < FEWEST_FOR_LIMITS:
        raise ValueError(f"limits are fixed on {FEWEST_FOR_LIMITS} points or more")
    return fix_after


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
