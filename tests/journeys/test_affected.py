"""People affected by an incident, as the safety team ticks and sees them."""

from tests.journeys.steps import card_about, opens, reference_in, reports


def _sees(person, words):
    person.workspace.wait_until(
        lambda: person.modals and person.modal.says(words), reason=f"{person.name} does not see {words!r}."
    )


def _opens_people_affected(person):
    person.clicks("People affected")
    person.workspace.wait_until(lambda: "person_b" in person.modal.fields, reason="No form opened.")


def test_what_people_affected_were_offered_is_ticked_and_stands_on_the_pathway(nurse, safety_lead, safety_channel):
    opens(safety_lead, card_about(safety_channel, reference_in(reports(nurse))))
    _opens_people_affected(safety_lead)
    assert not safety_lead.modal.required
    safety_lead.answers(person_a=["accepted"], person_b=["answered"])
    assert safety_lead.submits().says("Saved for 2 people.")
    safety_lead.closes()
    _sees(safety_lead, "Your opening of this incident has been recorded.")
    safety_lead.clicks("How far it has come")
    _sees(safety_lead, "People affected")
    assert safety_lead.modal.says("Offered to take part on Tuesday 24 November.")
    assert safety_lead.modal.says("Person B")
    assert safety_lead.modal.says("Not offered to take part yet.")
    safety_lead.closes()
    _opens_people_affected(safety_lead)
    safety_lead.answers(person_a=[], person_b=[])
    assert safety_lead.submits().says("Saved. Nothing is ticked now.")
