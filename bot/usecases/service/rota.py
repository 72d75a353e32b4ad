"""Who is on call: said by the one who is, taken over, offered, and handed over once somebody has accepted."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from bot.domain.service.access import Act
from bot.domain.service.rota import (
    USUAL_SHIFT,
    KnownShift,
    OnCall,
    RotaReason,
    RotaRefused,
    may_be_offered,
    on_call,
    shift_of,
    until,
)
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.outgoing import RotaNews
from bot.usecases.permissions import judged
from storage import audit, shifts
from storage.audit import AuditEvent
from storage.engine.transactions import Transaction, retry_on_conflict
from storage.outbox import messages
from storage.outbox.messages import OutboxMessage

_ROTA = "rota"
"""What the audit trail calls the subject where there is no shift."""


def who_is_on_call(transaction: Transaction, context: Context, *, now: datetime) -> OnCall:
    """Who is on call now, and who comes next."""
    return on_call(context.service, shifts.around(transaction, now), now=now)


@retry_on_conflict
def begin_shift(context: Context, ends_at: datetime, *, by: str, now: datetime) -> OnCall:
    """This person is on call from now until then. Raises `NotForYou` or `RotaRefused`."""
    with _rota(context, by=by, now=now) as rota:
        own = shift_of(by, rota.shifts, now=now)
        if rota.before.person == by and own and own.ends_at == ends_at:
            return rota.before  # The same form came twice.
        new = _new_shift(by, until(ends_at, now=now), now=now)
        rota.replace(own, new, AuditEvent.ON_CALL_BEGAN)
        return rota.after()


@retry_on_conflict
def take_over(context: Context, *, by: str, now: datetime) -> OnCall:
    """This person is on call from now on, in place of whoever is. Raises `NotForYou`."""
    with _rota(context, by=by, now=now) as rota:
        if rota.before.person == by:
            return rota.before
        theirs = shift_of(rota.before.person, rota.shifts, now=now)
        new = _new_shift(by, theirs.ends_at if theirs else now + USUAL_SHIFT, now=now)
        rota.replace(theirs, new, AuditEvent.ON_CALL_TAKEN_OVER)
        return rota.after()


@retry_on_conflict
def offer_shift(context: Context, to: str, *, by: str, now: datetime) -> OnCall:
    """Whoever is on call asks somebody to take over. Nothing changes before they accept. Raises as above."""
    with _rota(context, by=by, now=now) as rota:
        if rota.before.person != by:
            raise RotaRefused("person", RotaReason.NOT_YOURS)
        if rota.before.offered_to == may_be_offered(context.service, to, by=by):
            return rota.before
        shift = shift_of(by, rota.shifts, now=now)
        if shift is None:
            shift = _new_shift(by, now + USUAL_SHIFT, now=now)
            shifts.add(rota.transaction, shift)
        shifts.offer(rota.transaction, shift, to)
        rota.tell(outgoing.shift_offered(shift, to=to, at=now))
        rota.record(AuditEvent.ON_CALL_OFFERED, shift, to=to)
        return rota.after()


@retry_on_conflict
def accept_shift(context: Context, shift_id: UUID, *, by: str, now: datetime) -> OnCall:
    """The one who was asked has it from now on. Raises as above."""
    with _rota(context, by=by, now=now) as rota:
        if rota.before.person == by:
            return rota.before
        theirs = rota.offered(shift_id)
        rota.replace(theirs, _new_shift(by, theirs.ends_at, now=now), AuditEvent.ON_CALL_HANDED_OVER)
        return rota.after()


@retry_on_conflict
def decline_shift(context: Context, shift_id: UUID, *, by: str, now: datetime) -> OnCall:
    """The one who was asked cannot take it over: whoever is on call is told, and stays on call. Raises as above."""
    with _rota(context, by=by, now=now) as rota:
        theirs = rota.offered(shift_id)
        shifts.offer(rota.transaction, theirs, None)
        rota.tell(outgoing.shift_news(theirs, RotaNews.DECLINED, by, to=theirs.person, at=now))
        rota.record(AuditEvent.ON_CALL_DECLINED, theirs)
        return rota.after()


@dataclass(frozen=True)
class _Rota:
    """The rota as one person changes it. The shifts are held until the transaction ends."""

    transaction: Transaction
    context: Context
    by: str
    now: datetime
    shifts: list[KnownShift]

    @property
    def before(self) -> OnCall:
        return on_call(self.context.service, self.shifts, now=self.now)

    def after(self) -> OnCall:
        return who_is_on_call(self.transaction, self.context, now=self.now)

    def offered(self, shift_id: UUID) -> KnownShift:
        """The shift, if it is offered to this person by whoever is on call. Raises `RotaRefused`."""
        found = shift_of(self.before.person, self.shifts, now=self.now)
        if found is None or found.id != shift_id or found.offered_to != self.by:
            raise RotaRefused("person", RotaReason.NO_LONGER_OFFERED)
        return found

    def replace(self, old: KnownShift | None, new: KnownShift, event: AuditEvent) -> None:
        """`new` begins, in place of `old` if there is one. Whoever was on call until now is told."""
        if old:
            shifts.end(self.transaction, old, now=self.now)
        shifts.add(self.transaction, new)
        was = self.before.person
        if was != self.by:
            self.tell(outgoing.shift_news(new, RotaNews.TAKEN, self.by, to=was, at=self.now))
        self.record(event, new, until=new.ends_at.isoformat())

    def tell(self, message: OutboxMessage) -> None:
        messages.put(self.transaction, message, now=self.context.clock.elapsed())

    def record(self, event: AuditEvent, shift: KnownShift, **detail: str) -> None:
        audit.add(self.transaction, actor=self.by, event=event, subject=str(shift.id), at=self.now, **detail)


@contextmanager
def _rota(context: Context, *, by: str, now: datetime) -> Iterator[_Rota]:
    """For somebody who may be on call; `NotForYou` for everybody else."""
    with judged(context, by=by, now=now) as judge:
        judge.of_service(Act.BE_ON_CALL, _ROTA)
        yield _Rota(judge.transaction, context, by, now, shifts.around_for_update(judge.transaction, now))
    context.wake_delivery()


def _new_shift(person: str, ends_at: datetime, *, now: datetime) -> KnownShift:
    return KnownShift(id=uuid4(), person=person, starts_at=now, ends_at=ends_at)
