"""An action: agreed by the safety team, answered by its owner."""

from datetime import timedelta

from tests.journeys.engine_and_mode import on_both_pairs
from tests.journeys.steps import action_form, agrees_an_action, direct_message


def test_the_form_says_that_the_words_go_to_the_owner(nurse, safety_lead, safety_channel):
    form = action_form(safety_lead, nurse, safety_channel)
    assert form.says("The owner gets these words in a direct message.")
    assert form.required == ["change", "owner", "due_on"]


def test_a_date_that_has_passed_is_refused_beside_its_field(nurse, safety_lead, owner, safety_channel, context):
    action_form(safety_lead, nurse, safety_channel)
    yesterday = context.clock.now().date() - timedelta(days=2)
    safety_lead.answers(change="Test the alarms", owner=owner.id, due_on=yesterday)
    assert safety_lead.submits().errors == {"due_on": "This date has passed. Choose today or a later day."}
    assert safety_lead.modal.field("change").value == "Test the alarms"


def test_a_person_who_has_left_is_refused_beside_the_field(
    nurse, safety_lead, owner, safety_channel, workspace, context
):
    action_form(safety_lead, nurse, safety_channel)
    safety_lead.answers(change="Test the alarms", owner=owner.id, due_on=context.clock.now().date())
    workspace.person_leaves(owner.id)
    assert safety_lead.submits().errors == {"owner": "Choose a person who works here now."}


@on_both_pairs
def test_agreeing_twice_makes_one_action_and_one_message(
    nurse, safety_lead, owner, safety_channel, workspace, context
):
    action_form(safety_lead, nurse, safety_channel)
    safety_lead.answers(
        change="Test the alarms", owner=owner.id, due_on=context.clock.now().date() + timedelta(days=9)
    )
    safety_lead.submits_twice()
    direct_message(owner, "Test the alarms")
    assert len(owner.direct_messages) == 1


def test_done_means_waiting_to_be_checked(nurse, safety_lead, owner, safety_channel, workspace):
    agrees_an_action(safety_lead, nurse, safety_channel, owner, change="Test the alarms")
    owner.clicks("Done", on=direct_message(owner, "Test the alarms"))
    workspace.wait_until(
        lambda: direct_message(owner, "Test the alarms").shows("Waiting to be checked by someone else")
    )
    assert direct_message(owner, "Test the alarms").buttons == []


def test_moving_the_date_changes_what_the_message_says(nurse, safety_lead, owner, safety_channel, workspace, context):
    agrees_an_action(safety_lead, nurse, safety_channel, owner, change="Test the alarms")
    told = direct_message(owner, "Test the alarms")
    owner.clicks("Move the date", on=told)
    workspace.wait_until(lambda: owner.modal.title == "Move the date")
    day = context.clock.now().date() + timedelta(days=30)
    owner.answers(due_on=day)
    assert owner.submits().says(f"The new date is {day:%A} {day.day} {day:%B}.")
    workspace.wait_until(lambda: direct_message(owner, "Test the alarms").shows(f"Due {day:%A} {day.day} {day:%B}"))
    assert direct_message(owner, "Test the alarms").buttons == ["Done", "Move the date"]
