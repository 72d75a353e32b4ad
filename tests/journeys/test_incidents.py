"""The safety team's work on an incident, as its people see it: from its first opening to its closing."""

from datetime import timedelta

import pytest

from sandbox.people.person import Person
from tests.journeys.steps import card_about, direct_message, opens, reference_in, reports

MOST_TAPS = 8
CHANGED = "We have made a change because of your report."


@pytest.fixture
def kim(workspace, context) -> Person:
    """Somebody else of the safety team."""
    return workspace.person("Kim Adeyemi")


@pytest.fixture
def card(nurse, safety_channel):
    return card_about(safety_channel, reference_in(reports(nurse)))


def _sees(person, words):
    person.workspace.wait_until(
        lambda: person.modals and person.modal.says(words), reason=f"{person.name} does not see {words!r}."
    )


def _opens_form(person, button, title):
    person.clicks(button)
    person.workspace.wait_until(
        lambda: person.modal.title == title and person.modal.fields, reason=f"{title!r} did not open."
    )


def _decides(person, *, category="building", **changed):
    day = person.workspace.clock.now().date() + timedelta(days=14)
    answers = {
        "category": category,
        "physical_harm": "moderate",
        "psychological_harm": "low",
        "response": "local_review",
        "reason": "The alarm was silent twice this month",
        "lead": person.id,
        "due_on": day,
    }
    person.answers(**(answers | changed))
    return person.submits()


def test_a_moderate_harm_is_taken_decided_asked_about_answered_and_closed(nurse, safety_lead, card):
    assert opens(safety_lead, card).says("Nobody has taken this yet.")
    safety_lead.clicks("Take")
    _sees(safety_lead, "has this since")
    _opens_form(safety_lead, "Decide", "Decide")
    assert safety_lead.modal.required == ["category", "physical_harm", "psychological_harm", "response", "reason"]
    assert _decides(safety_lead).says("Decided: local review.")
    safety_lead.closes()
    _sees(safety_lead, "Harm: physical moderate, psychological low")
    safety_lead.clicks("Close the incident")
    _sees(safety_lead, "Answer each reporter first, or say why there can be no answer.")
    safety_lead.closes()
    _opens_form(safety_lead, "Ask the reporter", "Ask the reporter")
    safety_lead.answers(question="Which of the two doors was it?")
    assert safety_lead.submits().says("Your question is saved.")
    safety_lead.closes()
    _sees(safety_lead, "Which of the two doors was it?")
    _opens_form(safety_lead, "Answer", "Answer")
    safety_lead.answers(answer="changed", words="The battery is tested each Monday.")
    assert safety_lead.submits().says("Your answer is saved.")
    safety_lead.closes()
    _sees(safety_lead, "Every reporter has an answer.")
    safety_lead.clicks("Close the incident")
    _sees(safety_lead, "Closed by")
    assert safety_lead.modal.says(CHANGED)
    assert safety_lead.modal.says("The battery is tested each Monday.")
    for words in ("There is a question about", "There is an answer about"):
        told = direct_message(nurse, words)
        assert told.buttons == ["Read it"]
        assert not told.shows("door")
        assert not told.shows("battery")


def test_a_decision_suggests_duties_and_a_named_person_says_what_applies(safety_lead, card):
    opens(safety_lead, card)
    _opens_form(safety_lead, "Decide", "Decide")
    assert _decides(safety_lead, category="ligature_point").says("Decided: local review.")
    safety_lead.closes()
    _sees(safety_lead, "Say which of these apply.")
    assert safety_lead.modal.says("Tell the person, or their family, in person.")
    assert safety_lead.modal.says("By Tuesday 8 December.")
    assert safety_lead.modal.says("Operational default, not law")
    assert safety_lead.opens_home().says("2 duties wait for a decision or to be done.")
    for words in ("It applies", "It is done"):
        _says_of_duty(safety_lead, "candour_in_person", words)
    _says_of_duty(safety_lead, "candour_in_writing", "It does not apply")
    assert not safety_lead.opens_home().says("wait for a decision or to be done.")


def _says_of_duty(person, code, words):
    """Choose it in the menu beside the duty, and wait until the screen says who said so."""
    menu = next(block for block in person.modal.blocks if block.get("block_id") == f"duty-{code}")
    [value] = [each["value"] for each in menu["accessory"]["options"] if each["text"]["text"] == words]
    person.chooses(f"duty-{code}", value)
    _sees(person, f"{words}, says @{person.name}")


def test_a_decision_that_nobody_leads_is_refused_beside_the_field_and_keeps_what_was_typed(safety_lead, card):
    opens(safety_lead, card)
    _opens_form(safety_lead, "Decide", "Decide")
    assert _decides(safety_lead, lead=None).errors == {"lead": "Choose who leads it."}
    assert safety_lead.modal.field("reason").value == "The alarm was silent twice this month"


def test_of_two_who_decide_at_once_one_wins_and_the_other_keeps_what_they_typed(
    nurse, safety_lead, kim, safety_channel
):
    reference = reference_in(reports(nurse))
    for person in (safety_lead, kim):
        opens(person, card_about(safety_channel, reference))  # It shrinks once somebody has read it.
        _opens_form(person, "Decide", "Decide")
    assert _decides(safety_lead).says("Decided: local review.")
    errors = _decides(kim, category="security", reason="The lock was forced").errors
    assert list(errors) == ["category"]
    assert errors["category"].startswith("Jo Carter decided on ")
    assert (kim.modal.field("category").value, kim.modal.field("reason").value) == ("security", "The lock was forced")
    kim.closes()
    _opens_form(kim, "Decide", "Decide")
    assert kim.modal.field("category").value == "building"
    assert _decides(kim, category="security", reason="The lock was forced").says("Decided: local review.")


def test_a_press_on_a_screen_that_is_old_shows_the_incident_as_it_is(nurse, safety_lead, kim, safety_channel):
    reference = reference_in(reports(nurse))
    for person in (kim, safety_lead):
        opens(person, card_about(safety_channel, reference))
    safety_lead.clicks("Take")
    _sees(safety_lead, "Jo Carter has this since")
    kim.clicks("Take")
    _sees(kim, "Jo Carter has this since")


def test_two_reports_of_one_thing_become_one_incident(nurse, safety_lead, safety_channel, card):
    second = reference_in(reports(nurse, what="The alarm was silent again."))
    first = opens(safety_lead, card).title.removeprefix("Incident ")
    safety_lead.dismisses()
    opens(safety_lead, card_about(safety_channel, second))
    _opens_form(safety_lead, "Same as…", "Same as…")
    safety_lead.answers(reference=f"{first[:-1]}{'2' if first[-1] != '2' else '3'}")
    assert safety_lead.submits().errors == {
        "reference": "Check each letter and digit. A reference looks like K7M4-XR2."
    }
    safety_lead.answers(reference=first)
    assert safety_lead.submits().says(f"All reports are part of incident {first} now.")
    safety_lead.closes()
    _sees(safety_lead, "2 reporters wait for an answer.")
    assert safety_lead.modal.title == f"Incident {first}"
    for words in ("The alarm was silent again.", "The door alarm stayed silent during the checks at two."):
        assert safety_lead.modal.says(words)


def test_it_is_handed_over_restricted_and_lifted_with_a_reason(safety_lead, kim, card, nurse):
    opens(safety_lead, card)
    _opens_form(safety_lead, "Hand over", "Hand over")
    safety_lead.answers(to=nurse.id)
    assert list(safety_lead.submits().errors) == ["to"]
    safety_lead.answers(to=kim.id)
    assert safety_lead.submits().says("Kim Adeyemi has it from now on.")
    safety_lead.closes()
    _sees(safety_lead, "Kim Adeyemi has this since")
    told = direct_message(kim, "you have it now.")
    assert told.shows("Open incident")
    assert (told.shows("alarm"), told.shows("Oak"), told.buttons) == (False, False, ["Open"])
    safety_lead.clicks("Restrict")
    _sees(safety_lead, "Only those who need it may know of this.")
    _opens_form(safety_lead, "Lift the restriction", "Lift the restriction")
    safety_lead.answers(reason="It is not about staff")
    assert safety_lead.submits().says("The incident is ordinary again.")
    safety_lead.closes()
    _sees(safety_lead, "It is not about staff")
    assert not safety_lead.modal.says("Only those who need it may know of this.")


def test_words_are_taken_out_and_the_screen_says_what_keeps_them(nurse, safety_lead, safety_channel):
    reference = reference_in(reports(nurse, what="Mr Smith fell at the door."))
    opens(safety_lead, card_about(safety_channel, reference))
    _opens_form(safety_lead, "Redact", "Redact")
    assert safety_lead.modal.says("Mr Smith fell at the door.")
    assert safety_lead.modal.says("Backups that exist keep the words until your IT team deletes them.")
    safety_lead.answers(words="Mr Jones")
    assert list(safety_lead.submits().errors) == ["words"]
    safety_lead.answers(words="Mr Smith")
    assert safety_lead.submits().says("The words are taken out of 1 text.")
    safety_lead.closes()
    _sees(safety_lead, "[taken out] fell at the door.")


def test_a_report_is_opened_and_answered_in_eight_taps(safety_lead, card, nurse):
    taps = [opens(safety_lead, card)]
    taps.append(_opens_form(safety_lead, "Answer", "Answer"))
    taps.append(safety_lead.answers(answer="cannot_share"))
    taps.append(safety_lead.submits())
    assert safety_lead.modal.says("Your answer is saved.")
    taps.append(safety_lead.closes())
    _sees(safety_lead, "Every reporter has an answer.")
    assert len(taps) <= MOST_TAPS
    direct_message(nurse, "There is an answer about")


@pytest.mark.parametrize("form", ["Answer", "Ask the reporter"])
def test_words_that_may_say_who_somebody_is_are_asked_about_once_and_stay_as_they_were_typed(
    safety_lead, nurse, card, form
):
    opens(safety_lead, card)
    _opens_form(safety_lead, form, form)
    given = (
        {"answer": "changed", "words": "Mr Smith is well."} if form == "Answer" else {"question": "Is Mr Smith well?"}
    )
    safety_lead.answers(**given)
    assert safety_lead.submits().says("Check these words: they may say who somebody is.")
    assert nurse.direct_messages == [direct_message(nurse, "Your report is saved.")]
    assert {name: safety_lead.modal.field(name).value for name in given} == given
    assert safety_lead.submits().says("is saved. The reporter gets a message")
    safety_lead.closes()
    _sees(safety_lead, "Mr Smith")
    direct_message(nurse, "about")


def test_an_answer_without_words_is_refused_beside_the_field(safety_lead, card):
    opens(safety_lead, card)
    for answer in ("own_words", "no_answer"):
        _opens_form(safety_lead, "Answer", "Answer")
        safety_lead.answers(answer=answer)
        assert safety_lead.submits().errors == {"words": "Write a few words here."}
        safety_lead.closes()
    _opens_form(safety_lead, "Answer", "Answer")
    safety_lead.answers(answer="no_answer", words="She has moved away")
    assert safety_lead.submits().says("Your reason is saved with your name.")
    safety_lead.closes()
    _sees(safety_lead, "said why there is no answer.")


def test_whoever_has_left_gets_no_answer_and_the_report_counts_as_answered(nurse, safety_lead, card, workspace):
    opens(safety_lead, card)
    workspace.person_leaves(nurse.id)
    safety_lead.clicks("Answer")
    _sees(safety_lead, "The reporter has left, and nobody would read an answer.")
    safety_lead.closes()
    _sees(safety_lead, "Every reporter has an answer.")
