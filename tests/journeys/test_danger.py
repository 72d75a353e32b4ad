"""While someone may still be at risk."""

import pytest

from tests.journeys.engine_and_mode import on_both_pairs
from tests.journeys.steps import card_about, reference_in, reports


@pytest.mark.parametrize("answer", ["yes", "not_sure"])
def test_the_receipt_begins_with_the_number_to_phone(nurse, answer):
    receipt = reports(nurse, still_at_risk=answer)
    title, first_line, second_line, *_ = receipt.text.split("\n")
    assert title == "Phone now"
    assert first_line == "Phone 01632 960 001 now. Your report is saved, but nobody has seen it yet."
    assert second_line == "We tell you in a direct message when somebody has it. Until then, keep phoning."


@on_both_pairs
@pytest.mark.parametrize("answer", ["yes", "not_sure"])
def test_the_card_mentions_the_people_on_call(nurse, on_call, safety_channel, answer):
    card = card_about(safety_channel, reference_in(reports(nurse, still_at_risk=answer)))
    assert card.mentions(on_call)
    assert card.shows("Someone may still be at risk")


def test_without_danger_nobody_is_mentioned_and_nobody_is_told_to_phone(nurse, on_call, safety_channel):
    receipt = reports(nurse, still_at_risk="no")
    assert not receipt.says("Phone")
    assert not card_about(safety_channel, reference_in(receipt)).mentions(on_call)


def test_danger_goes_before_what_is_waiting(nurse, workspace, safety_channel):
    def busy(method, arguments):
        if method == "chat.postMessage" and arguments["channel"] == "C0SAFETY01":
            return 429, {"Retry-After": "1"}, {"ok": False, "error": "ratelimited"}
        return None

    free = workspace.on_call(busy)
    waiting = [reference_in(reports(nurse)) for _ in range(5)]
    urgent = reference_in(reports(nurse, still_at_risk="yes"))
    free()
    card_about(safety_channel, urgent)
    # A channel takes one message a second: one or two may leave in the moment when it is free again, not most.
    gone_before = [ref for ref in waiting if any(message.shows(ref) for message in safety_channel.messages)]
    assert len(gone_before) <= 2


def test_a_card_that_its_channel_refuses_goes_to_the_safety_team_one_by_one(nurse, workspace, safety_lead, on_call):
    def refused(method, arguments):
        if method == "chat.postMessage" and arguments["channel"] == "C0SAFETY01":
            return 200, {}, {"ok": False, "error": "is_archived"}
        return None

    workspace.on_call(refused)
    reference = reference_in(reports(nurse, still_at_risk="yes"))
    for person in (safety_lead, on_call, workspace.person("Kim Adeyemi")):
        workspace.wait_until(lambda person=person: any(m.shows(reference) for m in person.direct_messages))
