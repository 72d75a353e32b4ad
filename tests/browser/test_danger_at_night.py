"""Danger at two at night in the sandbox's page, at a phone's width: by the reporter and by whoever is asked."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_the_page import AMARA, OAK
from tests.journeys.steps import REFERENCE, WORDS, reference_in
from tests.journeys.steps import reports as person_reports
from tests.journeys.test_ladder import it_is_two_at_night, minutes_pass

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
LEE, HARRY, IVY = "Lee Fraser", "Harry Singh", "Ivy Morgan"


@pytest.fixture(autouse=True)
def _night(workspace, context):
    it_is_two_at_night(workspace, context, workspace.person(HARRY), workspace.person(IVY))


def looks_at_messages(phone, workspace, person_id: str) -> None:
    """The direct messages from Candour, as this person."""
    workspace.wait_until(lambda: workspace.direct_channel(person_id), reason="Nothing was written to them.")
    phone.sits_down_as(person_id, at=workspace.direct_channel(person_id).id)


def takes(phone) -> None:
    phone.message("Someone may still be at risk").get_by_role("button", name="I have this").click()
    had = phone.dialog("You have this")
    had.get_by_role("button", name="Close", exact=True).last.click()


def test_nobody_answers_until_the_third_rung_and_the_reporter_hears_of_it(phone, workspace):
    phone.sits_down_as(AMARA, at=OAK)
    phone.types("/incident", place="#oak-ward")
    form = phone.dialog("Report")
    form.get_by_label("What happened?", exact=True).fill(WORDS)
    form.get_by_role("radio", name="Yes", exact=True).first.check()
    expect(form).to_contain_text("Phone 01632 960 001 now, before you send this.")
    form.get_by_role("button", name="Send").click()
    receipt = phone.page.get_by_role("dialog").filter(has_text="nobody has seen it yet")
    expect(receipt).to_contain_text("Phone 01632 960 001 now.")
    assert REFERENCE.search(receipt.inner_text())
    receipt.get_by_role("button", name="Done").click()

    minutes_pass(workspace, 5)
    looks_at_messages(phone, workspace, AMARA)
    expect(phone.message("Nobody has answered yet.")).to_contain_text("Phone 01632 960 001 now.")
    for name, minutes in ((HARRY, 5), (IVY, 20)):
        minutes_pass(workspace, minutes)
        looks_at_messages(phone, workspace, workspace.person(name).id)
        phone.message("Someone may still be at risk")
    takes(phone)
    looks_at_messages(phone, workspace, AMARA)
    phone.message("Ivy Morgan has this, 02:3")


def test_pressed_by_mistake_and_given_back(phone, workspace):
    reference = reference_in(person_reports(workspace.person("Amara Okafor"), still_at_risk="yes"))
    looks_at_messages(phone, workspace, workspace.person(LEE).id)
    takes(phone)
    held = phone.message("Lee Fraser has this")
    expect(held).to_contain_text(reference)
    held.get_by_role("button", name="Give it back").click()
    looks_at_messages(phone, workspace, workspace.person(HARRY).id)
    expect(phone.message("Someone may still be at risk")).to_contain_text("Lee Fraser has given this back")
    takes(phone)
    phone.message("Harry Singh has this")


def test_not_me_now_by_all(phone, workspace):
    nurse = workspace.person("Amara Okafor")
    person_reports(nurse, still_at_risk="yes")
    nurse.closes()  # Otherwise the receipt stands in front of her messages.
    for name in (LEE, HARRY, IVY):
        looks_at_messages(phone, workspace, workspace.person(name).id)
        phone.message("Someone may still be at risk").get_by_role("button", name="Not me, now").click()
    looks_at_messages(phone, workspace, AMARA)
    phone.message("Nobody on the rota can take this now. Phone 01632 960 001 now.")
