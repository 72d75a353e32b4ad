"""Reports: what a reporter sends, and when a report is accepted. The narrative is in `narratives`, apart."""

from datetime import timedelta
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Strict, StringConstraints

from bot.domain.calendar import local_date
from bot.domain.refusals import Reason, Refused
from bot.domain.reports.harm import PhysicalHarm, PsychologicalHarm
from bot.domain.reports.kinds import GOOD_CARE, offered_on
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.types import ASKED_ABOUT_DISTRESS, HarmSaid, Hurt, ReportType, type_of_kind
from bot.domain.service.service import Service
from bot.domain.values import Code, Moment, Value

Reporter = Annotated[str, StringConstraints(pattern=r"^([A-Z][A-Z0-9]{2,29}|anonymous)$")]
"""The Slack id of a reporter, or `ANONYMOUS_REPORTER`."""


class AtRisk(StrEnum):
    """The answer to: is anyone still at risk now?"""

    NO = "no"
    YES = "yes"
    NOT_SURE = "not_sure"

    @property
    def urgent(self) -> bool:
        """True for yes and for not sure, because danger is shown until somebody knows better."""
        return self is not AtRisk.NO


class Progress(StrEnum):
    """How far a report has come, as its reporter sees it."""

    RECEIVED = "received"
    READ = "read"
    ACTION_AGREED = "action_agreed"


class ReportForm(Value):
    """The answers of a report form, without the narrative."""

    kind: Code
    still_at_risk: Annotated[AtRisk, Strict(strict=False)]
    team: Code
    happened_at: Moment
    type: Annotated[ReportType, Strict(strict=False)] = ReportType.INCIDENT
    hurt: Annotated[Hurt | None, Strict(strict=False)] = None
    physical_harm: Annotated[PhysicalHarm | None, Strict(strict=False)] = None
    psychological_harm: Annotated[PsychologicalHarm | None, Strict(strict=False)] = None

    def settled(self) -> "ReportForm":
        """Without answers that others have made pointless. Good care is a kind and a type, whichever was chosen."""
        good = ReportType.GOOD_CARE in (self.type, type_of_kind(self.kind))
        type_ = {"type": ReportType.GOOD_CARE, "kind": GOOD_CARE} if good else {}
        scales = self.hurt in (Hurt.YES, Hurt.NOT_SURE)
        physical = self.physical_harm if scales else None
        psychological = self.psychological_harm if scales or self.kind in ASKED_ABOUT_DISTRESS else None
        return self.model_copy(update={**type_, "physical_harm": physical, "psychological_harm": psychological})

    @property
    def harm_said(self) -> HarmSaid:
        return HarmSaid(self.hurt, self.physical_harm, self.psychological_harm)


class Report(Value):
    """An accepted report, without its narrative: safe to compose messages from."""

    id: UUID
    incident_id: UUID
    reference: str
    kind: Code
    still_at_risk: AtRisk
    team: Code
    happened_at: Moment
    reported_at: Moment
    reporter: Reporter
    name_choice: NameChoice = NameChoice.NAMED
    type: Annotated[ReportType, Strict(strict=False)] = ReportType.INCIDENT
    hurt: Annotated[Hurt | None, Strict(strict=False)] = None
    physical_harm: Annotated[PhysicalHarm | None, Strict(strict=False)] = None
    psychological_harm: Annotated[PsychologicalHarm | None, Strict(strict=False)] = None
    progress: Progress = Progress.RECEIVED


class ReportReason(Reason):
    """Why a report is refused."""

    KIND_NOT_OFFERED = "kind_not_offered"
    TEAM_NOT_LISTED = "team_not_listed"
    IN_THE_FUTURE = "in_the_future"
    TOO_LONG_AGO = "too_long_ago"


class ReportRefused(Refused):
    """A rule refused the report."""


CLOCKS_MAY_DIFFER = timedelta(minutes=5)
"""A phone's clock may be ahead of ours by this much before a time counts as in the future."""

EARLIEST = timedelta(days=20 * 365)


def accept(form: ReportForm, service: Service, *, now: Moment) -> ReportForm:
    """Return the form if the rules allow it; otherwise raise `ReportRefused` with the field and the reason."""
    offered = {kind.code for kind in offered_on(local_date(now, service.zone))}
    if form.kind not in offered and form.type is not ReportType.GOOD_CARE:
        raise ReportRefused("kind", ReportReason.KIND_NOT_OFFERED)
    if service.team(form.team) is None:
        raise ReportRefused("team", ReportReason.TEAM_NOT_LISTED)
    if form.happened_at > now + CLOCKS_MAY_DIFFER:
        raise ReportRefused("happened_at", ReportReason.IN_THE_FUTURE)
    if form.happened_at < now - EARLIEST:
        raise ReportRefused("happened_at", ReportReason.TOO_LONG_AGO)
    return form
