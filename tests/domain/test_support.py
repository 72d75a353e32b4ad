"""Support after harm: when somebody is asked, and after which harm."""

from datetime import UTC, datetime

import pytest

from bot.domain.incidents.support import Stage, coarse_times, in_hours, is_after_harm, times
from bot.domain.reports.harm import PhysicalHarm, PsychologicalHarm
from bot.domain.reports.types import HarmSaid, Hurt
from tests.domain.examples import OAK, a_decision


@pytest.mark.parametrize(
    ("local", "asked"),
    [
        ("2026-11-24 07:00", "2026-11-24 07:00"),
        ("2026-11-24 20:59", "2026-11-24 20:59"),
        ("2026-11-24 21:00", "2026-11-25 07:30"),
        ("2026-11-24 06:59", "2026-11-24 07:30"),
        ("2026-11-28 23:00", "2026-11-29 07:30"),
    ],
)
def test_nobody_is_asked_at_night(local, asked):
    given, expected = (datetime.fromisoformat(each).replace(tzinfo=OAK.zone) for each in (local, asked))
    assert in_hours(given, OAK.zone) == expected


def test_within_two_hours_then_after_a_day_and_a_week():
    known = datetime(2026, 11, 24, 12, 20, tzinfo=UTC)
    assert [str(at) for at in times(known, OAK.zone).values()] == [
        "2026-11-24 13:20:00+00:00",
        "2026-11-25 12:20:00+00:00",
        "2026-12-01 12:20:00+00:00",
    ]


def test_later_questions_about_an_anonymous_report_tell_the_day_alone():
    found = coarse_times(datetime(2026, 11, 24, 16, tzinfo=UTC), OAK.zone)
    assert list(found) == list(Stage)
    assert [str(at) for at in found.values()] == [
        "2026-11-24 17:00:00+00:00",
        "2026-11-25 12:00:00+00:00",
        "2026-12-01 12:00:00+00:00",
    ]


@pytest.mark.parametrize(
    ("decided", "said", "asked"),
    [
        (None, HarmSaid(), False),
        (None, HarmSaid(Hurt.YES, PhysicalHarm.LOW, PsychologicalHarm.LOW), False),
        (None, HarmSaid(Hurt.YES, PhysicalHarm.LOW, PsychologicalHarm.MODERATE), True),
        ((PhysicalHarm.FATAL, PsychologicalHarm.NONE), HarmSaid(), True),
        ((PhysicalHarm.LOW, PsychologicalHarm.NONE), HarmSaid(Hurt.YES, PhysicalHarm.SEVERE), False),
    ],
)
def test_a_decision_counts_before_what_was_reported(decided, said, asked):
    decision = decided and a_decision(physical_harm=decided[0], psychological_harm=decided[1])
    assert is_after_harm(decision, said) is asked
