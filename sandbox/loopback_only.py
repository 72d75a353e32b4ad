"""Loopback only: other Host names are refused, and so are requests that another site's page sends."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
POLICY = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'"
WELCOME_SITES = frozenset({"same-origin", "none"})


class LoopbackOnly:
    """ASGI middleware in front of everything."""

    def __init__(self, app: ASGIApp) -> None:
        """Guard this app."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let it through, or say why not."""
        headers = Headers(scope=scope)
        if scope["type"] == "lifespan" or _welcome(headers):
            await self.app(scope, receive, _careful(send))
        else:
            refusal = PlainTextResponse("This sandbox answers only on its own loopback address.", status_code=403)
            await refusal(scope, receive, send)


def _careful(send: Send) -> Send:
    """Nothing from outside is loaded, and no other page can show this one inside itself."""

    async def careful(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message)["content-security-policy"] = POLICY
        await send(message)

    return careful


def _welcome(headers: Headers) -> bool:
    host = headers.get("host", "")
    origin = headers.get("origin")
    local = host.rpartition(":")[0] in LOOPBACK or host in LOOPBACK
    same_origin = origin is None or origin == f"http://{host}"
    return local and same_origin and headers.get("sec-fetch-site", "none") in WELCOME_SITES
