"""A report as its own reporter follows it: how far it has come, and what they may write to it now."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from bot.domain.incidents.conversation import FOR_REPORTER, Entry, EntryKind, EntryWords
from bot.domain.incidents.incident import IncidentReason, IncidentRefused
from bot.domain.incidents.time_line import Happened, Step
from bot.domain.incidents.who_read import DayOfReading
from bot.domain.reports.narratives import Narrative
from bot.domain.reports.opinions import Question, still_asked
from bot.domain.reports.report import Report
from bot.domain.values import Moment, Value


class Milestone(StrEnum):
    """What a reporter is told of in Home, in the order in which it usually comes."""

    READ = "read"
    TAKEN = "taken"
    ACTION_AGREED = "action_agreed"
    ASKED = "asked"
    ANSWERED = "answered"
    CLOSED = "closed"


class OwnReport(Value):
    """One line of a person's own reports: the report, and when it last reached each milestone."""

    report: Report
    read_at: Moment | None = None
    taken_at: Moment | None = None
    action_agreed_at: Moment | None = None
    asked_at: Moment | None = None
    answered_at: Moment | None = None
    closed_at: Moment | None = None
    taken_back: bool = False

    @property
    def reached(self) -> dict[Milestone, Moment]:
        """The milestones that it has reached, each with its time."""
        times = {each: getattr(self, f"{each}_at") for each in Milestone}
        return {each: at for each, at in times.items() if at is not None}

    @property
    def latest(self) -> tuple[Milestone, Moment] | None:
        """The latest news of it; of two at one moment, the one that usually comes later."""
        order = list(Milestone)
        return max(self.reached.items(), key=lambda each: (each[1], order.index(each[0])), default=None)

    def news_since(self, moment: Moment | None) -> tuple[Milestone, ...]:
        """What was reached after this moment; everything, if there is none."""
        return tuple(each for each, at in self.reached.items() if moment is None or at > moment)


@dataclass(frozen=True)
class MyReport:
    """Everything that a reporter sees of their own report.

    `versions` begin with the report as it was first sent; `narratives` and `sent_at` belong to them, one each. None
    stands for words that cannot be read. `words` has the words of entries that have some.
    """

    versions: Sequence[Report]
    narratives: Sequence[Narrative | None]
    sent_at: Sequence[Moment]
    entries: Sequence[Entry]
    words: dict[UUID, EntryWords | None]
    time_line: Sequence[Happened]
    reading: Sequence[DayOfReading]
    may_write: Collection[EntryKind]
    in_danger: bool = False
    """While the danger of its incident lasts."""
    opinions_given: Collection[Question] = ()
    """Which questions about reporting itself were answered. The answers are stored nowhere beside the report."""

    @property
    def report(self) -> Report:
        """As it was first sent."""
        return self.versions[0]

    @property
    def newest_for_reporter(self) -> Entry | None:
        """The newest question or answer."""
        return newest(self.entries, FOR_REPORTER)

    @property
    def opinions_asked(self) -> tuple[Question, ...]:
        """What may still be asked about reporting itself: nothing before there is an answer to read."""
        answered = newest(self.entries, {EntryKind.ANSWER}) is not None
        return still_asked(self.report.name_choice, self.opinions_given) if answered else ()

    @property
    def reached(self) -> frozenset[Step | EntryKind]:
        """Everything that has happened with it so far."""
        return frozenset(line.what for line in self.time_line)


def newest(entries: Sequence[Entry], kinds: Collection[EntryKind]) -> Entry | None:
    """The last of these entries that is of one of these kinds. The oldest comes first."""
    return next((entry for entry in reversed(entries) if entry.kind in kinds), None)


def may_write(entries: Sequence[Entry], *, at_risk_since: Moment | None) -> frozenset[EntryKind]:
    """What its reporter may write now. `at_risk_since`: when they last said that somebody may be at risk."""
    answer = newest(entries, {EntryKind.ANSWER})
    allowed = {
        EntryKind.ADDITION: True,
        EntryKind.WITHDRAWAL: newest(entries, {EntryKind.WITHDRAWAL}) is None,
        EntryKind.SAFE_NOW: at_risk_since is not None and not _said_since(entries, EntryKind.SAFE_NOW, at_risk_since),
        EntryKind.REPLY: newest(entries, FOR_REPORTER) is not None,
        EntryKind.IT_HELPED: answer is not None and not _said_since(entries, EntryKind.IT_HELPED, answer.at),
    }
    return frozenset(kind for kind, is_allowed in allowed.items() if is_allowed)


def _said_since(entries: Sequence[Entry], kind: EntryKind, moment: Moment) -> bool:
    latest = newest(entries, {kind})
    return latest is not None and latest.at >= moment


def accept_entry(kind: EntryKind, entries: Sequence[Entry], *, at_risk_since: Moment | None) -> EntryKind:
    """Return the kind if its reporter may write it now; otherwise raise `IncidentRefused`."""
    if kind in may_write(entries, at_risk_since=at_risk_since):
        return kind
    taken_back = kind is EntryKind.WITHDRAWAL
    raise IncidentRefused("text", IncidentReason.TAKEN_BACK_ALREADY if taken_back else IncidentReason.NOT_NOW)
