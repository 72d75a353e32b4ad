"""Themes: a safety lead looks, names one, changes it, proposes a session about it, and retires it."""

from tests.journeys.steps import card_about, opens, reference_in, reports

ALARMS = (
    "The door alarm was silent at night.",
    "At night the alarm of a door was silent.",
    "Silent door alarm again at night.",
)
NAME = "Alarms that stay silent at night"


def _sees(person, words):
    person.workspace.wait_until(
        lambda: person.modals and person.modal.says(words), reason=f"{person.name} does not see {words!r}."
    )


def _reports(nurse, text):
    reference = reference_in(reports(nurse, what=text))
    nurse.dismisses()
    return reference


def test_a_theme_is_named_changed_talked_about_and_retired(nurse, safety_lead, safety_channel, workspace):
    references = [_reports(nurse, text) for text in ALARMS]
    other = _reports(nurse, "Lunch came an hour late.")
    safety_lead.runs("/incident themes", channel="oak-ward")
    _sees(safety_lead, "4 incidents")
    safety_lead.chooses("themes-91-None-None", "21")
    workspace.wait_until(lambda: _chosen_days(safety_lead.modal) == "21", reason="It was not drawn anew.")
    assert all(safety_lead.modal.says(each) for each in references)
    safety_lead.clicks("Name and confirm")
    workspace.wait_until(lambda: "name" in safety_lead.modal.fields, reason="No form opened.")
    safety_lead.answers(name="The nurse failed to check the alarm", note="How often alarms ring")
    assert safety_lead.submits().says("Not sent yet.")
    safety_lead.answers(name=NAME, more=other)
    assert safety_lead.submits().says("Confirmed with 4 incidents.")
    safety_lead.closes()
    _sees(safety_lead, NAME)
    safety_lead.clicks("Open")
    _sees(safety_lead, "What we cannot tell")
    safety_lead.clicks("Add or leave out")
    workspace.wait_until(lambda: "incidents" in safety_lead.modal.fields, reason="No form opened.")
    kept = [option for option in _options(safety_lead.modal) if other not in option["text"]["text"]]
    safety_lead.answers(incidents=[option["value"] for option in kept])
    assert safety_lead.submits().says("The theme has 3 incidents now.")
    safety_lead.closes()
    _sees(safety_lead, "left out")
    safety_lead.clicks("Propose a session")
    workspace.wait_until(lambda: "agenda" in safety_lead.modal.fields, reason="No form opened.")
    assert safety_lead.modal.field("agenda").value == NAME
    safety_lead.dismisses()
    workspace.wait_until(lambda: safety_lead.opens_home().says(f"{NAME}: 3 incidents"), reason="Home is as it was.")
    opens(safety_lead, card_about(safety_channel, references[0]))
    safety_lead.clicks("How far it has come")
    _sees(safety_lead, NAME)
    safety_lead.dismisses()
    safety_lead.clicks("Look for themes", on=safety_lead.opens_home())
    _sees(safety_lead, NAME)
    safety_lead.clicks("Open")
    _sees(safety_lead, "What we cannot tell")
    safety_lead.clicks("Retire")
    workspace.wait_until(lambda: "because" in safety_lead.modal.fields, reason="No form opened.")
    safety_lead.answers(because="The alarms were changed.")
    assert safety_lead.submits().says("It counts no more")
    safety_lead.closes()
    _sees(safety_lead, "The alarms were changed.")
    assert not safety_lead.opens_home().says(NAME)


def test_the_word_of_somebody_else_goes_into_a_report(nurse, workspace):
    nurse.runs("/incident themes", channel="oak-ward")
    workspace.wait_until(lambda: nurse.modals and "what" in nurse.modal.fields, reason="No form opened.")
    assert nurse.modal.says("Themes are for the safety lead.")


def _options(modal):
    return next(block for block in modal.blocks if block.get("block_id") == "incidents")["element"]["options"]


def _chosen_days(modal):
    elements = [each for block in modal.blocks for each in block.get("elements", ())]
    [days] = [each for each in elements if each.get("action_id") == "theme_days"]
    return days["initial_option"]["value"]
