"""Kinds are stored by code: a code that vanished or was renamed would orphan the reports that hold it."""

from datetime import date

import pytest
from pydantic import ValidationError

from bot.domain.reports import kinds
from bot.domain.reports.kinds import GOOD_CARE, KINDS, NOT_SURE, label_of, offered_on
from tests.domain.examples import NOON, a_kind


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


def test_every_kind_is_found_by_its_code_also_after_it_was_retired(monkeypatch):
    monkeypatch.setattr(kinds, "KINDS", (*KINDS, a_kind(code="falls", label="A fall", retired_on=date(2020, 1, 1))))
    assert [label_of(kind.code) for kind in kinds.KINDS] == [kind.label for kind in kinds.KINDS]
    assert len({kind.code for kind in kinds.KINDS}) == len(kinds.KINDS)


def test_a_kind_of_a_newer_version_is_shown_by_its_code():
    assert label_of("not_known_yet") == "not_known_yet"


def _days_of_change() -> set[date]:
    """Each day on which the list becomes another one, and the day on which these tests stand."""
    changes = {day for kind in KINDS for day in (kind.starts_on, kind.retired_on) if day}
    return {NOON.date(), *changes}


@pytest.mark.parametrize("day", sorted(_days_of_change()))
def test_at_most_twelve_kinds_are_offered_and_each_looks_different(day):
    offered = offered_on(day)
    assert len(offered) <= 12
    assert len({kind.label.casefold() for kind in offered}) == len(offered)


@pytest.mark.parametrize("day", sorted(_days_of_change()))
def test_not_sure_can_always_be_chosen_and_comes_last(day):
    assert offered_on(day)[-1].code == NOT_SURE


def test_good_care_is_no_kind_any_more_since_it_is_a_type():
    assert GOOD_CARE not in {kind.code for kind in offered_on(date(2026, 12, 1))}
    assert GOOD_CARE in {kind.code for kind in offered_on(date(2026, 11, 30))}


def test_good_care_is_known_by_one_code():
    assert GOOD_CARE == "good_care"


def test_every_label_fits_into_an_option_of_slack():
    assert [kind.label for kind in KINDS if not 1 <= len(kind.label) <= 75] == []


def test_a_retired_kind_is_offered_until_the_day_before(monkeypatch):
    falls = a_kind(code="falls", retired_on=date(2027, 4, 1))
    monkeypatch.setattr(kinds, "KINDS", (falls, a_kind()))
    assert [kind.code for kind in offered_on(date(2027, 3, 31))] == ["falls", "medication"]
    assert [kind.code for kind in offered_on(date(2027, 4, 1))] == ["medication"]
    assert [kind.code for kind in offered_on(date(2027, 4, 2))] == ["medication"]


def test_a_kind_is_offered_from_its_first_day_on(monkeypatch):
    falls = a_kind(code="falls", starts_on=date(2027, 4, 1))
    monkeypatch.setattr(kinds, "KINDS", (falls, a_kind()))
    assert [kind.code for kind in offered_on(date(2027, 3, 31))] == ["medication"]
    assert [kind.code for kind in offered_on(date(2027, 4, 1))] == ["falls", "medication"]


@pytest.mark.parametrize("code", ["", "Falls", "1falls", "a fall", "f" * 41, "falls\n", "fälle"])
def test_a_code_is_a_short_plain_word(code):
    with pytest.raises(ValidationError):
        a_kind(code=code)
