"""A modal that does not open, or stays empty, says so; and a report counts as read once somebody saw it."""

import pytest

from sandbox.refusals import ConnectionDropped
from tests.journeys.steps import agrees_an_action, card_about, direct_message, opens, reference_in, reports

DID_NOT_OPEN = "That did not open. Press it again in a moment. If it is urgent, phone 01632 960 001."


def refuses(workspace, method, *, times, error="internal_error"):
    """Slack refuses this method so often; returns how often it has."""
    refused: list[str] = []

    def refuse(called, _arguments):
        if called != method or len(refused) >= times:
            return None
        refused.append(error)
        return 200, {}, {"ok": False, "error": error}

    workspace.on_call(refuse)
    return refused


def presses_open(person, card):
    person.clicks("Open", on=card)


@pytest.fixture
def card(nurse, safety_channel):
    found = card_about(safety_channel, reference_in(reports(nurse)))
    nurse.closes()
    return found


def home_says(nurse, words):
    return nurse.opens_home().says(words)


@pytest.mark.parametrize("error", ["internal_error", "hash_conflict", "ratelimited"])
def test_a_report_that_cannot_be_shown_at_first_is_shown_at_the_second_try(
    safety_lead, nurse, card, workspace, error
):
    refuses(workspace, "views.update", times=1, error=error)
    opened = opens(safety_lead, card)
    assert opened.title.startswith("Incident ")
    workspace.wait_until(lambda: home_says(nurse, "Read by the safety team, "), reason="It does not count as read.")


def test_a_report_that_cannot_be_shown_says_so_and_does_not_count_as_read(safety_lead, nurse, card, workspace):
    refuses(workspace, "views.update", times=2)
    presses_open(safety_lead, card)
    workspace.wait_until(lambda: safety_lead.modal.title == "That did not work", reason="Nothing was said.")
    assert home_says(nurse, "Saved. Not read yet.")


def test_where_the_modal_stays_empty_the_person_is_told_where_they_are(safety_lead, nurse, card, workspace):
    refuses(workspace, "views.update", times=3)
    presses_open(safety_lead, card)
    workspace.wait_until(lambda: whispered(safety_lead), reason="Nothing was said.")
    assert whispered(safety_lead) == [DID_NOT_OPEN]
    assert home_says(nurse, "Saved. Not read yet.")


def whispered(person):
    """What only this person sees."""
    return [message.text for message in person.workspace.whispers.get(person.id, [])]


def test_a_card_whose_modal_does_not_open_tells_the_person(safety_lead, nurse, card, workspace):
    refuses(workspace, "views.open", times=1, error="expired_trigger_id")
    presses_open(safety_lead, card)
    workspace.wait_until(lambda: whispered(safety_lead), reason="Nothing was said.")
    assert whispered(safety_lead) == [DID_NOT_OPEN]
    assert home_says(nurse, "Saved. Not read yet.")


def test_where_slack_takes_no_word_there_the_person_gets_a_direct_message(safety_lead, card, workspace, monkeypatch):
    monkeypatch.setattr("slack_bolt.Respond.__call__", lambda *_, **__: 1 / 0)
    refuses(workspace, "views.open", times=1)
    presses_open(safety_lead, card)
    assert direct_message(safety_lead, "That did not open.")


@pytest.mark.parametrize("words", ["Make an action"])
def test_a_form_over_a_report_that_does_not_open_tells_the_person(safety_lead, card, workspace, words):
    opens(safety_lead, card)
    refuses(workspace, "views.push", times=1)
    safety_lead.clicks(words)
    assert direct_message(safety_lead, "That did not open.")


def test_a_date_that_cannot_be_moved_now_tells_the_owner(nurse, safety_lead, owner, safety_channel, workspace):
    agrees_an_action(safety_lead, nurse, safety_channel, owner, change="Test the alarms")
    told = direct_message(owner, "Test the alarms")
    refuses(workspace, "views.update", times=10)  # The report that lies beneath may be redrawn meanwhile.
    owner.clicks("Move the date", on=told)
    workspace.wait_until(lambda: whispered(owner), reason="Nothing was said.")
    assert whispered(owner) == [DID_NOT_OPEN]


def test_the_answer_to_done_overwrites_no_message_that_was_not_asked_for(
    nurse, safety_lead, owner, safety_channel, workspace
):
    """Slack's history may return another message than the one that was asked for."""
    agrees_an_action(safety_lead, nurse, safety_channel, owner, change="Test the alarms")
    sent = direct_message(owner, "Test the alarms")

    def another(method, _arguments):
        if method != "conversations.history":
            return None
        shape = {"ts": "1.000001", "text": "Another message", "blocks": sent.posted.blocks}
        return 200, {}, {"ok": True, "messages": [shape], "has_more": False}

    workspace.on_call(another)
    owner.clicks("Done", on=sent)
    workspace.wait_until(lambda: owner.opens_home().says("Waiting to be checked"), reason="It is not done.")
    asked = [call for call in workspace.calls if call.method == "conversations.history"]
    assert asked
    changed = [call.arguments["ts"] for call in workspace.calls if call.method == "chat.update"]
    assert sent.ts not in changed


@pytest.mark.parametrize("moment", ["dropped"])
def test_an_update_whose_answer_is_lost_is_tried_again(safety_lead, card, workspace, moment):
    dropped: list[str] = []

    def drop(method, _arguments):
        if method == "views.update" and not dropped:
            dropped.append(moment)
            raise ConnectionDropped

    workspace.on_call(drop)
    assert opens(safety_lead, card).title.startswith("Incident ")
