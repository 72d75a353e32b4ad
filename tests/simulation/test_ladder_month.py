"""A month of an invented trust: the page says what the program does, and no rule of the ladder is broken."""

import pytest

from tests.simulation import ladder_month
from tests.simulation.ladder_month import ASKS, DANGERS, PAGE, page, repeated, simulate, table


@pytest.fixture(scope="module")
def month():
    return simulate()


def test_the_page_is_what_the_program_does_with_this_seed(month):
    assert PAGE.read_text(encoding="utf-8") == page(month), "run python -m tests.simulation.ladder_month"


def test_every_danger_was_taken_and_no_rung_rang_twice(month):
    assert len(month.minutes) == len(month.taken_by) == len(month.asked) == DANGERS
    assert all(month.taken_by)
    assert repeated(month) == []


def test_the_first_is_always_asked_first_and_the_others_in_their_order(month):
    for asked in month.asked:
        steps = list(dict.fromkeys(asked))
        assert steps == list(ASKS)[: len(steps)]
        assert [asked.count(asks) for asks in ASKS[:3] if asks in asked] == [1] * min(3, len(steps))


def test_another_seed_is_another_month():
    assert table(simulate(seed=1, dangers=3)) != table(simulate(seed=2, dangers=3))
    assert ladder_month.SEED == 8
