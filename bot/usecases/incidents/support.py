"""After harm somebody is asked whether support was offered: soon, after a day and after a week, until it is done."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.incidents.incident import Incident
from bot.domain.incidents.support import Stage, Support, coarse_times, in_hours, is_after_harm, times
from bot.domain.reports.coarse_times import next_hour, to_the_hour
from bot.domain.reports.types import worst_said
from bot.domain.sensitivity import CONCERNS
from bot.domain.service.access import Act, asked_about_support
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, DueResult, WhenLate
from bot.usecases.permissions import judged
from storage import audit, due, incidents, occurrences, reports, support
from storage.audit import AuditEvent
from storage.due import DueTime
from storage.engine.transactions import Transaction, retry_on_conflict
from storage.outbox.messages import OutboxMessage

KIND = outgoing.SupportAsked.KIND
WHAT = "the question after harm whether support was offered"
FURTHEST = timedelta(days=8)
"""A week, and the night after it."""
WHEN_LATE: WhenLate = AtOnce()


def ask_after_harm(transaction: Transaction, context: Context, incident: Incident, *, now: datetime) -> None:
    """Ask from now on, once for each incident. Part of each transaction that may tell of harm."""
    if incident.sensitivity in CONCERNS or not _after_harm(transaction, incident):
        return
    if support.begin(transaction, incident.id):
        zone = context.service.zone_of(incident.team)
        anonymous = incident.decision is None and reports.has_anonymous(transaction, incident.id)
        hour = now if now == to_the_hour(now) else next_hour(now)
        stages = coarse_times(hour, zone) if anonymous else times(now, zone)
        due.put(transaction, [DueTime(KIND, _subject(incident.id, stage), at) for stage, at in stages.items()])


@retry_on_conflict
def say_support(context: Context, incident_id: UUID, pressed: Support, *, by: str, now: datetime) -> None:
    """Whoever may be asked presses a button. Once it is done nobody is asked any more.

    Raises `NotForYou` or `NotFound`.
    """
    with judged(context, by=by, now=now) as judge:
        incident, transaction = judge.incident(incident_id, Act.SAY_SUPPORT), judge.transaction
        if support.say(transaction, incident.id, pressed, now=now):
            subject, said = str(incident.id), {"support": pressed.value}
            audit.add(transaction, actor=by, event=AuditEvent.SUPPORT_SAID, subject=subject, at=now, **said)
        if pressed is Support.DONE:
            due.remove(transaction, KIND, [_subject(incident.id, stage) for stage in Stage])


def serve(transaction: Transaction, context: Context, rows: Sequence[DueTime], *, now: datetime) -> DueResult:
    """One question for each incident and stage, by day. Of stages that are late together the last one is asked."""
    messages, following = list[OutboxMessage](), list[DueTime]()
    for incident_id, stage in _latest(rows).items():
        incident = incidents.of_report(transaction, incident_id)  # Merged, it is that of its first report.
        person = _asked(transaction, context, incident)
        opens_at = in_hours(now, context.service.zone_of(incident.team))
        if person and opens_at > now:
            following.append(DueTime(KIND, _subject(incident_id, stage), opens_at))
        elif person and occurrences.first_time(
            transaction, KIND, subject=str(incident.id), local_key=stage.value, now=now
        ):
            messages.append(outgoing.support_asked(incident.id, stage, to=person))
    return DueResult(messages, following)


def standing(_transaction: Transaction, _context: Context, *, now: datetime) -> None:
    """The use cases that may tell of harm write its rows."""


def _subject(incident_id: UUID, stage: Stage) -> str:
    return f"{incident_id}:{stage}"


def _latest(rows: Sequence[DueTime]) -> dict[UUID, Stage]:
    order, found = list(Stage), dict[UUID, Stage]()
    for incident, _, stage in (row.subject.partition(":") for row in rows):
        known = found.get(UUID(incident), Stage.FIRST)
        found[UUID(incident)] = max(known, Stage(stage), key=order.index)
    return found


def _asked(transaction: Transaction, context: Context, incident: Incident) -> str | None:
    """Whoever is asked, as things stand now; None if there is nothing to ask any more."""
    known = support.of_incident(transaction, incident.id)
    if known is None or Support.DONE in known or not _after_harm(transaction, incident):
        return None
    return asked_about_support(context.service, incidents.circumstances(transaction, incident))


def _after_harm(transaction: Transaction, incident: Incident) -> bool:
    return is_after_harm(incident.decision, worst_said(reports.harm_said(transaction, incident.id)))
