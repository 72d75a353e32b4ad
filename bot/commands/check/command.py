"""`python -m bot check`: what is wrong, in plain words, and how to mend it."""

import argparse
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from bot.commands.check import database, files, live_walk, page, places, slack, socket
from bot.commands.check.finding import Finding
from bot.commands.say import say
from bot.commands.subparsers import Subparsers
from bot.domain.calendar import LONDON, local_date
from bot.runtime.slack_clients import interactive_client
from bot.service_file import ServiceFileRefused, read_service
from bot.settings import Mode, Settings, SettingsRefused, read_settings


def add_to(commands: Subparsers) -> None:
    parser = commands.add_parser("check", help="Test tokens, scopes, database, keys, channels and clock.")
    parser.add_argument("--live", action="store_true", help="walk through what only a real workspace can show")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    wrong = check(say=say)
    return live_walk.walk(say=say, ask=input) if chosen.live and not wrong else wrong


def check(*, say: Callable[[str], None]) -> int:
    """Try everything and say what was found; 0 if nothing needs mending."""
    try:
        settings = read_settings()
    except SettingsRefused as refusal:
        say(f"MEND  settings: {refusal}")
        return 1
    wrong = 0
    for finding in _findings(settings):
        say(str(finding))
        wrong += finding.mend is not None
    say("Everything is right." if not wrong else f"{wrong} to mend.")
    return 1 if wrong else 0


def _findings(settings: Settings) -> Iterator[Finding]:
    yield Finding("settings")
    yield from files.env_file()
    service = None
    try:
        service = read_service(settings.candour_service_file)
        yield Finding("service file")
        yield from files.phone_numbers(service)
    except ServiceFileRefused as refusal:
        yield Finding("service file", str(refusal))
    yield from files.bodies(local_date(datetime.now(UTC), LONDON))
    yield from page.findings(settings.page_access)
    examined = database.examine(settings)
    yield from examined.findings
    client = interactive_client(settings.slack_access)
    for finding in slack.findings(client):
        yield finding
        if finding.mend and finding.what == slack.BOT_TOKEN:
            return  # Whatever else is asked would fail for the same reason.
    if settings.slack_app_token and settings.candour_mode is Mode.SOCKET:
        token = settings.slack_app_token.get_secret_value()
        yield from socket.findings(client, token, running=examined.running, replicas=examined.replicas)
    if service:
        yield from places.findings(client, service, pages=settings.page_access is not None)
