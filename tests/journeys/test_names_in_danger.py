"""While danger lasts: whoever has it looks a confidential name up alone, or asks the reporter to phone without it."""

from datetime import timedelta

from bot.domain.calendar import working_day_after
from tests.journeys.steps import WORDS, answer, direct_message, opens, opens_the_form, reference_in
from tests.journeys.test_my_report import opens_own

IN_DANGER = "While danger lasts, whoever has it can look up your name too."


def reports_in_confidence(nurse):
    """Somebody may be at risk, and the name stays confidential, as the form has it: it says who can look it up."""
    opens_the_form(nurse)
    assert not nurse.modal.says(IN_DANGER)
    answer(nurse, what=WORDS, still_at_risk="yes")
    nurse.workspace.wait_until(lambda: nurse.modal.says(IN_DANGER), reason="The form does not say who can look.")
    return nurse.submits()


def has_it_and_opens_it(on_call, reference):
    """Press I have this on the message that asks, and open the report from there."""
    asked = direct_message(on_call, reference)
    on_call.clicks("I have this", on=asked)
    on_call.workspace.wait_until(lambda: on_call.modals, reason="Nothing was shown.")
    on_call.closes()
    on_call.workspace.wait_until(
        lambda: "Open" in direct_message(on_call, reference).buttons, reason="There is no Open."
    )
    opened = opens(on_call, direct_message(on_call, reference))
    assert opened.says("So can whoever has the danger.")
    return opened


def is_shown(person, words):
    person.workspace.wait_until(lambda: person.modals and person.modal.says(words), reason=f"Nothing says {words!r}.")


def test_whoever_has_the_danger_looks_the_name_up_alone_and_a_second_person_reviews_it(
    nurse, on_call, safety_lead, workspace
):
    receipt = reports_in_confidence(nurse)
    assert receipt.says(IN_DANGER)
    reference = reference_in(receipt)
    has_it_and_opens_it(on_call, reference)
    on_call.clicks("Look the name up")
    workspace.wait_until(lambda: "reason" in on_call.modal.fields, reason="No form opened.")
    on_call.answers(reason="To ask where she is")
    assert on_call.submits().says("This report was sent by @Amara Okafor.")
    told = direct_message(nurse, "Your name was looked up by Lee Fraser")
    lead = direct_message(safety_lead, f"Lee Fraser had the danger of report {reference}")
    assert not [message for message in (told, lead) if message.shows("To ask where she is")]
    assert not lead.shows("Amara")

    day = working_day_after(workspace.clock.now().date())
    workspace.clock.to(workspace.clock.now().replace(year=day.year, month=day.month, day=day.day, hour=11))
    safety_lead.clicks("It was right", on=direct_message(safety_lead, "Was it right?"))
    is_shown(safety_lead, "Your answer is saved with your name.")
    nurse.dismisses()
    own = opens_own(nurse, reference)
    assert own.says("Lee Fraser looked up your name.")
    assert own.says("To ask where she is")
    assert own.says("A second person checked that your name had to be looked up.")


def test_the_reporter_is_asked_to_phone_without_a_name_and_not_twice_in_ten_minutes(
    nurse, on_call, workspace, context
):
    reference = reference_in(reports_in_confidence(nurse))
    opened = has_it_and_opens_it(on_call, reference)
    assert not opened.says("Amara")
    on_call.clicks("Ask the reporter to phone me")
    is_shown(on_call, "Stay near 01632 960 010.")
    words = f"The person who has {reference} asks you to phone 01632 960 010."
    direct_message(nurse, words)
    on_call.closes()
    on_call.clicks("Ask the reporter to phone me")
    is_shown(on_call, "The reporter was asked just now.")
    on_call.closes()
    later = workspace.clock.now() + timedelta(minutes=11)
    workspace.clock.to(later)
    workspace.wait_until(lambda: context.clock.now() >= later, reason="The bot does not know the time.")
    on_call.clicks("Ask the reporter to phone me")
    is_shown(on_call, "Stay near")
    workspace.wait_until(
        lambda: sum(message.shows(words) for message in nurse.direct_messages) == 2, reason="No second message came."
    )
