"""A bot without Slack: the real use cases on a real database, under a clock that the test moves."""

import json
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlmodel.sql.sqltypes import UTCDateTime

from bot.domain.actions.action import Action
from bot.domain.bulletins.draft import Draft, DraftState
from bot.domain.learning.point import LearningPoint, PointState
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.narratives import Narrative
from bot.domain.reports.report import AtRisk, Report
from bot.domain.service.access import safety_leads
from bot.domain.service.service import Service
from bot.usecases.actions import agree_and_answer
from bot.usecases.bulletins import approve
from bot.usecases.context import Context
from bot.usecases.incidents import submit as reporting
from bot.usecases.incidents.submit import Receipt, SentForm
from bot.usecases.operations import delivery as delivering
from bot.usecases.service import load
from bot.views.kit.blocks import Message
from scheduler.due import Tick
from scheduler.posts import BY_KIND
from storage import bulletins, learning
from storage.engine import connect
from storage.engine.encryption import Keyring, new_key
from storage.outbox import messages
from storage.outbox.messages import ClaimedMessage
from storage.outbox.priority import Priority
from storage.outbox.rate_limit import RateLimit
from tests.domain.examples import LONDON, a_draft, a_point, a_service, an_action_draft

LEASE = timedelta(seconds=30)
TICK = timedelta(minutes=5)
AT_ONCE = RateLimit(timedelta(), recipient_gap=timedelta())
"""Time stands still in most tests, and nobody waits."""


class FrozenClock:
    """Stands still until it is moved. Business time can be put back; the machine's own time only goes on."""

    def __init__(self, moment: datetime) -> None:
        self._elapsed = moment
        self._ahead = timedelta()

    def now(self) -> datetime:
        return self._elapsed + self._ahead

    def elapsed(self) -> datetime:
        return self._elapsed

    def forward(self, by: timedelta) -> None:
        self._elapsed += by

    def to(self, moment: datetime) -> None:
        assert moment >= self.now(), "use back()"
        self.forward(moment - self.now())

    def back(self, by: timedelta) -> None:
        self._ahead -= by


@dataclass(frozen=True)
class Posted:
    """What arrived in Slack, and when."""

    at: datetime
    kind: str
    target: str
    subject: dict[str, Any]
    message: Message


class Bot:
    """Ticks, posts and is started again, as the program does it."""

    def __init__(self, url: str, keyring: Keyring, clock: FrozenClock, service: Service | None = None) -> None:
        self.clock = clock
        self.posted: list[Posted] = []
        self.rings = 0
        self.approves_drafts = False
        self._url, self._keyring = url, keyring
        self.context = self._started(service or a_service())
        self.ticking = Tick(self.context)

    def configure(self, service: Service) -> bool:
        """The service file says something else now."""
        changed = load.load_service(self.context.database, service, now=self.clock.now())
        self.context.service = service
        return changed

    def restart(self) -> None:
        self.stop()
        self.context = self._started(self.context.service)
        self.ticking = Tick(self.context)

    def stop(self) -> None:
        self.context.database.close()

    def tick(self) -> int:
        """What is due is queued and leaves; returns how many messages were queued."""
        queued = self.queue_what_is_due()
        if queued:
            self.post_all()
        return queued

    def queue_what_is_due(self) -> int:
        """As a tick of the program; returns how many messages were queued."""
        result = self.ticking()
        assert result.failed == []
        if self.approves_drafts:
            self.approve_drafts()
        return result.queued

    def live_until(self, end: datetime, *, luck: Random) -> None:
        """Tick every five minutes; three ticks in ten are missed, and now and then it is started again."""
        while self.clock.now() < end:
            self.clock.forward(TICK)
            if luck.random() < 0.01:
                self.restart()
            if luck.random() >= 0.3:
                self.tick()

    def post_all(self) -> None:
        """Send everything that may leave, urgent messages first."""
        for priority in Priority:
            while claimed := self.next_message(priority):
                self._post(claimed)

    def next_message(
        self, priority: Priority = Priority.NORMAL, *, limit: RateLimit = AT_ONCE
    ) -> ClaimedMessage | None:
        claimed = self.claim(priority, limit=limit)
        return claimed[0] if claimed else None

    def claim(
        self, priority: Priority = Priority.NORMAL, *, limit: RateLimit = AT_ONCE
    ) -> tuple[ClaimedMessage, timedelta] | None:
        return delivering.claim_next(self.context, priority=priority, worker="w", lease=LEASE, limit=limit)

    def composed(self, delivery: ClaimedMessage) -> Message | None:
        """The message as things stand now."""
        with self.context.database.reading() as transaction:
            return BY_KIND[delivery.kind].compose(transaction, self.context.service, delivery, now=self.clock.now())

    def settle(self, step: Callable[..., bool], delivery: ClaimedMessage, **values: Any) -> bool:
        with self.context.database.writing(wait=30) as transaction:
            return step(transaction, delivery, **values)

    def rows(self, query: str) -> list[Any]:
        with self.context.database.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(sa.text(query))]

    def execute(self, statement: str, **values: Any) -> None:
        """What somebody with the database's own tools could do."""
        moments = [name for name, value in values.items() if isinstance(value, datetime)]
        typed = [sa.bindparam(name, type_=UTCDateTime()) for name in moments]
        with self.context.database.engine.begin() as connection:
            connection.execute(sa.text(statement).bindparams(*typed), values)

    def _post(self, delivery: ClaimedMessage) -> None:
        message = self.composed(delivery)
        if message is None:
            assert self.settle(messages.mark_dropped, delivery)
            return
        where = delivery.kind, delivery.target, json.loads(delivery.body)
        self.posted.append(Posted(self.clock.now(), *where, message))
        assert self.settle(messages.mark_sent, delivery, slack_ts=str(len(self.posted)))

    def _started(self, service: Service) -> Context:
        database = connect.make_or_open_database(self._url, self._keyring)
        load.load_service(database, service, now=self.clock.now())
        context = Context(database, self.clock, service, self._ring)
        delivering.start_over(context, grace=LEASE)
        return context

    def _ring(self) -> None:
        self.rings += 1

    def submit(
        self,
        *,
        key: str = "form 1",
        text: str = "The door alarm stayed silent",
        by: str = "U0AMARA",
        name_choice: NameChoice = NameChoice.NAMED,
        other_key: str = "",
        involved: Collection[str] = (),
        for_guardian: bool = False,
        thanked: Collection[str] = (),
        draft: UUID | None = None,
        **answered: Any,
    ) -> Receipt:
        now = self.clock.now()
        form, words = a_draft(**{"happened_at": now, **answered}), Narrative(text=text)
        answers = SentForm(
            form,
            words,
            by,
            name_choice=name_choice,
            involved=frozenset(involved),
            for_guardian=for_guardian,
            thanked=frozenset(thanked),
            thank_words=Narrative(text="You stayed so calm") if thanked else None,
            draft=draft,
        )
        return reporting.submit_report(self.context, answers, key=key, now=now, other_key=other_key)

    def report_involving(self, *people: str, key: str = "form 1") -> Report:
        """Somebody may be at risk, and these people are part of it."""
        now = self.clock.now()
        answers = a_draft(happened_at=now, still_at_risk=AtRisk.YES)
        sent = SentForm(answers, Narrative(text="About them"), reporter="U0AMARA", involved=frozenset(people))
        return reporting.submit_report(self.context, sent, key=key, now=now).report

    def report(self, **answers: Any) -> Report:
        return self.submit(**answers).report

    def agree(
        self,
        report: Report | UUID,
        *,
        key: str = "action 1",
        by: str = "U0SAFETY",
        zone: str = LONDON,
        **draft: Any,
    ) -> Action:
        report_id = report if isinstance(report, UUID) else report.id
        agreed = an_action_draft(**draft)
        return agree_and_answer.agree_action(
            self.context, agreed, report_id=report_id, key=key, by=by, owner_zone=zone
        )

    def approved_points(self, count: int = 1, **point: Any) -> list[LearningPoint]:
        """Learning points that a second person has approved, as a use case keeps them."""
        now = self.clock.now()
        decided = {"state": PointState.APPROVED, "approved_by": "U0BOTH", "approved_at": now}
        points = [a_point(**{"id": uuid4(), "written_at": now, **decided, **point}) for _ in range(count)]
        with self.context.database.writing(wait=30) as transaction:
            for each in points:
                learning.add(transaction, each, submission=each.id.bytes)
        return points

    def approve_drafts(self) -> list[Draft]:
        """Every draft that waits is approved by somebody who may."""
        with self.context.database.reading() as transaction:
            waiting = bulletins.waiting(transaction, limit=1_000)
        [lead, *_] = safety_leads(self.context.service)
        for draft in waiting:
            approve.decide_draft(
                self.context, draft.id, DraftState.APPROVED, point=draft.point, by=lead, now=self.clock.now()
            )
        return waiting

    def of_kind(self, kind: str) -> list[Posted]:
        return [posted for posted in self.posted if posted.kind == kind]


@contextmanager
def started(url: str, moment: datetime) -> Iterator[Bot]:
    """A bot with an empty database, from this moment on."""
    bot = Bot(url, Keyring.from_text(f"test:{new_key()}"), FrozenClock(moment))
    try:
        yield bot
    finally:
        bot.stop()


def at(text: str) -> datetime:
    """`2026-11-24 12:00` as a moment in UTC."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=UTC)
