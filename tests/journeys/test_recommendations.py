"""A recommendation from outside: a safety lead adds it, accepts it, and shows that it was done."""

from datetime import timedelta


def _sees(person, words):
    person.workspace.wait_until(
        lambda: person.modals and person.modal.says(words), reason=f"{person.name} does not see {words!r}."
    )


def _form(person, button, field):
    person.clicks(button)
    person.workspace.wait_until(lambda: field in person.modal.fields, reason=f"{button!r} opened no form.")


def test_a_coroner_s_recommendation_is_added_accepted_and_shown_to_be_done(safety_lead, workspace):
    owner = workspace.person("Chloe Price")
    safety_lead.clicks("Open the register", on=safety_lead.opens_home())
    _sees(safety_lead, "None stands here yet.")
    _form(safety_lead, "Add one", "source")
    dated = workspace.clock.now().date() - timedelta(days=7)
    words = "Review how doors are checked at night."
    safety_lead.answers(source="coroner", dated=dated, words=words, owner=owner.id)
    assert safety_lead.submits().says("It stands in the register.")
    safety_lead.closes()
    _sees(safety_lead, "open, due")
    safety_lead.clicks("Open")
    _sees(safety_lead, words)
    _form(safety_lead, "Action and proof", "proof")
    safety_lead.answers(proof="Doors are checked at ten.")
    assert "Accept it first." in str(safety_lead.submits().errors)
    safety_lead.closes()
    _form(safety_lead, "Decide", "outcome")
    safety_lead.answers(outcome="accepted", because="We see the same at night.")
    assert safety_lead.submits().says("It stands in the register.")
    safety_lead.closes()
    _sees(safety_lead, "We see the same at night.")
    workspace.wait_until(lambda: safety_lead.home.says("accepted, due"), reason="Home is as it was.")
    _form(safety_lead, "Action and proof", "proof")
    safety_lead.answers(proof="Doors are checked at ten.")
    assert safety_lead.submits().says("It stands in the register.")
    safety_lead.closes()
    _sees(safety_lead, "Doors are checked at ten.")
    workspace.wait_until(lambda: safety_lead.home.says("None is open."), reason="Home is as it was.")
