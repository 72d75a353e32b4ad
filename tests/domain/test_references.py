"""References are read out and typed by people in a hurry: a slip must never name another report."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.reports.references import ALPHABET, POSSIBLE, is_reference, reference_from

references = st.integers(min_value=0, max_value=POSSIBLE - 1).map(reference_from)


@pytest.mark.parametrize(
    ("number", "reference"),
    [
        (0, "2222-222"),
        (1, "3222-22W"),
        (23, "2322-22T"),
        (12_345_678, "JNK4-W3N"),
        (148_035_888, "XXXX-XX6"),
    ],
)
def test_a_number_always_gives_the_same_reference(number, reference):
    assert reference_from(number) == reference


def test_there_are_148_million_references():
    assert POSSIBLE == 148_035_889


@given(references)
def test_every_reference_passes_its_own_check(reference):
    assert is_reference(reference)


@given(references)
def test_a_reference_is_four_characters_a_dash_and_three(reference):
    assert [len(part) for part in reference.split("-")] == [4, 3]


@given(st.integers(min_value=0, max_value=POSSIBLE - 1))
def test_each_number_has_a_reference_of_its_own(number):
    digits = [ALPHABET.index(letter) for letter in reference_from(number).replace("-", "")[:6]]
    assert sum(digit * 23**place for place, digit in enumerate(digits)) == number


@given(references)
def test_every_single_wrong_character_is_noticed(reference):
    slips = [
        reference[:place] + letter + reference[place + 1 :]
        for place in (0, 1, 2, 3, 5, 6, 7)
        for letter in ALPHABET
        if letter != reference[place]
    ]
    assert len(slips) == 154
    assert [slip for slip in slips if is_reference(slip)] == []


@given(references)
def test_every_swap_of_two_different_characters_is_noticed_next_to_each_other_or_not(reference):
    plain = reference.replace("-", "")
    slips = [_swapped(plain, one, other) for one, other in combinations(range(7), 2) if plain[one] != plain[other]]
    assert [slip for slip in slips if is_reference(slip)] == []


def test_the_alphabet_has_no_vowel_and_nothing_that_looks_like_another_character():
    assert sorted(ALPHABET) == list("23456789BCDFGHJKMNPRTWX")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "2222-22",
        "2222-2222",
        "2222-22A",
        "2222-220",
        "2222 222",
        "2222-222\n",
        "3222-22w",
        "２２２２-２２２",  # noqa: RUF001  Full-width digits are the point.
    ],
)
def test_what_is_not_shaped_like_a_reference_is_refused(text):
    assert not is_reference(text)


@given(st.text())
def test_any_text_at_all_can_be_asked_about(text):
    assert is_reference(text) in {True, False}


def _swapped(plain: str, one: int, other: int) -> str:
    letters = list(plain)
    letters[one], letters[other] = letters[other], letters[one]
    return f"{''.join(letters[:4])}-{''.join(letters[4:])}"
