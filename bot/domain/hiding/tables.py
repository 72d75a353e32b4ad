"""Linked tables with their totals, and the small numbers in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

SMALLEST_SHOWN = 5
"""Counts below this are not shown. Source: NHS England's suppression of counts under 5."""

Cell = tuple[int, int]
"""A table, and a place in it. The places of a table are numbered row by row."""

Weights = tuple[tuple[int, int], ...]
"""Tables, and how many times each is meant."""

Counts = Sequence[Sequence[int]]
"""For each table the counts at its places."""


def is_small(count: int) -> bool:
    """Whether this many may not be shown. None at all may."""
    return 0 < count < SMALLEST_SHOWN


@dataclass(frozen=True)
class Tables:
    """Tables of one shape. The last row and the last column are totals.

    `rising`: pairs of an earlier and a later table, in which no count falls.
    `sums`: weights under which the tables add up to 0 at each place.
    """

    rows: int
    columns: int
    counts: Counts
    rising: Sequence[tuple[int, int]] = ()
    sums: Sequence[Weights] = ()

    @cached_property
    def places(self) -> range:
        return range(self.rows * self.columns)

    @cached_property
    def signs(self) -> list[int]:
        """With these signs each row and each column adds up to 0, because its total stands on the other side."""
        return [-1 if self._in_last_row(place) != self._in_last_column(place) else 1 for place in self.places]

    def is_total(self, place: int) -> bool:
        return self._in_last_row(place) or self._in_last_column(place)

    def _in_last_row(self, place: int) -> bool:
        return place // self.columns == self.rows - 1

    def _in_last_column(self, place: int) -> bool:
        return place % self.columns == self.columns - 1


@dataclass(frozen=True)
class SmallNumber:
    """A number that nobody may find out: a count of one table, or the growth from an earlier table to a later one."""

    place: int
    weights: Weights
    value: int

    def moved_by(self, changes: Mapping[Cell, int]) -> int:
        return sum(times * changes.get((table, self.place), 0) for table, times in self.weights)


def small_numbers(tables: Tables) -> list[SmallNumber]:
    """Every count and every growth that is small, totals included."""
    counts: list[Weights] = [((table, 1),) for table in range(len(tables.counts))]
    growths: list[Weights] = [((later, 1), (earlier, -1)) for earlier, later in tables.rising]
    return [
        SmallNumber(place, weights, value)
        for weights in counts + growths
        for place in tables.places
        if is_small(value := sum(times * tables.counts[table][place] for table, times in weights))
    ]
