"""Wherever a date is shown, its year stands there unless it is this year: a date without it means another day."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.actions.action import ActionState
from bot.domain.bulletins.edition import Figures
from bot.domain.calendar import known_zone
from bot.domain.incidents import steps
from bot.domain.incidents.own_report import OwnReport
from bot.domain.reports.narratives import Narrative
from bot.domain.reports.report import AtRisk
from bot.domain.service.access import Act
from bot.views.home import home
from bot.views.home.content import HomeContent
from bot.views.incidents import opened, saved_screens
from bot.views.incidents.content import IncidentContent
from bot.views.kit import dates
from bot.views.kit.blocks import Message
from bot.views.reports import receipt
from bot.views.shared import action_blocks, messages
from tests.domain.examples import (
    LONDON,
    NOON,
    OAK,
    a_decision_form,
    a_report,
    a_service,
    an_action,
    an_edition,
    an_entry,
    an_incident,
    utc,
)

SERVICE = a_service()
DAY = re.compile(r"[A-Z][a-z]+day \d{1,2} [A-Z][a-z]+(?: (\d{4}))?")


def _report(year: int):
    sent = NOON.replace(year=year, day=23)
    return a_report(still_at_risk=AtRisk.YES, happened_at=sent.replace(month=3), reported_at=sent)


def _open(year: int):
    return an_action(due_on=date(year, 10, 30))


def _done(year: int):
    return an_action(due_on=date(year, 10, 30), state=ActionState.DONE, done_at=NOON.replace(year=year))


def _bulletin(year: int) -> Message:
    edition = an_edition(first=date(year, 11, 16), monday=date(year, 11, 23))
    return messages.bulletin(edition, Figures(reports=0, good_care=0, actions_done=0), OAK, now=NOON)


def _decision(year: int):
    return a_decision_form(due_on=date(year, 10, 30))


def _opened(year: int):
    then = NOON.replace(year=year)
    decided = steps.decide(an_incident(unanswered=0), _decision(year), seen=None, by="U0SAFETY", now=then)
    content = IncidentContent(
        incident=steps.close(decided, in_danger=False, by="U0SAFETY", now=then),
        reports=[[(_report(year), Narrative(text="The door alarm stayed silent"))] * 2],
        others=[],
        conversation=[(an_entry(at=then), None)],
        actions=[_open(year), _done(year)],
        reason=None,
        acts=frozenset(Act),
    )
    return opened.incident(content, SERVICE, now=NOON)


def _own(year: int):
    return OwnReport(report=_report(year), read_at=NOON.replace(year=year, day=23))


SHOWN: dict[str, Callable[[int], Any]] = {
    "card": lambda year: messages.card(_report(year), SERVICE, amended=False, may_repeat=False, now=NOON),
    "copy": lambda year: messages.copy(_report(year), SERVICE, now=NOON),
    "new action": lambda year: messages.assigned(_open(year), "2222-222", now=NOON),
    "reminder": lambda year: messages.nudge([_open(year)], others=0, now=NOON),
    "bulletin": _bulletin,
    "opened incident": _opened,
    "decided": lambda year: saved_screens.decided(_decision(year), SERVICE, unanswered=0, now=NOON),
    "home": lambda year: home.home(HomeContent([_own(year)], [_open(year), _done(year)], SERVICE, 0, NOON)),
    "action agreed": lambda year: action_blocks.agreed(_open(year), now=NOON),
    "date moved": lambda year: action_blocks.moved(_open(year), now=NOON),
    "redrawn": lambda year: action_blocks.redrawn(action_blocks.brief(_open(year), now=NOON), _done(year), now=NOON),
}


def _words(part: object) -> list[str]:
    match part:
        case Message(text, blocks):
            return [text, *_words(blocks)]
        case {"text": str(text)}:
            return [text]
        case Mapping():
            return [words for inner in part.values() for words in _words(inner)]
        case list():
            return [words for inner in part for words in _words(inner)]
        case _:
            return []


def _years(shown: object) -> list[str]:
    """The year of each date that is shown; empty where it is not."""
    return [found[1] or "" for text in _words(shown) for found in DAY.finditer(text)]


@pytest.mark.parametrize("place", SHOWN)
@pytest.mark.parametrize("year", [2007, 2025, 2028])
def test_a_date_of_another_year_is_shown_with_its_year(place, year):
    assert set(_years(SHOWN[place](year))) == {str(year)}


@pytest.mark.parametrize("place", SHOWN)
def test_a_date_of_this_year_is_shown_without_it(place):
    assert set(_years(SHOWN[place](NOON.year))) == {""}


def test_the_receipt_says_the_year_when_the_report_will_be_read_in_the_next():
    shown = receipt.thanks(a_report(), SERVICE, amended=False, now=utc("2026-12-31 12:00"))
    assert _years(shown) == ["2027"]


def test_a_leap_day_is_shown_with_its_year():
    assert dates.day(date(2024, 2, 29), today=date(2026, 11, 24)) == "Thursday 29 February 2024"


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        (LONDON, "Thursday 31 December, 23:30"),
        ("Pacific/Auckland", "Friday 1 January, 12:30"),
        ("America/New_York", "Thursday 31 December, 18:30"),
    ],
)
def test_this_year_is_the_year_of_the_people_who_read_it(zone, expected):
    at = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert dates.moment(at, ZoneInfo(zone), now=at) == expected


@pytest.mark.parametrize(
    ("at", "shown", "first"),
    [
        ("2026-11-24 08:41", "08:41", "08:41 today"),
        ("2026-11-24 00:00", "00:00", "00:00 today"),
        ("2026-11-23 23:59", "Monday 23 November, 23:59", "Monday 23 November, 23:59"),
        ("2025-11-24 08:41", "Monday 24 November 2025, 08:41", "Monday 24 November 2025, 08:41"),
    ],
)
def test_a_time_of_today_is_shown_without_its_date(at, shown, first):
    zone = ZoneInfo(LONDON)
    assert dates.clock(utc(at), zone, now=NOON) == shown
    assert dates.clock_first(utc(at), zone, now=NOON) == first


@pytest.mark.parametrize("name", ["Asia/Gone", "", "../etc", "Europe/London\0"])
def test_a_zone_that_is_known_no_longer_costs_no_screen(name):
    assert known_zone(name) == ZoneInfo("UTC")
    assert action_blocks.brief(an_action(owner_zone=name), now=NOON)
