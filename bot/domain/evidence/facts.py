"""What is known of reports, decisions, actions and dangers, without a word of them and without a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.domain.actions.hold import HoldAnswer
from bot.domain.evidence.denominators import Denominator
from bot.domain.evidence.pathway import Leg
from bot.domain.incidents.incident import LearningResponse
from bot.domain.reports.harm import PhysicalHarm, PsychologicalHarm
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.opinions import Counts
from bot.domain.reviews.factors import Part


@dataclass(frozen=True, slots=True)
class ReportFact:
    """A report that was not taken back. `decided_at` and `closed_at` are those of its incident."""

    team: str
    kind: str
    urgent: bool
    happened_at: datetime
    sent_at: datetime
    read_at: datetime | None = None
    decided_at: datetime | None = None
    answered_at: datetime | None = None
    closed_at: datetime | None = None
    name_choice: NameChoice = NameChoice.NAMED
    helped: bool = False
    """Its reporter said that the answer helped."""


@dataclass(frozen=True, slots=True)
class DecisionFact:
    """What was decided of one incident at triage."""

    decided_at: datetime
    physical: PhysicalHarm
    psychological: PsychologicalHarm
    response: LearningResponse


@dataclass(frozen=True, slots=True)
class ActionFact:
    """`due_on` is the latest date that was set. `done_on` is the date where the owner is."""

    agreed_at: datetime
    due_on: date
    moved: bool
    done_at: datetime | None = None
    done_on: date | None = None
    checked: bool = False

    @property
    def done_in_time(self) -> bool:
        return self.done_on is not None and self.done_on <= self.due_on


@dataclass(frozen=True, slots=True)
class DangerFact:
    """A danger, and when somebody first said that they have it."""

    started_at: datetime
    taken_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HoldFact:
    """A question to a ward whether a change holds, so many days after its check. `answer` is the most careful one."""

    days: int
    closes_at: datetime
    answer: HoldAnswer | None = None


@dataclass(frozen=True, slots=True)
class ReviewFact:
    """A review that its lead has agreed: how many people wrote in it, and whether a learning point came of it."""

    agreed_at: datetime
    people: int
    with_point: bool
    parts: Sequence[Part] = ()
    """Of the work system: one for each factor that the record of the review names."""


@dataclass(frozen=True, slots=True)
class AffectedFact:
    """Somebody affected who was offered to take part: what came of it so far."""

    accepted: bool
    answered: bool


@dataclass(frozen=True, slots=True)
class LearningFacts:
    """`points` are when learning points were approved, `bulletins` when one was posted and the team that got it.

    `tests` are test alerts: when each was sent, and whether somebody had seen it within the hour.
    """

    reviews: Sequence[ReviewFact] = ()
    points: Sequence[datetime] = ()
    bulletins: Sequence[tuple[datetime, str]] = ()
    tests: Sequence[tuple[datetime, bool]] = ()
    affected: Sequence[AffectedFact] = ()
    """Those to whom it was offered in the period."""
    pathway: Sequence[Leg] = ()
    """Of one incident whose action was checked in the period. Nothing of it says which one it is."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that a figure or a paper is counted from."""

    reports: tuple[ReportFact, ...] = ()
    decisions: tuple[DecisionFact, ...] = ()
    actions: tuple[ActionFact, ...] = ()
    dangers: tuple[DangerFact, ...] = ()
    holds: tuple[HoldFact, ...] = ()
    learning: LearningFacts = LearningFacts()
    denominators: tuple[Denominator, ...] = ()
    opinions: Mapping[date, Counts] = field(default_factory=dict)
    """What reporters say of reporting, by the first day of each quarter that the period touches."""
