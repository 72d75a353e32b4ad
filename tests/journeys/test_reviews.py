"""A review in ten minutes: people write side by side, its lead agrees, and each thing is shown before it exists."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from sandbox.people.person import Person
from tests.journeys.steps import card_about, direct_message, minutes_pass, opens, reference_in, reports

FIRST_LINE = "This finds no blame, liability or cause of death."


def _sees(person, words):
    person.workspace.wait_until(
        lambda: person.modals and person.modal.says(words), reason=f"{person.name} does not see {words!r}."
    )


def _has_boxes(person):
    person.workspace.wait_until(
        lambda: person.modals and "what_helped" in person.modal.fields, reason="No boxes opened."
    )


@pytest.fixture
def kim(workspace, context) -> Person:
    """Somebody else of the safety team."""
    return workspace.person("Kim Adeyemi")


@pytest.fixture
def reviewed(nurse, safety_lead, safety_channel):
    """An incident of which an after action review is decided, opened by its lead. Returns its reference."""
    reference = reference_in(reports(nurse))
    opens(safety_lead, card_about(safety_channel, reference))
    safety_lead.clicks("Decide")
    safety_lead.workspace.wait_until(lambda: "response" in safety_lead.modal.fields, reason="No form opened.")
    safety_lead.answers(
        category="building",
        physical_harm="none",
        psychological_harm="low",
        response="after_action_review",
        reason="The alarm was silent twice this month",
        lead=safety_lead.id,
        due_on=safety_lead.workspace.clock.now().date() + timedelta(days=14),
    )
    safety_lead.submits()
    safety_lead.closes()
    _sees(safety_lead, "Next: After action review")
    return reference


def _writes(person, **boxes):
    _has_boxes(person)
    person.answers(**boxes)
    return person.submits()


def _lead_writes(safety_lead, **boxes):
    safety_lead.clicks("Review")
    return _writes(safety_lead, **boxes)


def _lead_invites(safety_lead, *people):
    safety_lead.clicks("Invite people")
    safety_lead.workspace.wait_until(lambda: "people" in safety_lead.modal.fields, reason="No form opened.")
    safety_lead.answers(people=[person.id for person in people])
    safety_lead.submits()
    safety_lead.closes()


def test_four_people_write_side_by_side_and_the_lead_makes_an_action_and_a_learning_point(
    nurse, owner, on_call, safety_lead, workspace, reviewed, context, kim
):
    assert _lead_writes(safety_lead, what_happened="The alarm was silent at two.").says("Saved.")
    _lead_invites(safety_lead, nurse, owner, on_call)
    written = {nurse: "The torch was near.", owner: "The spare battery.", on_call: "The list on the wall."}
    for person in written:  # All of them have the form open at the same moment.
        person.clicks("Open the review", on=direct_message(person, f"You are invited to the review of {reviewed}."))
        _has_boxes(person)
        assert person.modal.says(FIRST_LINE)
        assert person.modal.says("The alarm was silent at two.")
    for person, words in written.items():
        to_try = f"Test it each Monday, {person.name}."
        assert _writes(person, what_helped=words, what_we_will_try=to_try).says("Saved.")
    assert all(on_call.modal.says(words) for words in written.values())
    safety_lead.dismisses()
    safety_lead.clicks("Review", on=opens(safety_lead, card_about(workspace.channel("safety-team"), reviewed)))
    in_the_way = "Batteries are kept on another floor."
    assert _writes(safety_lead, what_got_in_the_way=in_the_way).says("The torch was near.")
    safety_lead.clicks("Agree")
    _sees(safety_lead, "Agreed.")
    assert _rows(context, "SELECT (SELECT count(*) FROM action), (SELECT count(*) FROM learning_point)") == [(0, 0)]
    safety_lead.clicks(
        "Make an action", beside=f"{nurse.name}, "
    )  # Her words, in the block before another button, end otherwise.
    workspace.wait_until(lambda: "change" in safety_lead.modal.fields, reason="No form opened.")
    assert safety_lead.modal.field("change").value == f"Test it each Monday, {nurse.name}."
    due = workspace.clock.now().date() + timedelta(days=14)
    safety_lead.answers(owner=owner.id, due_on=due)
    assert safety_lead.submits().says("Action agreed")
    safety_lead.closes()
    _sees(safety_lead, "Made from this incident so far: 1 action.")
    safety_lead.clicks("Make a learning point", beside=safety_lead.name)
    workspace.wait_until(lambda: "words" in safety_lead.modal.fields, reason="No form opened.")
    assert safety_lead.modal.field("words").value == in_the_way
    assert safety_lead.submits().says("It waits for a second person.")
    safety_lead.closes()
    _sees(safety_lead, "Made from this incident so far: 1 action and 1 learning point.")
    minutes_pass(workspace, 6)
    direct_message(owner, "Test it each Monday")
    assert kim.opens_home().says("waits for a second person")


@pytest.fixture
def presses(monkeypatch, workspace) -> list[str]:
    """Everything that Jo Carter presses from now on."""
    lead, pressed = workspace.person("Jo Carter").id, []
    for name in ("clicks", "submits", "closes"):
        press = getattr(Person, name)

        def pressing(person, *words, press=press, name=name, **more):
            pressed.extend([" ".join((name, *words))] if person.id == lead else [])
            return press(person, *words, **more)

        monkeypatch.setattr(Person, name, pressing)
    return pressed


def test_from_the_card_to_agreed_learning_takes_fewer_than_ten_presses(presses, safety_lead, reviewed):
    _lead_writes(safety_lead, what_got_in_the_way="Batteries are kept on another floor.")
    safety_lead.clicks("Agree")
    _sees(safety_lead, "Agreed.")
    safety_lead.clicks("Make a learning point")
    safety_lead.workspace.wait_until(lambda: "words" in safety_lead.modal.fields, reason="No form opened.")
    assert safety_lead.submits().says("It waits for a second person.")
    assert presses[0] == "clicks Open"
    assert len(presses) < 10, presses


def test_somebody_who_is_taken_off_loses_sight_at_once_and_their_words_stay(nurse, safety_lead, reviewed, workspace):
    _lead_writes(safety_lead, what_happened="The alarm was silent at two.")
    _lead_invites(safety_lead, nurse)
    invitation = direct_message(nurse, "You are invited to the review")
    assert not invitation.shows("alarm")
    nurse.clicks("Open the review", on=invitation)
    _writes(nurse, what_helped="The torch was near.")
    nurse.clicks("Write in my boxes")
    _has_boxes(nurse)
    _lead_invites(safety_lead)
    _sees(safety_lead, "The torch was near.")
    nurse.answers(what_helped="The torch was near, and the lamp.")
    refused = nurse.submits()
    assert refused.says("Only those who take part in this review can open it.")
    assert not refused.says("The alarm was silent")
    nurse.dismisses()
    nurse.clicks("Open the review", on=invitation)
    _sees(nurse, "Only those who take part in this review can open it.")


def test_nobody_outside_reads_it_and_what_is_typed_survives_both_conflicts(
    nurse, kim, safety_lead, reviewed, safety_channel
):
    _lead_writes(safety_lead, what_happened="The alarm was silent at two.")
    _lead_invites(safety_lead, nurse)
    invitation = direct_message(nurse, "You are invited to the review")
    nurse.clicks("Open the review", on=invitation)
    _has_boxes(nurse)
    safety_lead.clicks("Agree")
    _sees(safety_lead, "Agreed.")
    assert _writes(nurse, what_helped="The torch was near.").errors == {
        "what_happened": "The review is agreed. Copy your words, and ask its lead to open it again."
    }
    assert nurse.modal.field("what_helped").value == "The torch was near."
    safety_lead.clicks("Open it again")
    _sees(safety_lead, "Open.")
    assert nurse.submits().says("The torch was near.")
    kim.clicks("Review", on=opens(kim, card_about(safety_channel, reviewed)))
    _sees(kim, "The torch was near.")
    assert kim.modal.buttons == ["Conversation guide"]


def test_the_guide_opens_over_the_boxes_and_loses_nothing(safety_lead, reviewed):
    safety_lead.clicks("Review")
    _has_boxes(safety_lead)
    safety_lead.answers(what_happened="The alarm was")
    assert safety_lead.clicks("Conversation guide").says("Nobody gives a statement here.")
    safety_lead.closes()
    assert safety_lead.modal.field("what_happened").value == "The alarm was"


def test_a_lead_outside_the_safety_team_is_told_and_agrees_an_action(
    nurse, owner, safety_lead, safety_channel, workspace
):
    reference = reference_in(reports(nurse))
    opens(safety_lead, card_about(safety_channel, reference))
    safety_lead.clicks("Decide")
    workspace.wait_until(lambda: "response" in safety_lead.modal.fields, reason="No form opened.")
    day = workspace.clock.now().date() + timedelta(days=14)
    answers = {"category": "building", "physical_harm": "none", "psychological_harm": "none", "due_on": day}
    safety_lead.answers(**answers, response="local_review", reason="Twice this month", lead=owner.id)
    safety_lead.submits()
    owner.clicks("Open the review", on=direct_message(owner, f"You lead the review of {reference}."))
    _writes(owner, what_we_will_try="Keep batteries on the ward.")
    owner.clicks("Agree")
    _sees(owner, "Agreed.")
    owner.clicks("Make an action")
    workspace.wait_until(lambda: "change" in owner.modal.fields, reason="No form opened.")
    owner.answers(owner=nurse.id, due_on=day)
    assert owner.submits().says("Action agreed")
    owner.closes()
    _sees(owner, "Made from this incident so far: 1 action.")


def test_somebody_of_another_organisation_neither_leads_nor_takes_part(
    nurse, owner, safety_lead, safety_channel, workspace, reviewed, context
):
    _lead_writes(safety_lead, what_happened="The alarm was silent at two.")
    others = tuple(person for person in context.service.people if person.slack_id != owner.id)
    context.service = context.service.model_copy(update={"people": others})
    elsewhere = {"id": owner.id, "team_id": "T0ELSEWHERE", "tz": "Europe/London"}
    workspace.on_call(
        lambda method, _arguments: (200, {}, {"ok": True, "user": elsewhere}) if method == "users.info" else None
    )
    safety_lead.clicks("Invite people")
    workspace.wait_until(lambda: "people" in safety_lead.modal.fields, reason="No form opened.")
    safety_lead.answers(people=[owner.id, nurse.id])
    refusal = "Somebody here does not work here. Choose people of this workspace only."
    assert safety_lead.submits().errors == {"people": refusal}
    safety_lead.dismisses()
    opens(safety_lead, card_about(safety_channel, reviewed))
    safety_lead.clicks("Decide again")
    workspace.wait_until(lambda: "lead" in safety_lead.modal.fields, reason="No form opened.")
    safety_lead.answers(lead=owner.id)
    refusal = "Choose somebody who works here now. Whoever leads it reads the report."
    assert safety_lead.submits().errors == {"lead": refusal}


def test_the_pathway_shows_each_stage_and_its_gaps(nurse, safety_lead, reviewed):
    safety_lead.clicks("How far it has come")
    _sees(safety_lead, "Nothing agreed: no action.")
    shown = safety_lead.modal
    for words in (
        "Reported by a reporter.",
        "Decided by the safety team.",
        "Not yet: nobody has written in a review.",
    ):
        assert shown.says(words)
    assert not shown.says(nurse.name)
    assert not shown.says("alarm")


def _rows(context, query):
    with context.database.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(sa.text(query))]


def test_home_leads_to_the_review_and_the_card_says_how_far_it_has_come(
    nurse, owner, safety_lead, safety_channel, reviewed, workspace
):
    assert owner.opens_home().says("You take part in no review.")
    card = card_about(safety_channel, reviewed)
    _card_says(safety_channel, reviewed, "review open")
    _lead_writes(safety_lead, what_happened="The alarm was silent at two.")
    _lead_invites(safety_lead, nurse)
    home = nurse.opens_home()
    assert home.says("Open. You have not written yet.")
    nurse.clicks("Open", on=home, beside="After action review")
    _writes(nurse, what_helped="The torch was near.")
    workspace.wait_until(lambda: nurse.home.says("Open. You have written."), reason="Home is old.")
    safety_lead.clicks("Agree")
    _sees(safety_lead, "Agreed.")
    _card_says(safety_channel, reviewed, "review agreed")
    assert not card.shows("torch")
    assert nurse.opens_home().says("Agreed.")
    _lead_invites_nobody(safety_lead, workspace)
    assert nurse.opens_home().says("You take part in no review.")


def _lead_invites_nobody(safety_lead, workspace):
    """The lead opens it again, because people are chosen while it is open."""
    safety_lead.clicks("Open it again")
    _sees(safety_lead, "Open.")
    _lead_invites(safety_lead)
    _sees(safety_lead, "nobody beside the lead yet")


def _card_says(safety_channel, reference, words):
    safety_channel.workspace.wait_until(
        lambda: card_about(safety_channel, reference).shows(words), reason=f"The card does not say {words!r}."
    )


@pytest.fixture
def investigated(nurse, safety_lead, safety_channel):
    """An incident whose patient safety incident investigation is decided, opened by its lead."""
    reference = reference_in(reports(nurse))
    opens(safety_lead, card_about(safety_channel, reference))
    safety_lead.clicks("Decide")
    safety_lead.workspace.wait_until(lambda: "response" in safety_lead.modal.fields, reason="No form opened.")
    answers = {"category": "building", "physical_harm": "none", "psychological_harm": "none", "lead": safety_lead.id}
    day = safety_lead.workspace.clock.now().date() + timedelta(days=60)
    safety_lead.answers(**answers, response="psii", reason="Twice this month", due_on=day)
    safety_lead.submits()
    safety_lead.closes()
    _sees(safety_lead, "Next: Patient safety incident investigation")
    return reference


def _adds(person, button, **answers):
    person.clicks(button)
    person.workspace.wait_until(lambda: "words" in person.modal.fields, reason="No form opened.")
    person.answers(**answers)
    assert person.submits().says("Added.")
    person.closes()
    _sees(person, answers["words"])


def _chooses(person, action, words):
    """The line with these words, in the menu of the record."""
    [(block_id, menu)] = [
        (block["block_id"], element)
        for block in person.modal.blocks
        for element in block.get("elements", ())
        if element.get("action_id") == action
    ]
    [value] = [each["value"] for each in menu["options"] if each["text"]["text"] == words]
    person.chooses(block_id, value)


def _opens_the_record(person):
    _sees(person, "Commissioners may call this a root cause analysis.")


def test_an_investigation_is_recorded_entry_by_entry_and_what_should_be_better_becomes_an_action(
    nurse, owner, safety_lead, safety_channel, investigated, workspace
):
    safety_lead.clicks("Review")
    _opens_the_record(safety_lead)
    _adds(safety_lead, "Terms", words="The night, and how alarms are tested.")
    soon = workspace.clock.now() + timedelta(days=20)
    _adds(safety_lead, "A date agreed", on=soon.date(), words="The family reads the draft.")
    at = workspace.clock.now() - timedelta(hours=10)
    _adds(safety_lead, "Time line", at=at, words="The round was done by one, as on most nights.")
    _adds(safety_lead, "Factor", tag="active_failures", words="The test was left out, told by two people.")
    assert safety_lead.modal.says("What made this likely for anybody in this place, on that day?")
    assert safety_lead.modal.says("What does the design invite people to do?")
    assert safety_lead.modal.says("The work: nothing yet. Has it been looked at?")
    safety_lead.clicks("The four boxes")
    _sees(safety_lead, "Nobody has written yet.")
    safety_lead.clicks("Write in my boxes")
    assert _writes(safety_lead, what_happened="The alarm was silent at two.").says("Saved.")
    _lead_invites(safety_lead, nurse)
    nurse.clicks("Open the review", on=direct_message(nurse, "You are invited to the review"))
    _opens_the_record(nurse)
    assert nurse.modal.says("The family reads the draft.")
    assert "Terms" not in nurse.modal.buttons
    _adds(nurse, "What went well", words="The torch was near.")
    _adds(nurse, "What should be better", words="Batteries are at hand by night.")
    _lead_invites(safety_lead)
    _sees(safety_lead, "nobody beside the lead yet")
    nurse.clicks("The four boxes")
    _sees(nurse, "Only those who take part in this review can open it.")
    safety_lead.clicks("Agree")
    _sees(safety_lead, "Agreed.")
    safety_lead.clicks("Record")
    _sees(safety_lead, "Batteries are at hand by night.")
    _chooses(safety_lead, "action_from_record", "What should be better: 1")
    workspace.wait_until(lambda: "change" in safety_lead.modal.fields, reason="No form opened.")
    assert safety_lead.modal.field("change").value == "Batteries are at hand by night."
    safety_lead.answers(owner=owner.id, due_on=soon.date())
    assert safety_lead.submits().says("Action agreed")
    safety_lead.closes()
    _sees(safety_lead, "Made from this incident so far: 1 action.")


def test_an_entry_of_the_record_is_taken_out_by_its_writer(safety_lead, investigated):
    safety_lead.clicks("Review")
    _opens_the_record(safety_lead)
    _adds(safety_lead, "What went well", words="The torch was near.")
    _chooses(safety_lead, "record_take_out", "What went well: 1")
    safety_lead.workspace.wait_until(
        lambda: not safety_lead.modal.says("The torch was near."), reason="It is still there."
    )
