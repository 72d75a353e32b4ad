"""Times that were written while the clock was ahead keep no message waiting."""

from datetime import timedelta

import pytest

from bot.usecases.operations import delivery, monitoring
from scheduler.delivery.timeouts import DeliveryTimeouts
from storage.outbox import leases, messages
from storage.outbox.priority import Priority
from storage.outbox.rate_limit import FARTHEST_SLOT
from tests.domain.examples import NOON
from tests.storage.examples import a_letter, queue
from tests.usecases.bot_without_slack import LEASE

URGENT, NORMAL = Priority.URGENT, Priority.NORMAL
SECOND, NINE_DAYS = timedelta(seconds=1), timedelta(days=9)
TIMEOUTS = DeliveryTimeouts()
WAITS = TIMEOUTS.longest_waits


def _bring_forward(bot):
    return delivery.bring_forward(bot.context, WAITS)


def _move(bot, by, *, column="not_before"):
    bot.execute(f"UPDATE outbox SET {column} = :moment", moment=bot.clock.elapsed() + by)  # noqa: S608 - our own


@pytest.fixture(params=Priority)
def priority(request):
    return request.param


@pytest.fixture
def queued(bot, priority):
    queue(bot.context.database, a_letter(priority=priority))


@pytest.fixture
def doubtful(bot, queued, priority):
    """A message that may have been posted, claimed and settled as such."""
    claimed = bot.next_message(priority)
    assert delivery.look_for_it(bot.context, claimed, error="timeout", seconds=TIMEOUTS.reconcile)
    return claimed


def _doubt(bot):
    return delivery.claim_next_doubtful(bot.context, worker="w", lease=LEASE)


def test_a_message_that_would_wait_for_days_leaves_now(bot, queued, priority):
    _move(bot, NINE_DAYS)
    assert bot.next_message(priority) is None
    rings = bot.rings
    assert (_bring_forward(bot), bot.rings) == (1, rings + 1)
    assert bot.next_message(priority)


def test_the_longest_wait_that_the_program_writes_is_kept(bot, queued, priority):
    _move(bot, WAITS[priority])
    rings = bot.rings
    assert (_bring_forward(bot), bot.rings) == (0, rings)
    assert bot.next_message(priority) is None
    _move(bot, WAITS[priority] + SECOND)
    assert _bring_forward(bot) == 1
    assert bot.next_message(priority)


@pytest.mark.parametrize("attempts", [1, 3, 40])
def test_no_retry_is_ever_further_ahead_than_that(bot, queued, priority, attempts):
    claimed = bot.next_message(priority)
    later = TIMEOUTS.retry(priority, attempts)
    delivery.try_again(bot.context, claimed, error="ratelimited", seconds=later)
    assert _bring_forward(bot) == 0


def test_nor_a_pause_however_long_slack_asks_for(bot, queued, priority):
    claimed = bot.next_message(priority)
    longest = TIMEOUTS.ceiling(priority)
    delivery.pause(bot.context, claimed, error="ratelimited", seconds=86400, longest=longest)
    assert _bring_forward(bot) == 0


def test_an_urgent_message_waits_half_a_minute_at_the_longest():
    assert WAITS[URGENT] == 30 * SECOND


def test_a_doubtful_message_is_looked_for_now(bot, doubtful):
    _move(bot, NINE_DAYS)
    assert _doubt(bot) is None
    assert _bring_forward(bot) == 1
    assert _doubt(bot).id == doubtful.id


def test_a_lease_that_ends_in_days_has_ended(bot, queued, priority):
    claimed = bot.next_message(priority)
    _move(bot, leases.LONGEST_LEASE, column="lease_until")
    assert _doubt(bot) is None
    _move(bot, NINE_DAYS, column="lease_until")
    assert _doubt(bot).id == claimed.id
    assert not bot.settle(messages.mark_sent, claimed, slack_ts="1.0")


def test_no_lease_is_ever_longer_than_that():
    longest_setting = timedelta(seconds=600)
    assert longest_setting + FARTHEST_SLOT <= leases.LONGEST_LEASE


def test_a_recipient_who_gets_something_in_nine_days_is_free_now(bot, queued, priority):
    bot.next_message(priority)
    _move(bot, FARTHEST_SLOT, column="leaves_at")
    queue(bot.context.database, a_letter(unique="2", priority=priority), now=bot.clock.elapsed())
    assert bot.next_message(priority)


@pytest.mark.parametrize("ahead", [5 * SECOND, NINE_DAYS])
def test_its_age_counts_from_when_it_was_queued_whatever_it_waits_for(bot, ahead):
    queue(bot.context.database, a_letter(priority=URGENT), now=NOON - timedelta(hours=1))
    _move(bot, ahead)
    assert monitoring.take_snapshot(bot.context).danger_waits == 3600


def test_a_message_queued_at_a_time_still_to_come_has_waited_for_nobody_knows_how_long(bot):
    queue(bot.context.database, a_letter(priority=URGENT), now=NOON + NINE_DAYS)
    assert monitoring.take_snapshot(bot.context).danger_waits == float("inf")
    _bring_forward(bot)
    bot.clock.forward(150 * SECOND)
    assert monitoring.take_snapshot(bot.context).danger_waits == 150


def test_what_is_queued_while_the_snapshot_is_taken_has_not_waited(bot):
    queue(bot.context.database, a_letter(priority=URGENT), now=NOON + SECOND)
    assert monitoring.take_snapshot(bot.context).danger_waits == 0
