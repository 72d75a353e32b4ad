"""A receiver of the call to what rings at night, on this machine."""

import hmac
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

SECRET = "a secret of thirty-two characters"


@dataclass
class Receiver:
    """What it was sent, in order. It answers with these statuses, one each, and then with 200."""

    url: str = ""
    statuses: list[int] = field(default_factory=list)
    bodies: list[dict[str, Any]] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    unsigned: int = 0

    def take(self, headers: Any, body: bytes) -> int:
        """As the receiver of docs/operating.md does: the signature first."""
        stamp, given = headers["Candour-Timestamp"], headers["Candour-Signature"]
        right = hmac.new(SECRET.encode(), b"v1:" + stamp.encode() + b":" + body, sha256).hexdigest()
        if not hmac.compare_digest(given, f"v1={right}"):
            self.unsigned += 1
            return 401
        self.raw.append(f"{headers}{body.decode()}")
        self.bodies.append(json.loads(body))
        return self.statuses.pop(0) if self.statuses else 200


@contextmanager
def receiving() -> Iterator[Receiver]:
    """It listens until the block ends."""
    receiver = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            status = receiver.take(self.headers, self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(status)
            self.send_header("Location", receiver.url)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - its name there
            """Nothing: tests read what it was sent."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        receiver.url = f"http://127.0.0.1:{server.server_address[1]}/ring"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield receiver
        finally:
            server.shutdown()
            thread.join()
