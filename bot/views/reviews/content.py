"""What the screen of a review is made of."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from bot.domain.incidents.incident import Incident
from bot.domain.reviews.review import Agreement, Contribution
from bot.domain.service.access import Act


@dataclass(frozen=True)
class ReviewContent:
    """`acts` decides which buttons stand; `person` is whoever looks at it."""

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
