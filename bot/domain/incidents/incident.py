"""Incidents: what happened, told by one or more reports, and what the safety team does about it."""

from datetime import date
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field, Strict

from bot.domain.refusals import Reason, Refused
from bot.domain.reports.harm import PhysicalHarm, PsychologicalHarm
from bot.domain.sensitivity import Sensitivity
from bot.domain.values import Code, Moment, PersonId, Value, VisibleText


class IncidentState(StrEnum):
    """How far it has come. `MERGED` incidents have given their reports to another one."""

    NEW = "new"
    TAKEN = "taken"
    DECIDED = "decided"
    CLOSED = "closed"
    MERGED = "merged"


class LearningResponse(StrEnum):
    """How the service learns from it. The terms are those of PSIRF (NHS England, August 2022)."""

    NO_FURTHER_RESPONSE = "no_further_response"
    LOCAL_REVIEW = "local_review"
    AFTER_ACTION_REVIEW = "after_action_review"
    SWARM_HUDDLE = "swarm_huddle"
    MDT_REVIEW = "mdt_review"
    THEMATIC_REVIEW = "thematic_review"
    INVESTIGATION = "psii"


LONGEST_REASON = 2000
"""Characters of the reason for a decision."""


class DecisionForm(Value):
    """What whoever triages entered. `reason` is kept sealed, apart from the decision."""

    category: Code
    physical_harm: Annotated[PhysicalHarm, Strict(strict=False)]
    psychological_harm: Annotated[PsychologicalHarm, Strict(strict=False)]
    response: Annotated[LearningResponse, Strict(strict=False)]
    reason: VisibleText = Field(min_length=1, max_length=LONGEST_REASON, repr=False)
    lead: PersonId | None = None
    due_on: date | None = None


class Decision(Value):
    """What was decided at triage, by whom and when. Why is free text, and stands apart."""

    category: Code
    physical_harm: Annotated[PhysicalHarm, Strict(strict=False)]
    psychological_harm: Annotated[PsychologicalHarm, Strict(strict=False)]
    response: Annotated[LearningResponse, Strict(strict=False)]
    lead: PersonId | None = None
    due_on: date | None = None
    decided_by: PersonId
    decided_at: Moment


class Incident(Value):
    """An incident without any words. It begins with its first report and has that report's id.

    `unanswered` counts its reports whose reporter has no answer yet, nor a named reason for none.
    `version` grows with each change. Whoever decides without having seen the latest decision is refused: see `steps`.
    """

    id: UUID
    reference: str
    kind: Code
    team: Code
    opened_at: Moment
    state: IncidentState
    sensitivity: Sensitivity
    unanswered: int
    version: int
    taken_by: PersonId | None = None
    taken_at: Moment | None = None
    decision: Decision | None = None
    closed_by: PersonId | None = None
    closed_at: Moment | None = None
    merged_into: UUID | None = None


class IncidentReason(Reason):
    """Why a rule about incidents refused."""

    CLOSED = "incident_closed"
    MERGED = "incident_merged"
    NO_NAME_TO_LOOK_UP = "incident_no_name_to_look_up"
    LOOK_UP_REVIEWED = "incident_look_up_reviewed"
    NOBODY_TO_PHONE = "incident_nobody_to_phone"
    ASKED_TO_PHONE_JUST_NOW = "incident_asked_to_phone_just_now"
    NOT_CLOSED = "incident_not_closed"
    CHANGED_MEANWHILE = "incident_changed_meanwhile"
    NOT_DECIDED = "incident_not_decided"
    NOT_ANSWERED = "incident_not_answered"
    IN_DANGER = "incident_in_danger"
    TAKEN_BACK_ALREADY = "incident_taken_back_already"
    NOT_NOW = "incident_not_now"
    CATEGORY_NOT_LISTED = "incident_category_not_listed"
    LEAD_NEEDED = "incident_lead_needed"
    LEAD_NOT_HERE = "incident_lead_not_here"
    DATE_NEEDED = "incident_date_needed"
    DATE_HAS_PASSED = "incident_date_has_passed"
    PERSON_INVOLVED = "incident_person_involved"
    NOT_IN_THE_TEAM = "incident_not_in_the_team"
    REFERENCE_WRONG = "incident_reference_wrong"
    REFERENCE_NOT_FOUND = "incident_reference_not_found"
    SAME_INCIDENT = "incident_same_incident"
    OTHER_CLOSED = "incident_other_closed"
    WORDS_NOT_FOUND = "incident_words_not_found"
    NOT_RESTRICTED = "incident_not_restricted"
    AFFECTED_CHANGED = "incident_affected_changed"


class IncidentRefused(Refused):
    """A rule refused what was asked of an incident."""


RESTRICTED_KINDS = frozenset({"abuse"})
"""Kinds that are restricted from the moment they are saved: abuse, neglect, sexual safety."""


def sensitivity_of(kind: str, *, about_staff: bool) -> Sensitivity:
    """Restricted by its kind, or because the reporter says that it is about a member of staff."""
    return Sensitivity.RESTRICTED if about_staff or kind in RESTRICTED_KINDS else Sensitivity.ORDINARY
