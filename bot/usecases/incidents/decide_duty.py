"""A named person says of a suggested duty whether it applies, or that it is done. Nothing is filed by itself."""

from datetime import datetime
from uuid import UUID

from bot.domain.incidents.duties import Verdict
from bot.domain.service.access import Act
from bot.usecases.context import Context
from bot.usecases.permissions import judged
from storage import audit, duties
from storage.audit import AuditEvent
from storage.engine.transactions import retry_on_conflict


@retry_on_conflict
def decide_duty(context: Context, incident_id: UUID, code: str, verdict: Verdict, *, by: str, now: datetime) -> None:
    """Whoever may decide about the incident. The same word again changes nothing."""
    with judged(context, by=by, now=now) as judge:
        incident = judge.incident(incident_id, Act.DECIDE)
        transaction = judge.transaction
        verdicts = {each.code: each.verdict for each in duties.of_incident(transaction, incident.id)}
        if code not in verdicts or verdicts[code] is verdict:
            return
        duties.say(transaction, incident.id, code, verdict, by=by, now=now)
        said = {"duty": code, "verdict": verdict.value}
        audit.add(transaction, actor=by, event=AuditEvent.DUTY_DECIDED, subject=str(incident.id), at=now, **said)
