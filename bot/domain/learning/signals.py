"""Signals by one fixed rule whose rate of false alarms is known: more of a kind than usual, or a silent team.

If nothing has changed, each report of 52 weeks falls into the last three with a chance of 3 in 52. So many, or so
few, as now come by chance in at most one of a hundred looks at a kind or team: an exact test, whatever the usual
number is. A signal is a question. It does not say why.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import comb

WEEKS, WEEKS_BACK = 3, 52
WINDOW, LOOKED_BACK = timedelta(weeks=WEEKS), timedelta(weeks=WEEKS_BACK)
BY_CHANCE = 0.01
"""How often one kind or team is signalled at most though nothing has changed."""
FEWEST = 4
"""Fewer are never a signal."""
_SHARE = WEEKS / WEEKS_BACK


@dataclass(frozen=True)
class Counted:
    """How many of a kind, or of a team, there were in 52 weeks, and how many of them in the last three."""

    code: str
    total: int
    recent: int

    @property
    def usual(self) -> float:
        """In three weeks, by the 49 before."""
        return (self.total - self.recent) * WEEKS / (WEEKS_BACK - WEEKS)


@dataclass(frozen=True)
class Signals:
    """Kinds of which there were more than usual, and teams that are silent."""

    more: Sequence[Counted] = ()
    silent: Sequence[Counted] = ()


def chance_of_at_least(recent: int, total: int) -> float:
    """That at least `recent` of `total` fall into the last three of 52 weeks by chance."""
    fewer = (comb(total, k) * _SHARE**k * (1 - _SHARE) ** (total - k) for k in range(recent))
    return max(0.0, 1.0 - sum(fewer))


def signals(kinds: Iterable[Counted], teams: Iterable[Counted]) -> Signals:
    """In the order in which they are given."""
    more = [each for each in kinds if each.recent >= FEWEST and _is_rare(each.recent, each.total)]
    silent = [each for each in teams if not each.recent and (1 - _SHARE) ** each.total <= BY_CHANCE]
    return Signals(more, silent)


def _is_rare(recent: int, total: int) -> bool:
    return chance_of_at_least(recent, total) <= BY_CHANCE
