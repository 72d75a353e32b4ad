"""Kinds are stored by code: a code that vanished or was renamed would orphan the reports that hold it."""

from datetime import date

import pytest
from pydantic import ValidationError

from bot.domain.reports import kinds
from bot.domain.reports.kinds import BY_CODE, GOOD_CARE, KINDS, offered_on
from tests.domain.examples import a_kind


def test_no_code_vanished_or_was_renamed():
    assert sorted(kind.code for kind in KINDS) == [
        "abuse",
        "care",
        "death",
        "environment",
        "good_care",
        "medication",
        "missing",
        "not_sure",
        "physical_health",
        "restrictive_practice",
        "self_harm",
        "violence",
    ]


def test_every_kind_is_found_by_its_code():
    assert [BY_CODE[kind.code] for kind in KINDS] == list(KINDS)
    assert len(BY_CODE) == len(KINDS)


@pytest.mark.parametrize("day", [date(2026, 11, 24), date(2030, 1, 1), date(2040, 1, 1)])
def test_at_most_twelve_kinds_are_offered(day):
    assert len(offered_on(day)) <= 12


def test_good_care_and_not_sure_can_always_be_chosen_and_come_last():
    assert [(kind.code, kind.retired_on) for kind in KINDS[-2:]] == [("good_care", None), ("not_sure", None)]


def test_good_care_is_known_by_one_code():
    assert GOOD_CARE == "good_care"


def test_no_two_kinds_look_the_same_to_a_reporter():
    assert len({kind.label.casefold() for kind in KINDS}) == len(KINDS)


def test_every_label_fits_into_an_option_of_slack():
    assert [kind.label for kind in KINDS if not 1 <= len(kind.label) <= 75] == []


def test_a_retired_kind_is_offered_until_the_day_before(monkeypatch):
    falls = a_kind(code="falls", retired_on=date(2027, 4, 1))
    monkeypatch.setattr(kinds, "KINDS", (falls, a_kind()))
    assert [kind.code for kind in offered_on(date(2027, 3, 31))] == ["falls", "medication"]
    assert [kind.code for kind in offered_on(date(2027, 4, 1))] == ["medication"]
    assert [kind.code for kind in offered_on(date(2027, 4, 2))] == ["medication"]


@pytest.mark.parametrize("code", ["", "Falls", "1falls", "a fall", "f" * 41, "falls\n", "fälle"])
def test_a_code_is_a_short_plain_word(code):
    with pytest.raises(ValidationError):
        a_kind(code=code)
