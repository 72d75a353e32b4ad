"""Whether Slack takes the tokens, gives the scopes, and has our time."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.commands.check.finding import Finding
from bot.runtime.http_headers import server_time
from bot.runtime.scopes import OPTIONAL_SCOPES, SCOPES
from bot.runtime.slack_failures import error_name, why_not_reached

BOT_TOKEN = "bot token"  # noqa: S105 - what is tried, not a secret
CLOCK_MAY_BE_OFF = 60
"""Seconds between this machine's clock and Slack's. Beyond it, nudges and bulletins leave at the wrong time."""


def findings(client: WebClient) -> Iterator[Finding]:
    try:
        answer = client.auth_test()
    except (SlackApiError, OSError) as error:
        yield Finding(BOT_TOKEN, reason(error, "Copy the Bot User OAuth Token (xoxb-…) into SLACK_BOT_TOKEN."))
        return
    yield Finding(BOT_TOKEN)
    yield _scopes({name.lower(): value for name, value in answer.headers.items()})
    yield clock(server_time(answer.headers))


def reason(error: Exception, mend: str) -> str:
    """What Slack said, and how to mend it."""
    return f"{error_name(error)}. {mend}" if isinstance(error, SlackApiError) else why_not_reached(error)


def clock(slack: datetime | None) -> Finding:
    """Whether this machine's clock is that of Slack."""
    if slack is None:
        return Finding("clock (Slack did not tell its time)")
    off = (datetime.now(UTC) - slack).total_seconds()
    if abs(off) > CLOCK_MAY_BE_OFF:
        return Finding("clock", f"this machine's clock is off by {off:.0f} seconds. Turn time synchronisation on.")
    return Finding("clock")


def _scopes(headers: Mapping[str, Any]) -> Finding:
    granted = {scope.strip() for scope in str(headers.get("x-oauth-scopes", "")).split(",")}
    missing = [scope for scope in SCOPES if scope not in granted]
    if missing:
        return Finding("scopes", f"add {', '.join(missing)} as in manifest.yml, and install the app again.")
    costs = [f"without {scope} {cost}" for scope, cost in OPTIONAL_SCOPES.items() if scope not in granted]
    return Finding(f"scopes ({'; '.join(costs)})" if costs else "scopes")
