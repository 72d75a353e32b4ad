"""`python -m sandbox --port 8765 --data FILE`: serve the workspace, without a bot, until Ctrl-C."""

import argparse
import signal
import threading
from pathlib import Path

from sandbox.rules.rate_limits import Limits
from sandbox.server import Server

LIMITS = {"real": Limits(), "off": None}


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=8765)
    parser.add_argument("--data", type=Path, help="keep what happens in this file")
    parser.add_argument("--limits", choices=LIMITS, default="real", help="how often the bot may call")
    arguments = parser.parse_args()
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    server = Server(port=arguments.port, data=arguments.data, limits=LIMITS[arguments.limits])
    workspace = server.start()
    print(f"A sandbox with invented people: {workspace.address}/", flush=True)  # noqa: T201 - says where to look
    stopped.wait()
    server.stop()


if __name__ == "__main__":
    main()
