"""One pace for the workspace and one for each channel, shared by every replica, and Slack's pauses kept by all."""

from contextlib import ExitStack
from datetime import timedelta
from typing import Any

import pytest

from bot.usecases.operations import delivery
from storage.engine.encryption import Keyring, new_key
from storage.outbox import messages
from storage.outbox.priority import Priority
from storage.outbox.rate_limit import FARTHEST_SLOT, LONGEST_PAUSE, RateLimit
from tests.domain.examples import NOON
from tests.storage.examples import a_letter, at_once, queue
from tests.usecases.bot_without_slack import LEASE, Bot, FrozenClock

SECOND = timedelta(seconds=1)
RATE_LIMIT = RateLimit(timedelta(milliseconds=245))
GAP, NORMAL_GAP = 0.245, 0.25
"""Seconds between urgent messages, and between the others while no urgent one waits."""
DANGER, NORMAL = Priority.URGENT, Priority.NORMAL


@pytest.fixture
def replicas(url):
    """Two bots on one database, with one clock."""
    keyring, clock = Keyring.from_text(f"test:{new_key()}"), FrozenClock(NOON)
    with ExitStack() as stack:
        bots = [Bot(url, keyring, clock) for _ in range(2)]
        for bot in bots:
            stack.callback(bot.stop)
        yield bots


def _queue(bot, count, *, target="U0{}", priority=NORMAL):
    letters = [
        a_letter(unique=f"{priority}{number}", target=target.format(number), priority=priority)
        for number in range(count)
    ]
    queue(bot.context.database, *letters, now=bot.clock.elapsed())


def _slot(bot, priority=NORMAL):
    """How long the message that was claimed has to wait; None if there was none for it."""
    claimed = bot.claim(priority, limit=RATE_LIMIT)
    return claimed and claimed[1] / SECOND


def _slots_ahead(bots):
    """What each bot gets in turn while time goes on from one slot to the next."""
    for bot in bots:
        yield _slot(bot)
        bot.clock.forward(RATE_LIMIT.normal_gap)


def test_turns_are_as_far_apart_as_the_pace_says_whichever_replica_takes_them(replicas):
    first, second = replicas
    _queue(first, 5)
    assert _slot(first) == 0
    assert list(_slots_ahead([second, first, second, first])) == [NORMAL_GAP] * 4


def test_a_fifth_of_the_turns_is_kept_for_urgent_messages_while_one_waits(replicas):
    first, second = replicas
    _queue(first, 4)
    _queue(first, 1, target="U0URGENT", priority=DANGER)
    assert _slot(first) == 0
    first.clock.forward(RATE_LIMIT.normal_gap)
    assert _slot(second) == (RATE_LIMIT.normal_gap_while_urgent_waits - RATE_LIMIT.normal_gap) / SECOND
    assert _slot(first, DANGER) == GAP
    first.clock.forward(RATE_LIMIT.gap + RATE_LIMIT.gap)
    assert [_slot(second), _slot(first)] == [0, NORMAL_GAP]


def test_a_normal_message_books_the_next_slot_at_once_while_an_urgent_one_waits(replicas):
    """Or its workers rest until the slot has gone by, and a quarter of the rate is left."""
    first, second = replicas
    _queue(first, 1, target="U0URGENT", priority=DANGER)
    _queue(first, 2)
    assert _slot(first) == 0
    assert _slot(second) == RATE_LIMIT.normal_gap_while_urgent_waits / SECOND


def test_a_message_that_is_not_urgent_takes_no_turn_beyond_the_next(replicas):
    first, second = replicas
    _queue(first, 4)
    assert [_slot(bot) for bot in (first, second, first, second)] == [0, NORMAL_GAP, None, None]


def test_an_urgent_message_waits_for_one_other_and_for_no_more_however_many_wait(replicas):
    first, second = replicas
    _queue(first, 40)
    assert _slot(first) == 0
    assert list(_slots_ahead([first, second] * 4)) == [NORMAL_GAP] * 8
    _slot(second)  # The next slot is taken, and the one after it not yet.
    _queue(first, 1, target="U0URGENT", priority=DANGER)
    assert _slot(first) is None
    assert _slot(second, DANGER) <= NORMAL_GAP + GAP


def test_a_channel_gets_one_message_a_second_whichever_replica_sends_it(
    replicas,
):
    first, second = replicas
    _queue(first, 3, target="C0SAFETY")
    assert [_slot(first), _slot(second)] == [0, None]
    first.clock.forward(SECOND - timedelta(microseconds=1))
    assert _slot(second) is None
    first.clock.forward(timedelta(microseconds=1))
    assert [_slot(second), _slot(first)] == [0, None]


def test_a_pause_that_slack_asks_of_one_replica_is_kept_by_all(replicas):
    first, second = replicas
    _queue(first, 2)
    refused = first.next_message(limit=RATE_LIMIT)
    delivery.pause(first.context, refused, error="ratelimited", seconds=40, longest=900)
    assert [_slot(bot, priority) for bot in replicas for priority in (DANGER, NORMAL)] == [None] * 4
    first.clock.forward(39.75 * SECOND)
    assert _slot(second) == NORMAL_GAP
    first.clock.forward(40 * SECOND)
    again = second.next_message(limit=RATE_LIMIT)
    assert again
    assert again.id == refused.id


def test_a_turn_too_far_off_for_the_claim_to_outlive_it_is_not_taken(bot):
    _queue(bot, 2)
    slow = RateLimit(LEASE)
    assert bot.next_message(limit=slow)
    assert bot.next_message(limit=slow) is None
    bot.clock.forward(LEASE)
    assert bot.next_message(limit=slow)


def test_a_claim_that_has_to_wait_ends_as_long_after_its_slot(bot):
    _queue(bot, 2)
    first, waiting = [bot.next_message(limit=RATE_LIMIT) for _ in range(2)]
    bot.clock.forward(LEASE + SECOND / 4)
    doubts = [delivery.claim_next_doubtful(bot.context, worker="w", lease=LEASE) for _ in range(2)]
    assert [doubt and doubt.id for doubt in doubts] == [first.id, None]
    assert bot.settle(messages.mark_sent, waiting, slack_ts="1.0")


def test_a_clock_that_was_put_back_by_hours_stops_nobody(bot):
    _queue(bot, 2)
    assert _slot(bot) == 0
    bot.clock.forward(timedelta(hours=3))
    ahead = bot.clock.elapsed() + LONGEST_PAUSE * 2
    bot.execute("UPDATE rate_limit SET next_at = :ahead, next_normal_at = :ahead", ahead=ahead)
    assert _slot(bot) == 0


def test_a_pause_of_hours_keeps_urgent_messages_for_half_a_minute_and_the_others_for_ten(bot):
    _queue(bot, 2)
    _queue(bot, 2, target="U0URGENT{}", priority=DANGER)
    refused = bot.next_message(DANGER, limit=RATE_LIMIT)
    delivery.pause(bot.context, refused, error="ratelimited", seconds=86400, longest=30)
    assert [_slot(bot, priority) for priority in (DANGER, NORMAL)] == [None, None]
    bot.clock.forward(FARTHEST_SLOT)
    again, other = (bot.next_message(DANGER, limit=RATE_LIMIT) for _ in range(2))
    assert {refused.id} < {again.id, other.id}
    assert _slot(bot) is None
    bot.clock.forward(LONGEST_PAUSE - FARTHEST_SLOT)
    assert _slot(bot) == 0


def test_replicas_at_once_take_turns_that_are_apart(replicas):
    _queue(replicas[0], 20, priority=DANGER)
    slots: list[Any] = []
    at_once(lambda number: slots.extend(_slot(replicas[number], DANGER) for _ in range(10)), threads=2)
    assert sorted(slots) == [number * RATE_LIMIT.gap / SECOND for number in range(20)]
