"""The floor for what comes over HTTP: Bolt on the same server and the same threads, with listeners that do nothing.

python -m benchmarks.floor PORT SLACK_API_URL
"""

import sys
import threading

from slack_bolt import App
from slack_sdk import WebClient

from benchmarks.requests import SECRET
from bot.app import AT_ONCE
from bot.runtime import http_server


def main(port: int, api_url: str) -> None:
    """Serve until the process is ended."""
    app = App(
        client=WebClient(token="xoxb-sandbox", base_url=api_url),  # noqa: S106 - the sandbox's own
        signing_secret=SECRET,
        process_before_response=True,
        token_verification_enabled=False,
    )
    app.view("report")(lambda ack: ack())
    app.command("/incident")(lambda ack: ack())
    route = http_server.slack_route(app, signing_secret=SECRET, at_once=AT_ONCE)
    http_server.Web([route], host="127.0.0.1", port=port, finishes_within=1).start()
    threading.Event().wait()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
