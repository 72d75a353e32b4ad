"""How long delivery waits."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Patience:
    """In seconds. `doubt` and half of `lease` are longer than the client's time-out, so that no call is under way."""

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
