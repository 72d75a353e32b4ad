"""A number that is kept for examples is recognised, however it is written."""

import pytest

from bot.domain.service.phone_numbers import fictional_number_in


@pytest.mark.parametrize(
    "number",
    [
        "01632 960 001",
        "01632960000",
        "+44 1632 960 999",
        "+44 (0)1632 960999",
        "0044 1632 960999",
        "(01632) 960-123",
        "0161 496 0123",
        "020 7946 0018",
        "028 9649 6123",
        "029 2018 0123",
        "0191 498 0123",
        "07700 900123",
        "08081 570123",
        "0909 8790123",
        "03069 990123",
        "+1 212 555 0123",
    ],
)
def test_a_number_kept_for_examples_is_found(number):
    assert fictional_number_in(f"Staff support is on {number}.") == number


@pytest.mark.parametrize(
    "words",
    [
        "999",
        "111",
        "0300 123 1234",
        "0161 496 1123",
        "07700 901123",
        "01632 961 001",
        "+49 1632 960 001",
        "",
        "bleep 20",
    ],
)
def test_any_other_number_is_not(words):
    assert fictional_number_in(words) is None
