"""The Socket Mode connection: opened, left when it is silent, and closed without waiting for its reader."""

import json
import logging
import re
import socket
import threading
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPException

import websocket
from slack_bolt import App
from slack_bolt.adapter.socket_mode.websocket_client import SocketModeHandler
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.socket_mode.interval_runner import IntervalRunner
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.websocket_client import SocketModeClient
from websocket import WebSocketApp

from bot.runtime.answer_times import mark_arrival
from bot.runtime.slack_failures import error_name, why_not_reached

_log = logging.getLogger("candour.socket")
_SDK_LOG = logging.getLogger("slack_sdk.socket_mode")  # Not shown: `_note_trouble` says it once.
_ENVELOPE = re.compile(r'"envelope_id"\s*:\s*"([^"]+)"')
_CLOSES_WITHIN = 2.0
_LOOK_EVERY = 0.01
_NEXT_SESSION_SECONDS = 0.05
_MOST_ATTEMPTS = 5
"""In `attempts_counted`: 30 a minute. Slack allows about 50 calls of apps.connections.open."""


class NotConnected(Exception):
    """Slack did not take the connection. The message says why, and what to do."""


@dataclass(frozen=True)
class SocketTimeouts:
    """In seconds. A silent peer is left after `ping`, `silence` and `look` at the latest: within 30 seconds."""

    ping: float = 5.0
    """Between two pings. The peer answers each, so a connection that works is never silent for longer."""
    silence: float = 20.0
    """Without a message or an answer to a ping: then the connection is left, and a new one is made."""
    unready: float = 15.0
    """Without either: then the bot is not ready."""
    look: float = 2.0
    """Between two looks at the connection."""
    step: float = 10.0
    """For each step of connecting, and for sending or receiving what has begun."""
    start: float = 15.0
    """For the first connection."""
    attempts_counted: float = 10.0


TIMEOUTS = SocketTimeouts()


class SocketClient(SocketModeClient):
    """Slack's client, with two rules of ours.

    A connection on which nothing is heard is left: Slack's client sends pings and never looks for the answers, so a
    firewall that forgets a connection leaves it deaf. And new connections are asked for no more often than Slack
    allows.
    """

    def __init__(self, app_token: str, *, web_client: WebClient, concurrency: int) -> None:
        self._timeouts = TIMEOUTS
        self._heard_at = self._began_at = time.monotonic()
        self._opened = threading.Event()
        self._ended: WebSocketApp | None = None
        self._attempts: deque[float] = deque(maxlen=_MOST_ATTEMPTS)
        self._trouble = ""
        websocket.setdefaulttimeout(self._timeouts.step)  # There is no other place to set it for one connection.
        super().__init__(
            app_token,
            logger=_SDK_LOG,
            web_client=web_client,
            concurrency=concurrency,
            ping_interval=self._timeouts.ping,
        )
        self.current_app_monitor.interval_seconds = self._timeouts.look
        self.current_session_runner.shutdown()  # type: ignore[no-untyped-call]  # Slack's client gives it no types.
        self.current_session_runner = IntervalRunner(self._run_current_session, _NEXT_SESSION_SECONDS).start()
        self.on_open_listeners.append(self._on_open)
        self.on_error_listeners.append(self._on_error)
        self.on_message_listeners.append(_leave_when_asked)

    @property
    def silence(self) -> float:
        """Seconds since something was last heard from Slack."""
        return time.monotonic() - self._heard_at

    def is_heard(self) -> bool:
        """Whether the connection is there, and something was heard on it lately."""
        return self.is_connected() and self._opened.is_set() and self.silence < self._timeouts.unready

    def wait_until_open(self) -> None:
        """Wait for the first connection, or raise `NotConnected`."""
        if not self._opened.wait(self._timeouts.start):
            raise NotConnected(
                f"Slack answers, but its web socket does not open ({self._trouble or 'no answer'}). "
                "Let wss:// through the firewall or proxy, or use HTTP mode: make check"
            )

    def issue_new_wss_url(self) -> str:
        """Ask Slack for the address of a new connection. Raises what the call raises."""
        self._attempts.append(time.monotonic())
        return str(self.web_client.apps_connections_open(app_token=self.app_token)["url"])

    def connect(self) -> None:
        self._opened.clear()
        self._began_at = time.monotonic()
        super().connect()

    def connect_to_new_endpoint(self, force: bool = False) -> None:  # noqa: FBT001, FBT002 - as Slack's client has it
        """Make a new connection, unless it was tried a moment ago: `_monitor_current_session` tries again."""
        if self._tried_enough():
            return
        try:
            super().connect_to_new_endpoint(force)
        except (SlackClientError, OSError, HTTPException, ValueError) as error:
            self._note_trouble(error_name(error))

    def _tried_enough(self) -> bool:
        now, session = time.monotonic(), self.current_session
        recent = [at for at in self._attempts if now - at < self._timeouts.attempts_counted]
        if session and not self._opened.is_set():
            is_opening = not session.has_done_teardown
            failed_just_now = recent and now - recent[-1] < self._timeouts.look * 0.9
            return bool(is_opening or failed_just_now)
        return len(recent) == _MOST_ATTEMPTS

    def _run_current_session(self) -> None:
        session = self.current_session
        if session is not None and session is not self._ended:  # Slack's client would use its old address again.
            super()._run_current_session()  # type: ignore[no-untyped-call]  # Slack's client gives it no types.
            self._ended = session

    def _monitor_current_session(self) -> None:
        """Called every few seconds: leave a silent connection, and make a new one where there is none."""
        session = self.current_session
        if session and time.monotonic() - max(self._heard_at, self._began_at) > self._timeouts.silence:
            self._note_trouble("silent")
            _shut_down(session)
        super()._monitor_current_session()  # type: ignore[no-untyped-call]  # As above.

    def _on_open(self, session: WebSocketApp) -> None:
        session.on_data = session.on_ping = session.on_pong = self._on_data
        self._on_data()
        self._opened.set()
        if self._trouble:
            _log.info("the socket to Slack is open again")
        self._trouble = ""

    def _on_data(self, *_: object) -> None:
        self._heard_at = time.monotonic()

    def _on_error(self, session: WebSocketApp, error: Exception) -> None:
        if session is self.current_session:  # The end of a connection that was renewed is no trouble.
            self._note_trouble(type(error).__name__)

    def _note_trouble(self, name: str) -> None:
        """Log it, once for each name until the connection is open again: it is tried every two seconds."""
        if name != self._trouble and not self.closed:
            _log.warning("the socket to Slack is not open: %(error)s", {"error": name})
        self._trouble = name


class SocketHandler(SocketModeHandler):
    """Gives Bolt what comes over the socket. Notes when: it waits for a free thread before it is answered."""

    client: SocketClient

    def __init__(self, app: App, app_token: str, *, concurrency: int) -> None:
        # Not Bolt's own: it would make a client of Slack's kind, whose threads start at once.
        self.app = app
        self.app_token = app_token
        self.client = SocketClient(app_token, web_client=app.client, concurrency=concurrency)
        self.client.socket_mode_request_listeners.append(self.handle)  # type: ignore[arg-type]  # As Bolt's own.
        self.client.on_message_listeners.append(self._note_arrival)
        self._arrivals: dict[str, float] = {}

    def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]  # As Bolt's.
        mark_arrival(self._arrivals.pop(req.envelope_id, time.monotonic()))
        try:
            super().handle(client, req)
        except Exception as error:  # noqa: BLE001 - Slack's client would log it with its content
            _log.error("an answer could not be sent over the socket: %(error)s", {"error": type(error).__name__})

    def _note_arrival(self, _session: object, message: str) -> None:
        if found := _ENVELOPE.search(message):
            self._arrivals[found.group(1)] = time.monotonic()


def open_socket(handler: SocketHandler) -> None:
    """Connect, and stay connected; or raise `NotConnected`."""
    try:
        handler.connect()  # type: ignore[no-untyped-call]  # Bolt gives it no types.
    except SlackApiError as error:
        name = error_name(error)
        raise NotConnected(f"Slack refused the connection: {name}. To see what to mend: make check") from None
    except (OSError, HTTPException) as error:
        raise NotConnected(why_not_reached(error)) from None
    handler.client.wait_until_open()


def close_socket(handler: SocketHandler) -> None:
    """Take nothing new, answer what is under way, and disconnect.

    The client's own close answers nothing, and may wait 10 s when its reader has taken the closing frame: measured.
    """
    client = handler.client
    _finish_answers(client)
    _hang_up(client)
    handler.close()  # type: ignore[no-untyped-call]  # As above.


def _finish_answers(client: SocketModeClient) -> None:
    client.closed = True
    client.message_queue.put(None)  # Nothing: what reads the queue looks up once a second only.
    client.message_processor.shutdown()  # type: ignore[no-untyped-call]  # As above.
    client.message_workers.shutdown()


def _hang_up(client: SocketModeClient) -> None:
    client.auto_reconnect_enabled = False  # Only now: a connection that was being renewed turns it on again.
    session = client.current_session
    if session and session.sock and session.sock.sock:
        _shut_down(session)
        until = time.monotonic() + _CLOSES_WITHIN
        while session.sock and time.monotonic() < until:
            time.sleep(_LOOK_EVERY)


def _shut_down(session: WebSocketApp) -> None:
    """End it without a word to the peer, which may not listen: its reader then finds that it has ended."""
    connection = session.sock
    if connection and connection.sock:
        with suppress(OSError):
            connection.sock.shutdown(socket.SHUT_RDWR)


def _leave_when_asked(session: WebSocketApp, message: str) -> None:
    """End the reader of a connection that Slack asks to renew, as it does every few hours.

    The client opens the new one, but its reader may wait 10 s for the old one first: measured, one time in four.
    """
    if message.startswith("{") and _kind(message) == "disconnect":
        session.keep_running = False


def _kind(message: str) -> object:
    """What kind of message it is. One that nobody can read is logged here: Slack's client would say its content."""
    try:
        return json.loads(message).get("type")
    except ValueError as error:
        _log.error("a message on the socket could not be read: %(error)s", {"error": type(error).__name__})
        return None
