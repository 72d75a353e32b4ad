"""What may be done with an incident, in which state: take, hand over, decide, close, open again, merge, restrict."""

from collections.abc import Collection
from datetime import date

from bot.domain.incidents.categories import is_offered
from bot.domain.incidents.incident import (
    Decision,
    DecisionForm,
    Incident,
    IncidentReason,
    IncidentRefused,
    IncidentState,
    LearningResponse,
)
from bot.domain.sensitivity import Sensitivity, strictest
from bot.domain.values import Moment


class DecidedMeanwhile(IncidentRefused):
    """Somebody decided after this form was drawn. `decision` is theirs."""

    def __init__(self, decision: Decision) -> None:
        super().__init__("category", IncidentReason.CHANGED_MEANWHILE)
        self.decision = decision


def take(incident: Incident, *, by: str, now: Moment) -> Incident:
    """Taken by whoever comes first. Who comes later changes nothing, and sees who has it."""
    if incident.state is not IncidentState.NEW:
        return incident
    return incident.model_copy(update={"state": IncidentState.TAKEN, "taken_by": by, "taken_at": now})


def hand_over(incident: Incident, *, to: str, now: Moment) -> Incident:
    """Somebody else has it from now on."""
    _require_open(incident, "to")
    if incident.taken_by == to:
        return incident
    state = IncidentState.TAKEN if incident.state is IncidentState.NEW else incident.state
    return incident.model_copy(update={"state": state, "taken_by": to, "taken_at": now})


def decide(incident: Incident, form: DecisionForm, *, seen: Moment | None, by: str, now: Moment) -> Incident:
    """The incident with this decision. `seen` is when the decision was made that the form showed, if there was one.

    Ask `check_decision` first.
    """
    _require_open(incident, "category")
    if incident.decision and incident.decision.decided_at != seen:
        raise DecidedMeanwhile(incident.decision)
    decision = Decision(**form.model_dump(exclude={"reason"}), decided_by=by, decided_at=now)
    taken = take(incident, by=by, now=now)
    return taken.model_copy(update={"state": IncidentState.DECIDED, "decision": decision})


def check_decision(form: DecisionForm, *, involved: Collection[str], today: date) -> None:
    """Raise `IncidentRefused` for what cannot be decided. Without a further response, nobody needs to lead it."""
    if not is_offered(form.category, day=today):
        raise IncidentRefused("category", IncidentReason.CATEGORY_NOT_LISTED)
    if form.response is not LearningResponse.NO_FURTHER_RESPONSE:
        if form.lead is None:
            raise IncidentRefused("lead", IncidentReason.LEAD_NEEDED)
        if form.due_on is None:
            raise IncidentRefused("due_on", IncidentReason.DATE_NEEDED)
    if form.lead in involved:
        raise IncidentRefused("lead", IncidentReason.PERSON_INVOLVED)
    if form.due_on and form.due_on < today:
        raise IncidentRefused("due_on", IncidentReason.DATE_HAS_PASSED)


def answered(incident: Incident) -> Incident:
    """One more of its reporters has an answer, or a named reason for none."""
    return incident.model_copy(update={"unanswered": incident.unanswered - 1})


def close(incident: Incident, *, in_danger: bool, by: str, now: Moment) -> Incident:
    """Closed, which needs a decision, an answer for each reporter, and nobody in danger."""
    _require_open(incident, "close")
    for missing, reason in (
        (in_danger, IncidentReason.IN_DANGER),
        (incident.decision is None, IncidentReason.NOT_DECIDED),
        (incident.unanswered > 0, IncidentReason.NOT_ANSWERED),
    ):
        if missing:
            raise IncidentRefused("close", reason)
    return incident.model_copy(update={"state": IncidentState.CLOSED, "closed_by": by, "closed_at": now})


def reopen(incident: Incident) -> Incident:
    """As it was before it was closed."""
    if incident.state is not IncidentState.CLOSED:
        raise IncidentRefused("reopen", IncidentReason.NOT_CLOSED)
    return incident.model_copy(update={"state": IncidentState.DECIDED, "closed_by": None, "closed_at": None})


def merge(incident: Incident, other: Incident, *, in_danger: bool) -> tuple[Incident, Incident]:
    """The incident without its reports, and the other one with them. What was decided of `other` holds.

    `in_danger`: whether somebody may still be at risk in `incident`.
    """
    if incident.id == other.id:
        raise IncidentRefused("reference", IncidentReason.SAME_INCIDENT)
    _require_open(incident, "reference")
    if in_danger:  # Its ladder goes on ringing for this very incident.
        raise IncidentRefused("reference", IncidentReason.IN_DANGER)
    if other.state is IncidentState.CLOSED:
        raise IncidentRefused("reference", IncidentReason.OTHER_CLOSED)
    given = incident.model_copy(update={"state": IncidentState.MERGED, "merged_into": other.id, "unanswered": 0})
    holder = {}
    if other.state is IncidentState.NEW and incident.taken_by:
        holder = {"state": IncidentState.TAKEN, "taken_by": incident.taken_by, "taken_at": incident.taken_at}
    kept = other.model_copy(
        update={
            "sensitivity": strictest(incident.sensitivity, other.sensitivity),
            "unanswered": incident.unanswered + other.unanswered,
            **holder,
        }
    )
    return given, kept


def restrict(incident: Incident) -> Incident:
    """Kept more closely. An incident that is restricted already stays as it is."""
    return incident.model_copy(update={"sensitivity": Sensitivity.RESTRICTED})


def lift(incident: Incident) -> Incident:
    """Ordinary again."""
    if incident.sensitivity is not Sensitivity.RESTRICTED:
        raise IncidentRefused("reason", IncidentReason.NOT_RESTRICTED)
    return incident.model_copy(update={"sensitivity": Sensitivity.ORDINARY})


def _require_open(incident: Incident, field: str) -> None:
    if incident.state is IncidentState.CLOSED:
        raise IncidentRefused(field, IncidentReason.CLOSED)
    if incident.state is IncidentState.MERGED:
        raise IncidentRefused(field, IncidentReason.MERGED)
