"""The bot and the floor, each as a process of its own that is served over HTTP."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from benchmarks.requests import SECRET
from sandbox.transport.http_mode import free_port
from storage.engine.encryption import new_key

ROOT = Path(__file__).resolve().parent.parent
SERVICE_FILE = ROOT / "sandbox" / "invented" / "service.toml"
_HOST = "127.0.0.1"
_STARTS_WITHIN = 30


@contextmanager
def floor(api_url: str) -> Iterator[int]:
    """The no-op app; gives its port."""
    port = free_port()
    with _process(["benchmarks.floor", str(port), api_url], port, {}):
        yield port


@contextmanager
def bot(api_url: str, database_url: str, **settings: str) -> Iterator[int]:
    """Candour with this database, as `make run NEW=1` starts it; gives its port."""
    port = free_port()
    given = {
        "SLACK_API_URL": api_url,
        "SLACK_BOT_TOKEN": "xoxb-sandbox",
        "SLACK_SIGNING_SECRET": SECRET,
        "CANDOUR_MODE": "http",
        "PORT": str(port),
        "CANDOUR_DATABASE_URL": database_url,
        "CANDOUR_KEYS": f"bench:{new_key()}",
        "CANDOUR_SERVICE_FILE": str(SERVICE_FILE),
        **settings,
    }
    with _process(["bot", "run", "--new"], port, given):
        yield port


@contextmanager
def _process(module: list[str], port: int, settings: Mapping[str, str]) -> Iterator[None]:
    process = subprocess.Popen(  # noqa: S603 - our own programs
        [sys.executable, "-m", *module], cwd=ROOT, env=os.environ | settings, stdout=subprocess.DEVNULL
    )
    try:
        _wait_for(port, process)
        yield
    finally:
        process.terminate()
        process.wait(_STARTS_WITHIN)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _STARTS_WITHIN
    while process.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection((_HOST, port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise SystemExit("A program that is to be measured did not start.")
