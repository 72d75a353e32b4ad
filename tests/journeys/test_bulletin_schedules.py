"""The lead of a ward looks at its bulletins, changes the day, pauses it, and names who approves it."""

from datetime import timedelta

from bot.domain.service.service import Role
from bot.usecases.service.load import load_service
from tests.domain.examples import a_person
from tests.journeys.steps import bulletins_are_ready

MOMENT = timedelta(seconds=1)


def _leads(person, context, now):
    """This person leads Oak Ward from now on."""
    lead = a_person(slack_id=person.id, name=person.name, team="oak-ward", roles=frozenset({Role.TEAM_LEAD}))
    others = tuple(each for each in context.service.people if each.slack_id != person.id)
    load_service(context.database, context.service.model_copy(update={"people": (*others, lead)}), now=now)
    person.workspace.clock.to(now + timedelta(seconds=10))
    person.workspace.wait_until(lambda: context.service.leads_team(person.id, "oak-ward"), reason="Nobody leads it.")


def _sees(person, words):
    person.workspace.wait_until(lambda: person.modals and person.modal.says(words), reason=f"Nothing says {words}.")


def _opens_the_form(person):
    person.clicks("Change or pause")
    person.workspace.wait_until(lambda: "weekday" in person.modal.fields, reason="No form opened.")


def test_the_lead_of_a_ward_changes_its_bulletin_and_pauses_it(workspace, nurse, safety_lead, oak_ward, context):
    _leads(nurse, context, workspace.clock.now())
    workspace.clock.to(bulletins_are_ready(workspace, context) + MOMENT)
    workspace.wait_until(lambda: oak_ward.messages, reason="No bulletin came.")

    nurse.runs("/incident bulletin", channel="oak-ward")
    _sees(nurse, "Its bulletin comes on Monday at 09:00.")
    _sees(nurse, "Posted before")
    assert nurse.modal.says("Door alarms were silent")
    _opens_the_form(nurse)
    nurse.answers(weekday="2", local_time="14:30", time_zone="London")
    assert nurse.submits().errors == {"time_zone": "Write one such as Europe/London."}
    nurse.answers(time_zone="Europe/London", approver=nurse.id)
    assert nurse.submits().says("Its bulletin comes on Wednesday at 14:30.")
    nurse.dismisses()
    schedule = context.service.team("oak-ward").schedule
    assert (schedule.weekday, schedule.time_zone, schedule.approver) == (2, None, nurse.id)

    nurse.clicks("Change or pause", on=oak_ward.messages[-1])
    workspace.wait_until(lambda: nurse.modals and "paused_until" in nurse.modal.fields, reason="No form opened.")
    assert nurse.modal.field("weekday").value == "2"
    nurse.answers(paused_until=workspace.clock.now().date() + timedelta(days=21))
    assert nurse.submits().says("It is paused until")
    nurse.dismisses()

    owner = workspace.person("Ben Hughes")
    owner.clicks("Change or pause", on=oak_ward.messages[-1])
    _sees(owner, "Only the lead of this team and the safety lead can open this.")


def test_of_everybody_else_the_word_may_be_what_happened(nurse):
    nurse.runs("/incident bulletin", channel="oak-ward")
    nurse.workspace.wait_until(lambda: nurse.modals and "what" in nurse.modal.fields, reason="No form opened.")
    assert nurse.modal.field("what").value == "bulletin"
    assert nurse.modal.says("Changing a bulletin is for the lead of a team")


def test_the_safety_lead_chooses_another_team(workspace, context):
    kim = workspace.person("Kim Adeyemi")
    kim.runs("/incident bulletin")
    first, other, *_ = context.service.teams
    _sees(kim, f"{first.name}.")
    kim.chooses("bulletin_team", other.code)
    _sees(kim, f"{other.name}.")
    assert kim.modal.says("No draft waits.")
