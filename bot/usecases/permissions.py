"""Who may do what. Every press is judged again: who can see a button says nothing about who may press it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.incidents.incident import Incident
from bot.domain.refusals import Refusal
from bot.domain.service.access import Act, Circumstances, may
from bot.domain.service.service import Team
from bot.usecases.context import Context
from storage import audit, incidents, reports
from storage.audit import AuditEvent
from storage.engine.transactions import Transaction

_REFUSED = {Act.READ_WORDS: AuditEvent.REPORT_OPEN_REFUSED, Act.AGREE_ACTION: AuditEvent.ACTION_AGREE_REFUSED}
_NOTHING_KNOWN = Circumstances(team="")
"""Of an incident that is not there: who may not see incidents does not learn from the answer which exist."""


class NotForYou(Refusal):
    """This person may not do this. The attempt has been recorded. `with_a_reason` they may open it all the same."""

    def __init__(self, act: Act, subject: UUID | str, *, with_a_reason: bool = False) -> None:
        super().__init__(act.value)
        self.with_a_reason = with_a_reason
        self.act = act
        self.subject = subject


class NotFound(Refusal):
    """There is no such report, incident or action."""


@dataclass(frozen=True)
class Judged:
    """A transaction in which everything is judged for one person. Leave it with `NotForYou`, and that is recorded."""

    transaction: Transaction
    context: Context
    by: str

    def incident(self, incident_id: UUID, act: Act) -> Incident:
        """The incident, held for a change, if this person may do `act` with it.

        Also by the id of any of its reports. Raises `NotForYou` or `NotFound`.
        """
        belongs_to = incidents.id_of_report(self.transaction, incident_id) or incident_id
        incident = incidents.get_for_update(self.transaction, belongs_to)
        while incident and incident.merged_into:  # Somebody merged it while we waited for it.
            incident = incidents.get_for_update(self.transaction, incident.merged_into)
        about = incidents.circumstances(self.transaction, incident) if incident else _NOTHING_KNOWN
        if not may(self.context.service, self.by, act, about):
            breaks = act is Act.READ_WORDS and may(self.context.service, self.by, Act.BREAK_GLASS, about)
            raise NotForYou(act, incident_id, with_a_reason=breaks)
        if incident is None:
            raise NotFound
        return incident

    def own_report(self, report_id: UUID, act: Act) -> Incident:
        """The incident of a report that this person sent, held for a change. Raises `NotForYou` or `NotFound`.

        That they sent another report of the same incident is not enough.
        """
        incident = self.incident(report_id, act)
        if reports.get(self.transaction, report_id).reporter != self.by:
            raise NotForYou(act, report_id)
        return incident

    def acts(self, incident: Incident) -> frozenset[Act]:
        """Everything that this person may do with it: what a screen offers them."""
        about = incidents.circumstances(self.transaction, incident)
        return frozenset(act for act in Act if may(self.context.service, self.by, act, about))

    def of_service(self, act: Act, subject: str) -> None:
        """Raises `NotForYou` unless this person may do `act`, which is about the service and about no incident."""
        if not may(self.context.service, self.by, act, _NOTHING_KNOWN):
            raise NotForYou(act, subject)

    def of_team(self, act: Act, team: Team | None, subject: str) -> None:
        """Raises `NotForYou` unless this person may do `act` with what belongs to a team and to no incident."""
        about = Circumstances(team=team.code, approvers=team.schedule.approvers) if team else _NOTHING_KNOWN
        if not may(self.context.service, self.by, act, about):
            raise NotForYou(act, subject)


@contextmanager
def judged(context: Context, *, by: str, now: datetime) -> Iterator[Judged]:
    """A transaction for what `by` asks for. A refusal is recorded after it, in a transaction of its own."""
    try:
        with context.database.writing() as transaction:
            yield Judged(transaction, context, by)
    except NotForYou as refusal:
        event = _REFUSED.get(refusal.act, AuditEvent.ACCESS_REFUSED)
        detail = {} if refusal.act in _REFUSED else {"act": refusal.act.value}
        with context.database.writing() as transaction:
            audit.add(transaction, actor=by, event=event, subject=str(refusal.subject), at=now, **detail)
        raise
