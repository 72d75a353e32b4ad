"""`make demo`: the sandbox, and the real bot against it, with an invented service. Socket Mode, or `--http`."""

import argparse
import base64
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from types import FrameType

from sandbox.people.person import PeopledWorkspace
from sandbox.rules.rate_limits import Limits
from sandbox.server import Server
from sandbox.transport.http_mode import free_port

ROOT = Path(__file__).resolve().parent.parent
PORT = 8010
BOT_STARTS_WITHIN = 30
BOT_STOPS_WITHIN = 15
_KEY_BYTES = 32
_PROXIES = {"http_proxy", "https_proxy", "all_proxy"}
"""Everything is on this machine: a proxy for other places would only be in the way."""


def main(arguments: list[str] | None = None) -> int:
    """Run the demo until it is stopped; returns the exit code."""
    for name in [name for name in os.environ if name.lower() in _PROXIES]:
        del os.environ[name]
    chosen = _parser().parse_args(arguments)
    folder: Path = chosen.folder
    if chosen.fresh:
        shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    stopping = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        stopping.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    server = _server(folder, chosen.port)
    mode = _http(server.workspace) if chosen.http else {}
    bot = _bot(server.workspace, folder, mode)
    try:
        return _watch(bot, server.workspace, stopping)
    finally:
        _end(bot)
        server.stop()


def _server(folder: Path, port: int) -> Server:
    """The sandbox on the first free port from `port` on."""
    for candidate in (*range(port, port + 20), 0):
        server = Server(port=candidate, data=folder / "workspace.json", limits=Limits())
        try:
            server.start()
        except OSError:
            continue
        return server
    raise AssertionError("port 0 is always free")


def _http(workspace: PeopledWorkspace) -> Mapping[str, str]:
    """Tell the workspace where the bot will be. Returns the bot's settings for HTTP mode."""
    port = free_port()
    workspace.requests.url = f"http://127.0.0.1:{port}/slack/events"
    return {"CANDOUR_MODE": "http", "PORT": str(port), "SLACK_SIGNING_SECRET": workspace.tokens.signing}


def _bot(workspace: PeopledWorkspace, folder: Path, mode: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """The bot, unmodified, as anyone would start it, but for the demo's settings."""
    given = {
        "SLACK_API_URL": f"{workspace.address}/api/",
        "SLACK_BOT_TOKEN": "xoxb-sandbox",
        "SLACK_APP_TOKEN": "xapp-sandbox",
        "CANDOUR_DATABASE_URL": f"sqlite:///{folder}/candour.db",
        "CANDOUR_KEYS": key_beside(folder / "keys"),
        "CANDOUR_SERVICE_FILE": str(ROOT / "sandbox" / "invented" / "service.toml"),
        "CANDOUR_TICK_SECONDS": "1",
        "CANDOUR_DEMO": "true",
        **mode,
    }
    new = [] if (folder / "candour.db").exists() else ["--new"]
    # A session of its own, so that Ctrl-C reaches it through us and it can finish what it holds.
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "bot", "run", *new], cwd=ROOT, env=os.environ | given, start_new_session=True
    )


def key_beside(path: Path) -> str:
    """The demo's own key, beside its database: the data is invented. The bot refuses this anywhere else."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(f"demo:{base64.urlsafe_b64encode(os.urandom(_KEY_BYTES)).decode()}\n")
    return path.read_text().strip()


def _watch(bot: subprocess.Popen[bytes], workspace: PeopledWorkspace, stopping: threading.Event) -> int:
    def reached() -> object:
        return workspace.requests.verified() if workspace.requests.url else workspace.sockets.count

    try:
        workspace.wait_until(
            lambda: reached() or bot.poll() is not None or stopping.is_set(), seconds=BOT_STARTS_WITHIN
        )
    except TimeoutError:
        _say(f"The bot did not connect within {BOT_STARTS_WITHIN} seconds.")
        return 1
    if bot.poll() is None:
        mode = "HTTP mode" if workspace.requests.url else "Socket Mode"
        _say(
            f"\nCandour's demo is running in {mode}. Open this page:\n\n    {workspace.address}/\n\nCtrl-C stops it."
        )
    while not stopping.wait(1):
        if bot.poll() is not None:
            _say("The bot has stopped. What it said is above.")
            return 1
    _say("\nStopped. Run make demo again to go on, or make demo FRESH=1 to start over.")
    return 0


def _end(bot: subprocess.Popen[bytes]) -> None:
    bot.terminate()
    try:
        bot.wait(BOT_STOPS_WITHIN)
    except subprocess.TimeoutExpired:
        bot.kill()
        bot.wait()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m sandbox.demo", description="Candour's demo.")
    parser.add_argument("--folder", type=lambda name: Path(name).resolve(), default=ROOT / ".demo")
    parser.add_argument("--port", type=int, default=PORT)
    parser.add_argument("--http", action="store_true", help="in HTTP mode, instead of Socket Mode")
    parser.add_argument("--fresh", action="store_true", help="start over, without what was kept")
    return parser


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
