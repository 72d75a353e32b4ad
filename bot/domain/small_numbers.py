"""Small counts are hidden, because a count of few people can point at one of them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Literal, Self

from pydantic import model_validator

from bot.domain.hiding.cover import hidden_cells
from bot.domain.hiding.tables import SMALLEST_SHOWN, Tables
from bot.domain.values import Value

TrueCounts = Sequence[Sequence[int]]
"""Rows of counts, without totals."""

ShownCounts = list[list[int | None]]
"""Rows of counts with totals. None is hidden."""


class Link(Value):
    """What readers know of several tables: no count falls from `earlier` to `later`, or `parts` add up to `whole`."""

    kind: Literal["cumulative", "sum"]
    earlier: str | None = None
    later: str | None = None
    parts: Sequence[str] = ()
    whole: str | None = None

    @model_validator(mode="after")
    def _names_the_tables_of_its_kind(self) -> Self:
        rising, adding = (self.earlier, self.later), (self.parts, self.whole)
        needed, others = (rising, adding) if self.kind == "cumulative" else (adding, rising)
        if not all(needed) or any(others):
            raise ValueError("a cumulative link has an earlier and a later table, a sum has parts and a whole")
        return self

    @property
    def weights(self) -> dict[str, int]:
        """How often each table counts in the growth, or in what the whole has more than its parts: always none."""
        weights = Counter(name for name in (self.later, self.whole) if name)
        weights.subtract(name for name in (self.earlier, *self.parts) if name)
        return weights


def shown_count(count: int) -> str:
    """The count in words for a reader: exact from 5, otherwise hidden."""
    return str(count) if count >= SMALLEST_SHOWN else f"fewer than {SMALLEST_SHOWN}"


def shown_part(part: int, whole: int) -> str:
    """A part of a count that is shown too. Hidden as well when a small rest could be found by subtraction."""
    if part >= SMALLEST_SHOWN > whole - part:
        return "not shown"
    return shown_count(part)


def published(tables: Mapping[str, TrueCounts], links: Sequence[Link]) -> Mapping[str, ShownCounts]:
    """The tables with a last column of row totals and a last row of column totals.

    Counts from 1 to 4 are None, and so are the cells that would give away such a count, or such a growth: nobody who
    reads the tables and knows the links can work out that it is from 1 to 4.
    """
    for table in tables.values():
        _check_table(table)
    for link in links:
        _check_link(tables, link)
    shown: dict[str, ShownCounts] = {name: [] for name in tables}
    for names in _linked_names(tables, links):
        shown.update(_published_together({name: tables[name] for name in names}, links))
    return shown


def _published_together(tables: Mapping[str, TrueCounts], links: Sequence[Link]) -> Mapping[str, ShownCounts]:
    index = {name: number for number, name in enumerate(tables)}
    totals = [_with_totals(table) for table in tables.values()]
    own = [link for link in links if link.weights.keys() <= tables.keys()]
    linked = Tables(
        rows=len(totals[0]),
        columns=len(totals[0][0]),
        counts=[list(chain.from_iterable(table)) for table in totals],
        rising=[(index[link.earlier], index[link.later]) for link in own if link.earlier and link.later],
        sums=[tuple((index[name], times) for name, times in link.weights.items()) for link in own if link.whole],
    )
    hidden = set(hidden_cells(linked))
    return {
        name: [
            [
                None if (index[name], row * linked.columns + column) in hidden else count
                for column, count in enumerate(counts)
            ]
            for row, counts in enumerate(table)
        ]
        for name, table in zip(tables, totals, strict=True)
    }


def _with_totals(table: TrueCounts) -> list[list[int]]:
    rows = [[*row, sum(row)] for row in table]
    columns = len(rows[0]) if rows else 1
    return [*rows, [sum(row[column] for row in rows) for column in range(columns)]]


def _linked_names(tables: Mapping[str, TrueCounts], links: Sequence[Link]) -> Iterator[list[str]]:
    """The names of the tables in groups, so that no link joins tables of two groups."""
    groups = {name: {name} for name in tables}
    for link in links:
        joined = set[str]().union(*(groups[name] for name in link.weights))
        groups.update(dict.fromkeys(joined, joined))
    for group in {id(group): group for group in groups.values()}.values():
        yield [name for name in tables if name in group]


def _check_table(table: TrueCounts) -> None:
    if len({len(row) for row in table}) > 1:
        raise ValueError("the rows of a table have one length")
    if any(count < 0 for row in table for count in row):
        raise ValueError("a count is none or more")


def _check_link(tables: Mapping[str, TrueCounts], link: Link) -> None:
    weights = link.weights
    if not weights.keys() <= tables.keys():
        raise ValueError("a link joins tables that are given")
    if len({tuple(len(row) for row in tables[name]) for name in weights}) > 1:
        raise ValueError("linked tables have one shape")
    for counts in zip(*(chain.from_iterable(tables[name]) for name in weights), strict=True):
        rest = sum(times * count for times, count in zip(weights.values(), counts, strict=True))
        if rest < 0 or (rest and link.whole):
            raise ValueError("no count falls from the earlier to the later table, and parts add up to the whole")
