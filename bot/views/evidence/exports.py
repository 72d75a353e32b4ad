"""The cells of the file of incidents. Codes are those of the program, days those of the service.

Spreadsheets run a cell that begins with = + - @ or a tab as a formula. Such a cell, also behind blanks or in full
width, gets an apostrophe in front, with which it is text.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.calendar import local_date
from bot.domain.evidence.exports import ExportedIncident
from bot.domain.service.service import Service

COLUMNS = (
    *("reference", "team", "type", "kind", "physical_harm", "psychological_harm", "harm_from", "state"),
    *("reported", "read", "decided", "closed", "learning_response"),
    *("reports", "every_reporter_answered", "actions", "action_states"),
)
_FORMULA = ("=", "+", "-", "@", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}")
_FORMULA_TOO = ("\N{FULLWIDTH HYPHEN-MINUS}", "\N{FULLWIDTH COMMERCIAL AT}", "\N{MINUS SIGN}")
_BLANK = ("\t", "\r", "\n")


def cells(incident: ExportedIncident, service: Service) -> list[str]:
    """One row, in the order of `COLUMNS`. What is not known is empty."""
    moments = (incident.reported_at, incident.read_at, incident.decided_at, incident.closed_at)
    harm = (incident.physical_harm, incident.psychological_harm, incident.harm_from)
    row = (
        *(incident.reference, _team(incident, service), incident.type, incident.kind, *harm, incident.state),
        *(_day(moment, service.zone) for moment in moments),
        *(incident.response, str(incident.reports), "no" if incident.unanswered else "yes"),
        *(str(len(incident.actions)), "; ".join(incident.actions)),
    )
    return [harmless(cell or "") for cell in row]


def harmless(cell: str) -> str:
    """The cell as no spreadsheet runs it."""
    runs = cell.startswith(_BLANK) or cell.lstrip().startswith((*_FORMULA, *_FORMULA_TOO))
    return f"'{cell}" if runs else cell


def _team(incident: ExportedIncident, service: Service) -> str | None:
    found = service.team(incident.team) if incident.team else None
    return found.name if found else incident.team


def _day(moment: datetime | None, zone: ZoneInfo) -> str:
    return str(local_date(moment, zone)) if moment else ""
