"""Reports: what was sent, and when a report is accepted. The narrative is kept apart, in `narratives`."""

from datetime import timedelta
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Strict

from bot.domain.calendar import local_date
from bot.domain.reports.kinds import offered_on
from bot.domain.service.service import Service
from bot.domain.values import Code, Moment, SlackId, Value


class AtRisk(StrEnum):
    """The answer to: is anyone still at risk now?"""

    NO = "no"
    YES = "yes"
    NOT_SURE = "not_sure"

    @property
    def urgent(self) -> bool:
        """Not sure counts as yes: danger is shown to people until somebody knows better."""
        return self is not AtRisk.NO


class Progress(StrEnum):
    """How far a report has come, as its reporter sees it."""

    RECEIVED = "received"
    READ = "read"
    ACTION_AGREED = "action_agreed"


class ReportForm(Value):
    """The answers of a report form, but for the narrative."""

    kind: Code
    still_at_risk: Annotated[AtRisk, Strict(strict=False)]
    team: Code
    happened_at: Moment


class Report(Value):
    """An accepted report, without its narrative: safe to compose messages from."""

    id: UUID
    reference: str
    kind: Code
    still_at_risk: AtRisk
    team: Code
    happened_at: Moment
    reported_at: Moment
    reporter: SlackId
    progress: Progress = Progress.RECEIVED


class ReportRefused(Exception):
    """A rule refused the report. `field` and `reason` are shown to the reporter."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(field)
        self.field = field
        self.reason = reason


CLOCKS_MAY_DIFFER = timedelta(minutes=5)
"""A phone's clock may be ahead of ours by this much before a time counts as in the future."""

EARLIEST = timedelta(days=20 * 365)


def accept(draft: ReportForm, service: Service, *, now: Moment) -> ReportForm:
    """The draft itself if the rules allow it, or raise `ReportRefused` naming the field and why."""
    if draft.kind not in {kind.code for kind in offered_on(local_date(now, service.zone))}:
        raise ReportRefused("kind", "Choose a kind from the list.")
    if service.team(draft.team) is None:
        raise ReportRefused("team", "Choose a team from the list.")
    if draft.happened_at > now + CLOCKS_MAY_DIFFER:
        raise ReportRefused("happened_at", "This time is in the future. Check the date and time.")
    if draft.happened_at < now - EARLIEST:
        raise ReportRefused("happened_at", "This date is very long ago. Check the year.")
    return draft
