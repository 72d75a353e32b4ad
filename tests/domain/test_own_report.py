"""How far a report has come for its reporter, what they may write to it, and who has read it."""

from datetime import date, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from bot.domain.incidents.conversation import Entry, EntryKind
from bot.domain.incidents.own_report import Milestone, OwnReport, may_write, newest
from bot.domain.incidents.who_read import DayOfReading, Opening, who_read
from bot.domain.sensitivity import Sensitivity
from bot.domain.service.service import Role
from tests.domain.examples import LONDON, NOON, a_person, a_report, a_service, utc

HOUR = timedelta(hours=1)
ALWAYS = {EntryKind.ADDITION, EntryKind.WITHDRAWAL}


def _own(**times):
    return OwnReport(report=a_report(), **times)


def _entries(*kinds):
    """One entry an hour of each of these kinds."""
    return [
        Entry(id=UUID(int=number), report_id=UUID(int=1), kind=kind, author="U0AMARA", at=NOON + number * HOUR)
        for number, kind in enumerate(kinds)
    ]


def test_a_report_that_nobody_has_read_has_no_news():
    assert (_own().latest, _own().news_since(None)) == (None, ())


def test_the_latest_news_is_what_came_last():
    own = _own(read_at=NOON, taken_at=NOON + HOUR, answered_at=NOON + 2 * HOUR, asked_at=NOON + 3 * HOUR)
    assert own.latest == (Milestone.ASKED, NOON + 3 * HOUR)


def test_of_two_at_one_moment_the_one_that_usually_comes_later_is_the_latest():
    assert _own(closed_at=NOON, answered_at=NOON, read_at=NOON).latest == (Milestone.CLOSED, NOON)


@pytest.mark.parametrize(
    ("since", "news"),
    [
        (None, (Milestone.READ, Milestone.CLOSED)),
        (NOON - HOUR, (Milestone.READ, Milestone.CLOSED)),
        (NOON, (Milestone.CLOSED,)),
        (NOON + HOUR, ()),
    ],
)
def test_news_are_what_was_reached_after_a_moment(since, news):
    assert _own(read_at=NOON, closed_at=NOON + HOUR).news_since(since) == news


def test_the_newest_entry_of_some_kinds_is_found():
    entries = _entries(EntryKind.QUESTION, EntryKind.REPLY, EntryKind.QUESTION, EntryKind.ADDITION)
    assert newest(entries, {EntryKind.QUESTION}) == entries[2]
    assert newest(entries, {EntryKind.ANSWER}) is None


@pytest.mark.parametrize(
    ("kinds", "at_risk_since", "more", "not_any_more"),
    [
        ([], None, set(), set()),
        ([EntryKind.WITHDRAWAL], None, set(), {EntryKind.WITHDRAWAL}),
        ([EntryKind.QUESTION], None, {EntryKind.REPLY}, set()),
        ([EntryKind.ANSWER], None, {EntryKind.REPLY, EntryKind.IT_HELPED}, set()),
        ([EntryKind.ANSWER, EntryKind.IT_HELPED], None, {EntryKind.REPLY}, set()),
        (
            [EntryKind.ANSWER, EntryKind.IT_HELPED, EntryKind.ANSWER],
            None,
            {EntryKind.REPLY, EntryKind.IT_HELPED},
            set(),
        ),
        ([], NOON, {EntryKind.SAFE_NOW}, set()),
        ([EntryKind.SAFE_NOW], NOON, set(), set()),
        ([EntryKind.SAFE_NOW], NOON + HOUR, {EntryKind.SAFE_NOW}, set()),
    ],
)
def test_what_a_reporter_may_write_depends_on_what_was_written(kinds, at_risk_since, more, not_any_more):
    assert may_write(_entries(*kinds), at_risk_since=at_risk_since) == (ALWAYS | more) - not_any_more


PEOPLE = (
    a_person(slack_id="U0LEAD", roles=frozenset({Role.SAFETY_TEAM, Role.SAFETY_LEAD})),
    a_person(slack_id="U0TRIAGE", roles=frozenset({Role.SAFETY_TEAM, Role.ON_CALL})),
    a_person(slack_id="U0OTHER", roles=frozenset({Role.SAFETY_TEAM})),
    a_person(slack_id="U0BOSS", roles=frozenset({Role.EXECUTIVE})),
)
OPENINGS = [
    Opening(person=person, at=utc(f"2026-11-24 {clock}"))
    for person, clock in (
        ("U0OTHER", "09:00"),
        ("U0LEFT", "09:30"),
        ("U0LEAD", "10:00"),
        ("U0TRIAGE", "10:30"),
        ("U0BOSS", "11:00"),
    )
]


def _read(openings, *, named=(), sensitivity=Sensitivity.ORDINARY, zone=LONDON):
    return who_read(openings, a_service(people=PEOPLE), zone=ZoneInfo(zone), named=named, sensitivity=sensitivity)


def test_everybody_who_read_it_is_told_by_one_role_each_day_and_role_once():
    roles = (Role.SAFETY_LEAD, Role.SAFETY_TEAM, Role.EXECUTIVE, None)
    assert _read(OPENINGS) == (DayOfReading(on=date(2026, 11, 24), roles=roles),)


def test_a_named_person_is_told_by_name_alone_and_only_if_they_read_it():
    [day] = _read(OPENINGS, named={"U0LEAD", "U0NEVER"})
    assert (day.people, day.roles) == (("U0LEAD",), (Role.SAFETY_TEAM, Role.EXECUTIVE, None))


def test_of_a_restricted_report_only_the_days_are_told():
    days = _read(OPENINGS, named={"U0LEAD"}, sensitivity=Sensitivity.RESTRICTED)
    assert days == (DayOfReading(on=date(2026, 11, 24)),)


def test_the_day_is_that_of_the_ward():
    late = [Opening(person="U0LEAD", at=utc("2026-07-01 23:30"))]
    assert [day.on for day in _read(late)] == [date(2026, 7, 2)]
    assert [day.on for day in _read(late, zone="America/New_York")] == [date(2026, 7, 1)]
