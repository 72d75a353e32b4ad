"""Letters: to whom each goes, what makes it the only one, and that it holds ids and nothing else."""

from uuid import UUID

import pytest

from bot.domain.actions.nudges import ActionDates
from bot.domain.bulletins.edition import Edition
from bot.domain.reports.report import AtRisk
from bot.usecases import outgoing
from storage.outbox.messages import OutboxMessage
from tests.domain.examples import NOON, OAK, a_report, a_service, an_action, an_edition, utc

REPORT, ACTION, AMENDMENT = (str(UUID(int=number)) for number in (1, 2, 3))


def test_a_card_goes_to_the_safety_channel_once_for_each_report():
    assert outgoing.card(a_report(), a_service()) == OutboxMessage("card", REPORT, "C0SAFETY", {"report": REPORT})


def test_the_card_of_an_amendment_is_another_than_that_of_the_report():
    card = outgoing.card(a_report(), a_service(), UUID(int=3))
    assert card == OutboxMessage("card", AMENDMENT, "C0SAFETY", {"report": REPORT, "amendment": AMENDMENT})


@pytest.mark.parametrize(("answer", "urgent"), [(AtRisk.NO, False), (AtRisk.YES, True), (AtRisk.NOT_SURE, True)])
def test_only_a_card_that_tells_of_danger_is_urgent(answer, urgent):
    report = a_report(still_at_risk=answer)
    assert outgoing.card(report, a_service()).urgent == urgent
    assert outgoing.card(report, a_service(), UUID(int=3)).urgent == urgent
    assert not outgoing.copy(report).urgent


def test_a_copy_goes_to_the_reporter_and_an_action_to_its_owner():
    assert outgoing.copy(a_report()) == OutboxMessage("copy", REPORT, "U0AMARA", {"report": REPORT})
    assert outgoing.assigned(an_action()) == OutboxMessage("assigned", ACTION, "U0OWNER", {"action": ACTION})


def test_a_nudge_names_every_action_with_when_its_date_was_set_once_a_day():
    moved = an_action(id=UUID(int=3), due_set_at=utc("2026-01-06 12:00"))
    due = [ActionDates.of(an_action()), ActionDates.of(moved)]
    set_at = {ACTION: "2026-01-05T12:00:00+00:00", AMENDMENT: "2026-01-06T12:00:00+00:00"}
    assert outgoing.nudge(due, local_day="2026-12-01") == OutboxMessage(
        "nudge", "U0OWNER:2026-12-01", "U0OWNER", set_at
    )


def test_a_bulletin_goes_to_the_team_s_channel_once_for_each_monday_and_time_it_is_made():
    bulletin = outgoing.bulletin(an_edition(), OAK, made_at=NOON)
    unique = "oak:2026-11-23:2026-11-24T12:00:00+00:00"
    assert (bulletin.kind, bulletin.unique, bulletin.target) == ("bulletin", unique, "C0OAK")
    assert Edition.model_validate_json(bulletin.subject["issue"]) == an_edition()
