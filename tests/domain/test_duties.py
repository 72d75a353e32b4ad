"""Duties with clocks: what a decision suggests, when each is due, and that no time is invented."""

from datetime import date

import pytest

from bot.domain.incidents.categories import CATEGORIES
from bot.domain.incidents.duties import (
    BODIES,
    BY_CODE,
    DUTIES,
    Basis,
    Body,
    Days,
    IncidentDuty,
    Verdict,
    WithoutDelay,
    WorkingDays,
    retired_bodies,
    suggested,
)
from bot.domain.reports.harm import PhysicalHarm, PsychologicalHarm
from bot.views.incidents.duties import MOST_SHOWN
from tests.domain.examples import NOON, a_decision, an_incident, utc

TODAY = date(2026, 11, 24)


def codes(today=TODAY, **answers):
    given = {"psychological_harm": PsychologicalHarm.NONE, **answers}
    found = suggested(an_incident().id, a_decision(**given), happened_at=NOON, known_at=NOON, today=today)
    return sorted(each.code for each in found)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"category": "ligature_point"}, []),
        ({"physical_harm": PhysicalHarm.LOW, "psychological_harm": PsychologicalHarm.LOW}, []),
        ({"physical_harm": PhysicalHarm.MODERATE}, ["candour_in_person", "candour_in_writing"]),
        ({"psychological_harm": PsychologicalHarm.MODERATE}, ["candour_in_person", "candour_in_writing"]),
        ({"physical_harm": PhysicalHarm.SEVERE}, ["candour_in_person", "candour_in_writing", "cqc_serious"]),
        (
            {"physical_harm": PhysicalHarm.FATAL, "category": "death_homicide"},
            ["candour_in_person", "candour_in_writing", "cqc_death", "homicide"],
        ),
        ({"category": "sexual_assault"}, ["cqc_serious", "safeguarding_adult"]),
        ({"category": "safeguarding_child"}, ["cqc_serious", "safeguarding_child"]),
        ({"category": "missing_from_leave"}, ["cqc_absence"]),
        ({"category": "under_18_on_adult_ward"}, ["cqc_under_18"]),
        ({"category": "building"}, ["cqc_utilities"]),
        ({"category": "seclusion"}, ["restraint_review", "use_of_force"]),
        ({"category": "needlestick"}, ["riddor_over_7_days", "riddor_serious"]),
        ({"category": "information_governance"}, ["data_breach"]),
    ],
)
def test_the_answers_of_a_decision_suggest_these(answers, expected):
    assert codes(**answers) == expected


def test_the_notice_of_each_restraint_within_72_hours_ships_switched_off():
    assert BY_CODE["cqc_restraint"].starts_on is None
    for day in (TODAY, date(2036, 1, 1), date.max):
        assert "cqc_restraint" not in codes(today=day, category="seclusion")


def test_a_duty_is_suggested_from_its_day_up_to_the_day_on_which_it_ends():
    assert codes(today=date(2014, 11, 26), physical_harm=PhysicalHarm.MODERATE) == []
    assert codes(today=date(2014, 11, 27), physical_harm=PhysicalHarm.MODERATE) != []
    ended = BY_CODE["data_breach"].model_copy(update={"retired_on": TODAY})
    assert (ended.is_in_force(date(2026, 11, 23)), ended.is_in_force(TODAY)) == (True, False)


@pytest.mark.parametrize(
    ("code", "known", "due"),
    [
        ("candour_in_writing", "2026-11-24 12:00", date(2026, 12, 8)),
        ("candour_in_writing", "2026-12-18 12:00", date(2027, 1, 6)),  # Christmas, its substitute day, New Year.
        ("candour_in_writing", "2026-03-27 12:00", date(2026, 4, 14)),  # Easter, and the clocks go forward.
        ("candour_in_writing", "2026-10-23 23:30", date(2026, 11, 6)),  # 00:30 of Saturday in London.
        ("restraint_review", "2026-10-30 23:30", date(2026, 11, 4)),
        ("safeguarding_child", "2026-11-28 12:00", date(2026, 11, 28)),  # The same day, also on a Saturday.
    ],
)
def test_working_days_end_on_these_days(code, known, due):
    assert BY_CODE[code].due_on(happened_at=NOON, known_at=utc(known)) == due


@pytest.mark.parametrize(
    ("code", "due"), [("riddor_serious", date(2026, 4, 7)), ("riddor_over_7_days", date(2026, 4, 12))]
)
def test_days_of_the_law_count_from_what_happened_with_weekends_and_bank_holidays(code, due):
    happened = utc("2026-03-28 23:30")
    assert BY_CODE[code].due_on(happened_at=happened, known_at=NOON) == due
    summer = utc("2026-03-29 23:30")  # 00:30 of Monday in London: the clocks went forward that morning.
    assert BY_CODE[code].due_on(happened_at=summer, known_at=NOON) == due.replace(day=due.day + 2)


@pytest.mark.parametrize("duty", DUTIES, ids=lambda duty: duty.code)
def test_no_time_is_invented(duty):
    due = duty.due_on(happened_at=NOON, known_at=NOON)
    assert (due is None) is isinstance(duty.length, WithoutDelay)
    if duty.basis is Basis.LEGAL:  # No law here counts working days: those that do are defaults of ours.
        assert isinstance(duty.length, WithoutDelay | Days)
        assert "[K]" not in duty.source
    if isinstance(duty.length, WorkingDays):
        assert duty.basis is Basis.OPERATIONAL
        assert "[K]" in duty.source


@pytest.mark.parametrize("duty", DUTIES, ids=lambda duty: duty.code)
def test_each_duty_can_be_suggested_names_who_and_whom_and_is_said_in_few_words(duty):
    assert duty.categories <= {category.code for category in CATEGORIES}
    assert duty.categories or duty.physical or duty.psychological
    assert duty.body is None or duty.body in [body.code for body in BODIES]
    assert duty.who
    assert len(duty.label.split()) <= 20
    assert [each.code for each in DUTIES].count(duty.code) == 1


def test_a_body_that_is_no_longer_there_is_named():
    gone = Body(code="gone", label="Gone", retired_on=TODAY)
    assert retired_bodies(TODAY) == []
    assert retired_bodies(TODAY, [gone]) == [gone]
    assert retired_bodies(date(2026, 11, 23), [gone]) == []


@pytest.mark.parametrize(
    ("verdict", "waits"), [(None, True), (Verdict.APPLIES, True), (Verdict.NOT_HERE, False), (Verdict.DONE, False)]
)
def test_a_duty_waits_until_it_is_done_or_does_not_apply(verdict, waits):
    assert IncidentDuty(incident_id=an_incident().id, code="cqc_death", verdict=verdict).waits is waits


def test_no_decision_suggests_more_duties_than_the_screen_shows():
    most = max(
        len(codes(category=category.code, physical_harm=physical, psychological_harm=PsychologicalHarm.SEVERE))
        for category in CATEGORIES
        for physical in PhysicalHarm
    )
    assert most <= MOST_SHOWN
