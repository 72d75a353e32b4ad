"""What is said of a change: each grade by an example, its limits one point apart, and its rates by simulation."""

import math
from itertools import pairwise
from random import Random
from statistics import mean

import pytest

from bot.domain.evidence.improvement import Grade, better_than_chance, grade
from bot.domain.evidence.spc import Direction
from tests.simulation import improvement as simulation

BEFORE = [10, 12, 9, 11, 10, 8, 12, 10, 11, 9, 10, 8]
"""Twelve weeks with a mean of 10."""
LOWER = [6, 7, 5, 6, 8, 6, 5, 7, 6, 7, 5, 6]
"""Twelve weeks that are all better, if fewer is better."""
SEED = 20261124


def graded(*since, before=BEFORE, improvement=Direction.DECREASE):
    return grade([*before, *since], len(before), improvement)


# Each grade


def test_it_is_too_early_below_seven_points_however_good_they_are():
    assert graded() is Grade.TOO_EARLY
    assert graded(*[0] * 6) is Grade.TOO_EARLY
    assert graded(*LOWER[:7]) is Grade.IMPROVEMENT_SIGNAL


def test_there_is_no_signal_where_nothing_changed():
    assert graded(*BEFORE) is Grade.NO_SIGNAL_YET
    assert graded(*BEFORE[:7]) is Grade.NO_SIGNAL_YET


def test_there_is_no_signal_where_it_became_worse():
    assert graded(*[14, 15, 16, 14] * 3) is Grade.NO_SIGNAL_YET


def test_an_improvement_is_sustained_from_twelve_points_on():
    assert graded(*LOWER[:11]) is Grade.IMPROVEMENT_SIGNAL
    assert graded(*LOWER) is Grade.SUSTAINED


def test_more_is_better_where_the_direction_says_so():
    higher = [20 - value for value in LOWER]
    assert graded(*higher, improvement=Direction.INCREASE) is Grade.SUSTAINED
    assert graded(*higher, improvement=Direction.DECREASE) is Grade.NO_SIGNAL_YET
    assert graded(*LOWER, improvement=Direction.INCREASE) is Grade.NO_SIGNAL_YET


def test_an_improvement_that_ends_has_slipped_back():
    assert graded(*LOWER, *BEFORE[:7]) is Grade.SLIPPED_BACK


# What denies an improvement, and what is not enough to deny it


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ([*LOWER, 11, 6], Grade.SUSTAINED),  # One poor week.
        ([*LOWER, 10, 6, 11, 6], Grade.SUSTAINED),  # Five of the latest seven are better.
        ([*LOWER, 10, 6, 11, 6, 10, 6], Grade.IMPROVEMENT_SIGNAL),  # Four of them.
        ([*LOWER, 10, 6, 11, 6, 10, 6, 10], Grade.SLIPPED_BACK),  # Three of them.
        ([*LOWER, 10, 10], Grade.SUSTAINED),
        ([*LOWER, 10, 10, 10], Grade.SLIPPED_BACK),  # The latest three.
        (
            [*LOWER, 9, 8.8, 9, 8.7, 9.2, 8.9, 9],
            Grade.SLIPPED_BACK,
        ),  # Better than 10, but nearer to it than to the rest.
        ([*LOWER, 7.5, 7, 8, 7, 8, 7.5, 7], Grade.SUSTAINED),
        ([*LOWER, 30, *LOWER[:6]], Grade.SLIPPED_BACK),  # Above the old upper limit, seven points ago.
        ([*LOWER, 30, *LOWER[:7]], Grade.SUSTAINED),  # Eight points ago.
    ],
)
def test_an_improvement_holds_or_slips_by_its_latest_seven_points(since, expected):
    assert graded(*since) is expected


def test_a_week_on_the_old_mean_is_no_better_week():
    assert graded(*LOWER, *[10, 6] * 3) is Grade.IMPROVEMENT_SIGNAL
    assert graded(*LOWER, *[9.9, 6] * 3) is Grade.SUSTAINED


def test_seven_better_weeks_in_a_row_are_a_signal_also_where_ranks_say_nothing():
    before = [0, 20] * 12  # Half of the weeks before were better than any since.
    assert not better_than_chance([-value for value in before], [-9.0] * 7)
    assert graded(*[9] * 7, before=before) is Grade.IMPROVEMENT_SIGNAL
    assert graded(*[9] * 6, 10, before=before) is Grade.NO_SIGNAL_YET
    assert graded(*[9] * 14, before=before) is Grade.IMPROVEMENT_SIGNAL


def test_better_ranks_are_a_signal_also_without_seven_in_a_row():
    since = [6, 5, 6, 10, 5, 6, 6, 10, 5, 6, 6]
    assert graded(*since) is Grade.IMPROVEMENT_SIGNAL
    assert graded(*since, 5) is Grade.SUSTAINED


def test_a_measure_that_never_changed_before_is_graded_too():
    # No limits can be drawn for the old weeks.
    assert graded(*[4] * 12, before=[5] * 12) is Grade.SUSTAINED
    assert graded(*[5] * 12, before=[5] * 12) is Grade.NO_SIGNAL_YET
    assert graded(*[4] * 12, *[6] * 3, before=[5] * 12) is Grade.SLIPPED_BACK


def test_a_steady_rise_back_is_a_concern_before_it_reaches_the_old_mean():
    assert graded(*LOWER, 5, 5.2, 5.4, 5.6, 5.8, 6, 6.2) is Grade.SLIPPED_BACK
    assert graded(*LOWER, 5, 5.2, 5.4, 5.6, 5.8, 6.2, 6) is Grade.SUSTAINED


# Refusals


@pytest.mark.parametrize(
    ("values", "change_index", "improvement", "why"),
    [
        ([*BEFORE, *LOWER], 12, Direction.NEUTRAL, "nothing improves"),
        ([*BEFORE, *LOWER], 11, Direction.DECREASE, "12 points before"),
        ([*BEFORE, *LOWER], -12, Direction.DECREASE, "12 points before"),
        ([*BEFORE, *LOWER], 25, Direction.DECREASE, "12 points before"),
        ([*BEFORE, math.nan], 12, Direction.DECREASE, "finite"),
        ([*BEFORE, *LOWER], 12, "down", "down"),
    ],
)
def test_what_cannot_be_graded_is_refused(values, change_index, improvement, why):
    with pytest.raises(ValueError, match=why):
        grade(values, change_index, improvement)


# The rank test, written a second time


def slow_z(before, after):
    """Pairs counted one by one (Mann and Whitney), the usual correction for ties, and the lag-1 autocorrelation."""
    size, both = len(before) + len(after), [*before, *after]
    wins = sum((new > old) + 0.5 * (new == old) for new in after for old in before)
    ties = sum(both.count(value) ** 3 - both.count(value) for value in set(both))
    variance = len(before) * len(after) / 12 * (size + 1 - ties / (size * (size - 1)))

    def rank(value):
        return sum(other < value for other in both) + (both.count(value) + 1) / 2

    top = bottom = 0.0
    for part in (before, after):
        ranks = [rank(value) for value in part]
        centred = [one - mean(ranks) for one in ranks]
        top += sum(one * two for one, two in pairwise(centred))
        bottom += sum(one**2 for one in centred)
    r = min(max(top / bottom + 4 / size, 0), 0.8) if bottom else 0
    wins_by_chance = len(before) * len(after) / 2
    return (wins - wins_by_chance) / math.sqrt(variance * (1 + r) / (1 - r)) if variance else 0


@pytest.mark.parametrize(
    "process", [simulation.normal(), simulation.counts(1), simulation.alike(0.5), simulation.alike(-0.5)]
)
def test_the_rank_test_is_the_same_when_it_is_written_a_second_time(process):
    rng, found = Random(f"{SEED} {process.name}"), set()  # noqa: S311
    for _ in range(200):
        before, after = process.draw(rng, rng.randint(12, 30)), process.draw(rng, rng.randint(7, 30))
        after = [value + rng.choice([1, 0.5]) for value in after]
        better = slow_z(before, after) > 2.17
        assert better_than_chance(before, after) is better
        found.add(better)
    assert found == {True, False}


def test_the_rank_test_worked_by_hand():
    # Each of 4 later values is above each of 4 earlier ones: 16 wins, by chance 8, variance 4 x 4 x 9 / 12 = 12, so
    # that z is 2.31. In both parts neighbours differ more than by chance: r is below 0, and taken as 0.
    assert slow_z([2, 4, 1, 3], [6, 8, 5, 7]) == pytest.approx(8 / math.sqrt(12))
    assert better_than_chance([2, 4, 1, 3], [6, 8, 5, 7])
    # The same in rising order: r = 1.25 / 5 + 4 / 8 = 0.75, so that the variance is 1.75 / 0.25 = 7 times as large.
    assert slow_z([1, 2, 3, 4], [5, 6, 7, 8]) == pytest.approx(8 / math.sqrt(84))
    assert not better_than_chance([1, 2, 3, 4], [5, 6, 7, 8])


# Rates


@pytest.mark.parametrize(
    ("process", "improvement"),
    [
        (simulation.normal(), Direction.INCREASE),
        (simulation.counts(1), Direction.DECREASE),
        (simulation.clustered(3), Direction.DECREASE),
        (simulation.waiting(), Direction.INCREASE),
        (simulation.alike(0.3), Direction.INCREASE),
    ],
)
def test_at_most_two_stable_series_in_a_hundred_are_called_sustained(process, improvement):
    found = simulation.grades(process, seed=SEED, series=2000, improvement=improvement)
    assert found.total() == 2000
    assert found[Grade.SUSTAINED] / 2000 <= 0.02


def test_few_more_are_where_each_point_resembles_the_last_closely():
    found = simulation.grades(simulation.alike(0.5), seed=SEED, series=2000)
    assert found[Grade.SUSTAINED] / 2000 <= 0.03


@pytest.mark.parametrize(("step", "share"), [(1, 0.52), (1.5, 0.87), (2, 0.96)])
def test_most_true_changes_are_called_sustained(step, share):
    found = simulation.grades(simulation.normal(), seed=SEED, series=400, step=step)
    assert found[Grade.SUSTAINED] / 400 >= share


def test_few_stable_series_are_called_sustained_in_a_year_of_looks():
    assert simulation.ever(simulation.normal(), before=12, seed=SEED, series=60) <= 0.07


def test_an_improvement_that_was_lost_seven_points_ago_is_seldom_called_sustained():
    assert simulation.lost(2, 7, seed=SEED, series=200)[Grade.SLIPPED_BACK] / 200 >= 0.9


def test_the_simulation_prints_each_table():
    printed = list(simulation.tables(seed=SEED, series=4))
    assert sum(line.startswith("|---") for line in printed) == 5
    assert printed == list(simulation.tables(seed=SEED, series=4))
