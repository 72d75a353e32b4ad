"""Why a file of denominators was not read."""

from collections.abc import Mapping, Sequence

from bot.domain.evidence.denominators import RefusedRow, RowReason

WHY: Mapping[RowReason, str] = {
    RowReason.NO_MONTH_COLUMN: "name one column month",
    RowReason.UNKNOWN_COLUMN: "name each column once: month, bed_days, contacts or staff",
    RowReason.NOT_A_MONTH: "write the month as 2026-11",
    RowReason.NOT_A_COUNT: "write a whole number above none, without commas, or leave it empty",
    RowReason.TWICE: "this month stands in the file before",
    RowReason.OTHER_LENGTH: "write as many cells as the first line has",
}


def refusals(rows: Sequence[RefusedRow]) -> list[str]:
    """One line for each, and that nothing was kept."""
    return [
        *(f"Line {row.line}: {WHY[row.reason]}." for row in rows),
        "Nothing was kept. Mend the file, and run it again.",
    ]
