"""The days that a command is about, as they are typed."""

import argparse
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.domain.evidence.period import Period, PeriodRefused


class PeriodNotUsable(Exception):
    """The days that were typed cannot be used. The message says how to type them."""


def add_days_to(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="first", type=_day, required=True, metavar="2026-11-01", help="the first day")
    parser.add_argument("--to", dest="last", type=_day, required=True, metavar="2026-11-30", help="the last day")


def period_of(chosen: argparse.Namespace, zone: ZoneInfo) -> Period:
    """The days as a period; raises `PeriodNotUsable`."""
    try:
        return Period(chosen.first, chosen.last, zone)
    except PeriodRefused:
        raise PeriodNotUsable("--to is before --from. Change one of them.") from None


def whole_months_of(chosen: argparse.Namespace, zone: ZoneInfo) -> Period:
    """The same, if it is made of whole months."""
    period = period_of(chosen, zone)
    try:
        period.months()
    except PeriodRefused:
        last = (period.last.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        raise PeriodNotUsable(
            "A paper covers whole months, because its charts count months. "
            f"Write --from {period.first.replace(day=1)} --to {last}."
        ) from None
    return period


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a day looks like 2026-11-30") from None
