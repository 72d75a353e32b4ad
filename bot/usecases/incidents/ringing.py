"""Rings the ladders: whom a danger asks now, what they are sent, and the due rows of what comes next."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from bot.domain.incidents.danger import PAGER, Danger, DangerState, is_left_to_nobody, reported_again
from bot.domain.incidents.ladder import (
    ANSWER_WITHIN,
    LONG_AGO,
    LONGEST_GAP,
    REPORTER_TOLD_AFTER,
    next_question,
    people_to_ask,
    ring,
)
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.report import Report
from bot.domain.values import is_person
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.outgoing import News
from storage import danger as dangers
from storage import due, incidents, shifts
from storage.due import DueTime
from storage.engine.transactions import Transaction
from storage.outbox import messages
from storage.outbox.messages import OutboxMessage

RUNG = "danger_rung"
QUESTION = "danger_question"
UNANSWERED = "danger_unanswered"
UNSEEN = "danger_unseen"
FURTHEST = 2 * LONGEST_GAP
"""No due row of a danger is further ahead."""


def danger_reported(
    transaction: Transaction, context: Context, report: Report, *, now: datetime
) -> list[OutboxMessage]:
    """A report, or other answers of it, is being saved: begin its ladder in the same transaction if it is in danger.

    Where other cards of the same person wait, the next tick rings instead: then each person gets one message for all.
    """
    if not report.still_at_risk.urgent:
        return []
    danger = _begun(transaction, report, now)
    if danger.next_at is None or danger.next_at > now:
        return []
    sender = outgoing.sender_of(report)
    if sender and messages.count_ready(transaction, sender=sender):
        return []
    return ring_all(transaction, context, [danger], now=now, on_a_card=True)


def _begun(transaction: Transaction, report: Report, now: datetime) -> Danger:
    before = dangers.get_for_update(transaction, report.incident_id)
    waits = _waits(report, now)
    if before is None:
        danger = _new(report, now, waits=waits)
        dangers.add(transaction, danger)
    else:
        danger = reported_again(before, report.still_at_risk, report.team, waits=waits, now=now)
        dangers.change(transaction, danger)
    schedule(transaction, danger, now=now)
    if danger.started_at == now:
        watch(transaction, danger)
    return danger


def _waits(report: Report, now: datetime) -> bool:
    """Its reporter says first whether it is still so. Nobody can ask somebody anonymous: then it rings at once."""
    return report.name_choice is not NameChoice.ANONYMOUS and now - report.happened_at > LONG_AGO


def _new(report: Report, now: datetime, *, waits: bool) -> Danger:
    return Danger(
        incident_id=report.incident_id,
        level=report.still_at_risk,
        team=report.team,
        state=DangerState.WAITING if waits else DangerState.OPEN,
        started_at=now,
        next_at=None if waits else now,
    )


def watch(transaction: Transaction, danger: Danger) -> None:
    """A ladder begins: in five minutes the reporter is told, if nobody has it by then. Nobody anonymous can be."""
    if danger.state is DangerState.OPEN and _known_reporters(transaction, danger):
        told_at = danger.started_at + REPORTER_TOLD_AFTER
        due.put(transaction, [DueTime(UNSEEN, str(danger.incident_id), told_at)])


def ring_all(
    transaction: Transaction,
    context: Context,
    ringing: Sequence[Danger],
    *,
    now: datetime,
    on_a_card: bool = False,
) -> list[OutboxMessage]:
    """Ask whoever is to be asked now, and write when these dangers ring next. Each person gets one message for all.

    The channel is called as well, unless the card of the report, which is new, does that.
    """
    numbers: dict[str, dict[UUID, int]] = defaultdict(dict)
    service = context.service
    involved = dangers.involved(transaction, [each.incident_id for each in ringing])
    rota = shifts.around(transaction, now)
    left_to_nobody = []
    pages = []
    for danger in ringing:
        people = people_to_ask(service, rota, involved=involved.get(danger.incident_id, ()), now=now)
        if danger.reporter_safe_at:
            people = people.without_executives()
        paused = {person: context.quiet_hours.paused(person, now=now) for person in people.all}
        rung = ring(
            danger.ladder(service),
            people,
            step=danger.step,
            due_at=danger.next_at or now,
            now=now,
            paused=[person for person, is_paused in paused.items() if is_paused],
        )
        after = danger.model_copy(update={"step": rung.next_step, "next_at": rung.next_at, "rungs": danger.rungs + 1})
        targets = {person: paused[person] for person in rung.people}
        targets |= {} if on_a_card else {service.danger_channel: None}
        if context.pages:
            pages.append(outgoing.page(after, rung.asks))
        dangers.change(transaction, after)
        dangers.note_asked(transaction, after, targets | ({PAGER: None} if context.pages else {}), now=now)
        schedule(transaction, after, now=now)
        for target in targets:
            numbers[target][after.incident_id] = after.rungs
        if not rung.people and not after.steps_left(service):
            left_to_nobody.append(after)
    told = [message for each in left_to_nobody for message in news(transaction, each, News.LEFT_TO_NOBODY, at=now)]
    rungs = [message for target, of_target in numbers.items() for message in outgoing.rungs(of_target, target=target)]
    return [*pages, *rungs, *told]


def say_left_to_nobody(
    transaction: Transaction, context: Context, danger: Danger, *, now: datetime
) -> list[OutboxMessage]:
    """If nobody who was asked can take it, the channel and the reporter are told. The ladder goes on in its time."""
    people = [each for each in dangers.asked(transaction, danger.incident_id) if each.to_a_person]
    if not is_left_to_nobody(danger, people, context.service):
        return []
    after = danger.model_copy(update={"rungs": danger.rungs + 1})
    channel = context.service.danger_channel
    dangers.change(transaction, after)
    dangers.note_asked(transaction, after, {channel: None}, now=now)
    call = outgoing.rungs({after.incident_id: after.rungs}, target=channel)
    return [*call, *news(transaction, after, News.LEFT_TO_NOBODY, at=now)]


def news(transaction: Transaction, danger: Danger, what: News, *, at: datetime) -> list[OutboxMessage]:
    """To each reporter of the incident, but not to one who has it."""
    targets = [each for each in _known_reporters(transaction, danger) if each != danger.holder]
    return [outgoing.danger_news(danger, what, target=each, at=at) for each in targets]


def _known_reporters(transaction: Transaction, danger: Danger) -> list[str]:
    """Without those who are anonymous: they read the answer with their claim code."""
    incident = incidents.find(transaction, danger.incident_id)
    reporters = incidents.circumstances(transaction, incident).reporters if incident else ()
    return [each for each in sorted(reporters) if is_person(each)]


def schedule(transaction: Transaction, danger: Danger, *, now: datetime) -> None:
    """Write what comes next of this danger, in the transaction that changes it."""
    for kind in (RUNG, QUESTION, UNANSWERED):
        due.remove(transaction, kind, [str(danger.incident_id)])
    due.put(transaction, due_rows(danger, now=now))


def due_rows(danger: Danger, *, now: datetime) -> list[DueTime]:
    """What comes next of this danger."""
    subject = str(danger.incident_id)
    rows = []
    if danger.next_at is not None:
        rows.append(DueTime(RUNG, subject, danger.next_at))
    if danger.taken_at is not None:
        rows.append(DueTime(QUESTION, subject, next_question(danger.taken_at, now=now)))
    if danger.question_at is not None:
        rows.append(DueTime(UNANSWERED, subject, danger.question_at + ANSWER_WITHIN))
    return rows


def taken(transaction: Transaction, rows: Collection[DueTime]) -> list[Danger]:
    """The dangers of these due rows, held until this transaction ends. Without those that somebody changes now."""
    return dangers.take(transaction, [UUID(row.subject) for row in rows])


def following(
    transaction: Transaction, kind: str, rows: Collection[DueTime], served: Sequence[Danger], *, now: datetime
) -> list[DueTime]:
    """The rows of this kind that follow. Those of dangers that somebody changes now stay as they are."""
    ids = {each.incident_id for each in served}
    others = {UUID(row.subject): row for row in rows if UUID(row.subject) not in ids}
    after = dangers.take(transaction, ids)
    coming = [row for each in after for row in due_rows(each, now=now) if row.kind == kind]
    return [*coming, *(others[each] for each in dangers.present(transaction, list(others)))]
