"""Claim codes: six plain words, forgiving of how they are typed."""

import re

import pytest

from bot.domain.reports.claim_codes import LENGTH, POSSIBLE, code_from, is_last_word, parsed
from bot.domain.reports.claim_words import WORDS

CODE = code_from(bytes(range(32)))


def test_the_list_has_as_many_words_as_five_dice_have_throws_and_none_twice():
    assert len(WORDS) == len(set(WORDS)) == 6**5
    assert list(WORDS) == sorted(WORDS)
    assert all(re.fullmatch("[a-z]{3,10}", word) for word in WORDS)


def test_a_code_has_77_random_bits():
    assert 77 < POSSIBLE.bit_length() <= 78
    assert len(CODE.split()) == LENGTH == 6


def test_every_word_can_come_in_every_place():
    for place in range(LENGTH):
        first = code_from((0).to_bytes(32)).split()
        last = code_from(((len(WORDS) - 1) * len(WORDS) ** place).to_bytes(32)).split()
        assert (first[place], last[place]) == (WORDS[0], WORDS[-1])


@pytest.mark.parametrize("between", [" ", "-", ", ", "  ", "\n", " \u2013 ", "_", ". "])
def test_what_stands_between_the_words_and_their_case_do_not_matter(between):
    assert parsed(f" {between.join(CODE.upper().split())}. ") == CODE


def test_what_cannot_be_a_code_is_none():
    five = CODE.split()[:5]
    assert parsed("") is None
    assert parsed(" ".join(five)) is None
    assert parsed(" ".join([*five, "xyzzyx"])) is None
    assert parsed(f"{CODE} {five[0]}") is None


def test_the_last_word_is_known_by_itself_or_at_the_end():
    last = CODE.split()[-1]
    assert is_last_word(f" {last.upper()}. ", CODE)
    assert is_last_word(CODE, CODE)
    assert not is_last_word(CODE.split()[0], CODE)
    assert not is_last_word("", CODE)
