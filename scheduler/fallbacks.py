"""What leaves in place of a message that Slack refuses for good."""

from bot.domain.service.service import Service
from storage.outbox.messages import ClaimedMessage, OutboxMessage


def no_fallback(_service: Service, _claimed: ClaimedMessage) -> list[OutboxMessage]:
    """Nothing: a person decides, see `python -m bot outbox`."""
    return []
