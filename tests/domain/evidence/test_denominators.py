"""What reports are counted against: read from lines of a file, and made into rates."""

from datetime import date

import pytest

from bot.domain.evidence.denominators import (
    Basis,
    Denominator,
    DenominatorsRefused,
    Rate,
    RefusedRow,
    RowReason,
    rates,
    read_denominators,
)

NOVEMBER, OCTOBER = date(2026, 11, 1), date(2026, 10, 1)


def refused(*rows):
    with pytest.raises(DenominatorsRefused) as refusal:
        read_denominators(rows)
    return refusal.value.rows


def test_columns_are_read_in_any_order_and_empty_cells_and_lines_are_left_out():
    rows = [["Bed_days ", "month", "staff"], ["900", " 2026-10", ""], ["", "", ""], ["950", "2026-11", "120"]]
    assert read_denominators(rows) == [
        Denominator(Basis.BED_DAYS, OCTOBER, 900),
        Denominator(Basis.BED_DAYS, NOVEMBER, 950),
        Denominator(Basis.STAFF, NOVEMBER, 120),
    ]


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        (["bed_days"], RowReason.NO_MONTH_COLUMN),
        ([], RowReason.NO_MONTH_COLUMN),
        (["month", "beds"], RowReason.UNKNOWN_COLUMN),
        (["month", "staff", "staff"], RowReason.UNKNOWN_COLUMN),
    ],
)
def test_a_head_that_cannot_be_used_is_named(head, reason):
    assert refused(head) == [RefusedRow(1, reason)]


def test_a_file_without_a_line_is_refused():
    assert refused() == [RefusedRow(1, RowReason.NO_MONTH_COLUMN)]


@pytest.mark.parametrize("count", ["0", "-1", "1.5", "1,000", "many", "²", "1000000001"])
def test_only_whole_numbers_above_none_count(count):
    assert refused(["month", "staff"], ["2026-11", count]) == [RefusedRow(2, RowReason.NOT_A_COUNT)]


def test_every_line_that_cannot_be_used_is_named_and_nothing_is_kept():
    rows = [["month", "staff"], ["2026-11", "5"], ["2026-13", "5"], ["2026-11", "6"], ["2026-12"]]
    assert refused(*rows) == [
        RefusedRow(3, RowReason.NOT_A_MONTH),
        RefusedRow(4, RowReason.TWICE),
        RefusedRow(5, RowReason.OTHER_LENGTH),
    ]


def test_there_is_a_rate_only_where_both_are_known_and_none_of_a_hidden_count():
    known = [Denominator(Basis.BED_DAYS, OCTOBER, 800), Denominator(Basis.BED_DAYS, NOVEMBER, 800)]
    found = rates([date(2026, 9, 1), OCTOBER, NOVEMBER], [10, None, 12], known)
    assert found == {
        Basis.BED_DAYS: (
            Rate(date(2026, 9, 1), 10, None, None),
            Rate(OCTOBER, None, 800, None),
            Rate(NOVEMBER, 12, 800, 15.0),
        )
    }


def test_staff_are_counted_by_the_hundred():
    assert rates([NOVEMBER], [6], [Denominator(Basis.STAFF, NOVEMBER, 120)])[Basis.STAFF][0].rate == 5.0
