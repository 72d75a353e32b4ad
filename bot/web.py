"""The door for HTTP: what Slack sends, and what operators ask. Served by uvicorn, from a thread of its own."""

import socket
import threading
import time
from collections.abc import Sequence
from http import HTTPStatus

import uvicorn
from anyio import CapacityLimiter, to_thread
from slack_bolt import App
from slack_bolt.adapter.starlette.handler import to_bolt_request, to_starlette_response
from slack_sdk.signature import SignatureVerifier
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

PATH = "/slack/events"
"""Slack sends commands, buttons, forms and events here."""
LARGEST_BODY = 1_000_000
"""Bytes. A view may have 250 kB and comes form-encoded, which makes three bytes of some characters."""
REPLAY_SECONDS = 300
"""Slack's own limit for the age of a request. Source: docs.slack.dev/authentication/verifying-requests-from-slack"""
_STARTS_WITHIN = 10.0


class NotServed(Exception):
    """Nothing can be served on this address. The message says why."""


class Web:
    """Serves routes on one address, from `start` to `stop`."""

    def __init__(self, routes: Sequence[Route], *, host: str, port: int, finishes_within: float) -> None:
        self._listener = _listening(host, port)
        self._server = uvicorn.Server(
            uvicorn.Config(
                Starlette(routes=routes),
                lifespan="off",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=int(finishes_within),
            )
        )
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._listener]}, name="web")

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    def start(self) -> None:
        """Serve; returns once it can be reached."""
        self._thread.start()
        until = time.monotonic() + _STARTS_WITHIN
        while not self._server.started and self._thread.is_alive():
            if time.monotonic() > until:
                raise NotServed("The web server did not start in time.")
            time.sleep(0.005)

    def stop(self) -> None:
        """Take nothing new, and finish what is under way."""
        self._server.should_exit = True
        self._thread.join()
        self._listener.close()


def slack_route(app: App, *, signing_secret: str, at_once: int) -> Route:
    """Where Slack sends what people do. `at_once` requests are worked on at the same time; the others wait."""
    gate = Gate(SignatureVerifier(signing_secret))
    limiter = CapacityLimiter(at_once)

    async def receive(request: Request) -> Response:
        body = await _body(request)
        refused = gate.refusal(body, request)
        if refused is not None:
            return PlainTextResponse(refused.phrase, status_code=refused)
        # In a thread: a listener waits for the database, and nobody else may wait with it.
        answer = await to_thread.run_sync(app.dispatch, to_bolt_request(request, body), limiter=limiter)
        return to_starlette_response(answer)

    return Route(PATH, receive, methods=["POST"])


class Gate:
    """Lets in what Slack has signed, once. Another process may take a copy: the submission key makes it harmless."""

    def __init__(self, verifier: SignatureVerifier) -> None:
        self._verifier = verifier
        self._seen: dict[str, float] = {}

    def refusal(self, body: bytes, request: Request) -> HTTPStatus | None:
        """Why this request is refused; None if it may come in."""
        if len(body) > LARGEST_BODY:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        if not self._is_signed(body, request):
            return HTTPStatus.UNAUTHORIZED
        return HTTPStatus.CONFLICT if self._seen_before(request.headers["x-slack-signature"]) else None

    def _is_signed(self, body: bytes, request: Request) -> bool:
        try:
            return self._verifier.is_valid_request(body, dict(request.headers))
        except ValueError:  # The time is no number, or the body is no text.
            return False

    def _seen_before(self, signature: str) -> bool:
        now = time.monotonic()
        self._forget(before=now - 2 * REPLAY_SECONDS)  # Its time may lie ahead of ours by as much as behind.
        if signature in self._seen:
            return True
        self._seen[signature] = now
        return False

    def _forget(self, *, before: float) -> None:
        for signature, at in list(self._seen.items()):  # In the order in which they came.
            if at > before:
                return
            del self._seen[signature]


async def _body(request: Request) -> bytes:
    """What was sent; of what is too large, only so much that it shows."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            break
    return body


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
