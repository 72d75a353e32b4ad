"""What Slack's errors mean: whether the message was posted, as far as anyone can know."""

import socket
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from urllib.error import URLError

from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web import SlackResponse

from bot.domain.values import UNKNOWN_CODE, code_of
from bot.runtime.http_headers import retry_after
from bot.runtime.paging import NotPaged
from scheduler.delivery.deactivated_people import PersonHasLeft


class Verdict(StrEnum):
    """Whether a message was posted."""

    LATER = "later"
    """Definitely not. It may be tried again."""
    NEVER = "never"
    """Definitely not, and trying again changes nothing."""
    UNKNOWN = "unknown"
    """It may have been: the answer did not come, or says nothing."""


class Reason(StrEnum):
    """Why, which is also what can be done about it."""

    UNCLEAR = "Slack does not say whether it carried the call out"
    RECIPIENT = "the place or the person is not there for Candour, until somebody changes that"
    FORBIDDEN = "the workspace forbids messages there"
    CONTENT = "Slack does not take this message, however often it comes"
    TEMPORARY = "it passes by itself"
    NO_ACCESS = "Candour itself is shut out: nothing leaves until somebody mends its access"
    UNKNOWN = "a name that we do not know"


@dataclass(frozen=True)
class Meaning:
    """What some of Slack's error names mean for a message."""

    verdict: Verdict
    reason: Reason
    codes: tuple[str, ...]


# Source: the error lists of docs.slack.dev/reference/methods, of chat.postMessage and conversations.open.
MEANINGS = (
    Meaning(Verdict.UNKNOWN, Reason.UNCLEAR, (
        "fatal_error", "internal_error", "request_timeout", "service_unavailable",
        # They speak of an earlier message with the same id; what became of this one is not said.
        "duplicate_channel_not_found", "duplicate_message_not_found",
    )),
    Meaning(Verdict.NEVER, Reason.RECIPIENT, (
        "channel_not_found", "is_archived", "not_in_channel", "user_not_found", "user_disabled", "user_not_visible",
        "cannot_dm_bot", "messages_tab_disabled",
    )),
    Meaning(Verdict.NEVER, Reason.FORBIDDEN, (
        "ekm_access_denied", "restricted_action", "restricted_action_read_only_channel",
        "restricted_action_thread_only_channel",
    )),
    Meaning(Verdict.NEVER, Reason.CONTENT, (
        "invalid_arguments", "invalid_blocks", "invalid_blocks_format", "invalid_metadata_format",
        "invalid_metadata_schema", "metadata_too_large", "msg_blocks_too_long", "msg_too_long", "no_text",
    )),
    Meaning(Verdict.LATER, Reason.TEMPORARY, (
        "message_limit_exceeded", "rate_limited", "ratelimited", "team_added_to_org",
    )),
    Meaning(Verdict.LATER, Reason.NO_ACCESS, (
        "account_inactive", "enterprise_is_restricted", "invalid_auth", "missing_scope", "not_allowed_token_type",
        "not_authed", "org_login_required", "team_access_not_granted", "token_expired", "token_revoked",
    )),
)  # fmt: skip
_BY_CODE = {code: meaning for meaning in MEANINGS for code in meaning.codes}
# Of a name that Slack may add tomorrow we believe what it says: refused, so not posted. Danger cannot wait for a
# person to look, and `DeliveryTimeouts` limits how many refusals are taken.
_UNKNOWN_NAME = Meaning(Verdict.LATER, Reason.UNKNOWN, ())
_RATE_LIMITED = ("ratelimited", "rate_limited")
TOO_LONG = frozenset(["msg_blocks_too_long", "msg_too_long"])
UNREADABLE = frozenset([
    "missing_scope", "not_in_channel", "channel_not_found", "no_permission", "access_denied", "user_disabled",
])  # fmt: skip
"""Errors of reading a history that stay until somebody changes scopes or membership, or comes back."""


@dataclass(frozen=True)
class Failure:
    """A call that did not succeed.

    `code` is Slack's own error name, or the type of the failure. `pause` in seconds, when Slack asked for one.
    """

    verdict: Verdict
    code: str
    pause: float = 0.0
    reason: Reason = Reason.TEMPORARY

    @property
    def counts_as_refusal(self) -> bool:
        """Whether it may be this message that Slack does not want, so that it is not tried for ever."""
        return self.reason not in {Reason.TEMPORARY, Reason.NO_ACCESS}


def classify(error: Exception) -> Failure:
    """What `error`, raised by a call, says about whether the call was carried out."""
    if isinstance(error, SlackApiError):
        return _classify_answer(error)
    if isinstance(error, PersonHasLeft):
        return Failure(Verdict.NEVER, "person_has_left", reason=Reason.RECIPIENT)
    if isinstance(error, NotPaged):  # Whoever receives it rings once for an id, so that it may always be repeated.
        return Failure(Verdict.LATER, error.code, reason=Reason.UNKNOWN if error.refused else Reason.TEMPORARY)
    if isinstance(error, URLError) and isinstance(error.reason, ConnectionRefusedError | socket.gaierror):
        return Failure(Verdict.LATER, "not_reached")
    if isinstance(error, ConnectionRefusedError | SlackClientError):
        return Failure(Verdict.LATER, type(error).__name__)
    return Failure(Verdict.UNKNOWN, type(error).__name__, reason=Reason.UNCLEAR)


def _classify_answer(error: SlackApiError) -> Failure:
    """Only a JSON object with `ok: false` and an error name says that Slack refused. Anything else may be a page of a
    proxy, put in place of Slack's answer after the message was posted."""
    answer = error.response
    data = answer.data if isinstance(answer, SlackResponse) else None
    refusal = data if isinstance(data, dict) and data.get("ok") is False else {}
    code = code_of(refusal.get("error"))
    status = int(getattr(answer, "status_code", 0))
    if code == UNKNOWN_CODE or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        known = code if code != UNKNOWN_CODE else f"http_{status}"
        return Failure(Verdict.UNKNOWN, known, reason=Reason.UNCLEAR)
    if status == HTTPStatus.TOO_MANY_REQUESTS or code in _RATE_LIMITED:
        return Failure(Verdict.LATER, "ratelimited", pause=retry_after(answer.headers))
    meaning = _BY_CODE.get(code, _UNKNOWN_NAME)
    return Failure(meaning.verdict, code, reason=meaning.reason)
