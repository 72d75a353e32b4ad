"""What the workers do with messages that cannot be sent, and whether they find what a wrong clock posted."""

from datetime import timedelta
from types import SimpleNamespace
from uuid import UUID

import pytest

from bot.domain.reports.report import AtRisk
from bot.runtime.metrics import Metrics
from bot.usecases import outgoing
from scheduler.delivery.timeouts import DeliveryTimeouts
from scheduler.delivery.worker import DeliveryWorkers
from scheduler.posts import BY_KIND
from storage.engine.transactions import NotSaved
from storage.outbox import status
from storage.outbox.priority import Priority
from storage.outbox.rate_limit import RateLimit
from tests.domain.examples import NOON
from tests.stateful.small_slack import LAG, Next, SmallSlack
from tests.storage.examples import a_letter, queue
from tests.usecases import bot_without_slack

URGENT, NORMAL = Priority.URGENT, Priority.NORMAL
SECOND = timedelta(seconds=1)
TIMEOUTS = DeliveryTimeouts()


@pytest.fixture
def bot(url):
    with bot_without_slack.started(url, NOON) as bot:
        yield bot


@pytest.fixture
def slack(bot):
    return SmallSlack(now=bot.clock.elapsed, hold_up=lambda: None)


@pytest.fixture
def workers(bot, slack):
    metrics = Metrics(forms=(), kinds=BY_KIND)
    at_once = RateLimit(timedelta(), recipient_gap=timedelta())
    return DeliveryWorkers(bot.context, slack, metrics, rate_limit=at_once, timeouts=TIMEOUTS)


def _undelivered(bot):
    with bot.context.database.reading() as transaction:
        return [(message.kind, message.state, message.last_error) for message in status.undelivered(transaction)]


@pytest.mark.parametrize("priority", Priority)
@pytest.mark.parametrize(
    ("message", "code"),
    [
        ({"kind": "of_tomorrow"}, "unknown_kind"),
        ({"kind": "card"}, "gone"),
        ({"kind": "assigned", "body": '{"action": "00000000-0000-0000-0000-000000000009"}'}, "LookupError"),
        ({"kind": "nudge", "body": "no JSON"}, "JSONDecodeError"),
        ({"kind": "copy", "body": '{"words": "x"}'}, "ValidationError"),
    ],
)
def test_a_message_that_cannot_be_put_into_words_is_held_and_the_next_one_leaves(
    bot, workers, slack, priority, message, code
):
    queue(bot.context.database, a_letter(priority=priority, **message))
    bot.clock.forward(SECOND)
    bot.submit(still_at_risk=AtRisk.YES if priority is URGENT else AtRisk.NO)
    assert [workers.send_one(priority) for _ in range(2)] == [True, True]
    assert len(slack.posts) == 1
    assert _undelivered(bot) == [(message["kind"], "held", code)]


def test_nor_is_it_looked_for_again_and_again(bot, workers):
    bot.submit(still_at_risk=AtRisk.YES)
    while workers.send_one(URGENT):
        pass
    queue(bot.context.database, a_letter(kind="of_tomorrow", priority=URGENT))
    bot.next_message(URGENT)
    bot.clock.forward(bot_without_slack.LEASE + SECOND)
    workers.reconciler.settle()
    assert _undelivered(bot) == [("of_tomorrow", "held", "unknown_kind")]


def test_a_database_that_does_not_answer_is_waited_for(bot, workers, monkeypatch):
    def compose(*_, **__):
        raise NotSaved("OperationalError")

    queue(bot.context.database, a_letter())
    monkeypatch.setitem(BY_KIND, "card", SimpleNamespace(compose=compose))
    assert workers.send_one(NORMAL)
    assert _undelivered(bot) == []
    assert bot.rows("SELECT state FROM outbox") == [("sending",)]


@pytest.mark.parametrize(
    "ahead", [timedelta(), -timedelta(hours=5), 61 * SECOND, timedelta(hours=5), timedelta(days=9)]
)
def test_a_card_that_was_posted_while_the_clock_was_wrong_is_found(bot, workers, slack, ahead):
    slack.now = lambda: bot.clock.elapsed() - ahead
    for at_risk in (AtRisk.YES, AtRisk.NO):
        report = bot.report(key=at_risk, still_at_risk=at_risk)
        slack.next = Next.SILENT_AFTER
        assert workers.send_one(URGENT if at_risk is AtRisk.YES else NORMAL), report
    bot.clock.forward(max(LAG, TIMEOUTS.reconcile * SECOND))
    for _ in range(TIMEOUTS.absences_needed):
        workers.reconciler.settle()
        bot.clock.forward(TIMEOUTS.reconcile * SECOND)
    while workers.send_one(URGENT) | workers.send_one(NORMAL):
        pass
    assert bot.rows("SELECT kind, count(*) FROM outbox WHERE state <> 'sent' GROUP BY kind") == []
    assert len({post.delivery for post in slack.posts}) == len(slack.posts) == 5


@pytest.fixture
def nudge(bot):
    """A reminder of five actions."""
    report = bot.report()
    due = [bot.agree(report, key=f"action {number}", change=f"Test alarm {number}") for number in range(5)]
    bot.execute("UPDATE outbox SET state = 'dropped'")
    queue(bot.context.database, outgoing.nudge(due, local_day="2026-12-01"))
    return due


@pytest.mark.parametrize(("most_blocks", "parts"), [(50, 1), (15, 2), (7, 5)])
def test_a_reminder_that_is_too_long_comes_in_parts_that_name_every_action_once(
    bot, workers, slack, nudge, most_blocks, parts
):
    slack.most_blocks = most_blocks
    while workers.send_one(NORMAL):
        pass
    assert len(slack.posts) == parts
    named = [sum(f"'{action.change}'" in post.words for post in slack.posts) for action in nudge]
    assert named == [1] * 5
    assert _undelivered(bot) == []


def test_a_message_that_is_too_long_and_cannot_be_split_waits_for_a_person(bot, workers, slack, nudge):
    slack.most_blocks = 1
    while workers.send_one(NORMAL):
        pass
    assert slack.posts == []
    assert _undelivered(bot) == [("nudge", "dead", "msg_blocks_too_long")] * 5


def test_a_reminder_leaves_out_an_action_that_is_gone(bot, workers, slack, nudge):
    gone = nudge[0].model_copy(update={"id": UUID(int=99)})
    bot.execute("UPDATE outbox SET state = 'dropped'")
    queue(bot.context.database, outgoing.nudge([gone, nudge[1]], local_day="2026-12-02"))
    queue(bot.context.database, outgoing.nudge([gone], local_day="2026-12-03"))
    while workers.send_one(NORMAL):
        pass
    [posted] = slack.posts
    assert "Test alarm 1" in posted.words
    assert _undelivered(bot) == [("nudge", "held", "LookupError")]
