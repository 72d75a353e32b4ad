"""A peer of a web socket that takes the connection and then says nothing, as a firewall that forgot it leaves one."""

import base64
import hashlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
"""Source: RFC 6455, section 1.3."""


class DeafServer:
    """Answers the handshake, if it is polite, and never anything else. `left` counts the peers that have gone."""

    def __init__(self, *, polite: bool) -> None:
        self._polite = polite
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"ws://127.0.0.1:{self._listener.getsockname()[1]}/"
        self.came = threading.Semaphore(0)
        self.left = threading.Semaphore(0)
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def stop(self) -> None:
        """Take nobody any more. The peers have to leave first."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        while True:
            try:
                peer, _ = self._listener.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._hear, args=(peer,))
            self._threads.append(thread)
            thread.start()

    def _hear(self, peer: socket.socket) -> None:
        with peer:
            request = peer.recv(65536)
            if self._polite:
                peer.sendall(_handshake(request))
            self.came.release()
            while peer.recv(65536):
                pass
        self.left.release()


def _handshake(request: bytes) -> bytes:
    lines = dict(line.split(b": ", 1) for line in request.split(b"\r\n") if b": " in line)
    accepted = base64.b64encode(hashlib.sha1(lines[b"Sec-WebSocket-Key"] + _GUID, usedforsecurity=False).digest())
    head = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    return head + b"Sec-WebSocket-Accept: " + accepted + b"\r\n\r\n"


@contextmanager
def deaf_server(*, polite: bool = True) -> Iterator[DeafServer]:
    server = DeafServer(polite=polite)
    try:
        yield server
    finally:
        server.stop()
