"""Whether a reporter gives their name, as they chose when they sent the report."""

from enum import StrEnum

ANONYMOUS_REPORTER = "anonymous"
"""Stands where a reporter's id would stand. Of an anonymous reporter nothing else is stored."""


class NameChoice(StrEnum):
    """What is done with the reporter's name."""

    NAMED = "named"
    """Whoever works on the report sees it."""
    CONFIDENTIAL = "confidential"
    """The safety lead can look it up, with a reason."""
    ANONYMOUS = "anonymous"
    """It is stored nowhere."""
