"""Similar incidents: from the screen of one, those like it that the person may see."""

from tests.journeys.steps import WORDS, card_about, opens, reference_in, reports


def test_a_triager_sees_what_is_like_this_and_why(nurse, safety_lead, safety_channel, workspace):
    before = reference_in(reports(nurse, what="The alarm of the garden door was silent at the checks."))
    nurse.dismisses()
    other = reference_in(reports(nurse, what="Lunch came an hour late."))
    nurse.dismisses()
    opens(safety_lead, card_about(safety_channel, reference_in(reports(nurse, what=WORDS))))
    safety_lead.clicks("Similar incidents")
    workspace.wait_until(
        lambda: safety_lead.modal.title == "Similar incidents" and safety_lead.modal.says(before),
        reason="Nothing similar was shown.",
    )
    assert safety_lead.modal.says("Same kind and team.")
    assert safety_lead.modal.says("alarm")
    assert not safety_lead.modal.says(other)
    safety_lead.clicks("Open")
    workspace.wait_until(lambda: safety_lead.modal.title == f"Incident {before}", reason="It did not open.")
