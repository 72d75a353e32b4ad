"""Deciding what happens with an incident. Of two people who decide at once, one wins and the other is told."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from bot.domain.calendar import LONDON, local_date
from bot.domain.incidents import steps
from bot.domain.incidents.duties import suggested
from bot.domain.incidents.incident import DecisionForm, Incident
from bot.domain.reports.types import HarmSaid, worst_said
from bot.domain.service.access import Act
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.incidents.forget_hours import forget_hours
from bot.usecases.incidents.steps import record, this_incident
from bot.usecases.incidents.support import ask_after_harm
from bot.usecases.permissions import Judged, judged
from storage import duties, incidents, reports
from storage.audit import AuditEvent
from storage.engine.transactions import retry_on_conflict
from storage.outbox import messages

_RECORDED = ("category", "physical_harm", "psychological_harm", "response")


class ToDecide(NamedTuple):
    """What the form shows: what was decided before and why, and what the reporters said of harm."""

    incident: Incident
    reason: str | None
    said: HarmSaid


def incident_to_decide(context: Context, incident_id: UUID, *, by: str) -> ToDecide:
    """For whoever may decide."""
    with judged(context, by=by, now=context.clock.now()) as judge:
        incident, transaction = judge.incident(incident_id, Act.DECIDE), judge.transaction
        said = worst_said(reports.harm_said(transaction, incident.id))
        return ToDecide(incident, incidents.reason_of(transaction, incident.id), said)


@retry_on_conflict
def decide_incident(
    context: Context, incident_id: UUID, form: DecisionForm, *, seen: datetime | None, by: str
) -> Incident:
    """Decide what happens next. `seen` is when the decision was made that the form showed, if there was one.

    The same form sent again changes nothing. Raises `DecidedMeanwhile` or `IncidentRefused`.
    """
    now = context.clock.now()
    with judged(context, by=by, now=now) as judge:
        before, transaction = this_incident(judge, incident_id, Act.DECIDE, field="category"), judge.transaction
        if _is_saved_already(judge, before, form):
            return before
        after = steps.decide(before, form, seen=seen, by=by, now=now)
        involved = incidents.circumstances(transaction, before).involved
        steps.check_decision(form, involved=involved, today=local_date(now, context.service.zone))
        sealed = incidents.seal_reason(transaction, form.reason, before.id)
        incidents.change(transaction, before, after, reason_sealed=sealed)
        codes = {name: str(getattr(form, name)) for name in _RECORDED}
        record(judge, before, AuditEvent.INCIDENT_DECIDED, now=now, **codes)
        forget_hours(transaction, context.service, before.id, now=now)
        _suggest_duties(judge, after, now=now)
        ask_after_harm(transaction, context, after, now=now)
        _tell_new_lead(judge, before, after, now=now)
    context.wake_delivery()
    return after


def _suggest_duties(judge: Judged, incident: Incident, *, now: datetime) -> None:
    """What must now be told or done, as the answers suggest. A named person says what applies."""
    if incident.decision is None:
        return
    happened_at = reports.get(judge.transaction, incident.id).happened_at
    found = suggested(
        incident.id,
        incident.decision,
        happened_at=happened_at,
        known_at=incident.opened_at,
        today=local_date(now, LONDON),
    )
    duties.suggest(judge.transaction, incident.id, found)


def _tell_new_lead(judge: Judged, before: Incident, after: Incident, *, now: datetime) -> None:
    """Somebody who leads its review from now on, unless they decided so themselves."""
    lead = incidents.review_lead(after.decision)
    if lead and lead not in (incidents.review_lead(before.decision), judge.by):
        invited = outgoing.review_invited(before.id, to=lead, at=now)
        messages.put(judge.transaction, invited, now=judge.context.clock.elapsed())


def _is_saved_already(judge: Judged, incident: Incident, form: DecisionForm) -> bool:
    decision, words = incident.decision, form.model_dump(exclude={"reason"})
    if decision is None or decision.decided_by != judge.by:
        return False
    saved = decision.model_dump(include=set(words)), incidents.reason_of(judge.transaction, incident.id)
    return saved == (words, form.reason)
