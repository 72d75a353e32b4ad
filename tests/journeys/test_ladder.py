"""Somebody may still be at risk: who is asked, who has it, and what the reporter is told."""

from datetime import datetime, timedelta

import pytest

from bot.domain.service.service import Person, Role
from tests.journeys.steps import (
    WORDS,
    card_about,
    changes_details,
    direct_message,
    opens,
    opens_the_form,
    reference_in,
    reports,
)

TWO_AT_NIGHT = datetime.fromisoformat("2026-11-25T02:00:00+00:00")
MINUTE = timedelta(minutes=1)


@pytest.fixture
def second(workspace, context) -> object:
    """Second on call."""
    return workspace.person("Harry Singh")


@pytest.fixture
def executive(workspace, context) -> object:
    return workspace.person("Ivy Morgan")


@pytest.fixture(autouse=True)
def _night(workspace, context, second, executive):
    it_is_two_at_night(workspace, context, second, executive)


def it_is_two_at_night(workspace, context, second, executive):
    """Lee is first on call, then this person, and this is the executive."""
    # The first tick reads the service from its tables, and would put back what is changed here.
    workspace.wait_until(lambda: context.service_version, reason="No tick has read the service.")
    roles = {second.id: Role.ON_CALL, executive.id: Role.EXECUTIVE}
    people = tuple(
        Person(**person.model_dump() | {"roles": person.roles | {roles[person.slack_id]}})
        if person.slack_id in roles
        else person
        for person in context.service.people
    )
    lee = next(person for person in people if person.name == "Lee Fraser")
    first = (lee, *(person for person in people if person is not lee))
    context.service = context.service.model_copy(update={"people": first})
    workspace.clock.to(TWO_AT_NIGHT)
    workspace.wait_until(lambda: context.clock.now() >= TWO_AT_NIGHT, reason="The bot does not know the time.")


def minutes_pass(workspace, minutes: float) -> None:
    workspace.clock.to(workspace.clock.now() + minutes * MINUTE)


def waits(workspace, seen, why: str) -> None:
    workspace.wait_until(seen, reason=why)


def rung_for(person):
    """The newest message that asks this person."""
    return direct_message(person, "Someone may still be at risk")


def about(place, reference):
    """Every message about this report."""
    return [message for message in place if message.shows(reference)]


def all_say(workspace, words, *places, reference):
    """Wait until every message about the report says these words, in each of these places."""
    workspace.wait_until(
        lambda: all(each.shows(words) for place in places for each in about(place(), reference)),
        reason=f"Somewhere it does not say {words!r}.",
    )


def takes(person, message):
    """Press I have this."""
    shown = person.clicks("I have this", on=message)
    person.workspace.wait_until(lambda: person.modals, reason="Nothing was shown.")
    assert person.modal.title == "You have this", shown.text
    person.closes()


def is_told(person, words):
    """Wait until a modal says this to them."""
    person.workspace.wait_until(lambda: person.modals and person.modal.says(words), reason=f"Nobody says {words!r}.")


def test_nobody_answers_until_the_third_rung_and_the_reporter_hears_of_it(
    workspace, nurse, on_call, second, executive, safety_channel
):
    receipt = reports(nurse, still_at_risk="yes")
    assert receipt.says("Phone 01632 960 001 now. Your report is saved, but nobody has seen it yet.")
    reference = reference_in(receipt)
    card = card_about(safety_channel, reference)
    assert card.shows("Someone may still be at risk: Oak Ward")
    assert card.shows("Phone Oak Ward now on 01632 960 010.")
    assert (card.mentions(on_call), card.mentions(second)) == (True, False)
    rung_for(on_call)

    minutes_pass(workspace, 5)
    assert direct_message(nurse, "Nobody has answered yet.").shows("Phone 01632 960 001 now.")
    minutes_pass(workspace, 5)
    assert rung_for(second).shows("Sent to Lee Fraser, 02:0")
    minutes_pass(workspace, 20)
    asked = rung_for(executive)
    sent = [asked.shows(words) for words in ("Sent to Lee Fraser, 02:0", "Sent to Harry Singh, 02:1")]
    assert sent == [True, True]

    workspace.wait_until(lambda: card_about(safety_channel, reference).shows("@Ivy Morgan"), reason="No third call.")
    assert len(about(safety_channel.messages, reference)) == 3

    takes(executive, asked)
    direct_message(nurse, "Ivy Morgan has this, 02:3")
    places = [
        lambda: safety_channel.messages,
        lambda: on_call.direct_messages,
        lambda: second.direct_messages,
        lambda: executive.direct_messages,
    ]
    all_say(workspace, "Ivy Morgan has this, 02:3", *places, reference=reference)

    minutes_pass(workspace, 31)
    executive_is_asked = direct_message(executive, "Is everybody on Oak Ward safe now?")
    executive.clicks("Safe now", on=executive_is_asked)
    workspace.wait_until(lambda: executive.modals and "words" in executive.modal.fields, reason="No form opened.")
    executive.answers(words="Moved to another room, seen by the doctor.")
    assert executive.submits().says("Ivy Morgan says that everybody is safe, 03:0")
    all_say(workspace, "Ivy Morgan says that everybody is safe", *places, reference=reference)
    direct_message(nurse, "Ivy Morgan says that everybody is safe")
    assert not any(each.shows("seen by the doctor") for place in places for each in place())


def test_pressed_by_mistake_and_given_back(workspace, nurse, on_call, second, safety_channel):
    reference = reference_in(reports(nurse, still_at_risk="yes"))
    takes(on_call, rung_for(on_call))
    all_say(workspace, "Lee Fraser has this", lambda: safety_channel.messages, reference=reference)
    second.clicks("Give it back", on=card_about(safety_channel, reference))
    is_told(second, "Lee Fraser has this")
    second.closes()
    on_call.clicks("Give it back", on=card_about(safety_channel, reference))
    assert rung_for(second).shows("Lee Fraser has given this back")
    direct_message(nurse, "Nobody has this now.")
    takes(second, rung_for(second))
    direct_message(nurse, "Harry Singh has this")


def test_pressed_and_forgotten(workspace, nurse, on_call, second, safety_channel):
    reference = reference_in(reports(nurse, still_at_risk="yes"))
    takes(on_call, rung_for(on_call))
    minutes_pass(workspace, 15)
    direct_message(on_call, "Is everybody on Oak Ward safe now?")
    assert about(second.direct_messages, reference) == []
    minutes_pass(workspace, 10)
    assert rung_for(second).shows("Lee Fraser had this and has not answered.")
    all_say(
        workspace, "Lee Fraser had this and has not answered.", lambda: safety_channel.messages, reference=reference
    )
    all_say(
        workspace, "Lee Fraser had this and has not answered.", lambda: on_call.direct_messages, reference=reference
    )
    newest = card_about(safety_channel, reference)
    assert newest.shows("Lee Fraser had this and has not answered.")
    assert newest.shows("@Harry Singh Phone Oak Ward now")
    direct_message(nurse, "Nobody has this now.")


def test_still_working_on_it_keeps_it(workspace, nurse, on_call, second, safety_channel):
    reference = reference_in(reports(nurse, still_at_risk="yes"))
    takes(on_call, rung_for(on_call))
    minutes_pass(workspace, 15)
    on_call.clicks("Still working on it", on=direct_message(on_call, "Is everybody on Oak Ward safe now?"))
    all_say(workspace, "Lee Fraser has this", lambda: on_call.direct_messages, reference=reference)
    minutes_pass(workspace, 30)
    assert about(second.direct_messages, reference) == []


def test_not_me_now_by_everybody(workspace, nurse, on_call, second, executive, safety_channel):
    reference = reference_in(reports(nurse, still_at_risk="yes"))
    on_call.clicks("Not me, now", on=rung_for(on_call))
    second.clicks("Not me, now", on=rung_for(second))
    executive.clicks("Not me, now", on=rung_for(executive))
    direct_message(nurse, "Nobody on the rota can take this now. Phone 01632 960 001 now.")
    workspace.wait_until(
        lambda: card_about(safety_channel, reference).shows("Nobody on the rota can take this."),
        reason="The channel does not say so.",
    )
    minutes_pass(workspace, 31)
    workspace.wait_until(lambda: len(about(on_call.direct_messages, reference)) == 2, reason="Nobody is asked again.")


def test_two_press_at_once_and_one_has_it(workspace, nurse, on_call, second, safety_channel):
    reference = reference_in(reports(nurse, still_at_risk="yes"))
    card = card_about(safety_channel, reference)
    takes(on_call, card)
    second.clicks("I have this", on=card)
    is_told(second, "Lee Fraser has this")


def test_whoever_has_it_reads_the_words_and_nobody_else_on_the_rota(
    workspace, nurse, on_call, second, safety_channel
):
    reference = reference_in(reports(nurse, still_at_risk="yes"))
    card = card_about(safety_channel, reference)
    assert opens(on_call, card).says("Only the safety team can open reports")
    on_call.closes()
    takes(on_call, card)
    workspace.wait_until(lambda: card_about(safety_channel, reference).shows("Lee Fraser has this"))
    card = card_about(safety_channel, reference)
    opened = opens(on_call, card)
    assert opened.says(WORDS)
    assert not opened.says("Amara Okafor")
    assert not opens(second, card).says(WORDS)


def test_a_nurse_off_the_rota_cannot_take_it(nurse, owner, safety_channel, workspace):
    card = card_about(safety_channel, reference_in(reports(nurse, still_at_risk="yes")))
    owner.clicks("I have this", on=card)
    is_told(owner, "Only people on the rota and the safety team can take this.")


def test_a_safety_lead_says_that_it_is_no_danger(workspace, nurse, safety_lead, on_call, safety_channel):
    reference = reference_in(reports(nurse, still_at_risk="not_sure"))
    card = card_about(safety_channel, reference)
    on_call.clicks("No danger", on=card)
    is_told(on_call, "Only a safety lead can say")
    safety_lead.clicks("No danger", on=card)
    workspace.wait_until(lambda: "words" in safety_lead.modal.fields, reason="No form opened.")
    safety_lead.answers(words="It was about last year.")
    assert safety_lead.submits().says("Jo Carter says that this is no danger")
    all_say(workspace, "No danger now: Oak Ward", lambda: safety_channel.messages, reference=reference)
    minutes_pass(workspace, 61)
    assert len(about(on_call.direct_messages, reference)) == 1


def test_the_form_says_louder_whom_to_phone_and_keeps_what_was_typed(workspace, nurse):
    opens_the_form(nurse)
    changes_details(nurse)
    nurse.answers(what="He is on the roof", kind="self_harm")
    louder = "Phone 01632 960 001 now, before you send this. Sending it calls nobody."
    assert not nurse.modal.says(louder)
    before = nurse.modal.fields
    nurse.chooses("still_at_risk", "yes")
    workspace.wait_until(lambda: nurse.modal.says(louder), reason="The form is not louder.")
    assert nurse.modal.field("what").value == "He is on the roof"
    assert nurse.modal.field("kind").value == "self_harm"
    assert list(nurse.modal.fields) == list(before)
    assert [field.initial for field in nurse.modal.fields.values()] == [field.initial for field in before.values()]
    nurse.chooses("still_at_risk", "no")
    workspace.wait_until(lambda: not nurse.modal.says(louder), reason="The form is still louder.")
    nurse.chooses("still_at_risk", "not_sure")
    workspace.wait_until(lambda: nurse.modal.says(louder), reason="The form is not louder.")
    assert nurse.submits().says("Your report is saved")


def test_something_long_ago_is_asked_about_once_after_saving(workspace, nurse, on_call, safety_channel):
    opens_the_form(nurse)
    changes_details(nurse)
    long_ago = int((TWO_AT_NIGHT - timedelta(days=2)).timestamp())
    nurse.answers(what=WORDS, still_at_risk="yes", happened_at=long_ago)
    receipt = nurse.submits()
    assert receipt.says("Is it still so today? Then phone 01632 960 001 now, and press the button.")
    reference = reference_in(receipt)
    assert card_about(safety_channel, reference).shows("Nobody is rung until the reporter says it is still so.")
    minutes_pass(workspace, 30)
    assert about(on_call.direct_messages, reference) == []
    nurse.clicks("It is still so today")
    is_told(nurse, "Phone 01632 960 001 now. The people on call get a message")
    rung_for(on_call)
