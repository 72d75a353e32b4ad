"""What a safety lead sees of themes: counts first, then what is proposed, and what people have confirmed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.domain.incidents.incident import Incident
from bot.domain.learning.signals import Signals
from bot.domain.learning.themes import Proposal, Theme, ThemePlace


@dataclass(frozen=True)
class SeenProposal:
    """A proposal with the references of its incidents. `words` are written in them, and are kept nowhere."""

    proposal: Proposal
    references: tuple[str, ...]
    words: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Membership:
    """An incident of a theme: since when, by whom, and whether it was left out again."""

    incident: Incident
    added_by: str
    added_at: datetime
    left_out_by: str | None = None
    left_out_at: datetime | None = None


@dataclass(frozen=True)
class SeenTheme:
    """A theme with those of its incidents that this person may see. It counts no others."""

    theme: Theme
    memberships: Sequence[Membership]

    @property
    def incidents(self) -> list[Incident]:
        """Those that belong to it now."""
        return [each.incident for each in self.memberships if each.left_out_at is None]


@dataclass(frozen=True)
class ThemesOverview:
    """For Home: the themes that stand, each with how many incidents this person sees of it, and the signals."""

    themes: Sequence[tuple[Theme, int]]
    signals: Signals


@dataclass(frozen=True)
class ThemeBoard:
    """A look at some days. `cut` if there were more incidents than are read."""

    place: ThemePlace
    first: date
    last: date
    incidents: Sequence[Incident]
    cut: bool
    proposals: Sequence[SeenProposal]
    standing: Sequence[tuple[Theme, int]]
    retired: Sequence[Theme]
    signals: Signals

    @property
    def by_kind(self) -> Mapping[str, int]:
        """The most frequent first."""
        return _most_first(each.kind for each in self.incidents)

    @property
    def by_team(self) -> Mapping[str, int]:
        return _most_first(each.team for each in self.incidents)


def _most_first(codes: Iterable[str]) -> Mapping[str, int]:
    return dict(sorted(Counter(codes).items(), key=lambda each: (-each[1], each[0])))
