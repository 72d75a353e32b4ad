"""Two ticks in the report form: about a member of staff, and somebody is involved who would see it."""

from tests.journeys.steps import WORDS, changes_details, direct_message, reference_in, reports_saved


def starts(workspace, nurse):
    nurse.runs("/incident", channel="oak-ward")
    workspace.wait_until(lambda: nurse.modals and "what" in nurse.modal.fields, reason="No form opened.")
    nurse.answers(what=WORDS, still_at_risk="no")


def test_whoever_is_involved_gets_no_card_and_the_words_typed_so_far_stay(
    workspace, context, nurse, safety_lead, safety_channel, all_is_sent
):
    starts(workspace, nurse)
    changes_details(nurse)
    nurse.chooses("report_about", ["involved"])
    workspace.wait_until(lambda: "involved" in nurse.modal.fields, reason="No list of people.")
    assert nurse.modal.field("what").value == WORDS

    nurse.submits()
    assert reports_saved(context) == 0

    nurse.answers(involved=[safety_lead])
    reference = reference_in(nurse.submits())
    second = workspace.person("Kim Adeyemi")
    direct_message(second, reference)
    all_is_sent()
    assert [each for each in safety_channel.messages if each.shows(reference)] == []
    assert [each for each in safety_lead.direct_messages if each.shows(reference)] == []


def test_the_card_of_a_report_about_a_member_of_staff_says_no_kind(workspace, nurse, safety_channel):
    starts(workspace, nurse)
    changes_details(nurse)
    nurse.answers(report_about=["about_staff"])
    reference = reference_in(nurse.submits())
    workspace.wait_until(
        lambda: [each for each in safety_channel.messages if each.shows(reference)], reason="There is no card."
    )
    [card] = [each for each in safety_channel.messages if each.shows(reference)]
    assert not card.shows("Kind:")
    assert not card.shows("Building")
