"""Seeing a button says nothing about who may press it."""

import pytest
from sqlmodel import col, select

from storage.tables.audit import AuditRow
from tests.journeys.steps import WORDS, agrees_an_action, card_about, direct_message, opens, reference_in, reports


def audited(context) -> list[tuple[str, str]]:
    with context.database.reading() as transaction:
        return [(row.actor, row.action) for row in transaction.exec(select(AuditRow).order_by(col(AuditRow.seq)))]


def test_the_safety_team_reads_every_word_and_is_recorded(nurse, safety_lead, safety_channel, context):
    opened = opens(safety_lead, card_about(safety_channel, reference_in(reports(nurse))))
    assert opened.says(WORDS)
    assert (safety_lead.id, "report.opened") in audited(context)


@pytest.mark.parametrize("person", ["on_call", "nurse"])
def test_anyone_else_is_told_politely_why_not(request, nurse, safety_channel, context, person):
    someone = request.getfixturevalue(person)
    refused = opens(someone, card_about(safety_channel, reference_in(reports(nurse))))
    assert refused.says("Only the safety team can open reports.")
    assert not refused.says("alarm")
    assert (someone.id, "report.open.refused") in audited(context)
    assert (someone.id, "report.opened") not in audited(context)


def test_somebody_who_left_the_safety_team_can_no_longer_make_an_action(nurse, safety_lead, safety_channel, context):
    opens(safety_lead, card_about(safety_channel, reference_in(reports(nurse))))
    others = tuple(person for person in context.service.people if person.slack_id != safety_lead.id)
    context.service = context.service.model_copy(update={"people": others})
    assert safety_lead.clicks("Make an action").says("Only the safety team can open reports.")


def test_only_the_owner_can_answer_for_an_action(nurse, safety_lead, owner, safety_channel, workspace, context):
    agrees_an_action(safety_lead, nurse, safety_channel, owner, change="Check the alarm")
    told = direct_message(owner, "Check the alarm")
    for press in ("Done", "Move the date", "Choose a day", "Blocked", "Not mine"):
        assert nurse.clicks(press, on=told).modal
        workspace.wait_until(lambda: nurse.modal.says("We cannot find this"), reason="No refusal came.")
        nurse.closes()
    assert "Done" in told.buttons


def test_everyone_sees_only_their_own_reports_in_home(nurse, owner):
    reference = reference_in(reports(nurse))
    assert nurse.opens_home().says(reference)
    assert not owner.opens_home().says(reference)
