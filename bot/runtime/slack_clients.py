"""The clients with which Slack is called."""

import logging
import ssl
from dataclasses import dataclass, field

from slack_sdk import WebClient

TLS = ssl.create_default_context()  # Shared: the client's own default builds it anew for each call.
INTERACTIVE_SECONDS = 2
"""A call that a person waits for: no longer than a trigger lives, and never repeated."""


@dataclass(frozen=True)
class SlackAccess:
    """Where Slack is, and the bot token."""

    base_url: str
    token: str = field(repr=False)


def interactive_client(access: SlackAccess) -> WebClient:
    """For calls that a person waits for."""
    return _client(access, INTERACTIVE_SECONDS, token=access.token)


def bolts_client(access: SlackAccess) -> WebClient:
    """For Bolt, which copies it for each request. It has no token: Bolt is told who we are and asks nobody."""
    return _client(access, INTERACTIVE_SECONDS, token=None)


def delivery_client(access: SlackAccess, *, seconds: int) -> WebClient:
    """For the outbox. It repeats nothing by itself: a repeated post is a second message."""
    return _client(access, seconds, token=access.token)


def _client(access: SlackAccess, seconds: int, *, token: str | None) -> WebClient:
    return WebClient(
        token=token,
        base_url=access.base_url,
        timeout=seconds,
        ssl=TLS,
        retry_handlers=[],
        logger=logging.getLogger("slack_sdk"),
    )
