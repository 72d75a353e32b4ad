"""The chart's rules: held to worked examples, to published figures, and to a second writing of the same rules."""

import math
import random
import subprocess
import sys
from itertools import pairwise, product
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from bot.domain.evidence.spc import (
    Assurance,
    ChartChoice,
    ChartKind,
    ChartReason,
    Direction,
    LimitsNotMeaningful,
    PointType,
    SpecialCause,
    Variation,
    chart_for,
    xmr,
)
from tests.domain.evidence.slow_spc import slow_xmr

OUTLIER = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
"""Of the vignette "Deviations from Excel defaults" of NHSRplotthedots, which names its limits with and without it."""
NORMAL = [
    *(-0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621, -1.26506123, -0.68685285),
    *(-0.44566197, 1.22408180, 0.35981383, 0.40077145, 0.11068272, -0.55584113, 1.78691314, 0.49785048, -1.96661716),
    *(0.70135590, -0.47279141),
]
"""The series that the reference's own tests use (R: set.seed(123); rnorm(20)); its snapshots hold the limits."""
SEED = 20261124
unhurried = hypothesis_settings(deadline=None)


def causes(values, **settings):
    return [point.special_cause.value for point in chart(values, **settings).points]


def chart(values, *, improvement=Direction.INCREASE, **settings):
    return xmr(values, improvement=improvement, **settings)


def lines(group):
    return pytest.approx((group.lower, group.mean, group.upper), abs=1e-5)


# Limits


def test_an_outlier_is_left_out_of_the_limits_unless_they_are_to_be_those_of_the_excel_tool():
    assert round(chart(OUTLIER).groups[0].upper, 2) == 4.60
    assert round(chart(OUTLIER, screen_outliers=False).groups[0].upper, 2) == 6.95


def test_limits_worked_by_hand():
    # Mean 4; moving ranges 2, 2, 4, 2: mean 2.5; nothing reaches 3.267 x 2.5; limits 4 -/+ 6.65.
    assert lines(chart([3, 5, 3, 7, 5, 1], screen_outliers=False).groups[0]) == (4 - 7.448, 4, 4 + 7.448)
    assert lines(chart([3, 5]).groups[0]) == (4 - 5.32, 4, 4 + 5.32)


@pytest.mark.parametrize(
    ("values", "settings", "expected"),
    [
        (NORMAL, {}, (-3.01138, 0.1416238, 3.294627)),
        ([*NORMAL[:14], 10, *NORMAL[15:]], {}, (-2.383666, 0.6694159, 3.722497)),
        ([*NORMAL[:14], 10, *NORMAL[15:]], {"screen_outliers": False}, (-4.596625, 0.6694159, 5.935457)),
    ],
)
def test_limits_are_those_that_the_reference_publishes(values, settings, expected):
    assert lines(chart(values, **settings).groups[0]) == expected


def test_each_segment_has_the_limits_that_the_reference_publishes_for_it_alone():
    first, second = chart(NORMAL, rebase_at=[10]).groups
    assert [round(line, 2) for line in (first.lower, first.upper)] == [-2.60, 2.75]
    assert [round(line, 2) for line in (second.lower, second.upper)] == [-3.28, 3.70]
    assert (first.start, first.size, second.start, second.size) == (0, 10, 10, 10)


def test_a_moving_range_on_the_screen_itself_is_left_out():
    on_the_screen = 7.540680900173107
    assert on_the_screen == 3.267 * mean([1.0, 1.0, 1.0, 1.0, on_the_screen])
    (group,) = chart([0, 1, 0, 1, 0, on_the_screen]).groups
    assert group.upper - group.mean == pytest.approx(2.66)
    (group,) = chart([0, 1, 0, 1, 0, math.nextafter(on_the_screen, 0)]).groups
    assert group.upper - group.mean == pytest.approx(2.66 * (4 + on_the_screen) / 5)


def test_fixed_limits_come_from_the_first_points_of_each_segment():
    first, second = [1, 3] * 6, [11, 15] * 6
    fixed = chart([*first, 50, 60, *second, 100, 200], rebase_at=[14], fix_after=12)
    assert [group.mean for group in fixed.groups] == [2, 13]
    assert [group.upper for group in fixed.groups] == pytest.approx([2 + 2.66 * 2, 13 + 2.66 * 4])
    assert [point.special_cause for point in fixed.points[12:14]] == [SpecialCause.ABOVE_UPPER] * 2


def test_limits_that_are_fixed_after_more_points_than_there_are_come_from_all():
    assert chart(NORMAL, fix_after=99) == chart(NORMAL)


def test_limits_are_not_cut_at_zero():
    assert chart([0, 3, 0, 3]).groups[0].lower < 0


def test_a_segment_has_trial_limits_below_thirteen_points():
    # The reference: short_group_warning is n < 13.
    assert [chart(NORMAL[:size]).groups[0].on_trial for size in (2, 12, 13)] == [True, True, False]


# Rules


def test_two_values_make_a_chart():
    assert causes([1, 2]) == ["common_cause"] * 2


def test_a_point_on_a_limit_is_inside():
    # Fixed on a mean of 0 and a mean moving range of 2: the limits are exactly -5.32 and 5.32.
    base = [-1.0, 1.0] * 6
    assert causes([*base, 5.32, -5.32], fix_after=12)[12:] == ["common_cause"] * 2
    assert causes([*base, 5.33, -5.33], fix_after=12)[12:] == ["above_upper", "below_lower"]


def test_seven_rising_points_are_a_trend_and_six_are_none():
    base = [-9.0, 9.0] * 6
    assert causes([*base, 0, 1, 2, 3, 4, 5], fix_after=12)[12:] == ["common_cause"] * 6
    # 9 stands before 0, so that the trend begins with 0; all its seven points have the label.
    assert causes([*base, 0, 1, 2, 3, 4, 5, 6], fix_after=12)[11:] == ["common_cause", *["trend_increasing"] * 7]
    assert causes([*base[::-1], 0, -1, -2, -3, -4, -5, -6], fix_after=12)[12:] == ["trend_decreasing"] * 7


def test_two_equal_neighbours_end_a_trend():
    base = [-9.0, 9.0] * 6
    assert causes([*base, -3, -2, -1, 0, 0, 1, 2, 3], fix_after=12)[12:] == ["common_cause"] * 8


def test_the_top_of_two_trends_takes_the_direction_on_its_right():
    base = [-9.0, 9.0] * 6
    labels = causes([*base, -3, -2, -1, 0, 1, 2, 3, 2, 1, 0, -1, -2, -3], fix_after=12)[12:]
    assert labels == ["trend_increasing"] * 6 + ["trend_decreasing"] * 7


@pytest.mark.parametrize(
    ("second", "last_of_first"),
    [
        ([3, 4, 5, 6, 7, 8, 9], "trend_decreasing"),  # An equal step is "not increasing".
        ([-9, -8, -7, -6, -5, -4, -3], "trend_decreasing"),  # The fall between two rises.
    ],
)
def test_the_last_point_of_a_trend_takes_the_step_to_a_trend_that_follows_at_once_as_in_the_reference(
    second, last_of_first
):
    # In ptd_special_cause_type the step to the right counts wherever both points are part of a trend.
    base = [-9.0, 9.0] * 6
    labels = causes([*base, -3, -2, -1, 0, 1, 2, 3, *second], fix_after=12)[12:]
    assert labels == ["trend_increasing"] * 6 + [last_of_first] + ["trend_increasing"] * 7


def test_two_of_three_points_near_a_limit_have_the_label_and_the_third_has_none():
    base = [-1.0, 1.0] * 6  # Near limits 3.5466..., limits 5.32.
    high, low = "two_in_three_above", "two_in_three_below"
    assert causes([*base, 4, 0.5, 4], fix_after=12)[12:] == [high, "common_cause", high]
    assert causes([*base, 4, 4], fix_after=12)[12:] == [high, high]  # With the 1 before them.
    assert causes([*base, -4, -0.5, -4], fix_after=12)[12:] == [low, "common_cause", low]


@pytest.mark.parametrize(
    ("last", "why"),
    [
        ([4, -0.5, 4], "the third lies on the other side"),
        ([4, 0, 4], "the third lies on the mean"),
        ([4, -4, 0.5], "the two lie on opposite sides; of the reference's own tests"),
        ([4, 0.5, 0.5, 4], "they are too far apart"),
        ([2 * (2.66 / 3) * 2, 0.5, 4], "the first lies on the near limit itself"),
    ],
)
def test_it_is_not_two_in_three_when(last, why):
    assert causes([*[-1.0, 1.0] * 6, *last], fix_after=12)[12:] == ["common_cause"] * len(last)


def test_a_point_beyond_the_limit_is_none_of_two_near_it():
    # close_to_limits is false where outside_limits is true.
    assert causes([*[-1.0, 1.0] * 6, 6, 4, 0.5], fix_after=12)[12:] == ["above_upper", "common_cause", "common_cause"]


def test_seven_points_on_one_side_are_a_shift_and_one_on_the_mean_ends_it():
    base = [-1.0, 1.0] * 6
    up = [2, 1, 2, 1, 2, 1]
    assert causes([*base, -1, *up], fix_after=12)[13:] == ["common_cause"] * 6
    assert causes([*base, -1, *up, 2], fix_after=12)[13:] == ["seven_above"] * 7
    assert causes([*base, -1, 2, 1, 2, 0, 1, 2, 1, 2], fix_after=12)[13:] == ["common_cause"] * 8
    down = [-value for value in [*up, 2]]
    assert causes([*base, 1, *down], fix_after=12)[12:] == ["common_cause", *["seven_below"] * 7]


def test_a_point_has_the_first_rule_in_the_order_limits_trend_two_in_three_shift():
    # Rises through the near limit and the limit, and stays above the mean.
    labels = causes([*[-1.0, 1.0] * 6, -1, 0.5, 1, 2, 3, 3.6, 4, 6, 4, 4, 1], fix_after=12)[12:]
    assert labels == ["trend_increasing"] * 7 + [
        "above_upper",
        "two_in_three_above",
        "two_in_three_above",
        "seven_above",
    ]


def test_a_mean_of_decimal_fractions_is_rounded_once():
    # 0.2 is the mean. A sum that is rounded before it is divided gives 0.19999999999999998, and a shift of seven.
    values = [0.2] * 7 + [0.1, 0.3] * 5
    assert math.fsum(values) / len(values) < 0.2
    assert causes(values) == ["common_cause"] * 17


def test_no_run_crosses_a_recalculation():
    seven = [2, 1, 2, 1, 2, 1, 2]
    whole = causes([*[-1.0, 1.0] * 6, -1, *seven], fix_after=12)
    assert whole[13:] == ["seven_above"] * 7
    rising = [0, 1, 2, 3, 4, 5, 6]
    assert causes([*[-9.0, 9.0] * 6, *rising], rebase_at=[15])[12:] == ["common_cause"] * 7
    assert [point.group for point in chart(NORMAL, rebase_at=[15, 7, 7]).points] == [0] * 7 + [1] * 8 + [2] * 5


def test_a_recalculation_at_the_first_point_changes_nothing():
    assert chart(NORMAL, rebase_at=[0]) == chart(NORMAL)


# Meaning


@pytest.mark.parametrize(
    ("improvement", "high", "low", "icon_high", "icon_low"),
    [
        ("increase", "special_cause_improvement", "special_cause_concern", "improvement_high", "concern_low"),
        ("decrease", "special_cause_concern", "special_cause_improvement", "concern_high", "improvement_low"),
        ("neutral", "special_cause_neutral_high", "special_cause_neutral_low", "neutral_high", "neutral_low"),
    ],
)
def test_a_signal_is_an_improvement_or_a_concern_by_the_direction(improvement, high, low, icon_high, icon_low):
    base, better = [-1.0, 1.0] * 6, Direction(improvement)
    up, down = (xmr([*base, value], improvement=better, fix_after=12) for value in (9, -9))
    assert (up.points[-1].point_type.value, up.variation.value) == (high, icon_high)
    assert (down.points[-1].point_type.value, down.variation.value) == (low, icon_low)
    assert xmr(base, improvement=better).variation is Variation.COMMON_CAUSE


def test_the_icon_for_variation_is_about_the_latest_point_only():
    assert chart([*[-1.0, 1.0] * 6, 9, 0.5], fix_after=12).variation is Variation.COMMON_CAUSE


@pytest.mark.parametrize(
    ("target", "increase", "decrease"),
    [
        (5.4, "consistent_fail", "consistent_pass"),
        (5.32, "inconsistent", "inconsistent"),
        (0, "inconsistent", "inconsistent"),
        (-5.32, "inconsistent", "inconsistent"),
        (-5.4, "consistent_pass", "consistent_fail"),
    ],
)
def test_the_icon_for_assurance_compares_the_target_with_the_latest_limits(target, increase, decrease):
    # The first segment lies far away: only the latest limits, -5.32 and 5.32, count.
    values = [*[99.0, 101.0] * 6, *[-1.0, 1.0] * 6]
    assert chart(values, target=target, rebase_at=[12]).assurance is Assurance(increase)
    falling = chart(values, target=target, rebase_at=[12], improvement=Direction.DECREASE)
    assert falling.assurance is Assurance(decrease)


def test_without_a_target_or_a_direction_there_is_no_assurance():
    assert chart(NORMAL).assurance is None
    assert chart(NORMAL, target=9, improvement=Direction.NEUTRAL).assurance is None


def test_the_words_are_those_of_the_method():
    assert [word.value for word in SpecialCause] == [
        *("common_cause", "above_upper", "below_lower", "trend_increasing", "trend_decreasing"),
        *("two_in_three_above", "two_in_three_below", "seven_above", "seven_below"),
    ]
    assert [word.value for word in PointType] == [
        *("common_cause", "special_cause_improvement", "special_cause_concern"),
        *("special_cause_neutral_high", "special_cause_neutral_low"),
    ]


# Refusals


@pytest.mark.parametrize(
    ("values", "settings"),
    [
        ([4] * 20, {}),
        ([4] * 20, {"screen_outliers": False}),
        ([0.1] * 20, {}),
        ([0, 0, 0, 0, 0, 3, *[0] * 14], {}),
        ([*NORMAL, *[5] * 8], {"rebase_at": [20]}),
    ],
)
def test_limits_are_refused_where_the_screened_moving_ranges_come_to_nothing(values, settings):
    with pytest.raises(LimitsNotMeaningful):
        chart(values, **settings)


def test_limits_are_calculated_however_many_zeros_there_are():
    assert chart([0, 0, 0, 0, 0, 3, *[0] * 14], screen_outliers=False).groups[0].upper > 0
    assert chart([0, 0, 3, 0, 0]).groups[0].mean == pytest.approx(0.6)


@pytest.mark.parametrize(
    ("values", "settings", "why"),
    [
        ([], {}, "two values"),
        ([1], {}, "two values"),
        ([1, 2, 3], {"rebase_at": [2]}, "two values"),
        ([1, 2, 3], {"rebase_at": [3]}, "two values"),
        ([1, 2, 3], {"rebase_at": [9]}, "two values"),
        ([1, 2, 3], {"rebase_at": [-1]}, "two values"),
        ([1, math.nan, 3], {}, "finite"),
        ([1, math.inf, 3], {}, "finite"),
        ([1, 2, 3], {"target": math.nan}, "finite"),
        (NORMAL, {"fix_after": 11}, "12 points or more"),
        (NORMAL, {"improvement": "sideways"}, "sideways"),
    ],
)
def test_what_cannot_be_calculated_is_refused(values, settings, why):
    with pytest.raises(ValueError, match=why):
        chart(values, **settings)


# The same rules, written twice


def compared(values, settings):
    """The chart as plain values, as the second writing gives it."""
    try:
        fast = xmr(values, **settings)
    except LimitsNotMeaningful:
        return None
    return (
        [point.special_cause.value for point in fast.points],
        [point.point_type.value for point in fast.points],
        [(group.mean, group.lower, group.upper) for group in fast.groups],
        fast.variation.value,
        fast.assurance and fast.assurance.value,
    )


SERIES = {
    "whole numbers with ties": lambda rng, size: [rng.randint(0, 6) for _ in range(size)],
    "many zeros": lambda rng, size: [rng.choice([0, 0, 0, 1, 2]) for _ in range(size)],
    "decimals": lambda rng, size: [round(rng.gauss(50, 8), 1) for _ in range(size)],
    "slow waves": lambda rng, size: [round(10 * math.sin(at / rng.choice([4, 5])), 2) for at in range(size)],
    "saws": lambda rng, size: [(at % 8) * rng.choice([1, 1, 1, 1, 1, 1, 2]) for at in range(size)],
    "steps": lambda rng, size: [rng.randint(0, 3) + 3 * (at // 9) for at in range(size)],
    "outliers": lambda rng, size: [rng.randint(4, 8) + 40 * (rng.random() < 0.06) for _ in range(size)],
}


@pytest.mark.parametrize("name", SERIES)
def test_the_chart_is_the_same_when_its_rules_are_written_a_second_time(name):
    rng = random.Random(f"{SEED} {name}")  # noqa: S311
    met: set[str] = set()
    for _ in range(400):
        size = rng.randint(2, 48)
        values = SERIES[name](rng, size)
        settings = {
            "improvement": rng.choice(["increase", "decrease", "neutral"]),
            "target": rng.choice([None, 0, 5, 60]),
            "rebase_at": sorted(rng.sample(range(2, size - 1), k=rng.choice([0, 0, 1]))) if size > 8 else [],
            "fix_after": rng.choice([None, None, 12, 15]),
            "screen_outliers": rng.choice([True, True, False]),
        }
        slow = slow_xmr(values, **settings)
        assert compared(values, settings) == slow, (values, settings)
        met.update(slow[0] if slow else ["refused"])
    assert len(met) >= 4  # The series are about something.


@unhurried
@given(
    st.lists(st.one_of(st.integers(0, 5), st.floats(-100, 100)), min_size=2, max_size=40),
    st.sampled_from(["increase", "decrease", "neutral"]),
    st.booleans(),
)
def test_the_chart_is_the_same_twice_for_any_series(values, improvement, screen_outliers):
    settings = {"improvement": improvement, "screen_outliers": screen_outliers, "target": 2}
    assert compared(values, settings) == slow_xmr(values, **settings)


@unhurried
@given(st.lists(st.integers(0, 9), min_size=2, max_size=40))
def test_a_chart_upside_down_has_the_same_signals_upside_down(values):
    turned = {"above": "below", "below": "above", "upper": "lower", "lower": "upper"}
    turned |= {"increasing": "decreasing", "decreasing": "increasing"}
    try:
        up = causes(values)
    except LimitsNotMeaningful:
        return
    upside_down = causes([-value for value in values])
    # Where two trends touch without a shared point, "not increasing" is "decreasing", whichever way up.
    touching = any(one == next_one for one, next_one in pairwise(values))
    if not (touching and any("trend" in label for label in up)):
        assert ["_".join(turned.get(word, word) for word in label.split("_")) for label in upside_down] == up


# What may be shown


@pytest.mark.parametrize(
    ("values", "kind", "reason"),
    [
        ([], "none", "too_few_points"),
        ([3, 4, 5, 3], "none", "too_few_points"),
        ([4] * 30, "none", "never_changes"),
        ([0] * 30, "none", "never_changes"),
        ([3, 4, 5, 3, 4], "run_chart", "too_few_for_limits"),
        ([3, 4, 5, 3, 4, 6, 3, 2, 4, 5, 3], "run_chart", "too_few_for_limits"),
        ([3, 4, 5, 3, 4, 6, 3, 2, 4, 5, 3, 4], "xmr", "limits_on_trial"),
        (NORMAL[:13], "xmr", "enough_points"),
        ([5, 5, 5, 5, 5, 5, 5, 9, 5, 5, 5, 5, 5], "run_chart", "hardly_changes"),
        ([0, 0, 0, 0, 0, 0, 0, 1, 0, 2, 0, 1], "days_between", "rare_events"),
        ([0, 0, 3, 0, 1], "days_between", "rare_events"),
        ([0, 0, 0, 0, 0, 0, 0, 0.5, 0, 2.5, 0, 1], "run_chart", "mostly_zero"),
        ([0, 0, 0, 0, 0, 0, 0, -1, 0, 2, 0, 1], "run_chart", "mostly_zero"),
        ([0, 1] * 10, "xmr", "enough_points"),
    ],
)
def test_a_chart_is_shown_only_where_it_says_something(values, kind, reason):
    assert chart_for(values) == ChartChoice(ChartKind(kind), ChartReason(reason))


@unhurried
@given(st.lists(st.integers(0, 4), max_size=30))
def test_a_chart_that_may_be_shown_has_limits(values):
    if chart_for(values).kind is ChartKind.XMR:
        assert chart(values).groups[0].upper > chart(values).groups[0].mean


def test_every_reason_for_a_chart_occurs():
    series: list[list[float]] = [list(values) for size in (3, 5, 12) for values in product([0, 1], repeat=size)]
    series += [NORMAL[:13], [5.0] * 12 + [9], [0] * 9 + [0.5, 1, 0]]
    assert {chart_for(values).reason for values in series} == set(ChartReason)


def test_the_chart_needs_nothing_but_the_standard_library():
    program = "import sys, bot.domain.evidence.improvement; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()
    assert set(loaded) & {"numpy", "pydantic", "matplotlib", "slack_sdk", "sqlalchemy"} == set()
