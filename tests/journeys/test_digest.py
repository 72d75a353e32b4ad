"""A safety lead reads the weekly digest, skips the next one, and is warned of a Friday afternoon."""

from datetime import timedelta

from bot.domain.calendar import local_date
from bot.usecases.bulletins import lead_digest
from tests.journeys.steps import reports

MOMENT = timedelta(seconds=1)


def test_the_safety_lead_reads_the_digest_skips_the_next_and_is_warned_of_friday(workspace, nurse, context):
    reports(nurse)
    lead = workspace.person("Kim Adeyemi")
    _, comes = lead_digest.see_schedule(context, by=lead.id, now=workspace.clock.now())
    workspace.clock.to(comes + MOMENT)
    workspace.wait_until(lambda: any(each.says("Your week") for each in lead.direct_messages), reason="None came.")
    digest = next(each for each in lead.direct_messages if each.says("Your week"))
    assert "door alarm" not in digest.text.lower()

    lead.clicks("Change or pause", on=digest)
    workspace.wait_until(lambda: lead.modals and "weekday" in lead.modal.fields, reason="No form opened.")
    lead.chooses("weekday", "4")
    lead.chooses("local_time", "16:00")
    workspace.wait_until(lambda: lead.modal.says("on Friday after 15:00 few people look"), reason="No warning.")
    lead.chooses("local_time", "11:00")
    workspace.wait_until(lambda: not lead.modal.says("few people look"), reason="The warning stays.")
    assert lead.submits().says("The next digest comes on Friday")
    lead.dismisses()

    lead.clicks("Skip the next one", on=digest)
    workspace.wait_until(lambda: lead.modals and lead.modal.says("Saved."), reason="Nothing was skipped.")
    schedule, _ = lead_digest.see_schedule(context, by=lead.id, now=workspace.clock.now())
    friday = local_date(comes, context.service.zone) + timedelta(days=3)
    assert (schedule.weekday, schedule.paused_until) == (4, friday + timedelta(days=1))
