"""A nurse is called away at a phone's width: the report that she began is kept, offered, gone on with and sent."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_the_page import AMARA, OAK
from tests.journeys.steps import WORDS, reports_saved

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
WAITS = "You have a report that is not sent."


def test_what_was_begun_is_saved_for_later_and_sent_from_home(phone, context):
    phone.sits_down_as(AMARA, at=OAK)
    phone.types("/incident", place="#oak-ward")
    form = phone.dialog("Report")
    form.get_by_label("What happened?", exact=True).fill(WORDS)
    form.get_by_role("radio", name="No", exact=True).first.check()
    form.get_by_role("button", name="Save for later").click()
    expect(form.get_by_text("A draft in your name was saved at")).to_be_in_viewport()
    expect(form.get_by_label("What happened?", exact=True)).to_have_value(WORDS)
    form.get_by_role("button", name="Cancel").click()
    assert reports_saved(context) == 0

    phone.sits_down_as(AMARA, at="home")
    expect(phone.page.get_by_text(WAITS)).to_be_visible()
    phone.page.get_by_role("button", name="Go on with it").click()
    again = phone.dialog("Report")
    expect(again.get_by_label("What happened?", exact=True)).to_have_value(WORDS)
    expect(again.get_by_role("radio", name="No", exact=True).first).to_be_checked()
    again.get_by_role("button", name="Send").click()
    phone.dialog("Thank you").get_by_role("button", name="Done").click()
    phone.sits_down_as(AMARA, at="home")
    expect(phone.page.get_by_text("Your reports")).to_be_visible()
    expect(phone.page.get_by_text(WAITS)).to_have_count(0)
