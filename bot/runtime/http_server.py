"""The HTTP server for Slack's requests and for monitoring. uvicorn serves it, from a thread of its own."""

import asyncio
import socket
import threading
import time
from collections import OrderedDict
from collections.abc import Sequence
from http import HTTPStatus

import uvicorn
from anyio import CapacityLimiter, to_thread
from slack_bolt import App, BoltRequest
from slack_bolt.adapter.starlette.handler import to_starlette_response
from slack_sdk.signature import SignatureVerifier
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.runtime.answer_times import mark_arrival

PATH = "/slack/events"
"""Slack sends commands, buttons, forms and events here."""
LARGEST_BODY = 1_000_000
"""Bytes. A view may have 250 kB and comes form-encoded, which makes three bytes of some characters."""
REPLAY_SECONDS = 300
"""Slack's own limit for the age of a request. Source: docs.slack.dev/authentication/verifying-requests-from-slack"""
BODY_WITHIN = 3.0
"""Seconds, as long as Slack waits for an answer. What sends more slowly is not Slack."""
_FOR_BOLT = ("content-type", "x-slack-request-timestamp", "x-slack-signature")
"""The headers that Bolt gets to see. Some others change what it does, and headers are not signed."""
_STARTS_WITHIN = 10.0


class NotServed(Exception):
    """Nothing can be served on this address. The message says why."""


class Web:
    """Serves routes on one address, from `start` to `stop`."""

    def __init__(self, routes: Sequence[Route], *, host: str, port: int, finishes_within: float) -> None:
        app = Starlette(routes=routes)
        app.router.redirect_slashes = False
        self._listener = _listening(host, port)
        self._server = uvicorn.Server(
            uvicorn.Config(
                app,
                lifespan="off",
                ws="none",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=int(finishes_within),
            )
        )
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._listener]}, name="web")

    def start(self) -> None:
        """Serve; returns once it can be reached."""
        self._thread.start()
        until = time.monotonic() + _STARTS_WITHIN
        while not self._server.started:
            if time.monotonic() > until or not self._thread.is_alive():
                raise NotServed("The web server did not start.")
            time.sleep(0.005)

    def stop(self) -> None:
        """Take nothing new, and finish what is under way."""
        self._server.should_exit = True
        self._thread.join()
        self._listener.close()


def slack_route(app: App, *, signing_secret: str, at_once: int) -> Route:
    """The route for Slack's requests. At most `at_once` are answered at the same time; the others wait."""
    verifier = RequestVerifier(SignatureVerifier(signing_secret))
    limiter = CapacityLimiter(at_once)

    async def receive(request: Request) -> Response:
        mark_arrival(time.monotonic())
        body = await _body(request)
        verifier.check(body, request.headers)
        # In a thread: a listener waits for the database, and nobody else may wait with it.
        answer = await to_thread.run_sync(_answered, app, body, request.headers, limiter=limiter)
        if answer.status_code >= HTTPStatus.BAD_REQUEST:
            verifier.allow_repeat(request.headers)
        return answer

    return Route(PATH, receive, methods=["POST"])


async def _body(request: Request) -> bytes:
    """The body of the request. Raises 413 as soon as it is too large, 408 if it does not come in time."""
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_WITHIN):
            async for chunk in request.stream():
                body += chunk
                if len(body) > LARGEST_BODY:
                    raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    except TimeoutError:
        raise HTTPException(HTTPStatus.REQUEST_TIMEOUT) from None
    return bytes(body)


def _answered(app: App, body: bytes, headers: Headers) -> Response:
    known: dict[str, str | Sequence[str]] = {name: headers[name] for name in _FOR_BOLT if name in headers}
    return to_starlette_response(app.dispatch(BoltRequest(body=body.decode(), headers=known)))


class RequestVerifier:
    """Accepts each request that Slack has signed, once. A copy to another process does no harm: forms have keys."""

    def __init__(self, verifier: SignatureVerifier) -> None:
        self._verifier = verifier
        self._seen: OrderedDict[str, float] = OrderedDict()  # In the order in which they came.

    def check(self, body: bytes, headers: Headers) -> None:
        """Raise `HTTPException` for a request without Slack's signature, and for a second copy of one."""
        if not self._is_signed(body, headers):
            raise HTTPException(HTTPStatus.UNAUTHORIZED)
        if self._seen_before(headers["x-slack-signature"]):
            raise HTTPException(HTTPStatus.CONFLICT)

    def allow_repeat(self, headers: Headers) -> None:
        """Accept this request once more: it failed, and Slack may repeat it with the same signature."""
        self._seen.pop(headers["x-slack-signature"], None)

    def _is_signed(self, body: bytes, headers: Headers) -> bool:
        try:
            return self._verifier.is_valid_request(body, headers)
        except (OverflowError, TypeError, ValueError):  # The time is no number, or the body or the signature no text.
            return False

    def _seen_before(self, signature: str) -> bool:
        now = time.monotonic()
        self._forget(before=now - 2 * REPLAY_SECONDS)  # Its time may lie ahead of ours by as much as behind.
        if signature in self._seen:
            return True
        self._seen[signature] = now
        return False

    def _forget(self, *, before: float) -> None:
        while self._seen and next(iter(self._seen.values())) <= before:
            self._seen.popitem(last=False)


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Said to be TCP, or asyncio does not tell it to send at once, and an answer waits 40 ms for an acknowledgement.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise NotServed(f"Port {port} of {host} cannot be served: {error.strerror}. Choose another PORT.") from None
    return listener
