"""Closing an HTTP connection without an answer, as a network does."""

import asyncio
from typing import Any
from weakref import WeakValueDictionary

from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

Address = tuple[str, int]
_open: "WeakValueDictionary[Address, Droppable]" = WeakValueDictionary()


class Droppable(H11Protocol):
    """uvicorn's HTTP protocol, which can be found by the client's address."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn types it
        """Remember the connection."""
        super().connection_made(transport)
        _open[_address(transport.get_extra_info("peername"))] = self

    def drop(self) -> None:
        """Close at once."""
        self.transport.abort()


class Dropped(Response):
    """An answer that never comes."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - nothing is sent
        """Close the connection and wait until uvicorn has noticed."""
        _open[_address(scope["client"])].drop()
        while (await receive())["type"] != "http.disconnect":
            pass


def _address(peer: Any) -> Address:  # noqa: ANN401 - asyncio does not type it
    return str(peer[0]), int(peer[1])
