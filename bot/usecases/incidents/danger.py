"""What people do with a danger: take it, say that they cannot, give it back, end it. Each once, whoever was first."""

from datetime import datetime
from uuid import UUID

from bot.domain.incidents.danger import (
    Answer,
    Danger,
    DangerReason,
    DangerRefused,
    DangerState,
    Ended,
    Lost,
    end,
    lose,
    still_so,
    take,
)
from bot.domain.incidents.danger import reporter_says_safe as is_safe
from bot.domain.reports.narratives import Narrative
from bot.domain.service.access import Act
from bot.usecases.context import Context
from bot.usecases.incidents import ringing
from bot.usecases.outgoing import News
from bot.usecases.permissions import Judged, judged
from storage import audit, narratives
from storage import danger as dangers
from storage.audit import AuditEvent
from storage.engine.transactions import Transaction, retry_on_conflict
from storage.outbox import messages
from storage.outbox.messages import OutboxMessage


@retry_on_conflict
def take_danger(context: Context, incident_id: UUID, *, by: str, now: datetime) -> Danger:
    """This person has it from now on; or has it still, and has answered. Raises `NotForYou` or `DangerRefused`."""
    with judged(context, by=by, now=now) as judge:
        before = _current(judge, incident_id, Act.TAKE_DANGER)
        after = take(before, by=by, now=now)
        new = before.holder is None
        told = ringing.news(judge.transaction, after, News.TAKEN, at=now) if new else []
        _save(judge, after, AuditEvent.DANGER_TAKEN if new else AuditEvent.DANGER_KEPT, told, now=now)
    context.wake_delivery()
    return after


@retry_on_conflict
def decline_danger(context: Context, incident_id: UUID, *, by: str, now: datetime) -> Danger:
    """This person was asked and cannot take it now: the next ones are asked at once.

    Raises `NotForYou` or `DangerRefused`.
    """
    with judged(context, by=by, now=now) as judge:
        transaction = judge.transaction
        danger = _current(judge, incident_id, Act.TAKE_DANGER)
        if not _may_decline(judge, danger, by):
            return danger
        dangers.decline(transaction, danger.incident_id, by)
        if danger.steps_left(context.service):
            at_once = danger.model_copy(update={"next_at": now})
            told = ringing.ring_all(transaction, context, [at_once], now=now)
        else:
            told = ringing.say_left_to_nobody(transaction, context, danger, now=now)
        messages.put_all(transaction, told, now=context.clock.elapsed())
        _record(judge, AuditEvent.DANGER_DECLINED, danger.incident_id, now)
    context.wake_delivery()
    return danger


@retry_on_conflict
def give_back_danger(context: Context, incident_id: UUID, *, by: str, now: datetime) -> Danger:
    """Whoever has it has it no longer: its ladder goes on from the next step. Raises as above."""
    with judged(context, by=by, now=now) as judge:
        before = _current(judge, incident_id, Act.TAKE_DANGER)
        if before.holder != by:
            _refuse_unless_unheld(before)
            return before
        after = lose(before, Lost.GAVE_BACK, now=now)
        told = ringing.ring_all(judge.transaction, context, [after], now=now)
        told += ringing.news(judge.transaction, after, News.LOST, at=now)
        messages.put_all(judge.transaction, told, now=context.clock.elapsed())
        _record(judge, AuditEvent.DANGER_GIVEN_BACK, after.incident_id, now)
    context.wake_delivery()
    return after


@retry_on_conflict
def danger_is_still_so(context: Context, incident_id: UUID, *, by: str, now: datetime) -> Danger:
    """The reporter of something long ago says that it is still so: its ladder begins. Raises as above."""
    with judged(context, by=by, now=now) as judge:
        before = _current(judge, incident_id, Act.WRITE_TO_OWN_REPORT)
        if before.state is not DangerState.WAITING:
            return before
        after = still_so(before, now=now)
        told = ringing.ring_all(judge.transaction, context, [after], now=now)
        ringing.watch(judge.transaction, after)
        messages.put_all(judge.transaction, told, now=context.clock.elapsed())
        _record(judge, AuditEvent.DANGER_STILL_SO, after.incident_id, now)
    context.wake_delivery()
    return after


def reporter_says_safe(transaction: Transaction, incident_id: UUID, *, now: datetime) -> None:
    """Part of the transaction that keeps the reporter's word that nobody is at risk now, or that they take it back.

    Whoever calls it has judged who the reporter is, and redraws the copies afterwards.
    """
    before = dangers.get_for_update(transaction, incident_id)
    if before:
        dangers.change(transaction, is_safe(before, now=now))


def danger_to_end(context: Context, incident_id: UUID, act: Act, *, by: str, now: datetime) -> Danger:
    """The danger, if this person may do `act` with it now. Raises as above."""
    with judged(context, by=by, now=now) as judge:
        known = dangers.find(judge.transaction, incident_id)
        if known and not known.lasts:
            raise DangerRefused(DangerReason.HAS_ENDED, known)
        return _current(judge, incident_id, act)


def end_danger(context: Context, incident_id: UUID, words: Narrative, *, by: str, now: datetime) -> Danger:
    """Whoever has it says that all are safe, and what was done. Raises as above."""
    return _end(context, incident_id, words, Ended.SAFE, by=by, now=now)


def downgrade_danger(context: Context, incident_id: UUID, words: Narrative, *, by: str, now: datetime) -> Danger:
    """A safety lead says that it is no danger, and why. Raises as above."""
    return _end(context, incident_id, words, Ended.DOWNGRADED, by=by, now=now)


_ACTS = {Ended.SAFE: Act.END_DANGER, Ended.DOWNGRADED: Act.DOWNGRADE_DANGER}
_EVENTS = {Ended.SAFE: AuditEvent.DANGER_ENDED, Ended.DOWNGRADED: AuditEvent.DANGER_DOWNGRADED}


@retry_on_conflict
def _end(context: Context, incident_id: UUID, words: Narrative, how: Ended, *, by: str, now: datetime) -> Danger:
    with judged(context, by=by, now=now) as judge:
        transaction = judge.transaction
        known = dangers.find(transaction, incident_id)
        if known and (known.ended_by, known.ended_how) == (by, how):
            return known  # The same form came twice.
        lost = known is not None and known.holder is None and known.last_holder == by
        if lost and how is Ended.SAFE:  # They were writing what was done when the time for an answer ran out.
            before = take(_current(judge, incident_id, Act.TAKE_DANGER), by=by, now=now)
        else:
            before = _current(judge, incident_id, _ACTS[how])
        after = end(before, how, by=by, now=now)
        sealed = narratives.seal_for_danger(transaction, words, after.incident_id)
        dangers.keep_words(transaction, after.incident_id, sealed)
        told = ringing.news(transaction, after, News.ENDED, at=now)
        _save(judge, after, _EVENTS[how], told, now=now)
    context.wake_delivery()
    return after


def _current(judge: Judged, incident_id: UUID, act: Act) -> Danger:
    """The danger as it is, held for a change, if this person may do `act`."""
    incident = judge.incident(incident_id, act)
    found = dangers.get_for_update(judge.transaction, incident.id)
    if found is None:
        raise DangerRefused(DangerReason.NO_DANGER, None)
    return found


def _may_decline(judge: Judged, danger: Danger, by: str) -> bool:
    """False if they have done so already. Raises `DangerRefused` if there is nothing that they could decline."""
    if not danger.lasts:
        raise DangerRefused(DangerReason.HAS_ENDED, danger)
    _refuse_unless_unheld(danger)
    answers = [each.answer for each in dangers.asked(judge.transaction, danger.incident_id) if each.target == by]
    if not answers or danger.state is DangerState.WAITING:
        raise DangerRefused(DangerReason.NOT_ASKED, danger)
    return answers != [Answer.DECLINED]


def _refuse_unless_unheld(danger: Danger) -> None:
    if danger.holder is not None:
        raise DangerRefused(DangerReason.TAKEN_BY_ANOTHER, danger)


def _save(judge: Judged, after: Danger, event: AuditEvent, told: list[OutboxMessage], *, now: datetime) -> None:
    dangers.change(judge.transaction, after)
    ringing.schedule(judge.transaction, after, now=now)
    messages.put_all(judge.transaction, told, now=judge.context.clock.elapsed())
    _record(judge, event, after.incident_id, now)


def _record(judge: Judged, event: AuditEvent, incident_id: UUID, now: datetime) -> None:
    audit.add(judge.transaction, actor=judge.by, event=event, subject=str(incident_id), at=now)
