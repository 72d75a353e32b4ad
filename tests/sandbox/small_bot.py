"""A small real Bolt app, as unmodified as the real one, for trying the workspace out."""

import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any

import pytest
from slack_bolt import Ack, App, BoltRequest
from slack_bolt.adapter.socket_mode.websocket_client import SocketModeHandler
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.websocket_client import SocketModeClient

from sandbox.people.person import PeopledWorkspace
from sandbox.workspace.seed import read_seed
from tests.sandbox import shapes

BOT_TOKEN = "xoxb-sandbox"
ESCAPED = {"command": "/incident", "description": "Report", "should_escape": True}
PLAINLY = {"command": "/plainly", "description": "Report", "should_escape": False}
ABOUT_A_MESSAGE = {"name": "Report this message", "type": "message", "callback_id": "report_message"}
ANYWHERE = {"name": "Report", "type": "global", "callback_id": "report"}
SEED = replace(read_seed(), commands=(ESCAPED, PLAINLY), shortcuts=(ABOUT_A_MESSAGE, ANYWHERE))
"""The invented workspace, with an app that has two commands and two shortcuts."""


def client_of(workspace: PeopledWorkspace, *, token: str = BOT_TOKEN) -> WebClient:
    """A client as the SDK makes it, pointed at the workspace."""
    return WebClient(token=token, base_url=workspace.api_url, timeout=60, retry_handlers=[])


class Answer:
    """How a call was refused."""

    def __init__(self, body: dict[str, Any], *, status: int, headers: dict[str, str]) -> None:
        """What came."""
        self.status, self.headers = status, headers
        self.error: str = body["error"]
        self.body = body
        self.messages: list[str] = body.get("response_metadata", {}).get("messages", [])


def refused(call: Callable[..., object], **arguments: object) -> Answer:
    """Make a call that is refused."""
    with pytest.raises(SlackApiError) as refusal:
        call(**arguments)
    response = refusal.value.response
    return Answer(response.data, status=response.status_code, headers=response.headers)


class SmallBot:
    """What the tests ask of a bot, and what it was told."""

    def __init__(self, workspace: PeopledWorkspace) -> None:
        """Nothing is connected yet."""
        self.told: list[dict[str, Any]] = []
        self.client = client_of(workspace)
        self.executor = ThreadPoolExecutor(8)
        self.app = App(client=self.client, token_verification_enabled=False, listener_executor=self.executor)
        self.handler = SocketModeHandler(self.app, app_token="xapp-sandbox", ping_interval=2)
        self.slow = threading.Event()
        self.left_waiting: set[str] = set()
        self.receipt = shapes.receipt()
        self._listen()

    def _listen(self) -> None:
        self.app.command("/incident")(self.open_form)
        self.app.command("/plainly")(self.open_form)
        self.app.view("form")(self.answer_form)
        self.app.view_closed("form")(self.listen)
        self.app.shortcut("report_message")(self.open_form_about)
        self.app.shortcut("report")(self.open_form_about)
        self.app.action(re.compile(".+"))(self.pressed)
        self.app.event("app_home_opened")(self.publish_home)

    def open_form(self, ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        """A modal, unless the text asks for something else."""
        self.told.append(body)
        match body["text"]:
            case "slow":
                self.slow.wait(2)
                ack()
            case "words":
                ack("Only words")
            case "blocks":
                ack(text="", blocks=[shapes.words("Words in *blocks*")])
            case text:
                ack()
                client.views_open(trigger_id=body["trigger_id"], view=shapes.form(what=text))

    def listen(self, ack: Ack, body: dict[str, Any]) -> None:
        """Take note."""
        self.told.append(body)
        ack()

    def open_form_about(self, ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        """A modal with the words of the message in it."""
        self.told.append(body)
        if body["user"]["id"] in self.left_waiting:
            self.slow.wait(2)
        ack()
        words = body.get("message", {}).get("text", "")
        client.views_open(trigger_id=body["trigger_id"], view=shapes.form(what=words))

    def answer_form(self, ack: Ack, body: dict[str, Any]) -> None:
        """Answer as the form asks."""
        self.told.append(body)
        values = body["view"]["state"]["values"]
        match values["what"]["what"]["value"]:
            case "refuse":
                ack(response_action="errors", errors={"what": "Say more, please."})
            case "refuse elsewhere":
                ack(response_action="errors", errors={"intro": "This is no question."})
            case "update":
                ack(response_action="update", view=self.receipt)
            case "push":
                ack(response_action="push", view=shapes.form(what=""))
            case "clear":
                ack(response_action="clear")
            case "broken":
                ack(response_action="update", view={"type": "modal", "blocks": []})
            case "slow":
                self.slow.wait(2)
                ack()
            case _:
                ack()

    def pressed(self, ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        """Do what the button's value says."""
        self.told.append(body)
        ack()
        match body["actions"][0].get("value"):
            case "open":
                client.views_open(trigger_id=body["trigger_id"], view=shapes.form(what=""))
            case "push":
                # Bolt 1.30 forgets an ack when the listener raises within 10 ms of it.
                with suppress(SlackApiError):
                    client.views_push(trigger_id=body["trigger_id"], view=shapes.form(what=""))
            case "update":
                view = body["view"]
                client.views_update(view_id=view["id"], hash=view["hash"], view=shapes.form(what="", title="Again"))
            case "done":
                client.chat_update(
                    channel=body["channel"]["id"],
                    ts=body["message"]["ts"],
                    text="Done",
                    blocks=[shapes.words("Done")],
                )

    def publish_home(self, event: dict[str, Any], client: WebClient, request: BoltRequest) -> None:
        """A Home with one button."""
        self.told.append({**event, "told_before": request.headers.get("x-slack-retry-num", [])})
        client.views_publish(user_id=event["user"], view=shapes.home())


def hang_up(client: SocketModeClient) -> None:
    """End the connection so that closing is quick: else websocket-client may wait 10 s for what it has read."""
    client.auto_reconnect_enabled = False
    session = client.current_session
    if session and session.sock and session.sock.sock:
        session.sock.sock.shutdown(socket.SHUT_RDWR)
        until = time.monotonic() + 2
        while session.sock and time.monotonic() < until:
            time.sleep(0.01)


@contextmanager
def connected(workspace: PeopledWorkspace) -> Iterator[SmallBot]:
    """The bot while it is connected."""
    bot = SmallBot(workspace)
    before = workspace.sockets.count
    bot.handler.connect()
    try:
        workspace.wait_for_bot(connections=before + 1)
        yield bot
    finally:
        bot.slow.set()
        hang_up(bot.handler.client)
        bot.handler.close()
        bot.executor.shutdown()
