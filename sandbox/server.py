"""The workspace over HTTP and WebSocket, on loopback only."""

import socket
import threading
import time
from pathlib import Path
from types import TracebackType

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.websockets import WebSocket

from sandbox.loopback_only import LoopbackOnly
from sandbox.page import conversation, routes
from sandbox.people.person import PeopledWorkspace
from sandbox.rules.rate_limits import Limits
from sandbox.transport.dropped import DroppableHttp, DroppableSocket
from sandbox.web_api import endpoint, files
from sandbox.wire import response_urls
from sandbox.workspace import persistence
from sandbox.workspace.workspace import Tokens, Workspace

HOST = "127.0.0.1"
PAGE = Path(__file__).resolve().parent / "page" / "static"
START_SECONDS = 10
STOP_SECONDS = 3


def build_app(workspace: Workspace) -> Starlette:
    """The Web API, Socket Mode, and the page in the browser."""
    app = Starlette(
        routes=[
            Route("/api/{method}", endpoint.answer, methods=["GET", "POST"]),
            WebSocketRoute("/socket/{ticket}", _socket),
            *response_urls.ROUTES,
            *files.ROUTES,
            *routes.ROUTES,
            *conversation.ROUTES,
            Mount("/page", StaticFiles(directory=PAGE, check_dir=False)),
        ]
    )
    app.add_middleware(LoopbackOnly)
    app.state.workspace = workspace
    return app


async def _socket(socket: WebSocket) -> None:
    workspace: Workspace = socket.app.state.workspace
    if workspace.faults.away:
        await socket.close()
    else:
        await workspace.sockets.serve(socket)


class Server:
    """Serves a workspace from a thread. `with Server() as workspace:` starts and stops it."""

    def __init__(
        self,
        *,
        port: int = 0,
        data: Path | None = None,
        tokens: Tokens | None = None,
        workspace: PeopledWorkspace | None = None,
        limits: Limits | None = None,
    ) -> None:
        """Port 0 takes any free one. With `data`, what happens is kept in that file. Without `limits`, none hold."""
        self.workspace = workspace or PeopledWorkspace(tokens=tokens)
        self.workspace.limits = limits
        if data:
            persistence.keep(self.workspace, path=data)
        self._port = port
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None
        self._listener: socket.socket | None = None

    def start(self) -> PeopledWorkspace:
        """Serve, and return the workspace once it can be reached."""
        self._listener = _listen(self._port)
        self.workspace.address = f"http://{HOST}:{self._listener.getsockname()[1]}"
        self.workspace.closing = False
        self._server = uvicorn.Server(_config(self.workspace))
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [self._listener]}, name="sandbox", daemon=True
        )
        self._thread.start()
        _wait_for_start(self._server)
        return self.workspace

    def stop(self) -> None:
        """Close every connection and end the thread."""
        self.workspace.closing = True
        if self._server and self._thread and self._listener:
            self._server.should_exit = True
            self._thread.join(START_SECONDS)
            self._listener.close()

    def __enter__(self) -> PeopledWorkspace:
        """Start."""
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop, whatever happened."""
        self.stop()


def _config(workspace: Workspace) -> uvicorn.Config:
    return uvicorn.Config(
        build_app(workspace),
        http=DroppableHttp,
        ws=DroppableSocket,
        lifespan="off",
        log_config=None,
        log_level="error",
        access_log=False,
        timeout_graceful_shutdown=STOP_SECONDS,
    )


def _listen(port: int) -> socket.socket:
    # Said to be TCP, or asyncio does not tell it to send at once, and an answer waits 40 ms for an acknowledgement.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
    except OSError:
        listener.close()
        raise
    return listener


def _wait_for_start(server: uvicorn.Server) -> None:
    until = time.monotonic() + START_SECONDS
    while not server.started:
        if time.monotonic() > until:
            raise TimeoutError("The sandbox did not start.")
        time.sleep(0.005)
