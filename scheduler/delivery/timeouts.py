"""How long delivery waits."""

from dataclasses import dataclass

CALL_SECONDS = 15
"""How long delivery waits for Slack's answer to one call."""


@dataclass(frozen=True)
class DeliveryTimeouts:
    """In seconds. A post begins in the first half of its lease: both halves and `doubt` outlast a call to Slack."""

    lease: float = 60.0
    doubt: float = 30.0
    look: float = 1.0
    first_retry: float = 5.0
    longest_retry: float = 900.0
    longest_urgent_retry: float = 30.0
    absences_needed: int = 2
    refusals_taken: int = 40
    urgent_refusals_taken: int = 8
    """How often Slack may say no, for a reason not known to be for good, before the message is given up: after
    about nine hours, or three minutes if it is urgent."""
