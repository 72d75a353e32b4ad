"""What may be shown of a report wherever its card is shown: never who sent it, never what they wrote."""

from datetime import datetime

from bot.domain.reports.kinds import label_of
from bot.domain.reports.report import AtRisk, Report
from bot.domain.sensitivity import Sensitivity
from bot.domain.service.service import Service
from bot.views.kit import dates
from bot.views.kit.blocks import escaped

RESTRICTED = "Restricted"
"""Stands in place of its kind where not everybody may know the kind."""
AT_RISK = {AtRisk.YES: "yes", AtRisk.NOT_SURE: "not sure", AtRisk.NO: "no"}


def summary(
    report: Report, service: Service, *, sensitivity: Sensitivity = Sensitivity.ORDINARY, now: datetime
) -> str:
    """Its team, whether anyone is still at risk, and when it happened there. Its kind, unless it is restricted."""
    team = service.team(report.team)
    zone, name = service.zone_of(report.team), team.name if team else report.team
    happened, sent = (dates.moment(at, zone, now=now) for at in (report.happened_at, report.reported_at))
    kind = "" if sensitivity.withheld else f"*Kind:* {label_of(report.kind)}\n"
    return (
        f"{kind}"
        f"*Team:* {escaped(name)}\n"
        f"*Anyone still at risk:* {AT_RISK[report.still_at_risk]}\n"
        f"*When:* {happened} (sent {sent})"
    )


def line(label: str, team_code: str, service: Service, *, happened_at: datetime, now: datetime) -> str:
    """What it is, where and when: Medication, Oak Ward, 02:10. With the date unless it was today."""
    team = service.team(team_code)
    zone, name = service.zone_of(team_code), team.name if team else team_code
    return f"{label} · {escaped(name)} · {dates.clock(happened_at, zone, now=now)}"
