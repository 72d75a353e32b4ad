"""Which cells are hidden, so that no small number can be worked out from the cells that are shown.

Each small number has a witness: other counts that would show the very same cells, and under which this number is
none, or not small. So what is hidden is safe by construction, because no reader can tell the true counts from a
witness. How well the search does decides only how few cells are hidden.
"""

from collections import defaultdict
from collections.abc import Iterable

from bot.domain.hiding.rings import CELL, IMPOSSIBLE, Board
from bot.domain.hiding.tables import Cell, Tables, is_small, small_numbers
from bot.domain.hiding.witnesses import Changes, WitnessSearch

MOST_ATTEMPTS = 12
MOST_LOOKS = 250_000
"""After so many looks at a cell no better cover is tried. They take about a second."""

Snapshot = tuple[list[Cell], list[frozenset[Cell]]]


def hidden_cells(tables: Tables) -> list[Cell]:
    """The small counts and few cells that cover them: the best of several tries, made better cell by cell."""
    cover = Cover(tables)
    best = cover.snapshot()
    for attempt in range(MOST_ATTEMPTS):
        cover.cover_anew(attempt)
        if attempt == 0 or len(cover.board.cells()) < len(best[0]):
            best = cover.snapshot()
        if not cover.added() or cover.board.looks > MOST_LOOKS:
            break
    cover.restore(best)
    while cover.board.looks < MOST_LOOKS and cover.improve():
        pass
    return cover.board.cells()


class Cover:
    """The cells hidden so far. `witnesses`: for each small number the cells in which its witness differs."""

    def __init__(self, tables: Tables) -> None:
        self.tables, self.board = tables, Board(tables)
        self.search = WitnessSearch(tables, self.board)
        self.numbers = small_numbers(tables)
        self.small = {
            (table, place)
            for table, counts in enumerate(tables.counts)
            for place in tables.places
            if is_small(counts[place])
        }
        self.at = defaultdict[Cell, list[int]](list)
        for index, number in enumerate(self.numbers):
            for table, _ in number.weights:
                self.at[table, number.place].append(index)
        self.witnesses = [frozenset[Cell]()] * len(self.numbers)
        self.users = defaultdict[Cell, set[int]](set)

    def added(self) -> list[Cell]:
        """The cells that are hidden only as cover."""
        return [cell for cell in self.board.cells() if cell not in self.small]

    def cover_anew(self, attempt: int) -> None:
        """Start again. Each attempt goes through the small numbers in another order, and prefers other cells."""
        self.restore((sorted(self.small), [frozenset[Cell]()] * len(self.numbers)))
        self.board.prefer(attempt)
        self._protect(self._order(attempt))
        self._show_needless()

    def improve(self) -> bool:
        """Do without one cell after the other, if others in its place are fewer. Whether anything was gained."""
        before = len(self.board.cells())
        for cell in self.added():
            if self.board.looks < MOST_LOOKS and self.board.hides([cell]):
                self._do_without(cell)
        return len(self.board.cells()) < before

    def snapshot(self) -> Snapshot:
        return self.board.cells(), list(self.witnesses)

    def restore(self, snapshot: Snapshot) -> None:
        cells, witnesses = snapshot
        self.board.show(self.board.cells())
        self.board.hide(cells)
        self.witnesses = list(witnesses)
        self.users.clear()
        for index, witness in enumerate(self.witnesses):
            for cell in witness:
                self.users[cell].add(index)

    def _do_without(self, cell: Cell) -> None:
        before = self.snapshot()
        self.board.show([cell])
        self.board.barred = cell
        if self._protect(sorted(self.users[cell])):
            self._show_needless()
        else:
            self.board.hide([cell])
        self.board.barred = None
        if len(self.board.cells()) >= len(before[0]):
            self.restore(before)

    def _show_needless(self) -> None:
        """Show each cover again that no small number needs, the least used first."""
        for cell in sorted(self.added(), key=lambda cell: (len(self.users[cell]), cell)):
            self.board.show([cell])
            if not self._protect(sorted(self.users[cell]), limit=CELL):
                self.board.hide([cell])

    def _protect(self, order: Iterable[int], *, limit: int = IMPOSSIBLE) -> bool:
        """Find witnesses for those that have none, below this price each. False if one has none."""
        for index in order:
            if not self.witnesses[index] or not self.board.hides(self.witnesses[index]):
                found = self.search.cheapest(self.numbers[index], limit=limit)
                changes = found[1] if found else self.search.dearest(self.numbers[index])
                if not found and (limit < IMPOSSIBLE or self.board.barred in changes):
                    return False
                self._accept(changes)
        return True

    def _accept(self, changes: Changes) -> None:
        """Hide the cells of this witness, and give it to each small number that it protects."""
        witness = frozenset(changes)
        self.board.hide(witness)
        for index in {index for cell in witness for index in self.at[cell]}:
            number = self.numbers[index]
            if not is_small(number.value + number.moved_by(changes)):
                for cell in self.witnesses[index]:
                    self.users[cell].discard(index)
                self.witnesses[index] = witness
                for cell in witness:
                    self.users[cell].add(index)

    def _order(self, attempt: int) -> list[int]:
        """Counts before growths, growths before counts, then mixed: which is best is not known before."""
        every, numbers = range(len(self.numbers)), self.numbers
        if attempt % 3 == 0:
            return sorted(every, key=lambda index: (len(numbers[index].weights), -numbers[index].value, index))
        if attempt % 3 == 1:
            return sorted(every, key=lambda index: (-len(numbers[index].weights), numbers[index].value, -index))
        return sorted(every, key=lambda index: (index + 1) * (7919 + 2 * attempt) % 10007)
