"""A kind of incident is one entry with its dates in `bot/domain/reports/kinds.py`: screens and numbers follow."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from bot.domain.reports import kinds
from bot.domain.reports.kinds import GOOD_CARE, KINDS, IncidentKind
from bot.domain.reports.report import ReportReason, ReportRefused
from bot.usecases.home import home_data
from bot.usecases.incidents.open_incident import open_incident
from bot.views.home import home
from bot.views.home.content import HomeContent
from bot.views.incidents import opened
from bot.views.incidents.content import IncidentContent
from handlers.reports import report_form
from tests.domain.examples import NOON, OAK, a_service
from tests.usecases.bot_without_slack import at

CHANGE = date(2026, 11, 26)
"""A Thursday: two days after the bot was started."""
LIGATURE = IncidentKind(code="ligature_point", label="Ligature point", starts_on=CHANGE)
RETIRED = "environment"


@pytest.fixture(autouse=True)
def _a_kind_comes_and_another_goes(monkeypatch):
    """What a newcomer writes: one entry, and one date."""
    retired = tuple(
        kind.model_copy(update={"retired_on": CHANGE}) if kind.code == RETIRED else kind for kind in KINDS
    )
    monkeypatch.setattr(kinds, "KINDS", (LIGATURE, *retired))


def _offered(now) -> dict[str, str]:
    """The codes and labels that the form offers at this moment."""
    blocks = [field.draw() for field in report_form.details(a_service(), now)]
    choice = next(block for block in blocks if block["block_id"] == "kind")
    return {option["value"]: option["text"]["text"] for option in choice["element"]["options"]}


def _words(part: object) -> str:
    """Everything that is said in a view or a message."""
    match part:
        case {"text": str(text)}:
            return text
        case Mapping():
            return "\n".join(_words(inner) for inner in part.values())
        case list():
            return "\n".join(_words(inner) for inner in part)
        case _:
            return ""


def test_the_form_offers_it_from_its_day_and_the_other_until_the_day_before():
    before, after = _offered(at("2026-11-25 23:59")), _offered(at("2026-11-26 00:00"))
    assert (LIGATURE.code in before, RETIRED in before) == (False, True)
    assert (RETIRED in after, after[LIGATURE.code]) == (False, "Ligature point")


def test_it_is_accepted_from_its_day_and_the_other_until_the_day_before(bot, clock):
    assert bot.report(key="early", kind=RETIRED).kind == RETIRED
    with pytest.raises(ReportRefused) as too_early:
        bot.submit(key="too early", kind=LIGATURE.code)
    clock.to(at("2026-11-26 00:00"))
    assert bot.report(key="in time", kind=LIGATURE.code).kind == LIGATURE.code
    with pytest.raises(ReportRefused) as too_late:
        bot.submit(key="too late", kind=RETIRED)
    assert {too_early.value.reason, too_late.value.reason} == {ReportReason.KIND_NOT_OFFERED}


def test_every_screen_shows_both_in_words(bot, clock):
    old = bot.report(key="old", kind=RETIRED)
    clock.to(at("2026-11-26 12:00"))
    new = bot.report(key="new", kind=LIGATURE.code)
    bot.post_all()
    for report, label in ((new, "Ligature point"), (old, "Building, equipment or security")):
        screens: list[Any] = [
            posted.message.blocks for posted in bot.posted if posted.subject.get("report") == str(report.id)
        ]
        assert len(screens) == 2  # The card, and the reporter's copy.
        found = open_incident(bot.context, report.id, by="U0SAFETY", now=clock.now())
        shown_of_it = IncidentContent(**vars(found))
        screens.append(opened.incident(shown_of_it, bot.context.service, now=clock.now()))
        assert [_words(screen).count(label) for screen in screens] == [1, 1, 1]
    own = home_data(bot.context, "U0AMARA")
    mine = HomeContent(own.reports, own.actions, bot.context.service, own.undelivered, clock.now())
    shown = _words(home.home(mine))
    assert (shown.count("Ligature point"), shown.count("Building, equipment or security")) == (1, 1)


def test_the_bulletin_counts_both_and_good_care_as_before(bot, clock):
    bot.approved_points()
    bot.approves_drafts = True
    for number in range(2):
        bot.report(key=f"old {number}", kind=RETIRED)
    clock.to(at("2026-11-26 12:00"))
    for number in range(3):
        bot.report(key=f"new {number}", kind=LIGATURE.code)
    for number in range(5):
        bot.report(key=f"good {number}", kind=GOOD_CARE)
    for moment in ("2026-12-03 09:00", "2026-12-07 09:00"):
        clock.to(at(moment))
        bot.tick()
    bulletin = next(posted for posted in bot.of_kind("bulletin") if posted.target == OAK.channel)
    assert "*Thank you* for 10 reports" in _words(bulletin.message.blocks)


def test_these_tests_start_before_the_change():
    assert NOON.date() < CHANGE
