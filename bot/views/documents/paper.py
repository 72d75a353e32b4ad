"""A paper as data. Every number in it stands in a cell of the workbook, and the sentence refers to that cell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.evidence.spc import Xmr

HEAD_ROW = 2
"""Where the heads of the columns stand in each sheet, counted from 0. Above them stand the title and a blank row."""
HIDDEN = "hidden"
Value = str | float | int | None
"""None is hidden: a reader sees the word."""


@dataclass(frozen=True)
class Reference:
    """A value, and the cell of the workbook in which it stands."""

    sheet: str
    row: int
    column: int
    value: Value

    def __str__(self) -> str:
        return shown(self.value)


@dataclass(frozen=True)
class Sheet:
    """A table of the paper, and a sheet of the workbook. The first column names its rows."""

    name: str
    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[Value]]

    def cell(self, row: str, column: str) -> Reference:
        """The cell in the row and the column of these names."""
        at, across = [each[0] for each in self.rows].index(row), list(self.head).index(column)
        return Reference(self.name, HEAD_ROW + 1 + at, across, self.rows[at][across])

    def name_of(self, row: str) -> Reference:
        """The cell with the name of a row, where the name itself is said."""
        return self.cell(row, self.head[0])


@dataclass(frozen=True)
class Statement:
    """A sentence. Its words hold no digit: each number comes from a cell."""

    words: str
    cells: Sequence[Reference] = ()

    def __post_init__(self) -> None:
        if any(letter.isdigit() for letter in self.words):
            raise ValueError("a number stands in a cell, and not in the words")

    def __str__(self) -> str:
        return self.words.format(*self.cells)


@dataclass(frozen=True)
class Chart:
    """A picture, and everything that it shows in words. `xmr` is there if it has limits."""

    name: str
    title: str
    labels: Sequence[str]
    values: Sequence[float | None]
    unit: str
    text: Sequence[Statement]
    bars: bool = False
    xmr: Xmr | None = None

    @property
    def alternative(self) -> str:
        return " ".join(map(str, [f"{self.title}.", *self.text]))


Part = tuple[Chart | None, Sheet]


@dataclass(frozen=True)
class Section:
    """Statements, and then tables, each after its chart if it has one."""

    title: str
    statements: Sequence[Statement] = ()
    parts: Sequence[Part] = ()


@dataclass(frozen=True)
class Paper:
    """`cover` are pairs of a label and what stands there. `made_at` is its only stamp."""

    name: str
    title: str
    cover: Sequence[tuple[str, str]]
    sections: Sequence[Section]
    made_at: datetime

    def charts(self) -> Iterator[Chart]:
        return (chart for section in self.sections for chart, _ in section.parts if chart)

    def sheets(self) -> list[Sheet]:
        """Everything that stands in the workbook: the cover first."""
        tables = [table for section in self.sections for _, table in section.parts]
        return [Sheet("Cover", self.title, ("What", "Text"), self.cover), *dict.fromkeys(tables)]


def shown(value: Value) -> str:
    """As a reader sees it: a whole number without a point."""
    match value:
        case None:
            return HIDDEN
        case float():
            return f"{value:g}"
        case _:
            return str(value)
