"""A reflection session from invitation to notes, and that an invitation opens nothing for anybody else."""

from datetime import timedelta

import pytest

from tests.journeys.steps import direct_message


def _sees(person, words):
    person.workspace.wait_until(
        lambda: person.modals and person.modal.says(words), reason=f"{person.name} does not see {words!r}."
    )


def _form(person, field):
    person.workspace.wait_until(lambda: person.modals and field in person.modal.fields, reason="No form opened.")


@pytest.fixture
def proposed(safety_lead, nurse, owner, workspace):
    """The safety lead proposes one about a theme in two days. Returns when it begins."""
    starts_at = workspace.clock.now() + timedelta(days=2)
    safety_lead.clicks("Propose a session", on=safety_lead.opens_home())
    _form(safety_lead, "about")
    answers = {"about": "theme", "starts_at": starts_at, "people": [nurse.id, owner.id]}
    safety_lead.answers(**answers, agenda="We meet in the office.", summary="Alarms at night.")
    assert safety_lead.submits().says("No answer yet")
    safety_lead.closes()
    return starts_at


def _writes(person, **notes):
    person.clicks("Write notes")
    _form(person, "how_are_we")
    person.answers(**notes)
    assert person.submits().says("Saved.")
    person.closes()


def test_a_session_from_invitation_to_notes(safety_lead, nurse, owner, workspace, context, proposed):
    invitation = direct_message(nurse, "You are invited to a reflection session about a theme.")
    assert not invitation.shows("office")
    nurse.clicks("I will come", on=invitation)
    _sees(nurse, "We meet in the office.")
    nurse.dismisses()
    owner.clicks("I cannot come", on=direct_message(owner, "You are invited to a reflection session"))
    _sees(owner, "Cannot come")
    owner.dismisses()
    workspace.clock.to(proposed - timedelta(days=1) + timedelta(seconds=1))
    direct_message(nurse, "A reflection session about a theme is soon.")
    workspace.clock.to(proposed - timedelta(hours=1) + timedelta(seconds=1))
    workspace.wait_until(
        lambda: len([each for each in nurse.direct_messages if each.shows("is soon")]) == 2,
        reason="No second reminder came.",
    )
    assert [each for each in owner.direct_messages if each.shows("is soon")] == []
    workspace.clock.to(proposed + timedelta(minutes=1))
    workspace.wait_until(lambda: context.clock.now() > proposed, reason="The bot is not there yet.")
    home = nurse.opens_home()
    nurse.clicks("Open", on=home, beside="Reflection session about a theme")
    _sees(nurse, "We meet in the office.")
    nurse.clicks("I was there")
    _form(nurse, "profession")
    nurse.answers(profession="nurse")
    assert nurse.submits().says("Saved.")
    nurse.closes()
    _sees(nurse, "Were there: 1 profession.")
    _writes(nurse, what_helped="The torch was near.", how_are_we="Tired, and glad that we met.")
    _sees(nurse, "Tired, and glad that we met.")
    safety_lead.clicks("Open", on=safety_lead.opens_home(), beside="Reflection session about a theme")
    _sees(safety_lead, "The torch was near.")
    _writes(safety_lead, what_will_we_try="Keep batteries on the ward.")
    _sees(safety_lead, "Keep batteries on the ward.")
    safety_lead.clicks("Guide")
    _sees(safety_lead, "You listen more than you speak.")


def test_whoever_is_taken_off_or_hears_that_it_is_called_off_finds_it_so(
    safety_lead, nurse, owner, workspace, proposed
):
    invitation = direct_message(nurse, "You are invited to a reflection session")
    safety_lead.clicks("Open", on=safety_lead.opens_home(), beside="Reflection session")
    _sees(safety_lead, "We meet in the office.")
    safety_lead.clicks("Change it")
    _form(safety_lead, "people")
    safety_lead.answers(people=[owner.id])
    assert safety_lead.submits().says("Saved.")
    safety_lead.closes()
    nurse.clicks("I will come", on=invitation)
    _sees(nurse, "Only those who take part in this review can open it.")
    assert not nurse.opens_home().says("Reflection session")
    safety_lead.clicks("Call it off")
    _sees(safety_lead, "It does not take place.")
    direct_message(owner, "The reflection session about a theme does not take place.")
    assert safety_lead.opens_home().says("You take part in no review.")
