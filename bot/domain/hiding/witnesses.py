"""Other counts that would show the very same cells, and under which a small number is none, or not small."""

from collections.abc import Iterator
from itertools import chain

from bot.domain.hiding.joint_changes import JointChange, joint_changes
from bot.domain.hiding.rings import CELL, Board, Ring, cheapest_ring
from bot.domain.hiding.tables import SMALLEST_SHOWN, Cell, Counts, SmallNumber, Tables

Changes = dict[Cell, int]
"""In which cells a witness differs from the true counts, and by how much."""

Witness = tuple[int, Changes]
"""What it costs to hide the cells in which it differs, and these."""


class WitnessSearch:
    """Looks for the cheapest witness, given what is hidden already."""

    def __init__(self, tables: Tables, board: Board) -> None:
        self.tables, self.board = tables, board
        self.joints = [list(joint_changes(tables, table)) for table in range(len(tables.counts))]

    def cheapest(self, number: SmallNumber, *, limit: int) -> Witness | None:
        """The number falls to none, or rises until it is not small: by one ring, or by rings that change it by 1."""
        ways = sorted([(number.value, -1), (SMALLEST_SHOWN - number.value, 1)])
        best = None
        for most in sorted({CELL, limit}):  # First without another cell, because that is looked for quickly.
            for search in (self._by_one_ring, self._by_rings_of_one):
                for need, direction in ways:
                    best = search(number, need, direction, best[0] if best else most) or best
                    if best and best[0] < CELL:
                        return best
        return best

    def dearest(self, number: SmallNumber) -> Changes:
        """A witness that there always is: every table has more of what one cell of this number counts."""
        rise = SMALLEST_SHOWN - number.value
        cell = next(place for place in self._inner_places(number) if _value(number, self.tables.counts, place) > 0)
        row, column = divmod(cell, self.tables.columns)
        corners = (
            line * self.tables.columns + across
            for line in (row, self.tables.rows - 1)
            for across in (column, self.tables.columns - 1)
        )
        return {
            (table, place): counts[cell] * rise
            for place in corners
            for table, counts in enumerate(self.tables.counts)
            if counts[cell]
        }

    def _by_one_ring(self, number: SmallNumber, need: int, direction: int, limit: int) -> Witness | None:
        return self._cheapest_ring(number, need, direction, counts=self.tables.counts, limit=limit)

    def _by_rings_of_one(self, number: SmallNumber, need: int, direction: int, limit: int) -> Witness | None:
        if need == 1:
            return None  # One ring has been tried.
        counts = [list(row) for row in self.tables.counts]
        changes: Changes = {}
        new = list[Cell]()
        while need > 0:
            found = self._cheapest_ring(number, 1, direction, counts=counts, limit=limit)
            if not found:
                break
            cost, ring = found
            limit -= cost
            need -= abs(number.moved_by(ring))
            new += [cell for cell in ring if not self.board.hides([cell])]
            self.board.hide(ring)
            for (table, place), change in ring.items():
                counts[table][place] += change
                changes[table, place] = changes.get((table, place), 0) + change
        self.board.show(new)
        if need > 0:
            return None
        return sum(self.board.price_of(cell) for cell in new), {cell: by for cell, by in changes.items() if by}

    def _cheapest_ring(
        self, number: SmallNumber, need: int, direction: int, *, counts: Counts, limit: int
    ) -> Witness | None:
        best = None
        sign = self.tables.signs[number.place] * direction
        for joint in self._joints_of(number):
            moves = joint.moves(number)
            if not moves:
                continue
            change = sign * -(-need // abs(moves)) * (1 if moves > 0 else -1)
            found = cheapest_ring(self.board, joint, number.place, change, counts=counts, limit=limit)
            if found:
                limit, ring = found
                best = limit, self._changes(joint, ring)
                if limit < CELL:
                    break
        return best

    def _joints_of(self, number: SmallNumber) -> Iterator[JointChange]:
        return chain.from_iterable(self.joints[table] for table, _ in number.weights)

    def _changes(self, joint: JointChange, ring: Ring) -> Changes:
        signs = self.tables.signs
        return {(table, place): signs[place] * by * times for place, by in ring for table, times in joint.tables}

    def _inner_places(self, number: SmallNumber) -> Iterator[int]:
        """The place of the number, or those that its total adds up."""
        row, column = divmod(number.place, self.tables.columns)
        lines = range(self.tables.rows - 1) if row == self.tables.rows - 1 else [row]
        across = range(self.tables.columns - 1) if column == self.tables.columns - 1 else [column]
        return (line * self.tables.columns + place for line in lines for place in across)


def _value(number: SmallNumber, counts: Counts, place: int) -> int:
    return sum(times * counts[table][place] for table, times in number.weights)
