"""What the headers of an answer say: Slack's time, and how long it wants us to wait."""

import math
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

_SHORTEST_PAUSE = 1.0


def server_time(headers: Mapping[str, Any]) -> datetime | None:
    """The time that Slack's server sends with every answer, to the second; None if it sent none."""
    return _date(_value(headers, "date"))


def retry_after(headers: Mapping[str, Any]) -> float:
    """For how many seconds Slack asks us to wait. RFC 9110 allows a date as well; anything else means one second."""
    value = _value(headers, "retry-after")
    try:
        seconds = float(value)
    except ValueError:
        seconds = _seconds_until(_date(value), server_time(headers))
    return max(seconds, _SHORTEST_PAUSE) if math.isfinite(seconds) else _SHORTEST_PAUSE


def _value(headers: Mapping[str, Any], name: str) -> str:
    """The header's first value; an empty text if there is none."""
    found = [value for key, value in headers.items() if key.lower() == name]
    first = found[0] if found else ""
    return str(first[0] if isinstance(first, list) and first else first)


def _date(text: str) -> datetime | None:
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)


def _seconds_until(date: datetime | None, now: datetime | None) -> float:
    return (date - now).total_seconds() if date and now else 0.0
