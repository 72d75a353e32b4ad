"""Which linked tables can change together, so that a sum of tables stays true."""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush

from bot.domain.hiding.tables import SmallNumber, Tables, Weights

MOST_CHANGES, MOST_TRIED = 150, 1500
"""More ways to change a table are not looked for. Fewer hide more cells than needed, but hide no less safely."""


@dataclass(frozen=True)
class JointChange:
    """Tables that change at the same places, each so many times what the change is.

    `growths` change with them: the earlier and the later table, and how many times.
    """

    tables: Weights
    growths: tuple[tuple[int, int, int], ...]

    def moves(self, number: SmallNumber) -> int:
        """By how much this number changes when the change is 1."""
        times = dict(self.tables)
        return sum(weight * times.get(table, 0) for table, weight in number.weights)


def joint_changes(tables: Tables, table: int) -> Iterator[JointChange]:
    """Ways to change this table, those first that change the fewest tables."""
    queue: list[tuple[int, Weights]] = [(1, ((table, 1),))]
    met = {queue[0][1]}
    found = tried = 0
    while queue and found < MOST_CHANGES and tried < MOST_TRIED:
        times = dict(heappop(queue)[1])
        tried += 1
        broken = next((total for total in tables.sums if _sum(total, times)), None)
        if broken is None:
            found += 1
            yield _joint_change(tables, times)
        for wider in _repairs(broken, times) if broken else _copies(tables, times):
            weights = tuple(sorted(wider.items()))
            if weights not in met:
                met.add(weights)
                heappush(queue, (len(weights), weights))


def _joint_change(tables: Tables, times: dict[int, int]) -> JointChange:
    growths = ((earlier, later, times.get(later, 0) - times.get(earlier, 0)) for earlier, later in tables.rising)
    return JointChange(tuple(times.items()), tuple(growth for growth in growths if growth[2]))


def _sum(total: Weights, times: dict[int, int]) -> int:
    return sum(weight * times.get(table, 0) for table, weight in total)


def _repairs(broken: Weights, times: dict[int, int]) -> Iterator[dict[int, int]]:
    """One more table changes, so that this sum is true again."""
    missing = -_sum(broken, times)
    for table, weight in broken:
        if weight and table not in times and missing % weight == 0:
            yield {**times, table: missing // weight}


def _copies(tables: Tables, times: dict[int, int]) -> Iterator[dict[int, int]]:
    """The later tables change too, or the earlier ones: where little has grown, they cannot change alone."""
    yield {**{later: times[earlier] for earlier, later in tables.rising if earlier in times}, **times}
    yield {**{earlier: times[later] for earlier, later in tables.rising if later in times}, **times}
