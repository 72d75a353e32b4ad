"""What a running bot tells about itself, in numbers. No label names a person, a team or a kind of incident."""

import math
import time
from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from enum import StrEnum
from functools import partial
from itertools import product

import prometheus_client
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.usecases.operations.monitoring import Snapshot
from storage.outbox.messages import ClaimedMessage

prometheus_client.disable_created_metrics()  # type: ignore[no-untyped-call]  # They would double the page.

_ANSWER_SECONDS = (0.05, 0.1, 0.2, 0.5, 1, 1.5, 2, 2.5, 3)
"""Slack waits for 3 seconds."""
_LAG_SECONDS = (0.5, 1, 2, 5, 10, 30, 60, 120, 300, 900, 3600)
_TICK_SECONDS = (0.002, 0.01, 0.05, 0.2, 0.5, 1, 2, 5, 10)
_LIKELY_ERRORS = ("IntegrityError", "OperationalError")


class Interaction(StrEnum):
    """What a person did that Slack waits for an answer to."""

    COMMAND = "command"
    ACTION = "action"
    VIEW = "view"
    SHORTCUT = "shortcut"
    OTHER = "other"


class SubmissionResult(StrEnum):
    """What somebody was told who sent answers."""

    SAVED = "saved"
    REFUSED = "refused"
    NOT_SAVED = "not_saved"
    CANNOT_TELL = "cannot_tell"


class SendResult(StrEnum):
    """What came of an attempt to send a message."""

    SENT = "sent"
    DROPPED = "dropped"
    LATER = "later"
    NEVER = "never"
    UNKNOWN = "unknown"
    HELD = "held"
    REPEATED = "repeated"
    """It is urgent and nobody knows whether it was posted: it leaves again, and says so."""


class Heartbeat(StrEnum):
    """Parts that report regularly. `DUE` beats when a tick has finished all its work."""

    TICK = "tick"
    DUE = "due"
    DANGER = "danger"
    DELIVERY = "delivery"


class Metrics:
    """One for each running bot. `forms` and `kinds` are all the values that those labels may have."""

    def __init__(self, *, forms: Collection[str], kinds: Collection[str]) -> None:
        self.connected: Callable[[], bool] = lambda: True
        self.socket_silence: Callable[[], float] = lambda: 0.0
        self._registry = CollectorRegistry()
        counter = partial(Counter, registry=self._registry)
        gauge = partial(Gauge, registry=self._registry)
        histogram = partial(Histogram, registry=self._registry)
        ProcessCollector(registry=self._registry)
        self._answers = histogram(
            "candour_acknowledgement_seconds", "From a press to Slack's answer.", ["asked"], buckets=_ANSWER_SECONDS
        )
        self._submissions = counter("candour_submissions", "Forms sent, by their result.", ["form", "result"])
        self._unopened = counter("candour_unopened_forms", "Report forms that did not open.")
        self._messages = counter("candour_messages", "Attempts to send, by outcome.", ["kind", "result"])
        self._lag = histogram("candour_delivery_lag_seconds", "From due to sent.", ["urgent"], buckets=_LAG_SECONDS)
        self._wrong_clocks = counter("candour_sent_before_queued", "Sent before it was queued: the clock was ahead.")
        self._ticks = histogram("candour_tick_seconds", "Looks at what is due.", ["done"], buckets=_TICK_SECONDS)
        self._errors = counter("candour_database_errors", "Errors of the database, by class.", ["error"])
        self._offset = gauge("candour_clock_offset_seconds", "Our clock less Slack's, at the last message.")
        self._offset.set(math.nan)  # Not known yet.
        self._trail = gauge("candour_audit_trail_intact", "Whether the audit trail fitted together, and its rows.")
        self._trail.set(math.nan)  # Not known yet.
        self._ages = gauge("candour_round_age_seconds", "Since each part last came round.", ["part"])
        self._rounds = dict.fromkeys(Heartbeat, time.monotonic())
        self._start(forms, kinds)

    def _start(self, forms: Collection[str], kinds: Collection[str]) -> None:
        """Every series is there from the start: an alarm would miss the first of each otherwise."""
        for part in Heartbeat:
            self._ages.labels(part).set_function(partial(self.age, part))
        for asked in Interaction:
            self._answers.labels(asked)
        for form, submitted in product(forms, SubmissionResult):
            self._submissions.labels(form, submitted)
        for kind, sent in product(kinds, SendResult):
            self._messages.labels(kind, sent)
        for yes_or_no in ("yes", "no"):
            self._lag.labels(yes_or_no)
            self._ticks.labels(yes_or_no)
        for error in _LIKELY_ERRORS:
            self._errors.labels(error)

    def answered(self, asked: Interaction, seconds: float) -> None:
        self._answers.labels(asked).observe(seconds)

    def submitted(self, form: str, result: SubmissionResult) -> None:
        self._submissions.labels(form, result).inc()

    def form_did_not_open(self) -> None:
        self._unopened.inc()

    def attempted(self, kind: str, result: SendResult) -> None:
        self._messages.labels(kind, result).inc()

    def sent(self, claimed: ClaimedMessage, *, now: datetime, server_time: datetime | None = None) -> None:
        """Slack has it, and told its own time, if `server_time` is given."""
        self.attempted(claimed.kind, SendResult.SENT)
        lag = (now - claimed.queued_at).total_seconds()
        if lag < 0:
            self._wrong_clocks.inc()
        else:
            self._lag.labels(_yes_or_no(claimed.urgent)).observe(lag)
        if server_time:
            self._offset.set((now - server_time).total_seconds())

    def ticked(self, seconds: float, *, done: bool) -> None:
        """A look at what is due has ended; whether all of it was `done`."""
        self._ticks.labels(_yes_or_no(done)).observe(seconds)
        self.beat(Heartbeat.TICK)
        if done:
            self.beat(Heartbeat.DUE)

    def trail_verified(self, *, intact: bool) -> None:
        """The whole audit trail has been read; `intact` if it fits together."""
        self._trail.set(intact)

    def database_failed(self, error: str) -> None:
        self._errors.labels(error).inc()

    def beat(self, part: Heartbeat) -> None:
        self._rounds[part] = time.monotonic()

    def age(self, part: Heartbeat) -> float:
        """Seconds since this part came round, or since the start. Elapsed time: no clock can change it."""
        return time.monotonic() - self._rounds[part]

    def watch_socket(self, is_connected: Callable[[], bool], *, silence: Callable[[], float]) -> None:
        """Show from now on whether the socket to Slack works, and for how many seconds nothing was heard on it."""
        self.connected, self.socket_silence = is_connected, silence
        gauge = Gauge("candour_socket_connected", "Whether Slack can reach us.", registry=self._registry)
        gauge.set_function(is_connected)

    def page(self, snapshot: Snapshot | None) -> bytes:
        """Everything as text. What could not be read from the database is left out: no number is old."""
        read = CollectorRegistry()
        read.register(_Read(snapshot))
        return generate_latest(self._registry) + generate_latest(read)


class _Read(Collector):
    """What was read from the database for one page."""

    def __init__(self, snapshot: Snapshot | None) -> None:
        self._snapshot = snapshot

    def collect(self) -> Iterator[Metric]:
        answers = self._snapshot is not None
        yield GaugeMetricFamily("candour_database_up", "Whether the database answered just now.", value=answers)
        if self._snapshot is not None:
            yield from _unsent(self._snapshot)
            yield GaugeMetricFamily(
                "candour_database_writable",
                "Whether the database took a write just now.",
                value=self._snapshot.writable,
            )
            yield GaugeMetricFamily(
                "candour_due_failing",
                "Due rows that failed when they were last tried.",
                value=self._snapshot.due_failing,
            )


def _unsent(snapshot: Snapshot) -> Iterator[Metric]:
    count = GaugeMetricFamily("candour_unsent_messages", "Messages by state.", labels=["state", "urgent"])
    age = GaugeMetricFamily(
        "candour_unsent_age_seconds", "Since the oldest of them could first leave.", labels=["state", "urgent"]
    )
    for unsent in snapshot.unsent:
        labels = [unsent.state, _yes_or_no(unsent.urgent)]
        count.add_metric(labels, unsent.count)
        age.add_metric(labels, snapshot.oldest(unsent))
    yield count
    yield age


def _yes_or_no(value: object) -> str:
    return "yes" if value else "no"
