"""A Monday morning of the safety team in Home, at a phone's width; taps are counted."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, expect

from bot.domain.reports.narratives import Narrative
from bot.domain.reports.references import ALPHABET
from bot.domain.reports.report import AtRisk, Report
from bot.usecases.incidents.submit import SentForm, submit_report
from tests.browser.test_the_page import JO
from tests.domain.examples import a_draft
from tests.journeys.steps import WORDS

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
MONDAY = datetime(2026, 11, 30, 8, 40, tzinfo=UTC)
REPORTS = 30
AT_RISK = 17
"""The number of the report with danger, in the order in which they were sent."""


class Taps:
    """A thumb that counts."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, what: Locator) -> None:
        self.count += 1
        what.click()


@pytest.fixture
def tap() -> Taps:
    return Taps()


@pytest.fixture
def sent(context, workspace) -> list[Report]:
    """Thirty reports of a weekend, of which one may still be dangerous."""
    workspace.clock.to(MONDAY)
    first = MONDAY - timedelta(hours=62)  # Friday evening.
    return [_send(context, number, first + number * timedelta(hours=2)) for number in range(REPORTS)]


def _send(context, number: int, at: datetime) -> Report:
    risk = AtRisk.YES if number == AT_RISK else AtRisk.NO
    team = ("oak-ward", "willow-ward", "crisis-team")[number % 3]
    draft = a_draft(kind="medication", still_at_risk=risk, team=team, happened_at=at)
    sent = SentForm(draft, Narrative(text=WORDS), "U0AMARA001")
    return submit_report(context, sent, key=str(uuid4()), now=at).report


def test_thirty_reports_of_a_weekend_are_worked_through(phone, sent, tap):
    phone.sits_down_as(JO, at="home")
    home = phone.page.get_by_role("region", name="App Home")
    expect(home).to_contain_text("30 new. 1 may still be at risk.")
    in_order = [sent[AT_RISK], *sent[:AT_RISK], *sent[AT_RISK + 1 :]]
    for number, report in enumerate(in_order):
        if number == 20:
            tap(home.get_by_role("button", name="Next 20"))
        expect(home).to_contain_text(report.reference)
        tap(home.get_by_role("button", name="Open").nth(number % 20))
        opened = phone.page.get_by_role("dialog").filter(has_text=report.reference)
        expect(opened).to_contain_text(WORDS)
        tap(opened.get_by_role("button", name="Take", exact=True))
        expect(opened).to_contain_text("has this since")
        tap(opened.get_by_role("button", name="Close", exact=True).last)
        # Home is drawn anew after each one: a press on what is being replaced is lost.
        expect(home.get_by_text("Taken by Jo Carter").nth(number % 20)).to_be_visible()
    expect(home).not_to_contain_text(" new.")
    expect(home.get_by_text("Taken by Jo Carter")).to_have_count(10)
    assert tap.count == 3 * REPORTS + 1


def test_a_reference_is_found_in_three_taps_and_a_wrong_letter_is_noticed(phone, sent, tap):
    phone.sits_down_as(JO, at="home")
    reference = sent[3].reference
    wrong = reference[:-1] + next(letter for letter in ALPHABET if letter != reference[-1])
    tap(phone.page.get_by_role("button", name="Find a reference"))
    form = phone.dialog("Find a report")
    field = form.get_by_label("Which reference?")
    tap(field)
    field.fill(wrong)
    form.get_by_role("button", name="Find").click()  # With a wrong letter nothing is lost.
    expect(form.get_by_role("alert")).to_contain_text("Check each letter")
    field.fill(reference.lower())
    tap(form.get_by_role("button", name="Find"))
    expect(phone.page.get_by_role("dialog").filter(has_text=reference)).to_contain_text(WORDS)
    assert tap.count == 3
