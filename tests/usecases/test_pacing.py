"""One pace for the workspace and one for each channel, shared by every replica, and Slack's pauses kept by all."""

from contextlib import ExitStack
from datetime import timedelta
from typing import Any

import pytest

from bot.usecases import delivering
from storage import outbox
from storage.encryption import Keyring, new_key
from storage.pacing import LONGEST_PAUSE, Pace
from tests.domain.examples import NOON
from tests.storage.examples import a_letter, at_once, queue
from tests.usecases.living import LEASE, Bot, FrozenClock

SECOND = timedelta(seconds=1)
PACE = Pace(SECOND / 4)
"""240 messages a minute: urgent ones 0.25 seconds apart, the others 0.3125."""
DANGER, CALM = True, False


@pytest.fixture
def replicas(url):
    """Two bots on one database, with one clock."""
    keyring, clock = Keyring.from_text(f"test:{new_key()}"), FrozenClock(NOON)
    with ExitStack() as stack:
        bots = [Bot(url, keyring, clock) for _ in range(2)]
        for bot in bots:
            stack.callback(bot.stop)
        yield bots


def _queue(bot, count, *, target="U0{}", urgent=CALM):
    letters = [
        a_letter(unique=f"{urgent}{number}", target=target.format(number), urgent=urgent) for number in range(count)
    ]
    queue(bot.house.database, *letters, now=bot.clock.elapsed())


def _turn(bot, *, urgent=CALM):
    """How long the message that was claimed has to wait; None if there was none for it."""
    claimed = bot.claim(urgent=urgent, pace=PACE)
    return claimed and claimed[1] / SECOND


def test_turns_are_as_far_apart_as_the_pace_says_whichever_replica_takes_them(replicas):
    first, second = replicas
    _queue(first, 4)
    assert [_turn(bot) for bot in (first, second, first, second)] == [0, 0.3125, 0.625, 0.9375]


def test_a_fifth_of_the_turns_is_kept_for_urgent_messages(replicas):
    first, second = replicas
    _queue(first, 8)
    _queue(first, 2, target="U0URGENT{}", urgent=DANGER)
    assert [_turn(first) for _ in range(8)][-1] == 7 * 0.3125
    assert [_turn(second, urgent=DANGER) for _ in range(2)] == [2.0, 2.25]


def test_a_channel_gets_one_message_a_second_whichever_replica_sends_it(
    replicas,
):
    first, second = replicas
    _queue(first, 3, target="C0SAFETY")
    assert [_turn(first), _turn(second)] == [0, None]
    first.clock.forward(SECOND - timedelta(microseconds=1))
    assert _turn(second) is None
    first.clock.forward(timedelta(microseconds=1))
    assert [_turn(second), _turn(first)] == [0, None]


def test_a_pause_that_slack_asks_of_one_replica_is_kept_by_all(replicas):
    first, second = replicas
    _queue(first, 2)
    refused = first.next_letter(pace=PACE)
    delivering.pause(first.house, refused, error="ratelimited", seconds=40)
    assert [_turn(bot, urgent=urgent) for bot in replicas for urgent in (DANGER, CALM)] == [None] * 4
    first.clock.forward(33 * SECOND)
    assert _turn(second) == 7
    first.clock.forward(40 * SECOND)
    again = second.next_letter(pace=PACE)
    assert again
    assert again.id == refused.id


def test_a_turn_too_far_off_for_the_claim_to_outlive_it_is_not_taken(bot):
    _queue(bot, 2)
    slow = Pace(LEASE)
    assert bot.next_letter(pace=slow)
    assert bot.next_letter(pace=slow) is None
    bot.clock.forward(LEASE)
    assert bot.next_letter(pace=slow)


def test_a_claim_that_has_to_wait_ends_as_long_after_its_turn(bot):
    _queue(bot, 2)
    first, waiting = [bot.next_letter(pace=PACE) for _ in range(2)]
    bot.clock.forward(LEASE + SECOND / 4)
    doubts = [delivering.next_doubt(bot.house, worker="w", lease=LEASE) for _ in range(2)]
    assert [doubt and doubt.id for doubt in doubts] == [first.id, None]
    assert bot.settle(outbox.mark_sent, waiting, slack_ts="1.0")


def test_a_clock_that_was_put_back_by_hours_stops_nobody(bot):
    _queue(bot, 2)
    refused = bot.next_letter(pace=PACE)
    delivering.pause(bot.house, refused, error="ratelimited", seconds=(LONGEST_PAUSE + SECOND) / SECOND)
    assert _turn(bot) == 0


def test_replicas_at_once_take_turns_that_are_apart(replicas):
    _queue(replicas[0], 20)
    turns: list[Any] = []
    at_once(lambda number: turns.extend(_turn(replicas[number]) for _ in range(10)), threads=2)
    assert sorted(turns) == [number * 0.3125 for number in range(20)]
