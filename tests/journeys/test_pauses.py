"""When Slack asks for a pause."""

import threading
from contextlib import suppress

import pytest

from tests import bots
from tests.journeys.steps import card_about, everything_is_sent, reference_in, reports

LEASE, PAUSE = 2, 3
"""Seconds."""


@pytest.fixture
def settings(workspace, tmp_path, url):
    return bots.settings_for(workspace, tmp_path, candour_database_url=url, candour_lease_seconds=LEASE)


def test_a_pause_longer_than_a_lease_sends_nothing_twice(nurse, workspace, safety_channel, settings):
    asked: list[str] = []

    def pause_once(method, arguments):
        if method == "chat.postMessage" and not asked:
            asked.append(method)
            return 429, {"Retry-After": str(PAUSE)}, {"ok": False, "error": "ratelimited"}
        return None

    workspace.on_call(pause_once)
    references = [reference_in(reports(nurse)) for _ in range(2)]
    everything_is_sent(workspace, settings)
    for place in (safety_channel.messages, nurse.direct_messages):
        assert [sum(message.shows(each) for message in place) for each in references] == [1, 1]
    assert card_about(safety_channel, references[0])


def test_what_waits_while_slack_is_down_is_sent_once_when_it_is_back(nurse, workspace, safety_channel, settings):
    back = workspace.on_call(
        lambda method, arguments: (
            (503, {}, {"ok": False, "error": "service_unavailable"})
            if method in ("chat.postMessage", "conversations.history")
            else None
        )
    )
    reference = reference_in(reports(nurse, still_at_risk="yes"))
    workspace.wait_until(lambda: sum(call.status == 503 for call in workspace.calls) >= 4)
    assert safety_channel.messages == []
    back()
    assert card_about(safety_channel, reference)
    everything_is_sent(workspace, settings)
    assert [message.shows(reference) for message in safety_channel.messages] == [True]


def test_a_message_does_not_wait_for_slacks_answer_to_another(nurse, workspace):
    both, met = threading.Barrier(2), list[int]()

    def answer_when_both_are_here(method, arguments):
        if method == "chat.postMessage":
            with suppress(threading.BrokenBarrierError):
                met.append(both.wait(20))

    workspace.on_call(answer_when_both_are_here)
    reports(nurse)
    workspace.wait_until(lambda: sorted(met) == [0, 1], reason="The card and the copy did not meet.")
