"""What came of a call: posted or not, for how long, and why, for every answer that Slack can give or withhold."""

import http.client
import socket
from collections import Counter
from urllib.error import URLError

import pytest
from slack_sdk.errors import SlackApiError, SlackRequestError
from slack_sdk.web import SlackResponse

from scheduler.delivery import slack_errors
from scheduler.delivery.slack_errors import MEANINGS, Failure, Reason, Verdict

LATER, NEVER, UNKNOWN = Verdict.LATER, Verdict.NEVER, Verdict.UNKNOWN


def refusal(code, *, status=200, headers=None):
    """An answer of Slack's own."""
    answer = SlackResponse(
        client=None,
        http_verb="POST",
        api_url="",
        req_args={},
        data={"ok": False, "error": code},
        headers=headers or {},
        status_code=status,
    )
    return SlackApiError("", answer)


def page(status):
    """What stands between us and Slack answered with a page of its own."""
    return SlackApiError("", {"status": status, "headers": {}, "body": "<html>"})


@pytest.mark.parametrize(
    ("code", "kind", "reason"),
    [
        ("fatal_error", UNKNOWN, Reason.UNCLEAR),
        ("internal_error", UNKNOWN, Reason.UNCLEAR),
        ("request_timeout", UNKNOWN, Reason.UNCLEAR),
        ("service_unavailable", UNKNOWN, Reason.UNCLEAR),
        ("duplicate_message_not_found", UNKNOWN, Reason.UNCLEAR),
        ("duplicate_channel_not_found", UNKNOWN, Reason.UNCLEAR),
        ("channel_not_found", NEVER, Reason.RECIPIENT),
        ("is_archived", NEVER, Reason.RECIPIENT),
        ("not_in_channel", NEVER, Reason.RECIPIENT),
        ("user_disabled", NEVER, Reason.RECIPIENT),
        ("ekm_access_denied", NEVER, Reason.FORBIDDEN),
        ("restricted_action", NEVER, Reason.FORBIDDEN),
        ("msg_blocks_too_long", NEVER, Reason.CONTENT),
        ("invalid_blocks", NEVER, Reason.CONTENT),
        ("team_added_to_org", LATER, Reason.TEMPORARY),
        ("message_limit_exceeded", LATER, Reason.TEMPORARY),
        ("token_revoked", LATER, Reason.NO_ACCESS),
        ("account_inactive", LATER, Reason.NO_ACCESS),
        ("invalid_auth", LATER, Reason.NO_ACCESS),
        ("not_authed", LATER, Reason.NO_ACCESS),
        ("missing_scope", LATER, Reason.NO_ACCESS),
        ("team_access_not_granted", LATER, Reason.NO_ACCESS),
        ("a_name_of_tomorrow", LATER, Reason.UNKNOWN),
    ],
)
def test_an_error_name_means_what_the_table_says(code, kind, reason):
    assert slack_errors.classify(refusal(code)) == Failure(kind, code, reason=reason)


def test_no_name_means_two_things():
    named = Counter(code for meaning in MEANINGS for code in meaning.codes)
    assert [code for code, times in named.items() if times > 1] == []


@pytest.mark.parametrize(
    ("code", "refused"),
    [
        ("is_archived", True),
        ("a_name_of_tomorrow", True),
        ("fatal_error", True),
        ("token_revoked", False),
        ("team_added_to_org", False),
        ("ratelimited", False),
    ],
)
def test_what_cannot_be_meant_for_this_message_counts_as_no_refusal_of_it(code, refused):
    assert slack_errors.classify(refusal(code)).counts_as_refusal is refused


@pytest.mark.parametrize("status", [200, 403, 404, 500, 502])
def test_a_page_in_place_of_an_answer_tells_nothing(status):
    assert slack_errors.classify(page(status)) == Failure(UNKNOWN, f"http_{status}", reason=Reason.UNCLEAR)


@pytest.mark.parametrize("code", ["channel_not_found", "a_name_of_tomorrow"])
def test_an_error_of_the_server_tells_nothing_whatever_its_name(code):
    assert slack_errors.classify(refusal(code, status=503)) == Failure(UNKNOWN, code, reason=Reason.UNCLEAR)


@pytest.mark.parametrize(
    ("error", "pause"),
    [
        (refusal("ratelimited", status=429, headers={"Retry-After": "30"}), 30),
        (refusal("ratelimited", status=429, headers={"retry-after": ["7"]}), 7),
        (refusal("ratelimited", status=429), 1),
        (refusal("rate_limited"), 1),
        (page(429), 1),
    ],
)
def test_a_pause_is_as_long_as_slack_asks(error, pause):
    assert slack_errors.classify(error) == Failure(LATER, "ratelimited", pause=pause)


@pytest.mark.parametrize(
    ("error", "kind", "code"),
    [
        (URLError(ConnectionRefusedError()), LATER, "not_reached"),
        (URLError(socket.gaierror()), LATER, "not_reached"),
        (ConnectionRefusedError(), LATER, "ConnectionRefusedError"),
        (SlackRequestError(""), LATER, "SlackRequestError"),
        (URLError(TimeoutError()), UNKNOWN, "URLError"),
        (TimeoutError(), UNKNOWN, "TimeoutError"),
        (ConnectionResetError(), UNKNOWN, "ConnectionResetError"),
        (http.client.RemoteDisconnected(""), UNKNOWN, "RemoteDisconnected"),
        (http.client.IncompleteRead(b""), UNKNOWN, "IncompleteRead"),
    ],
)
def test_silence_is_only_believed_where_the_call_cannot_have_arrived(error, kind, code):
    failure = slack_errors.classify(error)
    assert (failure.verdict, failure.code) == (kind, code)
