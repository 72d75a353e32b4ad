"""The Socket Mode connection: opened, and closed without waiting for its reader."""

import json
import logging
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from slack_bolt.adapter.socket_mode.websocket_client import SocketModeHandler
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.websocket_client import SocketModeClient
from websocket import WebSocketApp

from bot.domain.values import code_of

_CLOSES_WITHIN = 2.0
_LOOK_EVERY = 0.01


class NotConnected(Exception):
    """Slack did not take the connection. The message says why, and what to do."""


def open_socket(handler: SocketModeHandler) -> None:
    """Connect, and stay connected; or raise `NotConnected`."""
    handler.client.on_message_listeners.append(_leave_when_asked)
    try:
        handler.connect()  # type: ignore[no-untyped-call]  # Bolt gives it no types.
    except SlackApiError as error:
        refused = code_of(error.response.get("error"))
        raise NotConnected(f"Slack refused the connection: {refused}. To see what to mend: make check") from None
    except OSError:
        raise NotConnected("Slack could not be reached. Check the network and SLACK_API_URL: make check") from None


def _leave_when_asked(session: WebSocketApp, message: str) -> None:
    """End the reader of a connection that Slack asks to renew, as it does every few hours.

    The client opens the new one, but its reader may wait 10 s for the old one first: measured, one time in four.
    """
    with suppress(ValueError, AttributeError):
        if json.loads(message).get("type") == "disconnect":
            session.keep_running = False


def close_socket(handler: SocketModeHandler) -> None:
    """Take nothing new, answer what is under way, and disconnect.

    The client's own close answers nothing, and may wait 10 s when its reader has taken the closing frame: measured.
    """
    client = handler.client
    _finish_answers(client)
    with _quiet("slack_bolt", "websocket"):  # Both call the end of the connection an error.
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
        with suppress(OSError):
            session.sock.sock.shutdown(socket.SHUT_RDWR)
        until = time.monotonic() + _CLOSES_WITHIN
        while session.sock and time.monotonic() < until:
            time.sleep(_LOOK_EVERY)


@contextmanager
def _quiet(*names: str) -> Iterator[None]:
    levels = {name: logging.getLogger(name).level for name in names}
    for name in names:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)
