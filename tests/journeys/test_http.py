"""HTTP mode: what is let in, and what is refused without a word too many."""

import json
import time
from collections.abc import Iterable
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest

from bot.runtime import http_server
from sandbox.people.person import PeopledWorkspace
from sandbox.people.waiting import LONGEST
from sandbox.transport.http_mode import FORM, JSON
from sandbox.wire import payloads

pytestmark = pytest.mark.parametrize("pair", [("sqlite", "http")], ids="-".join)  # The door knows no database.
CHALLENGE = json.dumps({"type": "url_verification", "token": "sandbox", "challenge": "are you there?"})


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: str


@dataclass
class Door:
    """The bot's address, as anybody can reach it."""

    workspace: PeopledWorkspace
    port: int

    def signed(self, body: str, *, ago: int = 0) -> dict[str, str]:
        return self.workspace.requests.signed(body, at=int(time.time()) - ago)

    def answers(
        self,
        body: str | bytes | Iterable[bytes] = "",
        headers: dict[str, str] | None = None,
        *,
        method: str = "POST",
        path: str = http_server.PATH,
    ) -> Answer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=LONGEST)
        content = body.encode() if isinstance(body, str) else body
        try:
            connection.request(method, path, content, {"Content-Type": JSON, **(headers or {})})
            answer = connection.getresponse()
            named = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, named, answer.read().decode())
        finally:
            connection.close()


@pytest.fixture
def door(workspace, settings, context) -> Door:
    return Door(workspace, settings.port)


def test_what_slack_has_signed_is_let_in(door):
    answer = door.answers(CHALLENGE, door.signed(CHALLENGE))
    assert (answer.status, json.loads(answer.body)) == (200, {"challenge": "are you there?"})


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-Slack-Signature": "v0=0000"},
        {"X-Slack-Request-Timestamp": "today"},
        {"X-Slack-Request-Timestamp": "9" * 400},
        {"X-Slack-Signature": "v0=é"},
    ],
    ids=[
        "unsigned",
        "signed otherwise",
        "a time that is none",
        "a time that never comes",
        "a signature that is no text",
    ],
)
def test_what_slack_has_not_signed_is_refused(door, headers):
    signed = door.signed(CHALLENGE) | headers if headers else {}
    answer = door.answers(CHALLENGE, signed)
    assert (answer.status, answer.body) == (401, "Unauthorized")


def test_a_signature_is_good_for_its_own_words_only(door):
    assert door.answers(CHALLENGE.replace("there", "here"), door.signed(CHALLENGE)).status == 401
    assert door.answers(b"\xff\xfe", door.signed(CHALLENGE)).status == 401


@pytest.mark.parametrize(("ago", "status"), [(400, 401), (200, 200), (-200, 200), (-400, 401)])
def test_a_signature_is_good_for_five_minutes_before_and_after(door, ago, status):
    assert door.answers(CHALLENGE, door.signed(CHALLENGE, ago=ago)).status == status


def test_the_same_request_is_let_in_once(door):
    signed = door.signed(CHALLENGE)
    assert [door.answers(CHALLENGE, signed).status for _ in range(2)] == [200, 409]


def test_a_request_that_failed_may_come_again_in_the_same_second(door):
    nobody_listens = json.dumps({"type": "something that nobody listens for"})
    signed = door.signed(nobody_listens)
    assert [door.answers(nobody_listens, signed).status for _ in range(2)] == [404, 404]


def test_what_is_too_old_to_come_in_again_is_no_longer_remembered(door, monkeypatch):
    monkeypatch.setattr(http_server, "REPLAY_SECONDS", 0)
    signed = door.signed(CHALLENGE)
    assert [door.answers(CHALLENGE, signed).status for _ in range(2)] == [200, 200]


def a_challenge_of(size: int) -> str:
    empty = json.dumps({"type": "url_verification", "challenge": ""})
    return json.dumps({"type": "url_verification", "challenge": "x" * (size - len(empty))})


def in_pieces(body: str) -> Iterable[bytes]:
    """Sent so, nobody knows the length before the end."""
    content = body.encode()
    return (content[at : at + 100_000] for at in range(0, len(content), 100_000))


@pytest.mark.parametrize(("more", "status"), [(0, 200), (1, 413)])
def test_what_is_too_large_is_refused_with_or_without_a_length(door, more, status):
    body = a_challenge_of(http_server.LARGEST_BODY + more)
    assert door.answers(body, door.signed(body)).status == status
    assert door.answers(in_pieces(body), door.signed(body, ago=60)).status == status


def test_what_never_ends_is_not_waited_for(door):
    answer = door.answers("", {**door.signed(""), "Content-Length": "10"})
    assert answer.status == 408


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE"])
def test_only_posts_are_taken(door, method):
    answer = door.answers(method=method)
    assert (answer.status, answer.headers["allow"]) == (405, "POST")


@pytest.mark.parametrize("path", ["/", "/slack", f"{http_server.PATH}/", "/slack/install", "/docs"])
def test_nothing_else_is_there(door, path):
    answer = door.answers(CHALLENGE, door.signed(CHALLENGE), path=path)
    assert (answer.status, answer.body) == (404, "Not Found")


def test_no_answer_says_what_is_behind_the_door(door):
    broken = "{"
    answers = [door.answers(), door.answers(path="/other"), door.answers(broken, door.signed(broken))]
    assert [answer.status for answer in answers] == [401, 404, 500]
    assert [answer.body for answer in answers] == ["Unauthorized", "Not Found", "Internal Server Error"]
    assert {name for answer in answers for name in answer.headers} <= {"date", "content-type", "content-length"}


def test_headers_that_are_not_signed_change_nothing(door, nurse, workspace):
    """Bolt has one of its own that leaves out what a listener does."""
    command = urlencode(payloads.command(workspace, nurse.id, channel=ward(workspace), words=("/incident", "")))
    headers = {**door.signed(command), "Content-Type": FORM, "X-Slack-Bolt-Lazy-Only": "1"}
    assert door.answers(command, headers).status == 200
    workspace.wait_until(lambda: nurse.modals, reason="The form did not open.")


def ward(workspace):
    return workspace.channels[workspace.channel("oak-ward").id]
