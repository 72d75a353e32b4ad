"""Whether Slack takes the app token, and its web socket opens: the door through which everything comes."""

import json
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPException

import websocket
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from websocket import WebSocketException

from bot.commands.check.finding import Finding
from bot.commands.check.slack import reason
from bot.runtime.slack_failures import error_name

OPENS_WITHIN = 10.0
"""Seconds, for each step."""


def findings(client: WebClient, token: str, *, running: bool, replicas: bool) -> Iterator[Finding]:
    """`running` if a bot is connected: then no second connection is made, because Slack might send a report to it.

    `replicas` if several bots may be.
    """
    try:
        url = str(client.apps_connections_open(app_token=token)["url"])
    except (SlackApiError, OSError, HTTPException) as error:
        mend = "Make an app-level token (xapp-…) with connections:write for SLACK_APP_TOKEN."
        yield Finding("app token", reason(error, mend))
        return
    yield Finding("app token")
    yield (
        Finding("web socket (the running Candour has one; /readyz tells)")
        if running
        else _web_socket(url, replicas=replicas)
    )


def _web_socket(url: str, *, replicas: bool) -> Finding:
    try:
        with closing(websocket.create_connection(url, timeout=OPENS_WITHIN)) as connection:
            hello = json.loads(connection.recv())
    except (OSError, WebSocketException, ValueError) as error:
        return Finding(
            "web socket",
            f"it does not open ({error_name(error)}). Let wss:// through the firewall or proxy, or use HTTP mode.",
        )
    others = hello.get("num_connections", 1) - 1 if isinstance(hello, dict) else 0
    if others > 0 and not replicas:
        mend = (
            f"{others} more connected with these tokens: another Candour, which gets a part of all reports. Stop it."
        )
        return Finding("web socket", mend)
    return Finding("web socket")
