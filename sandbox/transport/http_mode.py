"""HTTP mode: what people do is posted to the bot's request URL, signed as Slack signs it.

Sources: docs.slack.dev, "Verifying requests from Slack" and "The Events API" (its retries).
"""

import hashlib
import hmac
import json
import secrets
import socket
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode, urlsplit

from sandbox.records import Json
from sandbox.transport.envelopes import Delivery

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
OK = 200
HOST = "127.0.0.1"
PORTS = range(20_000, 32_000)
LOOPBACK = frozenset({HOST, "localhost", "::1"})
VERIFICATION_TOKEN = "sandbox"  # noqa: S105 - as in payloads.py: Slack's deprecated field proves nothing
_NOTHING: Mapping[str, str] = {}


class NotAnswered(Exception):
    """A request came to nothing. The message is Slack's word for the reason."""


@dataclass(frozen=True, kw_only=True)
class Answered:
    """What the bot said to one request."""

    status: int
    content_type: str
    body: bytes
    no_retry: bool

    def payload(self) -> Json | None:
        """What an acknowledgement carries: JSON, or words that become a message. Raises ValueError for neither."""
        if not self.body:
            return None
        if not self.content_type.startswith(JSON):
            return {"text": self.body.decode()}
        match json.loads(self.body):
            case dict() as given:
                return given
            case _:
                raise ValueError("an acknowledgement is a JSON object")


class Requests:
    """Everything that is posted to one request URL, while there is one."""

    def __init__(
        self,
        *,
        signing_secret: str,
        seconds: Callable[[], float],
        retries: Callable[[], Sequence[float]],
    ) -> None:
        """`seconds` is how long an answer may take, `retries` the pauses before an event is sent again."""
        self.url = ""
        self._secret = signing_secret.encode()
        self._seconds = seconds
        self._retries = retries
        self._stopped = threading.Event()

    def send(self, delivery: Delivery, *, repeat: int) -> None:
        """Post this, and do not wait. `repeat` says how often the event has been told before."""
        copy, delivery.sent = delivery.sent, delivery.sent + 1
        if delivery.envelope["type"] == "events_api":
            carry = partial(self._carry_event, delivery, copy, repeat=repeat, stopped=self._stopped)
        else:
            carry = partial(self._carry, delivery, copy)
        threading.Thread(target=carry, name="request", daemon=True).start()

    def stop(self) -> None:
        """Send nothing again of what has been sent so far."""
        self._stopped.set()
        self._stopped = threading.Event()

    def verified(self) -> bool:
        """Whether the bot answers the challenge that Slack sends when the URL is entered."""
        challenge = secrets.token_urlsafe(16)
        asked = {"type": "url_verification", "token": VERIFICATION_TOKEN, "challenge": challenge}
        try:
            answered = self.post(json.dumps(asked), content_type=JSON)
            told = answered.payload() or {}
        except (NotAnswered, ValueError):
            return False
        return answered.status == OK and challenge in (told.get("challenge"), told.get("text"))

    def signed(self, body: str, *, at: int) -> dict[str, str]:
        """The headers that prove where this comes from."""
        signature = hmac.new(self._secret, f"v0:{at}:{body}".encode(), hashlib.sha256).hexdigest()
        return {"X-Slack-Request-Timestamp": str(at), "X-Slack-Signature": f"v0={signature}"}

    def post(self, body: str, *, content_type: str, ahead: int = 0, more: Mapping[str, str] = _NOTHING) -> Answered:
        """One request. Raises `NotAnswered`.

        It is signed `ahead` seconds ahead of now: the same words, signed twice in one second, are a replay.
        """
        headers = {"Content-Type": content_type, **self.signed(body, at=int(time.time()) + ahead), **more}
        return _post(self.url, body.encode(), headers=headers, seconds=self._seconds())

    def _carry(self, delivery: Delivery, copy: int) -> None:
        """A command or an interaction: once."""
        payload = delivery.envelope["payload"]
        fields = payload if delivery.envelope["type"] == "slash_commands" else {"payload": json.dumps(payload)}
        try:
            _settle(delivery, self.post(urlencode(fields), content_type=FORM, ahead=copy))
        except NotAnswered as failure:
            if str(failure) != "http_timeout":  # The person sees that one when their own patience ends.
                delivery.refuse()

    def _carry_event(self, delivery: Delivery, copy: int, *, repeat: int, stopped: threading.Event) -> None:
        """An event: again after each pause, until the bot takes it or asks for no more."""
        body = json.dumps(delivery.envelope["payload"])
        more = _marked(repeat, "http_timeout") if repeat else _NOTHING
        for number, pause in enumerate((0.0, *self._retries()), start=repeat + 1):
            if stopped.wait(pause):
                return
            try:
                answered = self.post(body, content_type=JSON, ahead=copy, more=more)
            except NotAnswered as failure:
                reason = str(failure)
            else:
                if answered.status == OK or answered.no_retry:
                    _settle(delivery, answered)
                    return
                reason = "http_error"
            more = _marked(number, reason)
        delivery.refuse()


def free_port() -> int:
    """A port of this machine that nobody uses at the moment.

    It is lower than those that the system gives to outgoing connections (from 32768 on, on Linux), because one of
    these could take the port before the caller does.
    """
    while True:
        port = PORTS.start + secrets.randbelow(len(PORTS))
        with suppress(OSError), socket.create_server((HOST, port)):
            return port


def _marked(number: int, reason: str) -> Mapping[str, str]:
    return {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": reason}


def _settle(delivery: Delivery, answered: Answered) -> None:
    try:
        payload = answered.payload()
    except ValueError:
        delivery.refuse()
        return
    if answered.status == OK:
        delivery.take(payload if delivery.envelope["accepts_response_payload"] else None)
    else:
        delivery.refuse()


def _post(url: str, body: bytes, *, headers: dict[str, str], seconds: float) -> Answered:
    parts = urlsplit(url)
    if parts.scheme != "http" or parts.hostname not in LOOPBACK:
        raise NotAnswered("ssl_error")
    connection = HTTPConnection(parts.hostname, parts.port or 80, timeout=seconds)
    try:
        connection.request("POST", parts.path or "/", body=body, headers=headers)
        answer = connection.getresponse()
        return Answered(
            status=answer.status,
            content_type=answer.headers.get("content-type", ""),
            body=answer.read(),
            no_retry=answer.headers.get("x-slack-no-retry") == "1",
        )
    except TimeoutError:
        raise NotAnswered("http_timeout") from None
    except (OSError, HTTPException):
        raise NotAnswered("connection_failed") from None
    finally:
        connection.close()
