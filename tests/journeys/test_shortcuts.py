"""A report from anywhere: a shortcut opens the form, and on a message its words fill it."""

from tests.journeys.steps import answer, card_about, everything_is_sent, opens, reference_in, sends
from tests.journeys.test_anonymous import rows

SAID = "The door alarm was silent & nobody <heard> it"


def test_report_this_fills_the_form_with_the_words_of_the_message_and_keeps_nothing_else_of_it(
    nurse, owner, safety_lead, safety_channel, workspace, context, settings
):
    owner.writes(SAID, channel="general")
    general = workspace.channel("general")
    message = general.messages[-1]
    nurse.runs_shortcut("Report this", on=message)
    workspace.wait_until(lambda: nurse.modals and "what" in nurse.modal.fields, reason="No form opened.")
    assert nurse.modal.field("what").value == SAID
    assert nurse.modal.says("Its author and link are not kept.")
    answer(nurse, still_at_risk="no")
    reference = reference_in(sends(nurse))
    assert opens(safety_lead, card_about(safety_channel, reference)).says(SAID)
    everything_is_sent(workspace, settings)
    assert [each.text for each in general.messages] == [SAID]
    kept = "\n".join(row for row in rows(context) if not row.startswith(("person", "home_visit")))
    assert [each for each in (owner.id, message.ts, message.channel) if each in kept] == []


def test_the_shortcut_opens_the_form_with_the_usual_team(nurse, workspace):
    nurse.runs_shortcut("Report something")
    workspace.wait_until(lambda: nurse.modals and "what" in nurse.modal.fields, reason="No form opened.")
    assert nurse.modal.says("Incident, Oak Ward, now.")
