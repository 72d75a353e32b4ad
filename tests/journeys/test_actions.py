"""An action: agreed by the safety team, answered by its owner."""

from datetime import date, timedelta

from tests.journeys.engine_and_mode import on_both_pairs
from tests.journeys.steps import (
    PROOF,
    action_form,
    agrees_an_action,
    days_pass,
    direct_message,
    minutes_pass,
    says_done,
)


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
    minutes_pass(safety_lead.workspace, 6)
    direct_message(owner, "Test the alarms")
    assert len(owner.direct_messages) == 1


def test_done_means_waiting_to_be_checked(nurse, safety_lead, owner, safety_channel, workspace):
    agrees_an_action(safety_lead, nurse, safety_channel, owner, change="Test the alarms")
    assert says_done(owner, direct_message(owner, "Test the alarms")).says("Jo Carter checks that it works.")
    workspace.wait_until(
        lambda: direct_message(owner, "Test the alarms").shows("Waiting to be checked by someone else")
    )
    assert direct_message(owner, "Test the alarms").buttons == ["Undo"]


def _says_not_yet(safety_lead, asked):
    safety_lead.clicks("Not yet", on=asked)
    safety_lead.workspace.wait_until(
        lambda: safety_lead.modals and safety_lead.modal.title == "Not yet", reason="No form opened."
    )
    assert safety_lead.modal.says(PROOF)
    safety_lead.answers(words="Two alarms are still silent.")
    return safety_lead.submits()


def test_an_action_is_carried_to_proof_by_somebody_else_than_its_owner(
    nurse, safety_lead, owner, safety_channel, workspace
):
    agrees_an_action(safety_lead, nurse, safety_channel, owner, change="Test the alarms")
    says_done(owner, direct_message(owner, "Test the alarms"))
    workspace.wait_until(lambda: direct_message(owner, "Test the alarms").buttons == ["Undo"])
    owner.closes()
    owner.clicks("Undo", on=direct_message(owner, "Test the alarms"))
    workspace.wait_until(lambda: "Done" in direct_message(owner, "Test the alarms").buttons)

    says_done(owner, direct_message(owner, "Test the alarms"))
    workspace.wait_until(lambda: direct_message(owner, "Test the alarms").buttons == ["Undo"])
    minutes_pass(workspace, 11)
    asked = direct_message(safety_lead, "Does this work?")
    owner.closes()
    owner.clicks("Undo", on=direct_message(owner, "Test the alarms"))
    workspace.wait_until(
        lambda: owner.modals and owner.modal.says("It waits for its check."), reason="Nothing was said."
    )
    assert not asked.shows(PROOF)
    assert _says_not_yet(safety_lead, asked).says("It is open again.")
    minutes_pass(workspace, 6)
    workspace.wait_until(lambda: len(owner.direct_messages) == 2, reason="The owner was not told again.")
    owner.closes()
    safety_lead.closes()

    says_done(owner, owner.direct_messages[-1])
    minutes_pass(workspace, 11)
    workspace.wait_until(lambda: direct_message(safety_lead, "Does this work?").ts != asked.ts)
    safety_lead.clicks("It works", on=direct_message(safety_lead, "Does this work?"))
    workspace.wait_until(
        lambda: safety_lead.modals and safety_lead.modal.title == "It works", reason="No form opened."
    )
    assert safety_lead.submits().says("Saved: it works.")
    workspace.wait_until(lambda: owner.direct_messages[-1].shows("has checked that it works"))
    assert [message.buttons for message in owner.direct_messages] == [[], []]


def test_who_is_blocked_tells_the_lead_who_gives_it_to_somebody_else(
    nurse, safety_lead, owner, safety_channel, workspace
):
    agrees_an_action(safety_lead, nurse, safety_channel, owner, change="Test the alarms")
    told = direct_message(owner, "Test the alarms")
    owner.clicks("Blocked", on=told)
    workspace.wait_until(lambda: owner.modal.title == "Blocked", reason="No form opened.")
    owner.answers(words="The key is lost.")
    owner.submits()
    workspace.wait_until(lambda: direct_message(owner, "Test the alarms").buttons == ["Done", "I can go on"])

    news = direct_message(safety_lead, "cannot go on")
    assert not news.shows("The key is lost.")
    safety_lead.clicks("See the action", on=news)
    workspace.wait_until(lambda: safety_lead.modal.says("The key is lost."), reason="The reason is not shown.")


def test_reminding_people_gets_a_stronger_idea_once(nurse, safety_lead, owner, safety_channel, context):
    action_form(safety_lead, nurse, safety_channel)
    due = context.clock.now().date() + timedelta(days=9)
    safety_lead.answers(change="Remind all staff to test the alarms", owner=owner.id, due_on=due)
    again = safety_lead.submits()
    assert again.says("Is there a stronger way?")
    assert safety_lead.modal.field("change").value == "Remind all staff to test the alarms"
    assert safety_lead.submits().says("The action is saved")


def test_nobody_is_made_the_checker_of_their_own_action(nurse, safety_lead, owner, safety_channel, context):
    action_form(safety_lead, nurse, safety_channel)
    due = context.clock.now().date() + timedelta(days=9)
    safety_lead.answers(change="Test the alarms", owner=owner.id, due_on=due, checker=owner.id)
    errors = safety_lead.submits().errors
    assert errors == {"checker": "Choose somebody else than the owner. Nobody checks their own action."}


def test_moving_the_date_changes_what_the_message_says(nurse, safety_lead, owner, safety_channel, workspace, context):
    agrees_an_action(safety_lead, nurse, safety_channel, owner, change="Test the alarms")
    told = direct_message(owner, "Test the alarms")
    owner.clicks("Move the date", on=told)
    workspace.wait_until(lambda: owner.modal.title == "Move the date")
    day = context.clock.now().date() + timedelta(days=30)
    owner.answers(due_on=day)
    assert owner.submits().says(f"The new date is {day:%A} {day.day} {day:%B}.")
    workspace.wait_until(lambda: direct_message(owner, "Test the alarms").shows(f"Due {day:%A} {day.day} {day:%B}"))
    assert "Move the date" in direct_message(owner, "Test the alarms").buttons


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
    says_done(owner, reminder)
    _all_show(owner, workspace, "Waiting to be checked by someone else")
    assert [message.buttons for message in owner.direct_messages] == [["Undo"], ["Undo"]]


def test_done_in_home_changes_every_message_that_shows_the_action(
    owner, nurse, safety_lead, safety_channel, workspace
):
    _in_two_messages(owner, nurse, safety_lead, safety_channel, workspace)
    says_done(owner, owner.opens_home())
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
    says_done(owner, reminder)
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


def test_the_board_shows_open_actions_to_the_safety_team_and_to_nobody_else(
    nurse, safety_lead, owner, safety_channel, workspace
):
    agrees_an_action(safety_lead, nurse, safety_channel, owner, change="Test the alarms")
    safety_lead.closes()
    safety_lead.closes()
    safety_lead.runs("/incident actions", channel="oak-ward")
    workspace.wait_until(lambda: safety_lead.modals and safety_lead.modal.says("New owner"), reason="No board came.")
    nurse.runs("/incident actions", channel="oak-ward")
    workspace.wait_until(lambda: nurse.modals and nurse.modal.says("There is no open action."))
