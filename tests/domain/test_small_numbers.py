"""A count is shown exactly from five, and never in a way that lets a smaller one be worked out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.small_numbers import shown_count, shown_part


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "fewer than 5"),
        (1, "fewer than 5"),
        (4, "fewer than 5"),
        (5, "5"),
        (6, "6"),
        (40, "40"),
        (1234, "1234"),
    ],
)
def test_a_count_is_exact_from_five_and_hidden_below(count, words):
    assert shown_count(count) == words


@given(st.integers())
def test_no_number_under_five_is_ever_said_as_a_digit(count):
    assert [number for number in re.findall(r"-?\d+", shown_count(count)) if int(number) < 5] == []


@given(st.integers(max_value=4), st.integers(max_value=4))
def test_hidden_counts_cannot_be_told_apart(one, other):
    assert shown_count(one) == shown_count(other)


@given(st.integers(min_value=5))
def test_a_count_that_is_shown_is_the_true_one(count):
    assert int(shown_count(count)) == count


@pytest.mark.parametrize(
    ("part", "whole", "words"), [(5, 10, "5"), (5, 9, "not shown"), (5, 5, "not shown"), (4, 9, "fewer than 5")]
)
def test_a_part_is_hidden_where_a_small_rest_could_be_found_by_subtraction(part, whole, words):
    assert shown_part(part, whole) == words
