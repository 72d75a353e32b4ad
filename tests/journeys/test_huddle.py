"""A ward that wants it gets a card at hand-over, and says that it was talked about."""

from datetime import timedelta

from bot.domain.calendar import at_local, local_date
from tests.journeys.steps import bulletins_are_ready

MOMENT = timedelta(seconds=1)


def test_a_ward_switches_it_on_and_talks_about_it_at_hand_over(workspace, safety_lead, nurse, oak_ward, context):
    workspace.clock.to(bulletins_are_ready(workspace, context) + MOMENT)
    workspace.wait_until(lambda: oak_ward.messages, reason="No bulletin came.")
    kim = workspace.person("Kim Adeyemi")
    kim.clicks("Change or pause", on=oak_ward.messages[-1])
    workspace.wait_until(lambda: kim.modals and "handover" in kim.modal.fields, reason="No form opened.")
    kim.answers(handover="21:00")
    assert kim.submits().says("Saved.")
    kim.dismisses()

    team = context.service.team("oak-ward")
    today = local_date(workspace.clock.now(), team.zone)
    assert team.schedule.handover is not None
    workspace.clock.to(at_local(today, team.schedule.handover, team.zone) + MOMENT)
    workspace.wait_until(lambda: oak_ward.messages[-1].says("two minutes at hand-over"), reason="No card came.")
    assert oak_ward.messages[-1].says("Door alarms were silent")
    nurse.clicks("Talked about", on=oak_ward.messages[-1])
    workspace.wait_until(lambda: nurse.modals and nurse.modal.says("Thank you."), reason="Nobody was thanked.")
