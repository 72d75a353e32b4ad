"""Which chart of a series may be shown, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.evidence.limits import finite, mean_moving_range

FEWEST_SHOWN = 5
"""Nothing is drawn of fewer points."""
FEWEST_FOR_LIMITS = 12
FEWEST_SETTLED = 13
"""Of fewer points the limits are on trial. The reference's warning says 12; its code says 13."""


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
    if len(values) < FEWEST_FOR_LIMITS:
        return ChartReason.TOO_FEW_FOR_LIMITS
    if not mean_moving_range(values, screen_outliers=True):
        return ChartReason.HARDLY_CHANGES
    return ChartReason.LIMITS_ON_TRIAL if len(values) < FEWEST_SETTLED else ChartReason.ENOUGH_POINTS
