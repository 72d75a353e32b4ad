"""The real bot, started against the sandbox with a database of its own."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bot import app
from bot.runtime import http_server
from bot.settings import Mode, Settings
from bot.usecases.context import Context
from sandbox.people.person import PeopledWorkspace
from sandbox.people.waiting import LONGEST
from sandbox.server import Server
from sandbox.transport.http_mode import free_port
from sandbox.workspace.workspace import SandboxTimeouts
from storage.engine import connect
from storage.engine.encryption import new_key
from storage.engine.transactions import Database
from tests.domain.examples import NOON

START = NOON
"""When every test begins: a Tuesday at noon, whatever the machine's own date is."""
PATIENT = SandboxTimeouts(acknowledgement=60, trigger=60, settling=20)
"""Slack as a busy machine needs it: it waits for the bot, because only tests about time are about three seconds."""
SHORT_LEASE = 8
"""Seconds, for bots that are killed: long enough for a post to begin in its first half on a busy machine, and soon
over for those who wait for it."""
SERVICE_FILE = Path(__file__).parent.parent / "sandbox" / "invented" / "service.toml"


@contextmanager
def one_test(workspace: PeopledWorkspace) -> Iterator[PeopledWorkspace]:
    """Nothing was said yet, it is the date on which every test begins, and Slack waits for the bot.

    Afterwards nothing is left: a hook of this test would meet a bot that is started for the next one.
    """
    workspace.start_over()
    workspace.clock.start_at(START)
    workspace.patience = PATIENT
    try:
        yield workspace
    finally:
        workspace.start_over()


@contextmanager
def served(**given: Any) -> Iterator[PeopledWorkspace]:
    """A workspace of its own, for a test that does more to it than others would like."""
    with Server(**given) as workspace, one_test(workspace):
        yield workspace


@contextmanager
def patient(budget: float = LONGEST) -> Iterator[None]:
    """Transactions that a person waits for may take as long, until the block ends: the machine may be busy."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(Database.writing.__wrapped__.__kwdefaults__, "wait", budget)  # type: ignore[attr-defined]
        yield


def settings_for(workspace: PeopledWorkspace, folder: Path, **changed: object) -> Settings:
    """Settings for this workspace, with a fresh key, short waits, and a database in `folder`."""
    given: dict[str, object] = {
        "slack_api_url": f"{workspace.address}/api/",
        "slack_bot_token": workspace.tokens.bot,
        "slack_app_token": workspace.tokens.app,
        "slack_signing_secret": workspace.tokens.signing,
        "candour_database_url": f"sqlite:///{folder}/candour.db",
        "candour_keys": f"test:{new_key()}",
        "candour_service_file": SERVICE_FILE,
        "candour_messages_per_minute": 6000,
        "candour_tick_seconds": 0.2,
        "candour_lease_seconds": 30,
        "candour_reconcile_seconds": 0.5,
        "candour_delivery_poll_seconds": 0.1,
        "candour_demo": True,
    }
    return Settings(_env_file=None, **(given | changed))  # type: ignore[arg-type]  # The environment is not asked.


def reached_by(mode: str) -> Mapping[str, object]:
    """The settings with which Slack reaches the bot in this mode."""
    return {"candour_mode": mode, "port": free_port()} if mode == Mode.HTTP else {}


@contextmanager
def running(workspace: PeopledWorkspace, settings: Settings) -> Iterator[Context]:
    """The bot, connected, until the block ends."""
    with (
        reachable(workspace, settings),
        app.running(settings, open_database=connect.make_or_open_database) as context,
    ):
        workspace.wait_for_bot()
        yield context


@contextmanager
def reachable(workspace: PeopledWorkspace, settings: Settings) -> Iterator[None]:
    """The workspace knows where this bot is, or will be, until the block ends."""
    if settings.candour_mode is Mode.HTTP:
        workspace.requests.url = f"http://{settings.candour_host}:{settings.port}{http_server.PATH}"
    try:
        yield
    finally:
        workspace.requests.url = ""
        workspace.requests.stop()
