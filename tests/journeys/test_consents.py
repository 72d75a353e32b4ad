"""The reporter of a story reads what was learned from it, and says that it may not be told."""

from tests.journeys.steps import (
    LEARNED,
    approves_a_learning_point,
    card_about,
    direct_message,
    opens,
    reference_in,
    reports,
)


def test_a_reporter_reads_the_exact_words_and_presses_please_not(nurse, safety_lead, safety_channel, workspace):
    reference = reference_in(reports(nurse))
    opens(safety_lead, card_about(safety_channel, reference))
    safety_lead.clicks("Write a learning point")
    workspace.wait_until(lambda: "words" in safety_lead.modal.fields, reason="No form opened.")
    safety_lead.answers(words=LEARNED)
    assert safety_lead.submits().says("It waits for a second person.")
    approves_a_learning_point(workspace.person("Kim Adeyemi"))

    told = direct_message(nurse, f"Read what was learned from {reference}")
    assert not told.shows("Door alarms")
    nurse.clicks("Read it", on=told)
    workspace.wait_until(lambda: nurse.modals and nurse.modal.says(LEARNED), reason="The words are not shown.")
    assert nurse.modal.buttons == ["Fine", "Please not"]
    nurse.clicks("Please not")
    workspace.wait_until(lambda: nurse.modal.says("No bulletin tells it."), reason="Nothing says so.")
    nurse.clicks("Fine")
    workspace.wait_until(lambda: nurse.modal.says("You said that it is fine."), reason="Nothing says so.")
    nurse.dismisses()

    someone = workspace.person("Kim Adeyemi")
    assert not any(message.shows("Please not") for message in someone.direct_messages)
