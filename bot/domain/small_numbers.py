"""Small counts are hidden, because a count of few people can point at one of them."""

SMALLEST_SHOWN = 5
"""Counts below this are not shown. Source: NHS England's suppression of counts under 5."""


def shown_count(count: int) -> str:
    """The count in words for a reader: exact from 5, otherwise hidden."""
    return str(count) if count >= SMALLEST_SHOWN else f"fewer than {SMALLEST_SHOWN}"


def shown_part(part: int, whole: int) -> str:
    """A part of a count that is shown too. Hidden as well when a small rest could be found by subtraction."""
    if part >= SMALLEST_SHOWN > whole - part:
        return "not shown"
    return shown_count(part)
