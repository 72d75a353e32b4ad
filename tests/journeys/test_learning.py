"""A learning point, from the first try to a second person."""

from tests.journeys.steps import writes_a_learning_point


def test_words_that_stand_out_are_shown_once_and_are_sent_as_they_are_the_second_time(safety_lead, workspace):
    words = "The nurse failed to check the alarm."
    shown = writes_a_learning_point(safety_lead, words=words)
    assert shown.says("Not sent yet.")
    assert not workspace.person("Kim Adeyemi").opens_home().says("waits for a second person")
    assert safety_lead.modal.field("words").value == words
    assert safety_lead.submits().says("It waits for a second person.")
    assert workspace.person("Kim Adeyemi").opens_home().says("waits for a second person")


def test_it_is_sent_back_and_written_again(safety_lead, workspace):
    writes_a_learning_point(safety_lead)
    safety_lead.dismisses()
    second = workspace.person("Kim Adeyemi")
    second.clicks("Read it", on=second.opens_home(), beside="waits for a second person")
    workspace.wait_until(lambda: second.modals and "Send back" in second.modal.buttons)
    second.clicks("Send back")
    workspace.wait_until(lambda: second.modal.says("Its writer sees it in Home"))
    safety_lead.clicks("Read it", on=safety_lead.opens_home(), beside="was sent back to you")
    workspace.wait_until(lambda: safety_lead.modals and "Write it again" in safety_lead.modal.buttons)
    safety_lead.clicks("Write it again")
    workspace.wait_until(lambda: safety_lead.modals and "words" in safety_lead.modal.fields)
    assert safety_lead.submits().says("It waits for a second person.")
