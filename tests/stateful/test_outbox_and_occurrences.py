"""Whatever happens in whatever order: what was saved is not lost, and nothing comes twice without saying so.

Hypothesis plays: people report, agree and answer; ticks come; Slack posts, refuses, falls silent; the program ends
and starts again; clocks jump. The use cases, the storage and the delivery are the real ones.
"""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot.domain.actions.action import Action, Stage
from bot.domain.calendar import local_date
from bot.domain.reports.report import AtRisk, Report
from bot.runtime.metrics import Metrics
from bot.usecases.actions import answers
from bot.usecases.operations import delivery
from scheduler.delivery.timeouts import DeliveryTimeouts
from scheduler.delivery.worker import DeliveryWorkers
from scheduler.posts import BY_KIND
from storage import audit
from storage.engine import connect
from storage.engine.encryption import Keyring, new_key
from storage.outbox import status
from storage.outbox.priority import Priority
from storage.outbox.rate_limit import RateLimit
from tests.domain.examples import LONDON, NOON, PROOF
from tests.stateful.rows_read import Kept, kept
from tests.stateful.small_slack import SAFETY_CHANNEL, Killed, Next, SmallSlack
from tests.usecases.bot_without_slack import Bot, FrozenClock

KEYRING = Keyring.from_text(f"test:{new_key()}")
TIMEOUTS = DeliveryTimeouts()
RATE_LIMIT = RateLimit(timedelta())
"""As fast as one recipient after the other allows."""
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
LEASE = TIMEOUTS.lease * SECOND
SPANS = [
    SECOND,
    5 * SECOND,
    TIMEOUTS.reconcile * SECOND,
    LEASE + SECOND,
    TIMEOUTS.longest_retry * SECOND,
    DAY / 4,
    DAY,
    8 * DAY,
]
WAITS = [5 * SECOND, 20 * SECOND, TIMEOUTS.reconcile * SECOND, LEASE + SECOND]
JUMPS = [-3 * DAY, -DAY / 12, DAY / 12, 40 * DAY]
TROUBLES = [each for each in Next if each is not Next.ANSWERED]
OWNERS = {"U0OWNER": LONDON, "U0OTHER": "Pacific/Auckland"}
WEEKS = 40
"""Learning points that are approved: as many weeks have a bulletin."""
PEOPLE = 3
"""The safety team and the people on call, to whom a refused card goes one by one."""

numbers = st.integers(min_value=0, max_value=99)
"""Chooses one of what there is."""
Fresh = Callable[[], AbstractContextManager[str]]


class Machine(RuleBasedStateMachine):
    """A service, its database, and a Slack."""

    fresh: Fresh

    @initialize()
    def start(self) -> None:
        self.stack = ExitStack()
        self.clock = FrozenClock(NOON)
        self.bot = Bot(self.stack.enter_context(type(self).fresh()), KEYRING, self.clock)
        self.stack.callback(self.bot.stop)
        self.bot.approved_points(WEEKS)
        self.bot.approves_drafts = True
        self.slack = SmallSlack(now=self.clock.elapsed, hold_up=self.stand_still)
        self.reports: list[Report] = []
        self.open: list[Action] = []
        self.agreed = 0
        self.sent_again: set[str] = set()
        self.before = self.kept()
        self.left: Kept | None = None
        self.workers = self.new_workers()
        self.somebody_reports(danger=True)
        self.somebody_reports(danger=False)

    def new_workers(self) -> DeliveryWorkers:
        metrics = Metrics(forms=(), kinds=BY_KIND)
        workers = DeliveryWorkers(self.bot.context, self.slack, metrics, rate_limit=RATE_LIMIT, timeouts=TIMEOUTS)
        workers._stopping = Waiting(self)  # noqa: SLF001 - it waits as the test's clock goes, and is never stopped
        return workers

    def kept(self) -> Kept:
        return kept(self.bot.context.database)

    def stand_still(self) -> None:
        """This replica does nothing for longer than its lease, and another one does what it left."""
        self.slack.next, other = Next.ANSWERED, self.new_workers()
        for wait in (LEASE + SECOND, TIMEOUTS.reconcile * SECOND):
            self.clock.forward(wait)
            other.reconciler.settle()
        other.send_one(Priority.NORMAL)
        self.left = self.kept()

    def end_and_start_again(self) -> None:
        """SQLite has one process, which cuts its leases short at its start; replicas leave each other's alone."""
        if not self.bot.context.database.shared:
            self.bot.restart()
            delivery.start_over(self.bot.context, grace=TIMEOUTS.poll * SECOND)
        self.workers = self.new_workers()

    @rule(danger=st.booleans())
    def somebody_reports(self, *, danger: bool) -> None:
        at_risk = AtRisk.YES if danger else AtRisk.NO
        receipt = self.bot.submit(key=f"form {len(self.reports)}", still_at_risk=at_risk)
        self.reports.append(receipt.report)

    @precondition(lambda self: self.reports)
    @rule(number=numbers)
    def somebody_presses_send_again(self, number: int) -> None:
        number %= len(self.reports)
        report = self.reports[number]
        risk, happened_at = report.still_at_risk, report.happened_at
        again = self.bot.submit(key=f"form {number}", still_at_risk=risk, happened_at=happened_at)
        assert (again.report.id, again.amended) == (report.id, False)

    @precondition(lambda self: self.reports)
    @rule(number=numbers, days=st.integers(min_value=0, max_value=9), owner=st.sampled_from(sorted(OWNERS)))
    def an_action_is_agreed(self, number: int, days: int, owner: str) -> None:
        report, zone = self.reports[number % len(self.reports)], OWNERS[owner]
        due_on = local_date(self.clock.now(), ZoneInfo(zone)) + days * DAY
        self.agreed += 1
        key = f"action {self.agreed}"
        self.open.append(self.bot.agree(report, key=key, owner=owner, zone=zone, due_on=due_on))

    @precondition(lambda self: self.open)
    @rule(number=numbers, days=st.integers(min_value=0, max_value=9))
    def an_owner_answers(self, number: int, days: int) -> None:
        action = self.open[number % len(self.open)]
        if days:
            due_on = local_date(self.clock.now(), ZoneInfo(action.owner_zone)) + days * DAY
            answers.move_action(
                self.bot.context, action.id, due_on, by=action.owner, now=self.clock.now(), because=PROOF
            )
        else:
            answers.complete_action(self.bot.context, action.id, PROOF, by=action.owner, now=self.clock.now())
            self.open.remove(action)

    @rule()
    def a_tick_comes(self) -> None:
        self.bot.queue_what_is_due()

    @rule()
    def all_is_sent_that_may_leave(self) -> None:
        while self.workers.send_one(Priority.URGENT) | self.workers.send_one(Priority.NORMAL):
            self.clock.forward(SECOND)

    @rule(troubles=st.lists(st.sampled_from(TROUBLES), min_size=1, max_size=4))
    def messages_meet_trouble(self, troubles: list[Next]) -> None:
        for trouble in troubles:
            self.slack.next, self.left = trouble, None
            self._or_die(lambda: self.workers.send_one(Priority.URGENT) or self.workers.send_one(Priority.NORMAL))
            assert self.left in (None, self.kept()), "Who stood still changed what another one had settled."

    @rule(trouble=st.sampled_from(TROUBLES), wait=st.sampled_from(WAITS))
    def a_message_meets_trouble_and_is_looked_into(self, trouble: Next, wait: timedelta) -> None:
        self.messages_meet_trouble([trouble])
        for _ in range(TIMEOUTS.absences_needed):
            self.doubts_are_looked_into(Next.ANSWERED, wait)
            self.all_is_sent_that_may_leave()

    @rule(wait=st.sampled_from(WAITS))
    def it_ends_as_a_message_is_posted(self, wait: timedelta) -> None:
        """Whoever starts next may look before the history shows the message: absent once is not enough."""
        self.all_is_sent_that_may_leave()
        self.somebody_reports(danger=False)
        self.a_message_meets_trouble_and_is_looked_into(Next.KILLED_AFTER, wait)

    @rule(becomes=st.sampled_from(Next), after=st.sampled_from(WAITS))
    def doubts_are_looked_into(self, becomes: Next, after: timedelta) -> None:
        self.clock.forward(after)
        self.slack.next = becomes
        self._or_die(self.workers.reconciler.settle)

    def _or_die(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Killed:
            self.end_and_start_again()
        self.slack.next = Next.ANSWERED

    @rule(span=st.sampled_from(SPANS))
    def time_passes(self, span: timedelta) -> None:
        self.clock.forward(span)
        self.a_tick_comes()

    @rule(jump=st.sampled_from(JUMPS))
    def somebody_sets_the_clock(self, jump: timedelta) -> None:
        self.clock.back(-jump)
        self.a_tick_comes()

    @rule()
    def it_is_started_again(self) -> None:
        self.end_and_start_again()

    @rule(readable=st.booleans(), archived=st.booleans())
    def somebody_changes_slack(self, *, readable: bool, archived: bool) -> None:
        self.slack.readable, self.slack.archived = readable, archived

    @precondition(lambda self: self.before.in_state("held", "dead"))
    @rule(number=numbers)
    def an_operator_sends_one_again(self, number: int) -> None:
        stuck = self.before.in_state("held", "dead")
        chosen = stuck[number % len(stuck)]
        assert delivery.send_again(self.bot.context.database, chosen.id, now=self.clock.elapsed())
        self.sent_again.add(str(chosen.id))

    @invariant()
    def all_is_well(self) -> None:
        now = self.kept()
        check_that_nothing_is_lost(now, self.reports, self.slack)
        check_that_repeats_say_so(now, self.slack, sent_again=self.sent_again)
        check_that_nothing_goes_back(self.before, now)
        check_that_what_happens_once_was_queued_once(now)
        with self.bot.context.database.reading() as transaction:
            audit.verify(transaction)
        self.before = now

    def teardown(self) -> None:
        """In the end Slack works again, and everything comes to rest, though Christmas has four days off."""
        with self.stack:
            self.slack.readable, self.slack.archived = True, False
            in_the_end = self.clock.elapsed() + 6 * DAY
            while self.kept().in_state("ready", "sending", "doubtful") and self.clock.elapsed() < in_the_end:
                self.clock.forward(TIMEOUTS.longest_retry * SECOND)
                self.workers.reconciler.settle()
                while self.workers.send_one(Priority.URGENT) | self.workers.send_one(Priority.NORMAL):
                    self.clock.forward(SECOND)
            self.all_is_well()
            assert self.before.in_state("ready", "sending", "doubtful") == []
            with self.bot.context.database.reading() as transaction:
                shown = {message.id for message in status.undelivered(transaction)}
            assert shown == {row.id for row in self.before.in_state("held", "dead")}


class Waiting(Event):
    """What the workers wait with. Nobody stops it; time goes on, and now and then stands still for it."""

    def __init__(self, machine: Machine) -> None:
        super().__init__()
        self._machine = machine

    def wait(self, timeout: float | None = None) -> bool:
        self._machine.clock.forward((timeout or 0) * SECOND)
        if self._machine.slack.next is Next.HELD_UP_BEFORE:
            self._machine.stand_still()
        return False


def check_that_nothing_is_lost(now: Kept, reports: list[Report], slack: SmallSlack) -> None:
    """Each report's card is posted, on its way, or shown to somebody."""
    cards = {row.subject["report"]: row for row in now.of_kind("card") if row.target == SAFETY_CHANNEL}
    assert set(cards) == {str(report.id) for report in reports}
    assert [row for row in cards.values() if row.state == "dropped"] == []
    posted = {post.delivery for post in slack.posts}
    assert [row for row in now.in_state("sent") if str(row.id) not in posted] == []
    one_by_one = Counter(row.subject["report"] for row in now.of_kind("card") if row.target != SAFETY_CHANNEL)
    refused = {report for report, row in cards.items() if row.state == "dead"}
    assert {report for report in refused if one_by_one[report] != PEOPLE} == set()


def check_that_repeats_say_so(now: Kept, slack: SmallSlack, *, sent_again: set[str]) -> None:
    """A message is posted once, unless it was urgent or an operator wanted it again; then it says so."""
    rows = {str(row.id): row for row in now.rows}
    assert [id_ for id_, row in rows.items() if row.may_repeat and not (row.urgent or id_ in sent_again)] == []
    times = Counter[str]()
    for post in slack.posts:
        times[post.delivery] += 1
        row = rows[post.delivery]
        assert times[post.delivery] == 1 or row.may_repeat
        assert times[post.delivery] == 1 or row.kind != "card" or "may be a repeat" in post.words


def check_that_nothing_goes_back(before: Kept, now: Kept) -> None:
    """What was sent stays sent; fences only move forward, and so does the latest bulletin."""
    rows = {row.id: row for row in now.rows}
    assert [row for row in before.in_state("sent", "dropped") if rows[row.id] != row] == []
    assert [row for row in before.rows if rows[row.id].fence < row.fence] == []
    assert [team for team, day in before.latest.items() if now.latest[team] < day] == []


def check_that_what_happens_once_was_queued_once(now: Kept) -> None:
    """One bulletin a team and Monday, whatever the clock did; one nudge or offer a person and day."""
    posted = Counter((edition.team, str(edition.monday)) for edition in now.editions)
    assert posted == Counter(now.keys("bulletin"))
    asked = Counter((row.kind, row.subject["draft"], row.target) for row in now.rows if "draft" in row.subject)
    assert [each for each, times in (posted + asked).items() if times > 1] == []
    written_to = Counter(row.target for row in [*now.of_kind("nudge"), *now.of_kind("offer")])
    assert written_to == Counter(owner for owner, _ in now.keys("nudge"))
    named = Counter(pair for row in now.of_kind("nudge") for pair in row.subject["actions"].items())
    assert [action for (action, _due_set_at), times in named.items() if times > len(Stage)] == []


@contextmanager
def _copy_of(template: Path) -> Iterator[str]:
    with TemporaryDirectory(prefix="candour-") as folder:
        shutil.copy(template, folder)
        yield f"sqlite:///{folder}/{template.name}"


@pytest.fixture
def fresh(engine, request, tmp_path) -> Fresh:
    """Makes an empty database, quickly."""
    if engine == "postgresql":
        return request.getfixturevalue("postgres_server").database
    template = tmp_path / "template.db"
    connect.make_or_open_database(f"sqlite:///{template}", KEYRING).close()
    return lambda: _copy_of(template)


@pytest.mark.timeout(1200)  # Half a minute on a quiet machine; it waits for the disk at every step.
@pytest.mark.parametrize(("engine", "examples"), [("sqlite", 20), ("postgresql", 5)])
@pytest.mark.usefixtures("patient_transactions")  # A busy machine may take longer than a person would wait.
def test_nothing_is_lost_and_nothing_comes_twice_without_saying_so(fresh, examples):
    machine = type("Played", (Machine,), {"fresh": staticmethod(fresh)})
    played = settings(
        max_examples=examples,
        stateful_step_count=50,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],  # Add Phase.shrink to make a failure short: that takes minutes.
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=played)
