"""HTTP mode of the workspace, as a bot sees it: signed requests, three seconds, and events that come again."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest
from slack_sdk.signature import SignatureVerifier

from sandbox.people.person import Refused
from sandbox.people.waiting import LONGEST
from sandbox.transport.http_mode import FORM, JSON
from tests.bots import PATIENT

Prepared = tuple[int, dict[str, str], bytes]
TOOK_IT: Prepared = (200, {}, b"")
TYPED = {"command": "/incident", "text": "<b> & more"}
PRESSED = {"type": "block_actions", "actions": [{"value": "é & <b>"}]}
OPENED = {"type": "event_callback", "event": {"type": "app_home_opened"}}


class Posted:
    """One request that came."""

    def __init__(self, headers, body: str) -> None:
        self.headers = {name.lower(): value for name, value in headers.items()}
        self.body = body


class Listening:
    """A bot that keeps what comes, and gives prepared answers; then it takes everything."""

    def __init__(self) -> None:
        self.posted: list[Posted] = []
        self.prepared: list[Prepared] = []
        self.slow = threading.Event()
        self.slow.set()

    def answer(self, posted: Posted) -> Prepared:
        self.posted.append(posted)
        self.slow.wait(5)
        if "url_verification" in posted.body:
            return 200, {"Content-Type": "text/plain"}, json.loads(posted.body)["challenge"].encode()
        return self.prepared.pop(0) if self.prepared else TOOK_IT


@contextmanager
def listening(bot: Listening) -> Iterator[str]:
    """The bot's request URL."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            status, headers, content = bot.answer(Posted(self.headers, body))
            self.send_response(status)
            for name, value in (headers | {"Content-Length": str(len(content))}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/slack/events"
    finally:
        bot.slow.set()
        server.shutdown()
        thread.join()
        server.server_close()


def all_was_sent(workspace):
    """Wait until nothing is under way to the bot: what has not come by then never comes."""
    workspace.wait_until(lambda: "request" not in {thread.name for thread in threading.enumerate()})


@pytest.fixture
def bot(workspace) -> Iterator[Listening]:
    bot = Listening()
    with listening(bot) as url:
        workspace.requests.url = url
        yield bot
        workspace.requests.stop()
        workspace.requests.url = ""


def test_the_url_is_verified_by_a_challenge(workspace, bot):
    assert workspace.requests.verified()
    assert json.loads(bot.posted[0].body)["type"] == "url_verification"


def test_a_url_where_nobody_repeats_the_challenge_is_not_verified(workspace, bot):
    bot.answer = lambda posted: TOOK_IT  # It takes everything, and reads nothing.
    assert not workspace.requests.verified()


def test_every_request_is_signed_as_slack_s_own_library_checks_it(workspace, bot):
    assert workspace.deliver("interactive", PRESSED, answerable="plainly").wait(LONGEST)
    [posted] = bot.posted
    assert SignatureVerifier(workspace.tokens.signing).is_valid_request(posted.body, posted.headers)
    assert not SignatureVerifier("another").is_valid_request(posted.body, posted.headers)


def test_a_command_is_a_form_an_interaction_one_field_of_a_form_and_an_event_json(workspace, bot):
    for kind, payload in (("slash_commands", TYPED), ("interactive", PRESSED), ("events_api", OPENED)):
        assert workspace.deliver(kind, payload, answerable="plainly").wait(LONGEST)
    command, interaction, event = bot.posted
    assert parse_qs(command.body) == {"command": ["/incident"], "text": ["<b> & more"]}
    assert {name: json.loads(value) for name, [value] in parse_qs(interaction.body).items()} == {"payload": PRESSED}
    assert json.loads(event.body) == OPENED
    assert [posted.headers["content-type"] for posted in bot.posted] == [FORM, FORM, JSON]


@pytest.mark.parametrize(
    ("content_type", "content", "answer"),
    [
        ("text/plain", b"Only words", {"text": "Only words"}),
        (JSON, b'{"text": "JSON"}', {"text": "JSON"}),
        (JSON, b"", None),
    ],
)
def test_an_answer_may_be_words_or_json_or_nothing(workspace, bot, content_type, content, answer):
    bot.prepared = [(200, {"Content-Type": content_type}, content)]
    delivery = workspace.deliver("slash_commands", TYPED, answerable="with a payload")
    assert (delivery.wait(LONGEST), delivery.answer) == (True, answer)
    assert workspace.envelopes[-1] is delivery


@pytest.mark.parametrize(
    "wrong",
    [
        (500, {}, b""),
        (302, {"Location": "/"}, b""),
        (200, {"Content-Type": JSON}, b"{"),
        (200, {"Content-Type": JSON}, b"[]"),
    ],
)
def test_an_answer_that_slack_does_not_take_is_a_failure_at_once(workspace, bot, wrong, nurse):
    bot.prepared = [wrong]
    with pytest.raises(Refused, match="dispatch_failed"):
        nurse.runs("/incident")
    assert len(bot.posted) == 1


def test_a_command_is_not_sent_again_when_no_answer_comes_in_time(workspace, bot, nurse):
    workspace.patience = replace(PATIENT, acknowledgement=0.2, retries=(0.0, 0.1))
    bot.slow.clear()
    with pytest.raises(Refused, match="operation_timeout"):
        nurse.runs("/incident")
    bot.slow.set()
    all_was_sent(workspace)
    assert len(bot.posted) == 1


def test_an_event_comes_again_three_times_and_says_why(workspace, bot):
    workspace.patience = replace(PATIENT, retries=(0.0, 0.1, 0.2))
    bot.prepared = [(500, {}, b"")] * 4
    assert not workspace.deliver("events_api", OPENED, answerable="plainly").wait(LONGEST)
    again = [(one.headers.get("x-slack-retry-num"), one.headers.get("x-slack-retry-reason")) for one in bot.posted]
    assert again == [(None, None), ("1", "http_error"), ("2", "http_error"), ("3", "http_error")]
    assert {one.body for one in bot.posted} == {json.dumps(OPENED)}


def test_an_event_that_was_taken_does_not_come_again(workspace, bot):
    workspace.patience = replace(PATIENT, retries=(0.0, 0.1, 0.2))
    bot.prepared = [(503, {}, b"")]
    assert workspace.deliver("events_api", OPENED, answerable="plainly").wait(LONGEST)
    all_was_sent(workspace)
    assert len(bot.posted) == 2


def test_an_event_does_not_come_again_when_the_bot_asks_for_that(workspace, bot):
    workspace.patience = replace(PATIENT, retries=(0.0, 0.1, 0.2))
    bot.prepared = [(500, {"X-Slack-No-Retry": "1"}, b"")]
    assert not workspace.deliver("events_api", OPENED, answerable="plainly").wait(LONGEST)
    all_was_sent(workspace)
    assert len(bot.posted) == 1


def test_an_event_that_took_too_long_comes_again(workspace, bot):
    workspace.patience = replace(PATIENT, acknowledgement=0.2, retries=(0.0, 60.0))
    bot.slow.clear()
    workspace.deliver("events_api", OPENED, answerable="plainly")
    workspace.wait_until(lambda: len(bot.posted) == 2)
    assert bot.posted[1].headers["x-slack-retry-reason"] == "http_timeout"


def test_nothing_is_ever_posted_to_another_machine(workspace, bot):
    workspace.requests.url = "https://192.0.2.1/slack/events"
    assert not workspace.deliver("interactive", PRESSED, answerable="plainly").wait(LONGEST)
    assert not workspace.requests.verified()


def test_what_comes_twice_to_a_bot_that_is_away_is_refused(workspace, bot):
    workspace.requests.url = "http://127.0.0.1:9/slack/events"
    delivery = workspace.deliver("interactive", PRESSED, answerable="plainly")
    assert not delivery.wait(LONGEST)
    delivery.refuse()
    assert not delivery.wait(LONGEST)
