"""The fault panel of the sandbox's page: what a developer arms there, the people in the workspace meet."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from tests import bots
from tests.browser.test_the_page import AMARA, OAK, SAFETY
from tests.journeys.steps import WORDS, reports_saved

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


def fills_the_form(desk):
    """Amara's report, filled in and not sent."""
    desk.sits_down_as(AMARA, at=OAK)
    desk.types("/incident", place="#oak-ward")
    form = desk.dialog("Report")
    form.get_by_label("What happened?", exact=True).fill(WORDS)
    form.get_by_role("radio", name="No", exact=True).first.check()
    return form


def test_a_report_that_slack_brings_too_late_is_not_lost_and_not_doubled(desk, workspace, context):
    desk.sits_down_as(AMARA, at=OAK)
    panel = opens_the_panel(desk)
    late = panel.get_by_role("group", name="Delivered late")
    late.get_by_role("spinbutton", name="Seconds").fill("2")
    late.get_by_label("Strikes").select_option("buttons and forms")
    for _ in range(2):  # The first delays the answer that the bot hears of at once, the second the report.
        late.get_by_role("button", name="Arm").click()
    armed = panel.get_by_role("list", name="Armed now").get_by_role("listitem")
    expect(armed).to_have_text(["Delivered late: 2 seconds, buttons and forms, 1 moreClear"] * 2)
    desk.page.keyboard.press("Escape")

    form = fills_the_form(desk)
    expect(desk.page.get_by_text("Faults: 1 armed")).to_be_visible()
    workspace.patience = replace(bots.PATIENT, acknowledgement=0.5)
    form.get_by_role("button", name="Send").click()
    expect(form).to_contain_text("We had some trouble connecting. Try again?")
    expect(desk.page.locator("#faults-toggle")).to_have_text("Faults")
    workspace.patience = bots.PATIENT
    form.get_by_role("button", name="Send").click()
    receipt = desk.dialog("Thank you")
    expect(receipt).to_contain_text("Your report is saved.")
    workspace.wait_until(
        lambda: all(each.acknowledged for each in workspace.envelopes), reason="The first one did not come."
    )
    assert (reports_saved(context), len(workspace.channel(SAFETY).messages)) == (1, 1)


def opens_the_panel(desk):
    desk.page.get_by_role("button", name="Faults").click()
    panel = desk.page.get_by_role("region", name="Faults")
    expect(panel).to_be_visible()
    return panel


def test_the_panel_is_folded_away_and_worked_by_keyboard_alone(desk, workspace):
    desk.sits_down_as(AMARA, at=OAK)
    toggle = desk.page.get_by_role("button", name="Faults")
    expect(toggle).to_have_attribute("aria-expanded", "false")
    toggle.focus()
    desk.page.keyboard.press("Enter")
    panel = desk.page.get_by_role("region", name="Faults")
    panel.get_by_role("group", name="Channel archived").get_by_role("button", name="Arm").focus()
    desk.page.keyboard.press("Enter")
    expect(desk.page.get_by_role("button", name="Faults: 1 armed")).to_be_visible()
    panel.get_by_role("button", name="Clear everything").focus()
    desk.page.keyboard.press("Space")
    expect(toggle).to_have_text("Faults")
    desk.page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(toggle).to_be_focused()
    assert workspace.faults.armed == []
