"""What reports are counted against: bed days, contacts and staff of each month. Without it there is no rate.

Read from a CSV file with a column `month`, such as 2026-11, and one or more of the others. An empty cell is unknown.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Basis(StrEnum):
    """What is counted. The codes are the names of the columns."""

    BED_DAYS = "bed_days"
    CONTACTS = "contacts"
    STAFF = "staff"


PER: Mapping[Basis, int] = {Basis.BED_DAYS: 1000, Basis.CONTACTS: 1000, Basis.STAFF: 100}
"""Reports for so many of them. [K] As NHS England compares reporting: per 1,000 bed days."""
MONTH = "month"
MOST = 10**9


class RowReason(StrEnum):
    """Why a line of the file cannot be used. The sentences stand in `bot.views`."""

    NO_MONTH_COLUMN = "no_month_column"
    UNKNOWN_COLUMN = "unknown_column"
    NOT_A_MONTH = "not_a_month"
    NOT_A_COUNT = "not_a_count"
    TWICE = "twice"
    OTHER_LENGTH = "other_length"


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """`line` counts from 1, with the head. What stands there is not repeated."""

    line: int
    reason: RowReason


class DenominatorsRefused(Exception):
    """Lines cannot be used, so nothing of the file is."""

    def __init__(self, rows: Sequence[RefusedRow]) -> None:
        super().__init__("lines of the file cannot be used")
        self.rows = rows


@dataclass(frozen=True, slots=True)
class Denominator:
    """`month` is the first day of the month."""

    basis: Basis
    month: date
    count: int


def read_denominators(rows: Iterable[Sequence[str]]) -> list[Denominator]:
    """The lines of a CSV file, its head first. Raises `DenominatorsRefused` with every line that cannot be used."""
    lines = iter(rows)
    head = [name.strip().lower() for name in next(lines, [])]
    _check_head(head)
    found, refused, months = list[Denominator](), list[RefusedRow](), set[date]()
    for number, row in enumerate(lines, 2):
        if not any(cell.strip() for cell in row):
            continue
        try:
            read = _read_row(head, row, months)
        except _Unusable as unusable:
            refused.append(RefusedRow(number, unusable.reason))
        else:
            found += read
    if refused:
        raise DenominatorsRefused(refused)
    return found


class _Unusable(Exception):
    """A line cannot be used."""

    def __init__(self, reason: RowReason) -> None:
        super().__init__(reason.value)
        self.reason = reason


def _check_head(head: Sequence[str]) -> None:
    if MONTH not in head:
        raise DenominatorsRefused([RefusedRow(1, RowReason.NO_MONTH_COLUMN)])
    if sorted(head) != sorted({*head} & {MONTH, *Basis}):
        raise DenominatorsRefused([RefusedRow(1, RowReason.UNKNOWN_COLUMN)])


def _read_row(head: Sequence[str], row: Sequence[str], months: set[date]) -> list[Denominator]:
    if len(row) != len(head):
        raise _Unusable(RowReason.OTHER_LENGTH)
    cells = {name: cell.strip() for name, cell in zip(head, row, strict=True)}
    month = _month(cells.pop(MONTH))
    if month in months:
        raise _Unusable(RowReason.TWICE)
    months.add(month)
    return [Denominator(Basis(name), month, _count(cell)) for name, cell in cells.items() if cell]


def _month(text: str) -> date:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise _Unusable(RowReason.NOT_A_MONTH) from None


def _count(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 0 < int(text) <= MOST):
        raise _Unusable(RowReason.NOT_A_COUNT)
    return int(text)


@dataclass(frozen=True, slots=True)
class Rate:
    """Reports of a month for so many of what they are counted against. None is hidden or unknown."""

    month: date
    reports: float | None
    against: int | None
    rate: float | None


def rates(
    months: Sequence[date], reports: Sequence[float | None], known: Iterable[Denominator]
) -> dict[Basis, tuple[Rate, ...]]:
    """The rates of the months, for each basis that is known of at least one of them.

    From the reports as they are shown: of a hidden count no rate may stand, because it could be worked out from it.
    """
    counts = {(each.basis, each.month): each.count for each in known}
    found = {
        basis: tuple(
            _rate(month, shown, counts.get((basis, month)), basis)
            for month, shown in zip(months, reports, strict=True)
        )
        for basis in Basis
    }
    return {basis: each for basis, each in found.items() if any(rate.against for rate in each)}


def _rate(month: date, reports: float | None, against: int | None, basis: Basis) -> Rate:
    rate = None if reports is None or against is None else round(PER[basis] * reports / against, 1)
    return Rate(month, reports, against, rate)
