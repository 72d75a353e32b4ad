"""Closing connections without a word, as a network does."""

import asyncio
from typing import Any
from weakref import WeakValueDictionary

from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

Address = tuple[str, int]
_open: "WeakValueDictionary[Address, DroppableHttp | DroppableSocket]" = WeakValueDictionary()


class DroppableHttp(H11Protocol):
    """uvicorn's HTTP protocol, which can be found by the client's address."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn types it
        """Remember the connection."""
        super().connection_made(transport)
        _open[_address(transport.get_extra_info("peername"))] = self


class DroppableSocket(WebSocketsSansIOProtocol):
    """uvicorn's WebSocket protocol, which can be found in the same way."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn types it
        """Remember the connection, which was an HTTP one until now."""
        super().connection_made(transport)
        _open[_address(transport.get_extra_info("peername"))] = self


class Dropped(Response):
    """An answer that never comes."""

    def __init__(self, *, after: float) -> None:
        """Close the connection after these seconds, if the caller has not done so."""
        super().__init__()
        self.after = after

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - nothing is sent
        """Wait, close the connection, and wait until uvicorn has noticed."""
        try:
            async with asyncio.timeout(self.after):
                await _closed(receive)
        except TimeoutError:
            drop(scope)
            await _closed(receive)


async def _closed(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def drop(scope: Scope) -> None:
    """Close the connection of this request or socket at once. Call it on the server's own loop."""
    _open[_address(scope["client"])].transport.abort()


def _address(peer: Any) -> Address:  # noqa: ANN401 - asyncio does not type it
    return str(peer[0]), int(peer[1])
