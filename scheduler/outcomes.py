"""What came of a call to Slack, as far as anyone can know."""

import socket
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from urllib.error import URLError

from slack_sdk.errors import SlackApiError, SlackClientError


class Kind(StrEnum):
    """Whether a message was posted."""

    LATER = "later"
    """Definitely not. It may be tried again."""
    NEVER = "never"
    """Definitely not, and trying again changes nothing."""
    UNKNOWN = "unknown"
    """It may have been: the answer did not come, or says nothing."""


@dataclass(frozen=True)
class Outcome:
    """`code` is Slack's own error name, or the type of the failure. `pause` in seconds, when Slack asked for one.

    `refused` when Slack answered and said no, rather than that it could not be reached or is busy.
    """

    kind: Kind
    code: str
    pause: float = 0.0
    refused: bool = False


# Errors of which Slack does not say whether the call was carried out.
# Source: the error lists of docs.slack.dev/reference/methods/chat.postMessage.
_UNKNOWN = frozenset(["fatal_error", "internal_error", "request_timeout", "service_unavailable"])
# Errors that stay until a person changes something about the place, the person or the message. Source: the same.
_NEVER = frozenset(
    [
        "channel_not_found",
        "is_archived",
        "not_in_channel",
        "restricted_action",
        "restricted_action_read_only_channel",
        "user_not_found",
        "user_disabled",
        "user_not_visible",
        "cannot_dm_bot",
        "messages_tab_disabled",
        "invalid_blocks",
        "invalid_blocks_format",
        "msg_too_long",
        "msg_blocks_too_long",
        "no_text",
        "invalid_arguments",
        "metadata_too_large",
        "invalid_metadata_format",
        "invalid_metadata_schema",
    ]
)
# Errors of reading a history that stay until somebody changes scopes or membership.
UNREADABLE = frozenset(["missing_scope", "not_in_channel", "channel_not_found", "no_permission", "access_denied"])


def of(error: Exception) -> Outcome:
    """What `error`, raised by a call, says about whether the call was carried out."""
    if isinstance(error, SlackApiError):
        return _of_answer(error)
    if isinstance(error, URLError) and isinstance(error.reason, ConnectionRefusedError | socket.gaierror):
        return Outcome(Kind.LATER, "not_reached")
    if isinstance(error, ConnectionRefusedError | SlackClientError):
        return Outcome(Kind.LATER, type(error).__name__)
    return Outcome(Kind.UNKNOWN, type(error).__name__)


def _of_answer(error: SlackApiError) -> Outcome:
    answer = error.response
    status = answer.get("status") if isinstance(answer, dict) else answer.status_code
    code = str((answer.get("error") if not isinstance(answer, dict) else None) or f"http_{status}")
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return Outcome(Kind.LATER, "ratelimited", pause=_retry_after(answer))
    if code in _UNKNOWN or (isinstance(status, int) and status >= HTTPStatus.INTERNAL_SERVER_ERROR):
        return Outcome(Kind.UNKNOWN, code)
    return Outcome(Kind.NEVER if code in _NEVER else Kind.LATER, code, refused=True)


def _retry_after(answer: object) -> float:
    headers = answer.get("headers", {}) if isinstance(answer, dict) else getattr(answer, "headers", {})
    for name, value in headers.items():
        if name.lower() == "retry-after":
            return float(value[0] if isinstance(value, list) else value)
    return 1.0
