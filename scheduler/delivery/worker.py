"""From the outbox to Slack: claim, post with an opaque id, remember. Where an answer is missing, look first.

Urgent messages have workers of their own, and so have the rest. Of each kind one worker at a time looks for the next
message and waits for its turn, woken by the commit that queued something; the others post. Nothing is posted inside a
transaction.
"""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import uuid4

from slack_sdk import WebClient

from bot.runtime.metrics import Heartbeat, Metrics, SendResult
from bot.usecases.context import Context
from bot.usecases.operations import delivery
from bot.views.kit.blocks import Message
from scheduler.delivery import slack_errors
from scheduler.delivery.deactivated_people import Accounts
from scheduler.delivery.reconcile import Reconciler
from scheduler.delivery.slack_calls import SlackCalls
from scheduler.delivery.slack_errors import Outcome, Reason
from scheduler.delivery.timeouts import DeliveryTimeouts
from scheduler.posts import BY_KIND
from storage.outbox import messages
from storage.outbox.messages import ClaimedMessage
from storage.outbox.rate_limit import Pace

_log = logging.getLogger("candour.delivery")
_URGENT_LOOKS_SECONDS = 0.05
_UNDER_WAY = 3
"""Posts of each kind at the same time: Slack may take longer to answer than the next turn is away."""


class DeliveryWorkers:
    """Sends what the outbox holds, from `start` to `stop`."""

    def __init__(
        self, context: Context, client: WebClient, metrics: Metrics, *, pace: Pace, patience: DeliveryTimeouts
    ) -> None:
        self._context = context
        self._metrics = metrics
        self._sender = SlackCalls(client)
        self._accounts = Accounts(client)
        self._patience = patience
        self._name = uuid4().hex
        self._stopping = threading.Event()
        self._pace = pace
        self._between_looks = {True: _URGENT_LOOKS_SECONDS, False: pace.calm_gap.total_seconds()}
        self._bells = {True: threading.Event(), False: threading.Event()}
        self._one_looks = {True: threading.Lock(), False: threading.Lock()}
        self._threads = [
            threading.Thread(target=self._work, args=(urgent,)) for urgent in self._bells for _ in range(_UNDER_WAY)
        ]
        self.doubts = Reconciler(context, self._sender, metrics, patience=patience, worker=self._name)

    def start(self) -> None:
        if not self._context.database.shared:  # Other replicas may be sending.
            delivery.start_over(self._context, grace=timedelta(seconds=self._patience.look))
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
        for bell in self._bells.values():
            bell.set()

    def sent_one(self, *, urgent: bool) -> bool:
        """Send the next message, if there is one."""
        letter = self._next(urgent=urgent)
        if letter:
            self._send(letter)
        return letter is not None

    def _work(self, urgent: bool) -> None:  # noqa: FBT001 - what tells the two kinds of worker apart
        while not self._stopping.is_set():
            with self._one_looks[urgent]:
                self._metrics.beat(Heartbeat.DANGER if urgent else Heartbeat.DELIVERY)
                self._bells[urgent].clear()
                letter = self._next(urgent=urgent)
                if letter is None:
                    self._rest(urgent=urgent)
            if letter:
                self._send(letter)

    def _rest(self, *, urgent: bool) -> None:
        # At a busy moment the bell rings for each report, and each look keeps the others from the database.
        self._stopping.wait(self._between_looks[urgent])
        self._bells[urgent].wait(self._patience.look)

    def _next(self, *, urgent: bool) -> ClaimedMessage | None:
        """The next message, once its turn has come; None if there is none."""
        with _failures_logged():
            lease = timedelta(seconds=self._patience.lease)
            claimed = delivery.next_message(
                self._context, urgent=urgent, worker=self._name, lease=lease, pace=self._pace
            )
            if claimed and self._turn_came(*claimed):
                return claimed[0]
        return None

    def _turn_came(self, letter: ClaimedMessage, wait: timedelta) -> bool:
        if self._stopping.wait(wait.total_seconds()):
            now = self._context.clock.elapsed()
            delivery.settle(self._context, messages.put_back, letter, not_before=now, error="stopped")
            return False
        return True

    def _send(self, letter: ClaimedMessage) -> None:
        """Post it, and remember what came of it. After a failure the lease ends, and the message is looked into."""
        with _failures_logged():
            self._post(letter)

    def _post(self, letter: ClaimedMessage) -> None:
        message = self._composed(letter)
        if message is None:
            delivery.settle(self._context, messages.mark_dropped, letter)
            self._metrics.attempted(letter.kind, SendResult.DROPPED)
            return
        try:
            if letter.to_a_person:  # Before the time is looked at: Slack may take a while to answer.
                self._accounts.raise_if_deactivated(letter.target)
            if self._too_late(letter):
                held_up = {"id": letter.id, "kind": letter.kind}
                _log.warning("message %(id)s (%(kind)s) was held up until its claim had nearly ended", held_up)
                return
            posted = self._sender.post(letter, message)
        except Exception as error:  # noqa: BLE001 - whatever it was, `slack_errors` says what it means
            self._not_confirmed(letter, slack_errors.of(error))
        else:
            if delivery.settle(self._context, messages.mark_sent, letter, slack_ts=posted.ts):
                self._metrics.sent(letter, now=self._context.clock.elapsed(), slacks_clock=posted.at)

    def _too_late(self, letter: ClaimedMessage) -> bool:
        """Whether somebody else could look for the message before this post has ended: then nobody posts it now."""
        return self._context.clock.elapsed() > letter.lease_until - timedelta(seconds=self._patience.lease / 2)

    def _composed(self, letter: ClaimedMessage) -> Message | None:
        with self._context.database.reading() as transaction:
            return BY_KIND[letter.kind].compose(transaction, self._context.service, letter)

    def _not_confirmed(self, letter: ClaimedMessage, outcome: Outcome) -> None:
        _log.warning(
            "message %(id)s (%(kind)s) was not confirmed: %(outcome)s %(code)s",
            {"id": letter.id, "kind": letter.kind, "outcome": outcome.kind, "code": outcome.code},
        )
        self._metrics.attempted(letter.kind, SendResult(outcome.kind))
        if outcome.reason is Reason.SHUT_OUT:
            _log.error(
                "Slack shuts Candour out: %(code)s; nothing leaves until its access is mended", {"code": outcome.code}
            )
        now = self._context.clock.elapsed()
        if outcome.refused and letter.attempts >= self._refusals_taken(letter):
            delivery.give_up(self._context, letter, error=outcome.code)
            return
        match outcome.kind:
            case slack_errors.Kind.NEVER:
                delivery.give_up(self._context, letter, error=outcome.code)
            case slack_errors.Kind.UNKNOWN:
                later = now + timedelta(seconds=self._patience.doubt)
                delivery.settle(self._context, messages.mark_doubtful, letter, not_before=later, error=outcome.code)
            case slack_errors.Kind.LATER if outcome.pause:
                delivery.pause(self._context, letter, error=outcome.code, seconds=outcome.pause)
            case slack_errors.Kind.LATER:
                later = now + timedelta(seconds=self._backing_off(letter))
                delivery.settle(self._context, messages.put_back, letter, not_before=later, error=outcome.code)

    def _refusals_taken(self, letter: ClaimedMessage) -> int:
        return self._patience.urgent_refusals_taken if letter.urgent else self._patience.refusals_taken

    def _backing_off(self, letter: ClaimedMessage) -> float:
        longest = self._patience.longest_urgent_retry if letter.urgent else self._patience.longest_retry
        return min(longest, self._patience.first_retry * 2.0 ** (letter.attempts - 1))


@contextmanager
def _failures_logged() -> Iterator[None]:
    """The worker must go on. By its type only: a trace could hold content."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - as above
        _log.error("a step of delivery failed: %(error)s", {"error": type(error).__name__})
