"""The lines of an XmR chart: the mean, the process limits, and the near limits that one of the rules reads."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean

from bot.domain.refusals import Refusal

_LIMIT = 2.66  # Three standard deviations: 3 / 1.128, for moving ranges of two points.
_NEAR_LIMIT = 2 * (_LIMIT / 3)
_SCREEN = 3.267  # Upper limit of a moving range. Source: Nelson (1982), Journal of Quality Technology 14(3), 172-173.


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


def finite(values: Iterable[float]) -> list[float]:
    """The values as floats. Raises ValueError where one is missing or infinite: a gap is no number."""
    numbers = [float(value) for value in values]
    if not all(map(math.isfinite, numbers)):
        raise ValueError("each value must be a finite number")
    return numbers


def limits_of(values: Sequence[float], *, screen_outliers: bool = True) -> Limits:
    """The lines of a segment, from all `values`. Raises `LimitsNotMeaningful` if their moving ranges come to 0."""
    # `statistics.mean` rounds once, at the end. The reference does so too: a point on the mean must stay on it.
    centre, moving = mean(values), mean_moving_range(values, screen_outliers=screen_outliers)
    if not moving:
        raise LimitsNotMeaningful
    return Limits(
        mean=centre,
        lower=centre - _LIMIT * moving,
        upper=centre + _LIMIT * moving,
        near_lower=centre - _NEAR_LIMIT * moving,
        near_upper=centre + _NEAR_LIMIT * moving,
    )


def mean_moving_range(values: Sequence[float], *, screen_outliers: bool) -> float:
    """The mean difference between neighbours, as absolute values; 0 if screening leaves none."""
    ranges = [abs(after - before) for before, after in pairwise(values)]
    if not screen_outliers:
        return mean(ranges)
    threshold = _SCREEN * mean(ranges)
    screened = [moving for moving in ranges if moving < threshold]
    return mean(screened) if screened else 0.0
