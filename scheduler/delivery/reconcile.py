"""Messages of which nobody knows whether they were posted: looked for in the history, then settled."""

import logging
from datetime import timedelta

from bot.runtime.metrics import Metrics, SendResult
from bot.usecases.context import Context
from bot.usecases.operations import delivery
from scheduler.delivery import slack_errors
from scheduler.delivery.slack_calls import SlackCalls
from scheduler.delivery.timeouts import DeliveryTimeouts
from scheduler.posts import BY_KIND
from storage.outbox import messages
from storage.outbox.messages import ClaimedMessage

_log = logging.getLogger("candour.delivery")


class Reconciler:
    """Settles doubtful messages, one after the other."""

    def __init__(
        self, context: Context, sender: SlackCalls, metrics: Metrics, *, patience: DeliveryTimeouts, worker: str
    ) -> None:
        self._context = context
        self._metrics = metrics
        self._sender = sender
        self._patience = patience
        self._worker = worker

    def settle(self) -> None:
        """Look for every message that is in doubt and whose waiting time is over."""
        lease = timedelta(seconds=self._patience.lease)
        while doubt := delivery.next_doubt(self._context, worker=self._worker, lease=lease):
            self._settle_one(doubt)

    def _settle_one(self, doubt: ClaimedMessage) -> None:
        if not BY_KIND[doubt.kind].READABLE:
            self._cannot_look(doubt, "history_not_read")
            return
        try:
            found = self._sender.find(doubt)
        except Exception as error:  # noqa: BLE001 - whatever it was, `slack_errors` says what it means
            self._not_looked(doubt, slack_errors.of(error).code)
            return
        if found:
            if delivery.settle(self._context, messages.mark_sent, doubt, slack_ts=found):
                self._metrics.sent(doubt, now=self._context.clock.elapsed())
        else:
            self._absent(doubt)

    def _not_looked(self, doubt: ClaimedMessage, code: str) -> None:
        _log.warning(
            "message %(id)s (%(kind)s) could not be looked for: %(code)s",
            {"id": doubt.id, "kind": doubt.kind, "code": code},
        )
        if code in slack_errors.UNREADABLE:
            self._cannot_look(doubt, code)
        else:
            later = self._context.clock.elapsed() + timedelta(seconds=self._patience.doubt)
            delivery.settle(self._context, messages.mark_doubtful, doubt, not_before=later, error=code)

    def _absent(self, doubt: ClaimedMessage) -> None:
        """Missing often enough: again. An urgent one at once, saying so: history may lag, but danger cannot wait."""
        now = self._context.clock.elapsed()
        if doubt.urgent:
            self._repeat(doubt, "absent")
        elif doubt.absences + 1 >= self._patience.absences_needed:
            delivery.settle(self._context, messages.put_back, doubt, not_before=now, error="absent")
            self._context.wake_delivery()
        else:
            later = now + timedelta(seconds=self._patience.doubt)
            delivery.settle(self._context, messages.mark_absent, doubt, not_before=later)

    def _cannot_look(self, doubt: ClaimedMessage, code: str) -> None:
        """Urgent: again, saying that it may be a repeat. Otherwise a person decides: see `python -m bot outbox`."""
        if doubt.urgent:
            self._repeat(doubt, code)
        else:
            _log.error(
                "message %(id)s (%(kind)s) may or may not have been posted; a person must decide",
                {"id": doubt.id, "kind": doubt.kind},
            )
            if delivery.settle(self._context, messages.mark_held, doubt, error=code):
                self._metrics.attempted(doubt.kind, SendResult.HELD)

    def _repeat(self, doubt: ClaimedMessage, code: str) -> None:
        now = self._context.clock.elapsed()
        if delivery.settle(self._context, messages.put_back_to_repeat, doubt, not_before=now, error=code):
            self._metrics.attempted(doubt.kind, SendResult.REPEATED)
        self._context.wake_delivery()
