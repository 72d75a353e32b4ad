"""Socket Mode: connections of the bot, envelopes to one of them, and the acknowledgements that come back."""

import asyncio
import json
import secrets
import threading
from dataclasses import dataclass
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from sandbox.records import Json
from sandbox.transport.dropped import drop
from sandbox.transport.envelopes import Delivery, NotConnected

BREAK: None = None


@dataclass(frozen=True, eq=False)
class Connection:
    """One open socket, seen from any thread."""

    loop: asyncio.AbstractEventLoop
    outgoing: "asyncio.Queue[str | None]"

    def put(self, text: str | None) -> None:
        """Send this, or break the connection."""
        self.loop.call_soon_threadsafe(self.outgoing.put_nowait, text)


class Sockets:
    """All connections of the bot. Each envelope goes to one of them."""

    def __init__(self, *, app_id: str) -> None:
        """Nobody is connected yet."""
        self._app_id = app_id
        self._lock = threading.Lock()
        self.connections: list[Connection] = []
        self._tickets: set[str] = set()
        self._waiting: dict[str, Delivery] = {}
        self._turn = 0

    @property
    def count(self) -> int:
        """How many connections are open."""
        return len(self.connections)

    def new_ticket(self) -> str:
        """The secret part of one WebSocket address, good for one connection."""
        ticket = secrets.token_urlsafe(16)
        self._tickets.add(ticket)
        return ticket

    def send(self, delivery: Delivery, *, repeat: int) -> None:
        """Send one envelope, which tells of something that has been told `repeat` times before."""
        marked = {"retry_attempt": repeat, "retry_reason": "timeout"} if repeat else {}
        with self._lock:
            if not self.connections:
                raise NotConnected
            self._waiting[delivery.envelope["envelope_id"]] = delivery
            delivery.sent += 1
            self._next_connection().put(json.dumps({**delivery.envelope, **marked}))

    def disconnect_all(self) -> None:
        """Break every connection, as a network does."""
        self._put_to_all(BREAK)

    def refresh_all(self, reason: str) -> None:
        """Ask every connection to come back anew."""
        self._put_to_all(json.dumps({"type": "disconnect", "reason": reason, "debug_info": {}}))

    def acknowledge(self, text: str) -> None:
        """Take what the bot sent: only acknowledgements of envelopes mean anything."""
        try:
            message: Any = json.loads(text)
        except ValueError:
            return
        envelope_id = message.get("envelope_id") if isinstance(message, dict) else None
        delivery = self._waiting.pop(envelope_id, None) if isinstance(envelope_id, str) else None
        if delivery:
            delivery.take(message.get("payload"))

    async def serve(self, socket: WebSocket) -> None:
        """One connection, from hello to its end."""
        ticket = socket.path_params["ticket"]
        if ticket not in self._tickets:
            await socket.close()
            return
        self._tickets.discard(ticket)
        await socket.accept()
        connection = Connection(asyncio.get_running_loop(), asyncio.Queue())
        await socket.send_text(json.dumps(self._hello()))
        writer = asyncio.create_task(_write(socket, connection))
        self.connections.append(connection)
        try:
            await self._read(socket)
        finally:
            self.connections.remove(connection)
            writer.cancel()

    async def _read(self, socket: WebSocket) -> None:
        try:
            while True:
                self.acknowledge(await socket.receive_text())
        except WebSocketDisconnect:
            return

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": self.count + 1,
            "debug_info": {"host": "sandbox", "build_number": 1, "approximate_connection_time": 18060},
            "connection_info": {"app_id": self._app_id},
        }

    def _next_connection(self) -> Connection:
        self._turn += 1
        return self.connections[self._turn % len(self.connections)]

    def _put_to_all(self, text: str | None) -> None:
        with self._lock:
            for connection in self.connections:
                connection.put(text)


async def _write(socket: WebSocket, connection: Connection) -> None:
    while (text := await connection.outgoing.get()) is not None:
        await socket.send_text(text)
    drop(socket.scope)
