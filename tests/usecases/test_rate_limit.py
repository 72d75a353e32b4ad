"""One pace for the workspace and one for each channel, shared by every replica, and Slack's pauses kept by all."""

from contextlib import ExitStack
from datetime import timedelta
from typing import Any

import pytest

from bot.usecases.operations import delivery
from storage.engine.encryption import Keyring, new_key
from storage.outbox import messages
from storage.outbox.rate_limit import LONGEST_PAUSE, Pace
from tests.domain.examples import NOON
from tests.storage.examples import a_letter, at_once, queue
from tests.usecases.bot_without_slack import LEASE, Bot, FrozenClock

SECOND = timedelta(seconds=1)
PACE = Pace(timedelta(milliseconds=245))
GAP, CALM_GAP = 0.245, 0.25
"""Seconds between urgent messages, and between the others while no urgent one waits."""
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
    queue(bot.context.database, *letters, now=bot.clock.elapsed())


def _turn(bot, *, urgent=CALM):
    """How long the message that was claimed has to wait; None if there was none for it."""
    claimed = bot.claim(urgent=urgent, pace=PACE)
    return claimed and claimed[1] / SECOND


def _turns_ahead(bots):
    """What each bot gets in turn while time goes on from one turn to the next."""
    for bot in bots:
        yield _turn(bot)
        bot.clock.forward(PACE.calm_gap)


def test_turns_are_as_far_apart_as_the_pace_says_whichever_replica_takes_them(replicas):
    first, second = replicas
    _queue(first, 5)
    assert _turn(first) == 0
    assert list(_turns_ahead([second, first, second, first])) == [CALM_GAP] * 4


def test_a_fifth_of_the_turns_is_kept_for_urgent_messages_while_one_waits(replicas):
    first, second = replicas
    _queue(first, 4)
    _queue(first, 1, target="U0URGENT", urgent=DANGER)
    assert _turn(first) == 0
    first.clock.forward(PACE.calm_gap)
    assert _turn(second) == (PACE.calm_gap_in_danger - PACE.calm_gap) / SECOND
    assert _turn(first, urgent=DANGER) == GAP
    first.clock.forward(PACE.gap + PACE.gap)
    assert [_turn(second), _turn(first)] == [0, CALM_GAP]


def test_a_message_that_is_not_urgent_takes_no_turn_beyond_the_next(replicas):
    first, second = replicas
    _queue(first, 4)
    assert [_turn(bot) for bot in (first, second, first, second)] == [0, CALM_GAP, None, None]


def test_an_urgent_message_waits_for_one_other_and_for_no_more_however_many_wait(replicas):
    first, second = replicas
    _queue(first, 40)
    assert _turn(first) == 0
    assert list(_turns_ahead([first, second] * 4)) == [CALM_GAP] * 8
    _turn(second)  # The next turn is taken, and the one after it not yet.
    _queue(first, 1, target="U0URGENT", urgent=DANGER)
    assert _turn(first) is None
    assert _turn(second, urgent=DANGER) <= CALM_GAP + GAP


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
    refused = first.next_message(pace=PACE)
    delivery.pause(first.context, refused, error="ratelimited", seconds=40)
    assert [_turn(bot, urgent=urgent) for bot in replicas for urgent in (DANGER, CALM)] == [None] * 4
    first.clock.forward(39.75 * SECOND)
    assert _turn(second) == CALM_GAP
    first.clock.forward(40 * SECOND)
    again = second.next_message(pace=PACE)
    assert again
    assert again.id == refused.id


def test_a_turn_too_far_off_for_the_claim_to_outlive_it_is_not_taken(bot):
    _queue(bot, 2)
    slow = Pace(LEASE)
    assert bot.next_message(pace=slow)
    assert bot.next_message(pace=slow) is None
    bot.clock.forward(LEASE)
    assert bot.next_message(pace=slow)


def test_a_claim_that_has_to_wait_ends_as_long_after_its_turn(bot):
    _queue(bot, 2)
    first, waiting = [bot.next_message(pace=PACE) for _ in range(2)]
    bot.clock.forward(LEASE + SECOND / 4)
    doubts = [delivery.next_doubt(bot.context, worker="w", lease=LEASE) for _ in range(2)]
    assert [doubt and doubt.id for doubt in doubts] == [first.id, None]
    assert bot.settle(messages.mark_sent, waiting, slack_ts="1.0")


def test_a_clock_that_was_put_back_by_hours_stops_nobody(bot):
    _queue(bot, 2)
    refused = bot.next_message(pace=PACE)
    delivery.pause(bot.context, refused, error="ratelimited", seconds=(LONGEST_PAUSE + SECOND) / SECOND)
    assert _turn(bot) == 0


def test_replicas_at_once_take_turns_that_are_apart(replicas):
    _queue(replicas[0], 20, urgent=DANGER)
    turns: list[Any] = []
    at_once(lambda number: turns.extend(_turn(replicas[number], urgent=DANGER) for _ in range(10)), threads=2)
    assert sorted(turns) == [number * PACE.gap / SECOND for number in range(20)]
