"""The call to what rings at night: what it means when no good answer comes, and that a crash loses none."""

import threading
from datetime import timedelta

import pytest
from slack_sdk import WebClient

from bot.domain.incidents.unsaved import UnsavedDanger
from bot.domain.reports.report import AtRisk
from bot.runtime import paging
from bot.runtime.metrics import Metrics
from bot.runtime.paging import NotPaged, PageAccess
from bot.usecases.incidents import danger as using
from scheduler.delivery.pager import Pager
from scheduler.delivery.timeouts import DeliveryTimeouts
from scheduler.delivery.unsaved_danger import UnsavedDangerPoster
from scheduler.delivery.worker import DeliveryWorkers
from scheduler.posts import BY_KIND
from storage.outbox.priority import Priority
from storage.outbox.rate_limit import RateLimit
from tests.domain.examples import NOON
from tests.receiver import SECRET, receiving
from tests.stateful.small_slack import SmallSlack
from tests.usecases import bot_without_slack

MINUTE = timedelta(minutes=1)
TIMEOUTS = DeliveryTimeouts()


@pytest.fixture
def receiver():
    with receiving() as receiver:
        yield receiver


@pytest.fixture
def bot(url):
    with bot_without_slack.started(url, NOON) as bot:
        bot.context.pages = True
        yield bot


@pytest.fixture
def workers(bot, receiver):
    return a_worker(bot, PageAccess(receiver.url, SECRET))


def a_worker(bot, access):
    slack = SmallSlack(now=bot.clock.elapsed, hold_up=lambda: None)
    at_once = RateLimit(timedelta(), recipient_gap=timedelta())
    metrics = Metrics(forms=(), kinds=BY_KIND)
    pager = Pager(bot.context, access) if access else None
    return DeliveryWorkers(bot.context, slack, metrics, rate_limit=at_once, timeouts=TIMEOUTS, pager=pager)


def sends_all(workers):
    while workers.send_one(Priority.URGENT):
        pass


def pages(bot):
    return bot.rows("SELECT state, last_error FROM outbox WHERE kind = 'page' ORDER BY position")


def claims_the_page(bot):
    """A worker claims it, and its machine stops."""
    while (claimed := bot.next_message(Priority.URGENT)) and claimed.kind != "page":
        bot.posted.append(claimed)
    assert claimed
    return claimed


def test_a_ringing_is_handed_on_once_with_what_the_step_asks(bot, workers, receiver):
    report = bot.report(still_at_risk=AtRisk.YES)
    sends_all(workers)
    assert [(each["asks"], each["alert"]) for each in receiver.bodies] == [(["first"], str(report.incident_id))]
    assert pages(bot) == [("sent", None)]


def test_one_that_a_stopped_machine_had_claimed_is_handed_on_again_with_the_same_id(bot, workers, receiver):
    bot.report(still_at_risk=AtRisk.YES)
    claimed = claims_the_page(bot)
    bot.clock.forward(bot_without_slack.LEASE + MINUTE)
    workers.reconciler.settle()
    sends_all(workers)
    assert [each["id"] for each in receiver.bodies] == [str(claimed.id)]
    assert pages(bot) == [("sent", None)]


def test_what_a_receiver_does_not_take_is_tried_again_within_half_a_minute(bot, workers, receiver):
    bot.report(still_at_risk=AtRisk.YES)
    receiver.statuses = [500] * 20
    for _ in range(21):
        sends_all(workers)
        bot.clock.forward(timedelta(seconds=30))
    assert len(receiver.bodies) == 21
    assert pages(bot) == [("sent", None)]


def test_a_receiver_that_refuses_is_given_up_for_this_ringing(bot, workers, receiver):
    bot.report(still_at_risk=AtRisk.YES)
    receiver.statuses = [403] * 20
    for _ in range(20):
        sends_all(workers)
        bot.clock.forward(timedelta(seconds=30))
    assert len(receiver.bodies) == TIMEOUTS.urgent_refusals_allowed
    assert pages(bot) == [("dead", "http_403")]


def test_once_somebody_has_it_nothing_more_is_handed_on(bot, workers, receiver):
    report = bot.report(still_at_risk=AtRisk.YES)
    using.take_danger(bot.context, report.incident_id, by="U0ONCALL", now=bot.clock.now())
    sends_all(workers)
    assert (receiver.bodies, pages(bot)) == ([], [("dropped", None)])


def test_a_later_ringing_takes_the_place_of_one_that_was_not_taken(bot, workers, receiver):
    bot.report(still_at_risk=AtRisk.YES)
    receiver.statuses = [500]
    sends_all(workers)
    bot.clock.forward(15 * MINUTE)
    bot.queue_what_is_due()
    sends_all(workers)
    assert [state for state, _ in pages(bot)] == ["dropped", "sent"]
    assert len({each["id"] for each in receiver.bodies}) == 2


def test_without_an_address_nothing_is_queued_and_what_was_queued_is_dropped(bot, receiver):
    bot.report(still_at_risk=AtRisk.YES)
    sends_all(a_worker(bot, None))
    assert pages(bot) == [("dropped", None)]
    bot.context.pages = False
    bot.report(key="another", still_at_risk=AtRisk.YES)
    assert len(pages(bot)) == 1


class SlackThatTakesAll(WebClient):
    def chat_postMessage(self, **_arguments):  # noqa: N802 - its name there
        return {"ts": "1700000000.000100"}


class WatchedPager(Pager):
    """Tells when its call has begun: one that has begun is awaited by `stop`."""

    def __init__(self, context, access):
        super().__init__(context, access)
        self.began = threading.Event()

    def ring_from_memory(self):
        self.began.set()
        super().ring_from_memory()


def is_told_of_danger_twice(bot, pager):
    poster = UnsavedDangerPoster(bot.context, SlackThatTakesAll(), seconds=1, pager=pager)
    poster.start()
    for _ in range(2):
        poster.tell(UnsavedDanger("oak", bot.clock.now(), sure=True, by_database=False))
    assert pager is None or pager.began.wait(60)
    poster.stop()


def not_rung(caplog):
    return [record.getMessage() for record in caplog.records if "did not ring" in record.getMessage()]


def test_danger_that_is_not_saved_is_called_once_and_a_failure_is_logged(bot, receiver, caplog):
    receiver.statuses = [503]
    is_told_of_danger_twice(bot, WatchedPager(bot.context, PageAccess(receiver.url, SECRET)))
    assert not_rung(caplog) == ["danger that is not saved did not ring at night: http_503"]
    assert len(receiver.bodies) == 1
    assert receiver.bodies[0]["alert"]


def test_without_an_address_danger_that_is_not_saved_calls_nothing(bot, caplog):
    is_told_of_danger_twice(bot, None)
    assert not_rung(caplog) == []


def test_it_follows_no_redirect(receiver):
    receiver.statuses = [302]
    with pytest.raises(NotPaged, match="http_302"):
        paging.call(PageAccess(receiver.url, SECRET), b"{}", now=NOON)
    assert len(receiver.bodies) == 1


def test_an_address_where_nobody_listens_is_no_refusal():
    with receiving() as gone:
        pass
    with pytest.raises(NotPaged) as refusal:
        paging.call(PageAccess(gone.url, SECRET), b"{}", now=NOON)
    assert (refusal.value.code, refusal.value.refused) == ("ConnectionRefusedError", False)


def test_a_wrong_secret_is_refused_by_the_receiver(receiver):
    with pytest.raises(NotPaged) as refusal:
        paging.call(PageAccess(receiver.url, "another"), b"{}", now=NOON)
    assert (refusal.value.code, refusal.value.refused) == ("http_401", True)


def test_neither_address_nor_secret_shows_in_a_repr(receiver):
    assert repr(PageAccess(receiver.url, SECRET)) == "PageAccess()"
