"""How long delivery waits."""

from dataclasses import dataclass
from datetime import timedelta

from storage.outbox.priority import Priority

CALL_SECONDS = 15
"""How long delivery waits for Slack's answer to one call."""


@dataclass(frozen=True)
class DeliveryTimeouts:
    """In seconds. A post begins in the first half of its lease: both halves and `reconcile` outlast a call to Slack.

    `reconcile` passes before a message that may have been posted is looked for; `poll` between two looks at the
    outbox when nothing wakes delivery.
    """

    lease: float = 60.0
    reconcile: float = 30.0
    poll: float = 1.0
    first_retry: float = 5.0
    longest_retry: float = 900.0
    longest_urgent_retry: float = 30.0
    absences_needed: int = 2
    refusals_allowed: int = 40
    urgent_refusals_allowed: int = 8
    """How often Slack may say no, for a reason not known to be for good, before the message is given up: after
    about nine hours, or three minutes if it is urgent."""

    def retry(self, priority: Priority, attempts: int) -> float:
        """How long to wait after so many attempts: doubled each time, up to a ceiling."""
        return min(self.ceiling(priority), self.first_retry * 2.0 ** (attempts - 1))

    def ceiling(self, priority: Priority) -> float:
        """No message that was not posted waits longer before it is tried again."""
        return self.longest_urgent_retry if priority is Priority.URGENT else self.longest_retry

    @property
    def longest_waits(self) -> dict[Priority, timedelta]:
        """No time that delivery writes lies further ahead."""
        return {priority: timedelta(seconds=max(self.ceiling(priority), self.reconcile)) for priority in Priority}

    def gives_up(self, priority: Priority, attempts: int) -> bool:
        """True after so many refusals that another attempt would not help."""
        allowed = self.urgent_refusals_allowed if priority is Priority.URGENT else self.refusals_allowed
        return attempts >= allowed
