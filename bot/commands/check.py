"""`python -m bot check`: what is wrong, in plain words, and how to mend it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pydantic import ValidationError
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot import service_file
from bot.app import SCOPES, interactive_client
from bot.domain.service.service import Service
from bot.service_file import ServiceFileRefused
from bot.settings import Mode, Settings
from bot.usecases.operations.inspection import inspect_database
from scheduler.delivery.slack_calls import slacks_clock
from storage.engine.backends import DatabaseRefused
from storage.engine.choose import choose_backend
from storage.engine.encryption import Keyring, KeysRefused

KEEP_AND_ASK = "Keep the database and its backups as they are, and ask for help."
CLOCK_MAY_BE_OFF = 60
"""Seconds between this machine's clock and Slack's. Beyond it, nudges and bulletins leave at the wrong time."""
_LARGEST_KEY_FILE = 100_000


class SettingsRefused(Exception):
    """A setting of the environment is missing or wrong. The message names it."""


@dataclass(frozen=True)
class Finding:
    """What was looked at, and how to mend it if it is not right."""

    what: str
    mend: str | None = None

    def __str__(self) -> str:
        return f"MEND  {self.what}: {self.mend}" if self.mend else f"ok    {self.what}"


def settings() -> Settings:
    """The settings, or `SettingsRefused` naming each variable that is missing or wrong."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = error.errors(include_input=False, include_url=False, include_context=False)
        raise SettingsRefused("\n".join(map(_setting, wrong))) from None


def refuse_keys_beside_the_data(chosen: Settings) -> None:
    """Raise `DatabaseRefused` if a file in the database's folder holds a key. Only the demo may do that."""
    if chosen.candour_demo:
        return
    keys = [part.partition(":")[2].strip() for part in chosen.candour_keys.get_secret_value().split(",")]
    folder = choose_backend(chosen.candour_database_url).folder
    for path in folder.iterdir() if folder else ():
        if path.is_file() and path.stat().st_size < _LARGEST_KEY_FILE:
            text = path.read_bytes().decode(errors="ignore")
            if any(key and key in text for key in keys):
                raise DatabaseRefused(
                    f"{path.name} holds the key and lies in the database's folder. Whoever copies that folder can "
                    "read every report. Keep the database in a folder of its own."
                )


def run(*, say: Callable[[str], None]) -> int:
    """Look at everything and say what was found; 0 if nothing needs mending."""
    try:
        chosen = settings()
    except SettingsRefused as refusal:
        say(f"MEND  settings: {refusal}")
        return 1
    findings = [Finding("settings")]
    say(str(findings[0]))
    for finding in _findings(chosen):
        say(str(finding))
        findings.append(finding)
    wrong = sum(finding.mend is not None for finding in findings)
    say("Everything is right." if not wrong else f"{wrong} to mend.")
    return 1 if wrong else 0


def _findings(chosen: Settings) -> Iterator[Finding]:
    service = None
    try:
        service = service_file.read(chosen.candour_service_file)
        yield Finding("service file")
    except ServiceFileRefused as refusal:
        yield Finding("service file", str(refusal))
    yield from _keys_and_database(chosen)
    client = interactive_client(chosen)
    yield from _slack(chosen, client)
    if service:
        yield from _places(client, service)


def _keys_and_database(chosen: Settings) -> Iterator[Finding]:
    try:
        keyring = Keyring.from_text(chosen.candour_keys.get_secret_value())
        refuse_keys_beside_the_data(chosen)
        inspected = inspect_database(chosen.candour_database_url, keyring)
    except (KeysRefused, DatabaseRefused) as refusal:
        yield Finding("keys and database", str(refusal))
        return
    none_yet = "" if inspected.exists else " (there is none yet; the first start makes it: make run NEW=1)"
    yield Finding(f"keys and database{none_yet}")
    if inspected.exists:
        yield Finding("audit trail", inspected.broken_trail and f"{inspected.broken_trail} {KEEP_AND_ASK}")


def _slack(chosen: Settings, client: WebClient) -> Iterator[Finding]:
    try:
        answer = client.auth_test()
    except (SlackApiError, OSError) as error:
        yield Finding("bot token", _why(error, "Copy the Bot User OAuth Token (xoxb-…) into SLACK_BOT_TOKEN."))
        return
    yield Finding("bot token")
    yield _scopes({name.lower(): value for name, value in answer.headers.items()})
    yield _clock(slacks_clock(answer.headers))
    if chosen.slack_app_token and chosen.candour_mode is Mode.SOCKET:
        yield _app_token(client, chosen.slack_app_token.get_secret_value())


def _app_token(client: WebClient, token: str) -> Finding:
    try:
        client.apps_connections_open(app_token=token)
    except (SlackApiError, OSError) as error:
        return Finding(
            "app token", _why(error, "Make an app-level token (xapp-…) with connections:write for SLACK_APP_TOKEN.")
        )
    return Finding("app token")


def _scopes(headers: Mapping[str, Any]) -> Finding:
    granted = {scope.strip() for scope in str(headers.get("x-oauth-scopes", "")).split(",")}
    missing = [scope for scope in SCOPES if scope not in granted]
    if missing:
        return Finding("scopes", f"add {', '.join(missing)} as in manifest.yml, and install the app again.")
    return Finding("scopes")


def _clock(told: datetime | None) -> Finding:
    if told is None:
        return Finding("clock (Slack did not tell its time)")
    off = (datetime.now(UTC) - told).total_seconds()
    if abs(off) > CLOCK_MAY_BE_OFF:
        return Finding("clock", f"this machine's clock is off by {off:.0f} seconds. Turn time synchronisation on.")
    return Finding("clock")


def _places(client: WebClient, service: Service) -> Iterator[Finding]:
    places = {"safety channel": service.safety_channel} | {f"channel of {t.name}": t.channel for t in service.teams}
    for name, channel in places.items():
        yield Finding(name, _channel(client, channel, safety_channel=service.safety_channel))
    for person in service.people:
        if person.roles:
            yield Finding(f"person {person.slack_id}", _person(client, person.slack_id))


def _channel(client: WebClient, channel: str, *, safety_channel: str) -> str | None:
    """How to mend this channel, or None if it is right."""
    try:
        found = client.conversations_info(channel=channel)["channel"]
    except (SlackApiError, OSError) as error:
        return _why(error, f"Check the id {channel} in the service file, and invite the bot there.")
    if found.get("is_archived"):
        return "it is archived. Unarchive it, or name another."
    if not found.get("is_member"):
        return "the bot is not in it. Type /invite @Candour there."
    if channel == safety_channel and not found.get("is_private"):
        return "it is public, so everyone can see its cards. Make it private."
    if found.get("is_ext_shared") or found.get("is_pending_ext_shared"):
        return "it is shared with another organisation. Use a channel that is not."
    return None


def _person(client: WebClient, slack_id: str) -> str | None:
    """How to mend this entry of the service file, or None if it is right."""
    try:
        found = client.users_info(user=slack_id)["user"]
    except (SlackApiError, OSError) as error:
        return _why(error, "Check this id in the service file.")
    return "this person has left. Name somebody else." if found.get("deleted") else None


def _why(error: Exception, mend: str) -> str:
    said = error.response.get("error") if isinstance(error, SlackApiError) else "Slack could not be reached"
    return f"{said}. {mend}"


def _setting(error: Mapping[str, Any]) -> str:
    name = "".join(str(part) for part in error["loc"]).upper()
    if error["type"] == "missing":
        return f"{name} is not set. See .env.example for where to find it."
    return f"{name} {error['msg'].removeprefix('Value error, ')}".strip()
