"""Who has looked at a report, in the words of its row in the queue and of its card."""

from datetime import datetime

from bot.domain.incidents.incident import IncidentState
from bot.domain.incidents.queue import QueueRow, ReviewState
from bot.domain.service.service import Service
from bot.views.kit import dates, people

_REVIEWS = {ReviewState.OPEN: ["review open"], ReviewState.AGREED: ["review agreed"]}


def words(row: QueueRow, service: Service, *, now: datetime) -> str:
    """Read, taken, decided or closed, by whom and when; empty if nobody has looked at it.

    Then how far its review has come, and whether it was taken back, which ends nothing.
    """
    incident, decision = row.incident, row.incident.decision
    done = (
        ("closed", incident.closed_by, incident.closed_at),
        ("decided", decision and decision.decided_by, decision and decision.decided_at),
        ("taken", incident.state is not IncidentState.NEW and incident.taken_by, incident.taken_at),
        ("read", row.read_by, row.read_at),
    )
    said = [
        f"{what} by {people.named(service, who)}, {dates.clock(when, service.zone, now=now)}"
        for what, who, when in done
        if who and when
    ]
    review = _REVIEWS[row.review] if row.review else []
    return " · ".join([*said[:1], *review, *(["taken back"] if row.taken_back else [])])
