"""Of 200 invented services with rare events, no row of bulletins gives away a count that it hides.

An attacker reads every bulletin of every team. A hidden count is safe if another one would look exactly the same.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest

from bot.domain.bulletins.draft import FEWEST_OF_A_WARD, ReadCounts, Thanks, thanks, told_of_service
from bot.domain.bulletins.edition import COUNTED, counted_weeks
from bot.domain.bulletins.schedule import WEEK

SERVICES = 200
MONDAY = date(2026, 11, 30)
Counts = Mapping[str, ReadCounts]


def a_service_of_counts(seed: int) -> dict[str, ReadCounts]:
    """Two to twelve wards. Many have nothing, or one rare event; few have many reports."""
    luck = Random(seed)  # noqa: S311 - the same services in each run
    usual = luck.choice([2, 6, 15, 30])
    counts = {}
    for number in range(luck.randint(2, 12)):
        reports = round(luck.expovariate(1 / usual)) if luck.random() < 0.6 else luck.randint(0, 4)
        counts[f"ward {number}"] = ReadCounts(reports=reports, in_time=luck.randint(0, reports))
    return counts


def everything_told(counts: Counts) -> dict[str, Thanks]:
    """What all bulletins of these four weeks say."""
    whole = told_of_service(counts.values())
    return {team: thanks(each, whole) for team, each in counts.items()}


def others_that_look_the_same(counts: Counts, team: str) -> list[ReadCounts]:
    """Every other count of this team up to nine with which all bulletins would say the very same."""
    told = everything_told(counts)
    possible = [
        ReadCounts(reports=reports, in_time=in_time)
        for reports in range(FEWEST_OF_A_WARD)  # From ten on it would show.
        for in_time in range(reports + 1)
    ]
    return [each for each in possible if everything_told({**counts, team: each}) == told and each != counts[team]]


@pytest.mark.parametrize("tens", range(SERVICES // 10))
def test_a_hidden_number_of_reports_could_be_another(tens):
    for seed in range(10 * tens, 10 * tens + 10):
        counts = a_service_of_counts(seed)
        for team, told in everything_told(counts).items():
            if told.reports is None:
                others = {each.reports for each in others_that_look_the_same(counts, team)}
                assert others - {counts[team].reports}, (seed, team)


@pytest.mark.parametrize("tens", range(SERVICES // 10))
def test_how_many_of_a_few_were_read_in_time_could_be_another_number(tens):
    for seed in range(10 * tens, 10 * tens + 10):
        counts = a_service_of_counts(seed)
        for team, told in everything_told(counts).items():
            if told.in_time is None:
                others = {(each.reports, each.in_time) for each in others_that_look_the_same(counts, team)}
                assert others, (seed, team)


def test_the_invented_services_hide_and_show_a_good_deal():
    told = [each for seed in range(SERVICES) for each in everything_told(a_service_of_counts(seed)).values()]
    hidden, shown = sum(each.reports is None for each in told), sum(each.reports is not None for each in told)
    assert min(hidden, shown) > SERVICES
    assert sum(each.service_share is not None for each in told) > SERVICES
    assert sum(each.in_time is not None for each in told) > SERVICES // 4


def _weeks(mondays: Sequence[date]) -> list[tuple[date, date]]:
    return [counted_weeks(monday) for monday in mondays]


def test_consecutive_bulletins_count_the_same_weeks_or_none_of_the_same():
    """So that of two bulletins neither can be taken from the other."""
    mondays = [MONDAY + number * WEEK for number in range(60)]
    for (first, until), (after, end) in pairwise(_weeks(mondays)):
        assert (first, until) == (after, end) or until <= after
        assert until - first == COUNTED
        assert end - after == timedelta(days=28)
