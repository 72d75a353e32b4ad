"""Incidents as they leave Candour in a file: facts only, never a narrative, a name or a Slack id."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.reports.types import ReportType


class ExportReason(StrEnum):
    """Why somebody asks for a file. The audit trail keeps no free text, so that it is one of these words."""

    GOVERNANCE = "governance"
    INSPECTION = "inspection"
    COMMISSIONER = "commissioner"
    IMPROVEMENT = "improvement"
    CHECKING = "checking"
    """To check numbers that are shown elsewhere."""


class HarmFrom(StrEnum):
    """Who said how great the harm was."""

    DECISION = "decision"
    REPORTER = "reporter"


@dataclass(frozen=True, slots=True)
class ExportedIncident:
    """One row. What nobody has said or done yet is None.

    `team` is None for a concern. `read_at` is when its first report was first read. `unanswered` counts its reports
    whose reporter waits for an answer.
    """

    reference: str
    team: str | None
    type: ReportType
    kind: str
    physical_harm: str | None
    psychological_harm: str | None
    harm_from: HarmFrom | None
    state: str
    reported_at: datetime
    read_at: datetime | None
    decided_at: datetime | None
    closed_at: datetime | None
    response: str | None
    reports: int
    unanswered: int
    actions: tuple[str, ...]
    """The state of each, the oldest first: open, done or checked."""
