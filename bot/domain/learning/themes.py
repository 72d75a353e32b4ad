"""Themes: what several incidents have in common. The program proposes, and a person names and confirms, or does not.

A proposal is made of the category, of a contributory factor, or of alike words. It is worked out in memory each time,
the same each time for the same incidents; of words nothing is kept but what a person wrote themselves.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256
from math import log
from uuid import UUID

from pydantic import Field, field_validator

from bot.domain.refusals import Reason, Refused
from bot.domain.values import Code, Moment, PersonId, Value, VisibleText

FEWEST = 3
"""Incidents that make a proposal."""
ALIKE = 0.34
"""From which cosine on two texts are alike: the lowest that invents at most three themes in the unrelated incidents
of `tests/usecases/likeness`, because a person puts an invented one aside and never sees a missed one."""
MOST_WORDS = 6
"""Words in common that are named."""
MOST_PROPOSED = 12
MOST_INCIDENTS = 100
"""Of one theme: a menu in a form takes no more."""
LONGEST_NAME, LONGEST_NOTE, LONGEST_REASON = 80, 300, 300


PERIODS = (21, 91, 182, 365)
"""Days that can be looked back over."""


class ThemePlace(Value):
    """What somebody looks at: so many days back, one team or all, one kind or all."""

    days: int = 91
    team: Code | None = None
    kind: Code | None = None

    @field_validator("days")
    @classmethod
    def _is_offered(cls, days: int) -> int:
        if days not in PERIODS:
            raise ValueError("is not offered")
        return days


class Basis(StrEnum):
    """Why incidents are proposed as one theme."""

    CATEGORY = "category"
    FACTOR = "factor"
    WORDS = "words"


@dataclass(frozen=True)
class Told:
    """What is compared of one incident. `meanings` are what its text is compared by, each with its weight."""

    id: UUID
    category: str | None = None
    factors: Collection[str] = ()
    meanings: Mapping[str, float] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Proposal:
    """Incidents that may be a theme. `code` is the category or factor; `shared` what most of the texts have."""

    basis: Basis
    incidents: tuple[UUID, ...]
    code: str = ""
    shared: tuple[str, ...] = field(default=(), repr=False)

    @property
    def key(self) -> str:
        """The same for the same incidents proposed for the same reason. It says nothing of them."""
        about = f"{self.basis}:{self.code}:{','.join(map(str, self.incidents))}"
        return sha256(about.encode()).hexdigest()[:16]


class ThemeForm(Value):
    """What somebody writes, of which days. Nothing is a theme before it says what it cannot tell."""

    name: VisibleText = Field(max_length=LONGEST_NAME, repr=False)
    note: VisibleText = Field(max_length=LONGEST_NOTE, repr=False)
    first_day: date
    last_day: date


class Theme(Value):
    """A theme that a person has named and confirmed. None: its words cannot be read."""

    id: UUID
    first_day: date
    last_day: date
    name: str | None = Field(repr=False)
    note: str | None = Field(repr=False)
    confirmed_by: PersonId
    confirmed_at: Moment
    retired_by: PersonId | None = None
    retired_at: Moment | None = None
    retired_because: str | None = Field(default=None, repr=False)


class ThemeReason(Reason):
    """Why a rule about themes refused."""

    TOO_FEW = "theme_too_few"
    TOO_MANY = "theme_too_many"
    NOT_FOUND = "theme_not_found"
    RETIRED = "theme_retired"


class ThemeRefused(Refused):
    """A rule refused what was asked of a theme."""


def check_incidents(incidents: Collection[UUID]) -> None:
    """Raises `ThemeRefused`."""
    if len(incidents) < FEWEST:
        raise ThemeRefused("incidents", ThemeReason.TOO_FEW)
    if len(incidents) > MOST_INCIDENTS:
        raise ThemeRefused("incidents", ThemeReason.TOO_MANY)


def require_standing(theme: Theme) -> None:
    """Raises `ThemeRefused` once it is retired."""
    if theme.retired_at:
        raise ThemeRefused("", ThemeReason.RETIRED)


def retired(theme: Theme, because: str, *, by: str, now: Moment) -> Theme:
    """It counts no more, and stays in the history. Raises `ThemeRefused`."""
    require_standing(theme)
    return theme.model_copy(update={"retired_by": by, "retired_at": now, "retired_because": because})


def proposals(told: Sequence[Told]) -> tuple[Proposal, ...]:
    """The largest first, at most `MOST_PROPOSED`; of the same incidents only the first reason, and words last."""
    found = [*_by_code(told, Basis.CATEGORY), *_by_code(told, Basis.FACTOR), *by_words(told)]
    first = {each.incidents: each for each in reversed(found)}
    order = list(Basis)
    ranked = sorted(first.values(), key=lambda each: (-len(each.incidents), order.index(each.basis), each.incidents))
    return tuple(ranked[:MOST_PROPOSED])


def _by_code(told: Sequence[Told], basis: Basis) -> list[Proposal]:
    by_code: dict[str, list[UUID]] = defaultdict(list)
    for each in told:
        codes = each.factors if basis is Basis.FACTOR else [each.category] if each.category else []
        for code in codes:
            by_code[code].append(each.id)
    return [
        Proposal(basis, tuple(sorted(ids)), code=code) for code, ids in sorted(by_code.items()) if len(ids) >= FEWEST
    ]


def by_words(told: Sequence[Told]) -> list[Proposal]:
    """Groups of alike texts: the one with most neighbours and these, then the same among the rest."""
    vectors = _vectors({each.id: each.meanings for each in told})
    near = _neighbours(vectors)
    found, left = list[Proposal](), set(near)
    while left:
        middle = min(left, key=lambda each: (-len(near[each] & left), each))
        group = {middle} | (near[middle] & left)
        if len(group) < FEWEST:
            break
        found.append(Proposal(Basis.WORDS, tuple(sorted(group)), shared=_shared(group, vectors)))
        left -= group
    return found


def _vectors(meanings: Mapping[UUID, Mapping[str, float]]) -> dict[UUID, dict[str, float]]:
    """Of length one. A feature counts more the fewer texts have it."""
    counts = Counter(feature for each in meanings.values() for feature in each)
    rarity = {feature: log(1 + (len(meanings) + 1) / count) for feature, count in counts.items()}
    vectors = {}
    for each, features in sorted(meanings.items()):
        weights = {feature: weight * rarity[feature] for feature, weight in features.items()}
        length = sum(weight * weight for weight in weights.values()) ** 0.5
        vectors[each] = {feature: weight / length for feature, weight in weights.items()}
    return vectors


def _neighbours(vectors: Mapping[UUID, Mapping[str, float]]) -> dict[UUID, set[UUID]]:
    postings: dict[str, list[tuple[UUID, float]]] = defaultdict(list)
    near: dict[UUID, set[UUID]] = {each: set() for each in vectors}
    for each, weights in vectors.items():
        scores: dict[UUID, float] = defaultdict(float)
        for feature, weight in weights.items():
            for other, share in postings[feature]:
                scores[other] += weight * share
            postings[feature].append((each, weight))
        for other in (other for other, score in scores.items() if score >= ALIKE):
            near[each].add(other)
            near[other].add(each)
    return near


def _shared(group: Collection[UUID], vectors: Mapping[UUID, Mapping[str, float]]) -> tuple[str, ...]:
    """What at least half of the group has, the most telling first."""
    counts = Counter(feature for each in group for feature in vectors[each])
    weights = Counter[str]()
    for each in sorted(group):
        weights.update(vectors[each])
    common = [feature for feature, count in counts.items() if 2 * count >= len(group)]
    return tuple(sorted(common, key=lambda feature: (-weights[feature], feature))[:MOST_WORDS])
