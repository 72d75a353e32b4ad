"""A concern: the form names the guardian before Send, and its reporter chooses who reads it."""

import pytest

from tests.journeys.payloads import presses
from tests.journeys.steps import (
    WORDS,
    changes_details,
    direct_message,
    opens,
    opens_the_form,
    reference_in,
)
from tests.journeys.test_my_report import opens_own, writes

GUARDIAN = "Grace Lin is your Freedom to Speak Up Guardian. Phone 01632 960 040."


@pytest.fixture
def guardian(workspace):
    return workspace.person("Grace Lin")


def raises_a_concern(nurse, **answers):
    """Change, Concern; then the form names the guardian and asks who reads it."""
    opens_the_form(nurse)
    nurse.answers(what=WORDS)
    changes_details(nurse)
    nurse.chooses("report_type", "concern")
    nurse.workspace.wait_until(lambda: nurse.modal.says(GUARDIAN), reason="The guardian is not named.")
    assert nurse.modal.field("what").value == WORDS
    assert not nurse.modal.says("the safety team, its lead")
    nurse.answers(still_at_risk="no", **answers)
    return nurse.submits()


def test_a_concern_to_the_guardian_alone_reaches_nobody_else(
    nurse, guardian, safety_lead, safety_channel, all_is_sent, workspace
):
    receipt = raises_a_concern(nurse, concern_for="guardian")
    reference = reference_in(receipt)
    assert receipt.says("Read by the guardian alone. The team's lead does not read it.")
    assert receipt.says("Only the guardian can look up your name.")
    card = direct_message(guardian, reference)
    all_is_sent()
    assert [message for message in safety_channel.messages if message.shows(reference)] == []
    assert [message for message in safety_lead.direct_messages if message.shows(reference)] == []
    assert not safety_lead.opens_home().says(reference)
    presses(safety_lead, "open_report", card.button("Open").value or "")
    workspace.wait_until(lambda: safety_lead.modals and not safety_lead.modal.says("Opening"))
    assert not safety_lead.modal.says(WORDS)
    safety_lead.dismisses()
    assert opens(guardian, card).says(WORDS)
    guardian.dismisses()
    assert guardian.opens_home().says(reference)


def test_a_concern_to_the_safety_lead_stands_in_no_channel_and_the_guardian_does_not_read_it(
    nurse, guardian, safety_lead, safety_channel, all_is_sent
):
    receipt = raises_a_concern(nurse)
    reference = reference_in(receipt)
    assert receipt.says("Read by the safety lead alone.")
    card = direct_message(safety_lead, reference)
    assert opens(safety_lead, card).says(WORDS)
    safety_lead.dismisses()
    opens_own(nurse, reference)
    writes(nurse, "Add something", "There is more of it")
    direct_message(safety_lead, "its reporter has added something")
    all_is_sent()
    assert [message for message in safety_channel.messages if message.shows(reference)] == []
    assert [message for message in guardian.direct_messages if message.shows(reference)] == []
