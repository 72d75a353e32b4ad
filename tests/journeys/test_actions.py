"""An action: agreed by the safety team, answered by its owner."""

from datetime import date, timedelta

from tests.journeys.engine_and_mode import on_both_pairs
from tests.journeys.steps import action_form, agrees_an_action, days_pass, direct_message


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


def _in_two_messages(owner, nurse, safety_lead, safety_channel, workspace):
    """An action that its owner has been told of and reminded of."""
    agrees_an_action(safety_lead, nurse, safety_channel, owner, change="Test the alarms")
    direct_message(owner, "Test the alarms")
    days_pass(workspace, 12)
    return direct_message(owner, "A reminder of your actions")


def _all_show(owner, workspace, words):
    workspace.wait_until(
        lambda: [message.shows(words) for message in owner.direct_messages] == [True, True],
        reason=f"Not every message shows {words!r}.",
    )


def test_done_in_one_message_changes_every_message_that_shows_the_action(
    owner, nurse, safety_lead, safety_channel, workspace
):
    reminder = _in_two_messages(owner, nurse, safety_lead, safety_channel, workspace)
    owner.clicks("Done", on=reminder)
    _all_show(owner, workspace, "Waiting to be checked by someone else")
    assert [message.buttons for message in owner.direct_messages] == [[], []]


def test_done_in_home_changes_every_message_that_shows_the_action(
    owner, nurse, safety_lead, safety_channel, workspace
):
    _in_two_messages(owner, nurse, safety_lead, safety_channel, workspace)
    owner.clicks("Done", on=owner.opens_home())
    _all_show(owner, workspace, "Waiting to be checked by someone else")


def test_a_moved_date_stands_in_every_message_that_shows_the_action(
    owner, nurse, safety_lead, safety_channel, workspace, context
):
    reminder = _in_two_messages(owner, nurse, safety_lead, safety_channel, workspace)
    owner.clicks("Move the date", on=reminder)
    workspace.wait_until(lambda: owner.modal.title == "Move the date")
    day = context.clock.now().date() + timedelta(days=20)
    owner.answers(due_on=day)
    owner.submits()
    _all_show(owner, workspace, f"Due {day:%A} {day.day} {day:%B}")


def test_a_message_that_cannot_be_redrawn_keeps_no_other_from_being_redrawn(
    owner, nurse, safety_lead, safety_channel, workspace
):
    reminder = _in_two_messages(owner, nurse, safety_lead, safety_channel, workspace)

    def refuse_the_pressed_one(method, arguments):
        refused = method == "chat.update" and arguments.get("ts") == reminder.ts
        return (200, {}, {"ok": False, "error": "internal_error"}) if refused else None

    workspace.on_call(refuse_the_pressed_one)
    owner.clicks("Done", on=reminder)
    workspace.wait_until(
        lambda: owner.direct_messages[0].shows("Waiting to be checked by someone else"),
        reason="The first message was not redrawn.",
    )


def test_the_report_beneath_shows_the_action_that_was_just_made(nurse, safety_lead, owner, safety_channel, workspace):
    agrees_an_action(safety_lead, nurse, safety_channel, owner, change="Test the alarms each Monday")
    safety_lead.closes()
    workspace.wait_until(
        lambda: safety_lead.modal.says("Test the alarms each Monday"), reason="The report does not show the action."
    )
    assert not safety_lead.modal.says("No action has been made from this yet.")


def test_a_due_date_on_a_holiday_is_mentioned(nurse, safety_lead, owner, safety_channel):
    action_form(safety_lead, nurse, safety_channel)
    christmas = date(safety_lead.workspace.clock.now().year, 12, 25)
    safety_lead.answers(change="Test the alarms", owner=owner.id, due_on=christmas)
    assert safety_lead.submits().says("25 December is a bank holiday. The first working day after it is")
