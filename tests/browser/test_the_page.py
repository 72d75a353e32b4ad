"""The whole journey in the sandbox's page, by mouse and by keyboard, at a desk and on a phone."""

from datetime import date, datetime, timedelta

import pytest
from playwright.sync_api import expect

from bot.domain.calendar import working_day_after
from tests.journeys.steps import PROOF, REFERENCE, WORDS

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
AMARA, JO, CHLOE = "U0AMARA001", "U0JO000001", "U0CHLOE001"
SAFETY, OAK = "C0SAFETY01", "C0OAKWARD1"


def reports(desk, *, still_at_risk="No", picture=None) -> str:
    """Amara reports on Oak Ward's channel; returns the reference."""
    desk.sits_down_as(AMARA, at=OAK)
    desk.types("/incident", place="#oak-ward")
    form = desk.dialog("Report")
    form.get_by_label("What happened?", exact=True).fill(WORDS)
    form.get_by_role("radio", name=still_at_risk, exact=True).first.check()
    form.get_by_role("button", name="Send").click()
    receipt = desk.dialog("Thank you")
    expect(receipt).to_contain_text("Your report is saved.")
    found = REFERENCE.search(receipt.inner_text())
    assert found
    if picture:
        receipt.screenshot(path=picture)
    receipt.get_by_role("button", name="Done").click()
    return found.group()


def makes_an_action(desk, reference: str, *, picture=None) -> None:
    """Jo opens the report and makes an action of it, owned by Chloe, due in ten days."""
    desk.sits_down_as(JO, at=SAFETY)
    desk.message(reference).get_by_role("button", name="Open").click()
    report = desk.dialog(f"Incident {reference}")
    expect(report).to_contain_text(WORDS)
    if picture:
        report.screenshot(path=picture)
    report.get_by_role("button", name="Make an action").click()
    form = desk.dialog("Make an action")
    form.get_by_label("What will change?").fill("Test each door alarm on Mondays")
    form.get_by_label("Who will do it?").select_option(CHLOE)
    form.get_by_label("When is it due?").fill(in_days(desk, 10))
    form.get_by_role("button", name="Agree").click()
    expect(desk.dialog("Action agreed")).to_contain_text("The action is saved.")


def in_days(desk, days: int) -> str:
    """The date so many days after the workspace's own today."""
    told = desk.page.request.get(f"{desk.address}/sandbox/clock").json()["now"]
    return str((datetime.fromisoformat(told) + timedelta(days=days)).date())


def is_told_of_the_action(desk, workspace) -> None:
    """Chloe, a few minutes later."""
    desk.sits_down_as(CHLOE, at=workspace.direct_channel(CHLOE).id)
    desk.page.get_by_role("button", name="1 hour on").click()
    expect(desk.message("You own a new action")).to_contain_text("Test each door alarm on Mondays")


def is_reminded(desk):
    """Chloe, two days before the action is due, or on the working day after; returns the reminder."""
    day = working_day_after(date.fromisoformat(in_days(desk, 8)) - timedelta(days=1))
    moves_the_clock_to(desk, f"{day}T10:00")
    return desk.message("A reminder of your actions")


def moves_the_clock_to(desk, moment: str) -> None:
    desk.page.get_by_label("Date and time").fill(moment)
    desk.page.get_by_role("button", name="Move to this time").click()


def test_the_whole_journey_at_a_desk(desk, workspace):
    reference = reports(desk)
    desk.sits_down_as(AMARA, at="home")
    expect(desk.page.get_by_text(reference)).to_be_visible()
    makes_an_action(desk, reference)

    is_told_of_the_action(desk, workspace)
    nudge = is_reminded(desk)
    nudge.get_by_role("button", name="Done").click()
    form = desk.dialog("Done")
    form.get_by_label("What changed, and how can somebody see it?").fill(PROOF)
    form.get_by_role("button", name="It is done").click()
    desk.dialog("Thank you").get_by_role("button", name="Done").click()
    expect(nudge).to_contain_text("Waiting to be checked by someone else")


def test_a_nurse_on_a_phone_reports_with_the_keyboard_alone(phone):
    phone.sits_down_as(AMARA, at=OAK)
    phone.page.get_by_label("Message to #oak-ward").focus()
    phone.page.keyboard.type("/incident door alarm silent")
    phone.page.keyboard.press("Enter")
    form = phone.dialog("Report")
    expect(form.get_by_label("What happened?", exact=True)).to_have_value("door alarm silent")
    form.get_by_role("radio", name="No", exact=True).first.focus()
    phone.page.keyboard.press("Space")
    send = form.get_by_role("button", name="Send")
    expect(send).to_be_in_viewport()
    send.focus()
    phone.page.keyboard.press("Enter")
    expect(phone.dialog("Thank you")).to_contain_text("Your report is saved.")


def test_an_error_stands_beside_its_field_and_nothing_typed_is_lost(desk):
    desk.sits_down_as(AMARA, at=OAK)
    desk.types("/incident", place="#oak-ward")
    form = desk.dialog("Report")
    form.get_by_label("What happened?", exact=True).fill(WORDS)
    form.get_by_role("button", name="Change").click()
    form.get_by_label("What kind of thing was it?").select_option(label="Medication")
    form.get_by_role("radio", name="Not sure").first.check()
    form.get_by_label("When did it happen?").fill("2030-01-01T10:00")
    form.get_by_role("button", name="Send").click()
    expect(form.get_by_role("alert")).to_contain_text("This time is in the future.")
    expect(form.get_by_label("What happened?", exact=True)).to_have_value(WORDS)
    # An update of the form, which may also come late, takes the error away no more than the words.
    form.get_by_role("radio", name="No", exact=True).first.check()
    expect(form).not_to_contain_text("before you send this")
    expect(form.get_by_role("alert")).to_contain_text("This time is in the future.")


def test_every_page_says_that_nothing_here_is_real(desk):
    for place in (OAK, "home"):
        desk.sits_down_as(AMARA, at=place)
        expect(desk.page.get_by_text("Nothing here is real.")).to_be_visible()


def test_the_page_asks_nothing_of_the_outside(desk, workspace):
    asked: list[str] = []
    desk.page.on("request", lambda request: asked.append(request.url))
    reports(desk)
    assert asked
    assert [url for url in asked if not url.startswith(workspace.address)] == []


@pytest.mark.parametrize(
    "hostile", ["<img src=x onerror=alert(1)>", "<!channel> `x` *b* &amp;", "'; DROP TABLE report;--"]
)
def test_what_is_typed_is_shown_as_it_is(desk, hostile):
    asked: list[str] = []
    desk.page.on("dialog", lambda dialog: asked.append(dialog.message))
    desk.sits_down_as(AMARA, at=OAK)
    desk.types(f"/incident {hostile}", place="#oak-ward")
    form = desk.dialog("Report")
    form.get_by_role("radio", name="No", exact=True).first.check()
    form.get_by_role("button", name="Send").click()
    found = REFERENCE.search(desk.dialog("Thank you").inner_text())
    assert found
    desk.sits_down_as(JO, at=SAFETY)
    desk.message(found.group()).get_by_role("button", name="Open").click()
    expect(desk.dialog(f"Incident {found.group()}").get_by_text(hostile, exact=True)).to_be_visible()
    assert asked == []


def test_the_page_loads_all_that_it_asks_for(desk):
    complaints: list[str] = []
    desk.page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    desk.sits_down_as(AMARA, at=OAK)
    assert complaints == []
