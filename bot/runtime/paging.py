"""The one call out of Slack: hands a ringing of the ladder to what rings at night, such as a paging service.

The call is signed and says nothing of any report. Each repeat has the id of the first, so that whoever receives it
rings once. See docs/operating.md for how the signature is checked.
"""

import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)
from uuid import UUID

from bot.runtime.slack_clients import TLS

TIMEOUT_SECONDS = 5.0
"""A receiver that does not answer may not keep the messages of Slack waiting."""
VERSION = "v1"
_REFUSED = range(400, 500)


@dataclass(frozen=True)
class PageAccess:
    """Where the call goes, and the secret that signs it. The address may hold a token of its own."""

    url: str = field(repr=False)
    secret: str = field(repr=False)


class NotPaged(Exception):
    """The receiver did not take the call. `refused` if it answered that it does not want it."""

    def __init__(self, code: str, *, refused: bool) -> None:
        super().__init__(code)
        self.code = code
        self.refused = refused


def body(page_id: UUID, *, alert: UUID | None, asks: Sequence[str], say: str) -> bytes:
    """What is sent. Without an `alert` it is a test, and nobody is to be rung."""
    told = {"id": str(page_id), "alert": str(alert) if alert else None, "asks": list(asks), "test": alert is None}
    return json.dumps(told | {"say": say}).encode()


def signature(secret: str, at: int, sent: bytes) -> str:
    """HMAC-SHA256 over the version, the time in seconds and the body, with colons between."""
    return hmac.new(secret.encode(), f"{VERSION}:{at}:".encode() + sent, sha256).hexdigest()


def call(access: PageAccess, sent: bytes, *, now: datetime) -> None:
    """Send it once. Raises `NotPaged` unless the receiver answers with a status of 200 to 299."""
    request = Request(access.url, data=sent, headers=_headers(access, sent, now), method="POST")  # noqa: S310 - the settings take only https, or this machine
    try:
        with _OPENER.open(request, timeout=TIMEOUT_SECONDS) as answer:
            answer.read(1)
    except HTTPError as error:
        with error:
            raise NotPaged(f"http_{error.code}", refused=error.code in _REFUSED) from None
    except (OSError, HTTPException) as error:
        reason = getattr(error, "reason", None)
        name = type(reason if isinstance(reason, BaseException) else error).__name__
        raise NotPaged(name, refused=False) from None


def _headers(access: PageAccess, sent: bytes, now: datetime) -> Mapping[str, str]:
    at = int(now.timestamp())
    return {
        "Content-Type": "application/json",
        "User-Agent": "Candour",
        "Candour-Timestamp": str(at),
        "Candour-Signature": f"{VERSION}={signature(access.secret, at, sent)}",
    }


def _opener() -> OpenerDirector:
    """Without redirects: a signed call goes to the address that was given, and nowhere else."""
    opener = OpenerDirector()
    for each in (ProxyHandler(), HTTPHandler(), HTTPSHandler(context=TLS), HTTPErrorProcessor()):
        opener.add_handler(each)
    opener.add_handler(HTTPDefaultErrorHandler())
    return opener


_OPENER = _opener()
