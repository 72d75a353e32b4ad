"""What has happened with a report, as its reporter may know it."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from bot.domain.incidents.conversation import Entry, EntryKind
from bot.domain.incidents.incident import Incident, LearningResponse
from bot.domain.sensitivity import Sensitivity
from bot.domain.values import Moment, Value


class Step(StrEnum):
    """What happens with a report, beside what is written about it."""

    SENT = "sent"
    SENT_AGAIN = "sent_again"
    READ = "read"
    TAKEN = "taken"
    DECIDED = "decided"
    ACTION_AGREED = "action_agreed"
    CLOSED = "closed"


class Happened(Value):
    """One line. `by` is a Slack id where the reporter may know the name; `response` is what was decided."""

    what: Step | EntryKind
    at: Moment
    by: str | None = None
    response: LearningResponse | None = None


def time_line(
    incident: Incident,
    *,
    sent_at: Sequence[Moment],
    read_at: Moment | None,
    agreed_at: Sequence[Moment],
    entries: Sequence[Entry],
) -> tuple[Happened, ...]:
    """Everything in its order. The name is of whoever took the incident or answered, unless it is restricted.

    Who looked up the name of the reporter is named in any case.
    """
    names = incident.sensitivity is Sensitivity.ORDINARY
    lines = [
        *(Happened(what=Step.SENT_AGAIN if again else Step.SENT, at=at) for again, at in enumerate(sent_at)),
        *([Happened(what=Step.READ, at=read_at)] if read_at else []),
        *_of_incident(incident, names=names),
        *(Happened(what=Step.ACTION_AGREED, at=at) for at in agreed_at),
        *(_of_entry(entry, names=names) for entry in entries),
    ]
    return tuple(sorted(lines, key=lambda line: line.at))


def _of_incident(incident: Incident, *, names: bool) -> Iterator[Happened]:
    if incident.taken_at:
        yield Happened(what=Step.TAKEN, at=incident.taken_at, by=incident.taken_by if names else None)
    if incident.decision:
        yield Happened(what=Step.DECIDED, at=incident.decision.decided_at, response=incident.decision.response)
    if incident.closed_at:
        yield Happened(what=Step.CLOSED, at=incident.closed_at)


def _of_entry(entry: Entry, *, names: bool) -> Happened:
    named = entry.kind is EntryKind.NAME_LOOKED_UP or (names and entry.kind is EntryKind.ANSWER)
    return Happened(what=entry.kind, at=entry.at, by=entry.author if named else None)
