"""Delivery reconciliation: looks in Slack's history for messages that may have been posted, then settles them."""

import logging
from datetime import timedelta

from bot.runtime.metrics import Metrics, SendResult
from bot.usecases.context import Context
from bot.usecases.operations import delivery
from scheduler.delivery import slack_errors
from scheduler.delivery.slack_calls import SlackCalls
from scheduler.delivery.timeouts import DeliveryTimeouts
from scheduler.posts import BY_KIND
from storage.outbox.messages import ClaimedMessage

_log = logging.getLogger("candour.delivery")


class Reconciler:
    """Settles doubtful messages, one after the other."""

    def __init__(
        self, context: Context, calls: SlackCalls, metrics: Metrics, *, timeouts: DeliveryTimeouts, worker: str
    ) -> None:
        self._context = context
        self._metrics = metrics
        self._calls = calls
        self._timeouts = timeouts
        self._worker = worker

    def settle(self) -> None:
        """Look for every doubtful message whose waiting time is over."""
        if delivery.bring_forward(self._context, self._timeouts.longest_waits):
            _log.warning("messages were to leave at times too far ahead: the clock was wrong; they leave now")
        lease = timedelta(seconds=self._timeouts.lease)
        while claimed := delivery.claim_next_doubtful(self._context, worker=self._worker, lease=lease):
            self._settle_one(claimed)

    def _settle_one(self, claimed: ClaimedMessage) -> None:
        post = BY_KIND.get(claimed.kind)
        if post is None:  # Queued by a newer version: this one can neither look for it nor send it again.
            self._hold(claimed, "unknown_kind")
            return
        if not post.READABLE:
            self._cannot_look(claimed, "history_not_read")
            return
        try:
            found = self._calls.find(claimed)
        except Exception as error:  # noqa: BLE001 - whatever it was, `slack_errors` says what it means
            self._not_looked(claimed, slack_errors.classify(error).code)
            return
        if found:
            if delivery.confirm(self._context, claimed, slack_ts=found):
                self._metrics.sent(claimed, now=self._context.clock.elapsed())
        else:
            self._absent(claimed)

    def _not_looked(self, claimed: ClaimedMessage, code: str) -> None:
        _log.warning(
            "message %(id)s (%(kind)s) could not be looked for: %(code)s",
            {"id": claimed.id, "kind": claimed.kind, "code": code},
        )
        if code in slack_errors.UNREADABLE:
            self._cannot_look(claimed, code)
        else:
            delivery.look_for_it(self._context, claimed, error=code, seconds=self._timeouts.reconcile)

    def _absent(self, claimed: ClaimedMessage) -> None:
        """Missing often enough: again. An urgent one at once, saying so: history may lag, but danger cannot wait."""
        if claimed.urgent:
            self._repeat(claimed, "absent")
        elif claimed.absences + 1 >= self._timeouts.absences_needed:
            delivery.try_again(self._context, claimed, error="absent")
            self._context.wake_delivery()
        else:
            delivery.look_once_more(self._context, claimed, seconds=self._timeouts.reconcile)

    def _cannot_look(self, claimed: ClaimedMessage, code: str) -> None:
        """Urgent: again, saying that it may be a repeat. Otherwise a person decides: see `python -m bot outbox`."""
        if claimed.urgent:
            self._repeat(claimed, code)
        else:
            self._hold(claimed, code)

    def _hold(self, claimed: ClaimedMessage, code: str) -> None:
        _log.error(
            "message %(id)s (%(kind)s) may or may not have been posted; a person must decide",
            {"id": claimed.id, "kind": claimed.kind},
        )
        if delivery.hold(self._context, claimed, error=code):
            self._metrics.attempted(claimed.kind, SendResult.HELD)

    def _repeat(self, claimed: ClaimedMessage, code: str) -> None:
        if delivery.repeat(self._context, claimed, error=code):
            self._metrics.attempted(claimed.kind, SendResult.REPEATED)
