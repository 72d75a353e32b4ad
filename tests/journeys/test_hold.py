"""Did it hold? A ward is asked in its channel, and what has slipped is opened again."""

from datetime import timedelta

from bot.usecases.service.load import load_service
from tests.domain.examples import a_person
from tests.journeys.steps import action_form, days_pass, direct_message, minutes_pass, says_done

FOR_WARD = "Door alarms are tested each Monday."


def _a_checked_action(safety_lead, nurse, owner, safety_channel):
    """Agreed with a sentence for the ward, done, and checked by somebody who approves that sentence."""
    workspace = safety_lead.workspace
    action_form(safety_lead, nurse, safety_channel)
    due = workspace.clock.now().date() + timedelta(days=14)
    safety_lead.answers(change="Fit a spring to the fire door", owner=owner.id, due_on=due, for_ward=FOR_WARD)
    safety_lead.submits()
    safety_lead.dismisses()
    minutes_pass(workspace, 6)
    says_done(owner, direct_message(owner, "Fit a spring"))
    owner.dismisses()
    minutes_pass(workspace, 11)
    safety_lead.clicks("It works", on=direct_message(safety_lead, "Does this work?"))
    workspace.wait_until(lambda: safety_lead.modals and safety_lead.modal.title == "It works", reason="No form.")
    assert safety_lead.modal.says(FOR_WARD)
    safety_lead.answers(for_ward=["show"])
    assert safety_lead.submits().says("Saved: it works.")
    safety_lead.dismisses()


def _question(oak_ward):
    """The newest question in the channel of the ward, once it is there."""

    def found():
        return [message for message in oak_ward.messages if message.shows("Did it hold?")]

    oak_ward.workspace.wait_until(found, reason="The ward was not asked.")
    return found()[-1]


def _answers(person, words, oak_ward, *, then):
    person.clicks(words, on=_question(oak_ward))
    person.workspace.wait_until(lambda: person.modals and person.modal.says(then), reason=f"Nothing says {then}.")
    person.dismisses()


def test_a_ward_is_asked_and_what_has_slipped_is_opened_again(
    nurse, safety_lead, owner, safety_channel, oak_ward, workspace, context
):
    ward = tuple(a_person(slack_id=f"U0WARD{number}", team="oak-ward") for number in range(5))
    larger = context.service.model_copy(update={"people": (*context.service.people, *ward)})
    load_service(context.database, larger, now=workspace.clock.now())
    _a_checked_action(safety_lead, nurse, owner, safety_channel)
    days_pass(workspace, 30)
    asked = _question(oak_ward)
    assert asked.shows(FOR_WARD)
    assert not asked.shows("Fit a spring")
    assert asked.buttons == ["Yes", "Partly", "It has slipped"]
    _answers(nurse, "Yes", oak_ward, then="Your answer is saved without your name.")
    _answers(nurse, "It has slipped", oak_ward, then="You have answered this question already.")
    _answers(owner, "It has slipped", oak_ward, then="Your answer is saved without your name.")

    days_pass(workspace, 3)
    news = direct_message(safety_lead, "The most careful answer: It has slipped.")
    assert not news.shows(owner.name)
    safety_lead.clicks("Open it again", on=news)
    workspace.wait_until(lambda: safety_lead.modals and safety_lead.modal.title == "It has slipped")
    safety_lead.answers(due_on=workspace.clock.now().date() + timedelta(days=14))
    assert safety_lead.submits().says("It is open again")
    minutes_pass(workspace, 6)
    workspace.wait_until(lambda: "Done" in direct_message(owner, "Fit a spring").buttons, reason="Nobody told them.")
    _answers(safety_lead, "Partly", oak_ward, then="This question has closed")


def test_a_small_team_says_only_that_it_has_looked_or_wants_to_talk(
    nurse, safety_lead, owner, safety_channel, oak_ward, workspace
):
    _a_checked_action(safety_lead, nurse, owner, safety_channel)
    days_pass(workspace, 30)
    assert _question(oak_ward).buttons == ["I have looked", "I want to talk about it"]
    _answers(nurse, "I want to talk about it", oak_ward, then="Your answer is saved without your name.")
    days_pass(workspace, 3)
    news = direct_message(safety_lead, "Somebody wants to talk about it.")
    assert not news.shows(nurse.name)
