"""When Slack asks for a pause."""

import threading
import time
from contextlib import suppress

from tests.journeys.steps import card_about, reference_in, reports

PAUSE = 6
"""Seconds: longer than the three for which the tests let a claim last."""


def test_a_pause_longer_than_a_claim_sends_nothing_twice(nurse, workspace, safety_channel, settings):
    asked: list[str] = []

    def pause_once(method, arguments):
        if method == "chat.postMessage" and not asked:
            asked.append(method)
            return 429, {"Retry-After": str(PAUSE)}, {"ok": False, "error": "ratelimited"}
        return None

    assert settings.delivery_timeouts.lease < PAUSE
    workspace.on_call(pause_once)
    references = [reference_in(reports(nurse)) for _ in range(2)]
    workspace.wait_until(
        lambda: len(safety_channel.messages) >= 2, seconds=PAUSE + 10, reason="The cards did not come."
    )
    time.sleep(settings.delivery_timeouts.lease)  # A second one would come now.
    for place in (safety_channel.messages, nurse.direct_messages):
        assert [sum(message.shows(each) for message in place) for each in references] == [1, 1]
    assert card_about(safety_channel, references[0])


def test_what_waits_while_slack_is_down_is_sent_once_when_it_is_back(nurse, workspace, safety_channel):
    back = workspace.on_call(
        lambda method, arguments: (
            (503, {}, {"ok": False, "error": "service_unavailable"})
            if method in ("chat.postMessage", "conversations.history")
            else None
        )
    )
    reference = reference_in(reports(nurse, still_at_risk="yes"))
    time.sleep(2)
    assert safety_channel.messages == []
    back()
    assert card_about(safety_channel, reference)
    time.sleep(2)  # A second one would come now.
    assert [message.shows(reference) for message in safety_channel.messages] == [True]


def test_a_message_does_not_wait_for_slacks_answer_to_another(nurse, workspace):
    both, met = threading.Barrier(2), list[int]()

    def answer_when_both_are_here(method, arguments):
        if method == "chat.postMessage":
            with suppress(threading.BrokenBarrierError):
                met.append(both.wait(5))

    workspace.on_call(answer_when_both_are_here)
    reports(nurse)
    workspace.wait_until(lambda: sorted(met) == [0, 1], reason="The card and the copy did not meet.")
