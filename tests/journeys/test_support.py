"""After harm the lead of a team is asked whether support was offered, until it is done."""

from bot.domain.service.service import Role
from bot.usecases.service.load import load_service
from tests.domain.examples import a_person
from tests.journeys.steps import card_about, direct_message, minutes_pass, opens, reference_in, reports


def _sees(person, words):
    person.workspace.wait_until(
        lambda: person.modals and person.modal.says(words), reason=f"{person.name} does not see {words!r}."
    )


def _decides_on_harm(safety_lead):
    safety_lead.clicks("Decide")
    safety_lead.workspace.wait_until(lambda: "category" in safety_lead.modal.fields, reason="No form opened.")
    safety_lead.answers(
        category="building",
        physical_harm="moderate",
        psychological_harm="low",
        response="no_further_response",
        reason="The alarm was silent twice this month",
    )
    assert safety_lead.submits().says("Decided: no further response.")


def test_after_harm_the_team_s_lead_is_asked_whether_support_was_offered_until_it_is_done(
    workspace, nurse, owner, safety_lead, safety_channel, context
):
    lead = a_person(slack_id=owner.id, name=owner.name, team="oak-ward", roles=frozenset({Role.TEAM_LEAD}))
    others = tuple(person for person in context.service.people if person.slack_id != owner.id)
    changed = context.service.model_copy(update={"people": (*others, lead)})
    load_service(context.database, changed, now=workspace.clock.now())
    reference = reference_in(reports(nurse))
    opens(safety_lead, card_about(safety_channel, reference))
    _decides_on_harm(safety_lead)
    minutes_pass(workspace, 61)
    asked = direct_message(owner, f"Check now: was support offered after {reference}?")
    assert asked.buttons == ["Offered", "Done"]
    assert not asked.shows("alarm")
    owner.clicks("Offered", on=asked)
    _sees(owner, "Saved: support was offered.")
    owner.dismisses()
    minutes_pass(workspace, 24 * 60)
    again = direct_message(owner, "Check again after a day")
    owner.clicks("Done", on=again)
    _sees(owner, "Saved: support is done.")
    with context.database.engine.connect() as connection:
        due = connection.exec_driver_sql("SELECT count(*) FROM due WHERE kind = 'support_asked'").scalar()
    assert due == 0
