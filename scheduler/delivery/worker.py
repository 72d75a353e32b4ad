"""From the outbox to Slack: claim, post with an opaque id, remember. Where an answer is missing, look first.

Urgent messages have workers of their own, and so have the rest. Of each priority one worker at a time looks for the
next message and waits for its slot, woken by the commit that queued something; the others post. Nothing is posted
inside a transaction.
"""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import uuid4

from slack_sdk import WebClient

from bot.domain.incidents.danger import PAGER
from bot.runtime.metrics import Heartbeat, Metrics, SendResult
from bot.usecases.context import Context
from bot.usecases.operations import delivery
from bot.views.kit.blocks import Message
from scheduler.delivery import slack_errors
from scheduler.delivery.deactivated_people import Accounts
from scheduler.delivery.pager import Pager
from scheduler.delivery.reconcile import Reconciler
from scheduler.delivery.slack_calls import SlackCalls
from scheduler.delivery.slack_errors import Failure, Reason, Verdict
from scheduler.delivery.timeouts import DeliveryTimeouts
from scheduler.later import NotNow
from scheduler.posts import BY_KIND
from storage.engine.transactions import NotSaved, RowMissing
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority
from storage.outbox.rate_limit import RateLimit

_log = logging.getLogger("candour.delivery")
_URGENT_LOOKS_SECONDS = 0.05
_UNDER_WAY = 3
"""Posts of each priority at the same time: Slack may take longer to answer than the next slot is away."""
_HEARTBEATS = {Priority.URGENT: Heartbeat.DANGER, Priority.NORMAL: Heartbeat.DELIVERY}


class CannotCompose(Exception):
    """The message cannot be put into words: its kind is unknown, or what it is about is gone or cannot be read."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class _Crew:
    """What the workers of one priority share. One of them at a time has `looking`; `wake` is set at each commit."""

    priority: Priority
    between_looks: float
    wake: threading.Event = field(default_factory=threading.Event)
    looking: threading.Lock = field(default_factory=threading.Lock)


class DeliveryWorkers:
    """Sends what the outbox holds, from `start` to `stop`."""

    def __init__(
        self,
        context: Context,
        client: WebClient,
        metrics: Metrics,
        *,
        rate_limit: RateLimit,
        timeouts: DeliveryTimeouts,
        pager: Pager | None = None,
    ) -> None:
        self._context = context
        self._metrics = metrics
        self._calls = SlackCalls(client)
        self._pager = pager
        self._accounts = Accounts(client)
        self._timeouts = timeouts
        self._name = uuid4().hex
        self._stopping = threading.Event()
        self._rate_limit = rate_limit
        self._crews = (
            _Crew(Priority.URGENT, _URGENT_LOOKS_SECONDS),
            _Crew(Priority.NORMAL, rate_limit.normal_gap.total_seconds()),
        )
        self._threads = [
            threading.Thread(target=self._work, args=(crew,)) for crew in self._crews for _ in range(_UNDER_WAY)
        ]
        self.reconciler = Reconciler(context, self._calls, metrics, timeouts=timeouts, worker=self._name)

    def start(self) -> None:
        if not self._context.database.shared:  # Other replicas may be sending.
            delivery.start_over(self._context, grace=timedelta(seconds=self._timeouts.poll))
        self._context.wake_delivery = self.wake
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Finish what is being sent, and start nothing more."""
        self._stopping.set()
        self.wake()
        for thread in self._threads:
            thread.join()

    def wake(self) -> None:
        for crew in self._crews:
            crew.wake.set()

    def send_one(self, priority: Priority) -> bool:
        """Send the next message; False if there is none."""
        claimed = self._next(priority)
        if claimed:
            self._send(claimed)
        return claimed is not None

    def _work(self, crew: _Crew) -> None:
        while not self._stopping.is_set():
            with crew.looking:
                self._metrics.beat(_HEARTBEATS[crew.priority])
                crew.wake.clear()
                claimed = self._next(crew.priority)
                if claimed is None:
                    self._rest(crew)
            if claimed:
                self._send(claimed)

    def _rest(self, crew: _Crew) -> None:
        # At a busy moment each report wakes the workers, and each look keeps the others from the database.
        self._stopping.wait(crew.between_looks)
        crew.wake.wait(self._timeouts.poll)

    def _next(self, priority: Priority) -> ClaimedMessage | None:
        """The next message, once its slot has come; None if there is none."""
        with _failures_logged():
            lease = timedelta(seconds=self._timeouts.lease)
            claimed = delivery.claim_next(
                self._context, priority=priority, worker=self._name, lease=lease, limit=self._rate_limit
            )
            if claimed and self._slot_came(*claimed):
                return claimed[0]
        return None

    def _slot_came(self, claimed: ClaimedMessage, wait: timedelta) -> bool:
        if self._stopping.wait(wait.total_seconds()):
            delivery.try_again(self._context, claimed, error="stopped")
            return False
        return True

    def _send(self, claimed: ClaimedMessage) -> None:
        """Post it, and remember what came of it. After a failure the lease ends, and the message is looked for."""
        with _failures_logged():
            try:
                self._post(claimed)
            except NotNow as later:
                delivery.try_again(self._context, claimed, error="not_now", seconds=later.seconds)

    def _post(self, claimed: ClaimedMessage) -> None:
        try:
            message = self._composed(claimed)
        except CannotCompose as error:
            self._hold(claimed, error.code)
            return
        carrier = self._pager if claimed.target == PAGER else self._calls
        if message is None or carrier is None:  # Nothing is left to say, or nothing rings at night any more.
            delivery.drop(self._context, claimed)
            self._metrics.attempted(claimed.kind, SendResult.DROPPED)
            return
        try:
            if claimed.to_a_person:  # Before the time is looked at: Slack may take a while to answer.
                self._accounts.raise_if_deactivated(claimed.target)
            if self._too_late(claimed):
                _log.warning(
                    "message %(id)s (%(kind)s) was delayed until its claim had nearly ended",
                    {"id": claimed.id, "kind": claimed.kind},
                )
                return
            posted = carrier.post(claimed, message)
        except Exception as error:  # noqa: BLE001 - whatever it was, `slack_errors` says what it means
            self._not_confirmed(claimed, slack_errors.classify(error))
        else:
            if delivery.confirm(self._context, claimed, slack_ts=posted.ts):
                self._metrics.sent(claimed, now=self._context.clock.elapsed(), server_time=posted.at)

    def _too_late(self, claimed: ClaimedMessage) -> bool:
        """True if somebody else could look for the message before this post has ended: then nobody posts it now."""
        return self._context.clock.elapsed() > claimed.lease_until - timedelta(seconds=self._timeouts.lease / 2)

    def _composed(self, claimed: ClaimedMessage) -> Message | None:
        """The message as things stand now. Raises `CannotCompose` if another try would not help."""
        if claimed.kind not in BY_KIND:
            raise CannotCompose("unknown_kind")
        try:
            with self._context.database.reading() as transaction:
                now = self._context.clock.now()
                return BY_KIND[claimed.kind].compose(transaction, self._context.service, claimed, now=now)
        except RowMissing:
            raise CannotCompose("gone") from None
        except (NotNow, NotSaved):
            raise  # This passes: its time has not come, or the database does not answer.
        except Exception as error:  # noqa: BLE001 - whatever is wrong with this one, the others must go on
            raise CannotCompose(type(error).__name__) from None

    def _hold(self, claimed: ClaimedMessage, code: str) -> None:
        _log.error(
            "message %(id)s (%(kind)s) could not be put into words: %(code)s; a person must decide",
            {"id": claimed.id, "kind": claimed.kind, "code": code},
        )
        if delivery.hold(self._context, claimed, error=code):
            self._metrics.attempted(claimed.kind, SendResult.HELD)

    def _not_confirmed(self, claimed: ClaimedMessage, failure: Failure) -> None:
        _log.warning(
            "message %(id)s (%(kind)s) was not confirmed: %(verdict)s %(code)s",
            {"id": claimed.id, "kind": claimed.kind, "verdict": failure.verdict, "code": failure.code},
        )
        self._metrics.attempted(claimed.kind, SendResult(failure.verdict))
        if failure.reason is Reason.NO_ACCESS:
            _log.error(
                "Slack shuts Candour out: %(code)s; nothing leaves until its access is mended", {"code": failure.code}
            )
        if failure.counts_as_refusal and self._timeouts.gives_up(claimed.priority, claimed.attempts):
            self._give_up(claimed, failure)
            return
        match failure.verdict:
            case Verdict.NEVER:
                self._give_up(claimed, failure)
            case Verdict.UNKNOWN:
                delivery.look_for_it(self._context, claimed, error=failure.code, seconds=self._timeouts.reconcile)
            case Verdict.LATER if failure.pause:
                longest = self._timeouts.ceiling(claimed.priority)
                delivery.pause(self._context, claimed, error=failure.code, seconds=failure.pause, longest=longest)
            case Verdict.LATER:
                later = self._timeouts.retry(claimed.priority, claimed.attempts)
                delivery.try_again(self._context, claimed, error=failure.code, seconds=later)

    def _give_up(self, claimed: ClaimedMessage, failure: Failure) -> None:
        post = BY_KIND[claimed.kind]
        if failure.code in slack_errors.TOO_LONG and (parts := post.split(claimed)):
            delivery.replace(self._context, claimed, by=parts)
            return
        fallback = post.fallback(self._context.service, claimed)
        delivery.give_up(self._context, claimed, error=failure.code, fallback=fallback)


@contextmanager
def _failures_logged() -> Iterator[None]:
    """The worker must go on. Only the type is logged: a trace could hold content."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - as above
        _log.error("a step of delivery failed: %(error)s", {"error": type(error).__name__})
