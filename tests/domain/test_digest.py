"""The weekly digest: when few people look, what is skipped, and what may be set."""

from datetime import UTC, date, datetime, time

import pytest

from bot.domain.bulletins.change import ScheduleReason, ScheduleRefused
from bot.domain.bulletins.digest import (
    USUAL_DIGEST,
    Digest,
    DigestCounts,
    accept,
    few_look,
    last_monday,
    next_digest,
    without_next,
)
from bot.domain.service.service import Schedule
from tests.domain.examples import a_service

SERVICE = a_service()
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
"""A Tuesday: the digest has come at ten."""


@pytest.mark.parametrize(
    ("weekday", "at", "few"),
    [(4, time(15), False), (4, time(15, 30), True), (4, time(20), True), (3, time(16), False), (4, time(9), False)],
)
def test_few_people_look_on_friday_after_three(weekday, at, few):
    assert few_look(weekday, at) is few


def test_it_comes_on_tuesday_at_ten_and_after_christmas_on_the_next_working_day():
    assert next_digest(USUAL_DIGEST, SERVICE, now=NOW) == datetime(2026, 12, 1, 10, tzinfo=UTC)
    assert last_monday(USUAL_DIGEST, SERVICE, now=NOW) == date(2026, 11, 23)
    friday = Schedule(weekday=4, local_time=time(10))
    christmas = datetime(2026, 12, 23, 12, tzinfo=UTC)
    assert next_digest(friday, SERVICE, now=christmas) == datetime(2026, 12, 29, 10, tzinfo=UTC)


def test_without_the_next_one_comes_the_one_after_and_twice_skips_two():
    once = without_next(USUAL_DIGEST, SERVICE, now=NOW)
    assert next_digest(once, SERVICE, now=NOW) == datetime(2026, 12, 8, 10, tzinfo=UTC)
    assert last_monday(once, SERVICE, now=NOW) == date(2026, 11, 23)
    twice = without_next(once, SERVICE, now=NOW)
    assert next_digest(twice, SERVICE, now=NOW) == datetime(2026, 12, 15, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"version": 3}, "weekday", ScheduleReason.CHANGED),
        ({"local_time": time(6, 30)}, "local_time", ScheduleReason.OUTSIDE_THE_DAY),
        ({"paused_until": date(2026, 11, 24)}, "paused_until", ScheduleReason.PAUSE_HAS_PASSED),
        ({"paused_until": date(2028, 1, 1)}, "paused_until", ScheduleReason.PAUSE_TOO_LONG),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(changes, field, reason):
    with pytest.raises(ScheduleRefused) as refusal:
        accept(Schedule(**changes), before=USUAL_DIGEST, today=date(2026, 11, 24))
    assert (refusal.value.field, refusal.value.reason) == (field, reason)


def test_a_pause_that_stands_already_may_stay():
    paused = Schedule(paused_until=date(2026, 11, 2))
    assert accept(paused, before=paused, today=date(2026, 11, 24)) == paused


def test_a_silent_team_alone_is_something_to_say():
    assert Digest(counts=DigestCounts()).nothing
    assert not Digest(counts=DigestCounts(), silent=("Oak ward",)).nothing
    assert not Digest(counts=DigestCounts(came=1)).nothing
