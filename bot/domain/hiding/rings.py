"""The cheapest way to change counts so that the totals stay true: along a row, along a column, back to the start."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush

from bot.domain.hiding.joint_changes import JointChange
from bot.domain.hiding.tables import Cell, Counts, Tables

STEP, CELL, TOTAL = 1, 1000, 1010
"""What a place on a ring costs, what a cell costs that is not hidden yet, and a total, which readers miss more."""

IMPOSSIBLE = 10**9

Ring = list[tuple[int, int]]
"""Places, and by how much the count at each changes, with the sign of the place."""


class Board:
    """Which cells are hidden. `barred`: a cell that must stay as it is."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.prefer(0)
        self.hidden = [bytearray(len(tables.places)) for _ in tables.counts]
        self.in_row = [[0] * tables.rows for _ in tables.counts]
        self.in_column = [[0] * tables.columns for _ in tables.counts]
        self.barred: Cell | None = None
        self.looks = 0

    def prefer(self, attempt: int) -> None:
        """Prefer other cells among those that cost the same: at first those near the start of a table."""
        self.prices = [
            (TOTAL if self.tables.is_total(place) else CELL) + (place + 1) * attempt * 31 % 9
            for place in self.tables.places
        ]

    def hides(self, cells: Iterable[Cell]) -> bool:
        return all(self.hidden[table][place] for table, place in cells)

    def hide(self, cells: Iterable[Cell]) -> None:
        for table, place in cells:
            if not self.hidden[table][place]:
                self._turn(table, place)

    def show(self, cells: Iterable[Cell]) -> None:
        """Show cells again, all of them hidden before."""
        for table, place in cells:
            self._turn(table, place)

    def cells(self) -> list[Cell]:
        return [(table, place) for table, row in enumerate(self.hidden) for place in self.tables.places if row[place]]

    def _turn(self, table: int, place: int) -> None:
        row, column = divmod(place, self.tables.columns)
        self.hidden[table][place] ^= 1
        self.in_row[table][row] ^= 1 << column
        self.in_column[table][column] ^= 1 << row

    def price_of(self, cell: Cell) -> int:
        return self.prices[cell[1]]

    def price(self, joint: JointChange, place: int, change: int, counts: Counts) -> int:
        """What it costs to change the counts at this place. No count and no growth can be less than none."""
        self.looks += 1
        change *= self.tables.signs[place]
        cost = STEP
        for table, times in joint.tables:
            if counts[table][place] + change * times < 0:
                return IMPOSSIBLE
            if not self.hidden[table][place]:
                cost += IMPOSSIBLE if self.barred == (table, place) else self.prices[place]
        for earlier, later, times in joint.growths:
            if counts[later][place] - counts[earlier][place] + change * times < 0:
                return IMPOSSIBLE
        return cost


def cheapest_ring(
    board: Board, joint: JointChange, start: int, change: int, *, counts: Counts, limit: int
) -> tuple[int, Ring] | None:
    """The cheapest ring that changes the count at `start` by this, if one costs less than `limit`."""
    cost = board.price(joint, start, change, counts)
    return _Walk(board, joint, start, change, counts, limit).around(cost) if cost < limit else None


@dataclass
class _Walk:
    """Dijkstra's walk between rows and columns: from the column of the start to its row, but not over the start.

    Rows are the nodes from 0 on, columns those after them.
    """

    board: Board
    joint: JointChange
    start: int
    change: int
    counts: Counts
    limit: int
    costs: dict[int, int] = field(default_factory=dict)
    origins: dict[int, int] = field(default_factory=dict)

    def around(self, cost: int) -> tuple[int, Ring] | None:
        rows = self.board.tables.rows
        end, column = divmod(self.start, self.board.tables.columns)
        queue = [(cost, rows + column)]
        done = set[int]()
        while queue:
            cost, node = heappop(queue)
            if node == end:
                return cost, self._ring(end)
            if node not in done:
                done.add(node)
                for other in self._neighbours(node, cost):
                    if other not in done and self._reach(other, node, cost):
                        heappush(queue, (self.costs[other], other))
        return None

    def _neighbours(self, node: int, cost: int) -> Sequence[int] | Iterator[int]:
        """All, or only those behind cells that are hidden already if no other can be paid."""
        rows, columns = self.board.tables.rows, self.board.tables.columns
        if cost + CELL < self.limit:
            return range(rows) if node >= rows else range(rows, rows + columns)
        if node >= rows:
            return _bits(self._hidden_in(self.board.in_column, node - rows), 0)
        return _bits(self._hidden_in(self.board.in_row, node), rows)

    def _hidden_in(self, lines: list[list[int]], line: int) -> int:
        hidden = -1
        for table, _ in self.joint.tables:
            hidden &= lines[table][line]
        return hidden

    def _reach(self, node: int, origin: int, cost: int) -> bool:
        """Whether the node is reached more cheaply from this origin."""
        before = self.costs.get(node, self.limit)
        place, change = self._between(origin, node)
        if place == self.start or cost + STEP >= before:
            return False
        cost += self.board.price(self.joint, place, change, self.counts)
        if cost >= before:
            return False
        self.costs[node], self.origins[node] = cost, origin
        return True

    def _between(self, origin: int, node: int) -> tuple[int, int]:
        """The place between two nodes, and its change: each row and each column still adds up to 0."""
        rows, columns = self.board.tables.rows, self.board.tables.columns
        if origin >= rows:
            return node * columns + origin - rows, -self.change
        return origin * columns + node - rows, self.change

    def _ring(self, node: int) -> Ring:
        ring = [(self.start, self.change)]
        while node in self.origins:
            ring.append(self._between(self.origins[node], node))
            node = self.origins[node]
        return ring


def _bits(mask: int, first: int) -> Iterator[int]:
    """The numbers of the bits that are set, counted from `first`."""
    while mask:
        low = mask & -mask
        yield first + low.bit_length() - 1
        mask ^= low
