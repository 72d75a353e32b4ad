"""What came of a call: posted or not, for how long, and why, for every answer that Slack can give or withhold."""

import http.client
import re
import socket
import threading
from collections import Counter
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.error import URLError

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackRequestError
from slack_sdk.web import SlackResponse

from bot.views.kit.blocks import Message
from scheduler.delivery import slack_errors
from scheduler.delivery.slack_calls import SlackCalls
from scheduler.delivery.slack_errors import MEANINGS, Failure, Reason, Verdict
from tests.storage.examples import a_claimed_message

DATE = "Tue, 24 Nov 2026 12:00:00 GMT"
NO_NUMBERS = [
    "",
    " ",
    "nan",
    "inf",
    "-inf",
    "1e999",
    "-5",
    "0",
    "2, 2",
    "2s",
    "soon",
    "Tue, 99 Nov",
    "24 Nov 99999999",
]
"""What a header may say in place of seconds."""
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
        (refusal("ratelimited", headers={"Retry-After": "Tue, 24 Nov 2026 12:00:09 GMT", "Date": DATE}), 9),
        (refusal("ratelimited", headers={"Retry-After": "Tue, 24 Nov 2026 11:00:00 GMT", "Date": DATE}), 1),
        (refusal("ratelimited", headers={"Retry-After": "Tue, 24 Nov 2026 12:00:09 GMT"}), 1),
        *((refusal("ratelimited", headers={"Retry-After": text, "Date": DATE}), 1) for text in NO_NUMBERS),
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


UNREADABLE = [
    b"",
    b"<html>Sign in to the network</html>",
    b"channel_not_found",
    b'"channel_not_found"',
    b'["channel_not_found"]',
    b"null",
    b"{}",
    b"\xff\xfe",
    b'{"error": "channel_not_found"}',
    b'{"ok": "false", "error": "channel_not_found"}',
    b'{"ok": 0, "error": "channel_not_found"}',
    b'{"ok": null, "error": "channel_not_found"}',
    b'{"ok": false}',
    b'{"ok": false, "error": null}',
    b'{"ok": false, "error": ["channel_not_found"]}',
    b'{"ok": false, "error": "Not now"}',
    b'{"ok": false, "error": "channel_not_found\\n2026-11-24 CRITICAL forged"}',
    b'{"ok": false, "error": "%s"}' % (b"a" * 65),
    b'{"ok": true}',
    b'{"ok": true, "ts": null}',
    b'{"ok": true, "ts": "soon"}',
]
"""Bodies that do not say that Slack refused. Whatever stands between may have put them in place of its answer."""


class _Door(BaseHTTPRequestHandler):
    """Answers every call with what the test chose."""

    status, body = 200, b""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(type(self).status)
        if type(self).status != HTTPStatus.NO_CONTENT:
            self.send_header("Content-Length", str(len(type(self).body)))
        self.end_headers()
        if type(self).status != HTTPStatus.NO_CONTENT:
            self.wfile.write(type(self).body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def calls():
    """Delivery's own calls, to a server of which the test says what it answers."""
    server = HTTPServer(("127.0.0.1", 0), _Door)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield SlackCalls(WebClient("xoxb-1", base_url=f"http://127.0.0.1:{server.server_port}/", retry_handlers=[]))
    server.shutdown()
    thread.join()
    server.server_close()


def _what_came(calls, status, body):
    _Door.status, _Door.body = status, body
    try:
        calls.post(a_claimed_message(), Message("words"))
    except Exception as error:  # noqa: BLE001 - whatever the client raises
        return slack_errors.classify(error)
    return None


@pytest.mark.parametrize("status", [200, 204, 302, 403, 404, 429, 500, 502])
@pytest.mark.parametrize("body", UNREADABLE)
def test_an_answer_that_is_no_refusal_by_name_tells_nothing(calls, status, body):
    failure = _what_came(calls, status, body)
    assert (failure.verdict, failure.reason) == (UNKNOWN, Reason.UNCLEAR)
    assert re.fullmatch(r"\w{1,64}", failure.code, re.ASCII)


@pytest.mark.parametrize("status", [200, 400, 404])
def test_a_refusal_by_name_says_that_it_was_not_posted(calls, status):
    failure = _what_came(calls, status, b'{"ok": false, "error": "channel_not_found", "warning": "later"}')
    assert (failure.verdict, failure.code) == (NEVER, "channel_not_found")


def test_an_answer_that_is_a_timestamp_is_believed(calls):
    assert _what_came(calls, 200, b'{"ok": true, "ts": "1790000000.000100"}') is None
