"""What the screens of a review, of its record and of a reflection session are made of."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from bot.domain.incidents.incident import Incident
from bot.domain.reviews.record import RecordEntry
from bot.domain.reviews.review import Agreement, Contribution
from bot.domain.reviews.session import Guest, Session
from bot.domain.reviews.session_words import Notes, SessionWords
from bot.domain.service.access import Act


@dataclass(frozen=True)
class ReviewContent:
    """A review with the words of everybody. `acts` is what `person`, who looks at it, may do with it.

    `people` take part beside the lead; `made_actions` and `made_points` count what came of the incident so far.
    """

    incident: Incident
    person: str
    people: Collection[str]
    contributions: Sequence[Contribution] = field(repr=False)
    agreed: Agreement | None
    acts: frozenset[Act]
    made_actions: int = 0
    made_points: int = 0
    recorded: int = 0
    """Entries of its record."""

    @property
    def own(self) -> Contribution | None:
        """What this person wrote, the newest if there are several."""
        theirs = [each for each in self.contributions if each.person == self.person]
        return max(theirs, key=lambda each: each.saved_at, default=None)

    @property
    def may_write(self) -> bool:
        return Act.WRITE_REVIEW in self.acts and self.agreed is None


@dataclass(frozen=True)
class RecordContent:
    """What stands in the record, and those taking part. `acts` is what `person`, who looks at it, may do with it."""

    incident: Incident
    person: str
    people: Collection[str]
    entries: Sequence[RecordEntry] = field(repr=False)
    agreed: Agreement | None
    acts: frozenset[Act]


@dataclass(frozen=True)
class SessionContent:
    """A session with its words. `person` is whoever looks at it."""

    session: Session
    person: str
    guests: Sequence[Guest]
    words: SessionWords | None = field(repr=False)
    notes: Sequence[Notes] = field(repr=False)

    @property
    def leads(self) -> bool:
        return self.person == self.session.lead

    @property
    def own(self) -> Notes | None:
        """What this person wrote."""
        return next((each for each in self.notes if each.person == self.person), None)
