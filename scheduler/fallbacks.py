"""What leaves in place of a message that Slack refuses for good, or finds too long: for most kinds nothing."""

from bot.domain.service.service import Service
from storage.outbox.messages import ClaimedMessage, OutboxMessage


def no_fallback(_service: Service, _claimed: ClaimedMessage) -> list[OutboxMessage]:
    """Nothing: a person decides, see `python -m bot outbox`."""
    return []


def no_split(_claimed: ClaimedMessage) -> list[OutboxMessage]:
    """It is never too long: a test holds its longest form below Slack's limit."""
    return []
