"""The real bot in a process of its own, in surroundings that a test chooses. Nothing of this is in the program.

It may end itself with kill -9 at a named point on the way from the modal to the posted card, and its machine's clock
may be wrong.
"""

import os
import random
import signal
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import time_machine
from slack_sdk import WebClient
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import OperationalError

from bot import app
from bot.__main__ import main
from bot.runtime import slack_clients
from bot.runtime.socket_mode import SocketHandler
from bot.settings import Settings
from storage.engine import connect
from storage.engine.backends import DatabaseRefused
from storage.engine.encryption import Keyring
from storage.engine.transactions import Transaction
from storage.outbox.rate_limit import RateLimit

SAFETY_CHANNEL = "C0SAFETY01"


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """`clock_ahead` is how wrong the machine's clock is; `recipient_gap` how far apart messages to one place leave;
    `call_seconds` how long a call that a person waits for may take, and what is under way when the bot is stopped.

    `unanswered` is the share of transactions that are kept although the answer to their COMMIT is lost.
    """

    crash_at: str = ""
    call_seconds: float | None = None
    unanswered: float = 0.0
    clock_ahead: timedelta = timedelta()
    recipient_gap: timedelta | None = None


def launch(environment: Mapping[str, str], log: Path, surroundings: Surroundings) -> None:
    """Run the bot until it is ended."""
    _write_to(log, log)
    os.environ.update(environment)
    {point.__name__: point for point in POINTS}.get(surroundings.crash_at, lambda: None)()
    if surroundings.recipient_gap is not None:
        _space_recipients(surroundings.recipient_gap)
    if surroundings.call_seconds is not None:
        slack_clients.INTERACTIVE_SECONDS = int(surroundings.call_seconds)
        app.FINISHES_WITHIN = surroundings.call_seconds
    if surroundings.unanswered:
        _lose_answers(surroundings.unanswered)
    if surroundings.clock_ahead:
        time_machine.travel(datetime.now(UTC) + surroundings.clock_ahead, tick=True).start()
    _end_with("run", *_the_first_time())


def _the_first_time() -> list[str]:
    """What an operator adds where no bot has run yet."""
    settings = Settings()
    keyring = Keyring.from_text(settings.candour_keys.get_secret_value())
    try:
        return [] if connect.is_there(settings.candour_database_url, keyring) else ["--new"]
    except DatabaseRefused:
        return []


def launch_command(environment: Mapping[str, str], words: Sequence[str], said: Path, warned: Path) -> None:
    """Run a command, as if these words were typed after `python -m bot`."""
    _write_to(said, warned)
    os.environ.update(environment)
    _end_with(*words)


def die(*_: object) -> None:
    """Nothing is finished, flushed or closed."""
    os.kill(os.getpid(), signal.SIGKILL)


def _end_with(*words: str) -> None:
    """As Python ends a program: what nobody caught goes to the hook, where a fork would print it with its trace."""
    try:
        code = main([*words])
    except Exception:  # noqa: BLE001 - whatever it was
        sys.excepthook(*sys.exc_info())
        code = 1
    sys.exit(code)


def _write_to(said: Path, warned: Path) -> None:
    for stream, file in ((sys.stdout, said), (sys.stderr, warned)):
        os.dup2(os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT), stream.fileno())


def _space_recipients(gap: timedelta) -> None:
    paced = Settings.rate_limit.fget  # type: ignore[attr-defined]  # mypy sees a value where there is a property.
    Settings.rate_limit = property(lambda settings: RateLimit(paced(settings).gap, gap))  # type: ignore[assignment, method-assign]  # As above.


def _lose_answers(share: float) -> None:
    """Of transactions that keep a report or a step of its delivery, also while the program starts."""

    def note(connection: Connection, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith(("INSERT INTO report", "UPDATE outbox")):
            connection.info["told of"] = True

    def lose(connection: Connection) -> None:
        if connection.info.pop("told of", False) and random.random() < share:  # noqa: S311 - nothing is kept secret
            connection.exec_driver_sql("COMMIT")
            raise OperationalError("COMMIT", {}, ConnectionError("the answer was lost"))

    event.listen(Engine, "after_cursor_execute", note)
    event.listen(Engine, "commit", lose)


def _around_commit(moment: str, *, of: str, with_column: str) -> None:
    """End at this moment of the first transaction that says `of` about `with_column`."""
    seen: list[bool] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith(of) and with_column in statement:
            seen.append(True)

    event.listen(Engine, "after_cursor_execute", note)
    event.listen(Transaction, moment, lambda _work: die() if seen else None)


def before_commit() -> None:
    _around_commit("before_commit", of="INSERT INTO report", with_column="narrative_sealed")


def after_commit() -> None:
    _around_commit("after_commit", of="INSERT INTO report", with_column="narrative_sealed")


def after_claim() -> None:
    _around_commit("after_commit", of="UPDATE outbox", with_column="claimed_by")


def after_receipt() -> None:
    handle = SocketHandler.handle

    def handle_and_die(self: SocketHandler, client: Any, request: Any) -> None:
        handle(self, client, request)
        if request.payload.get("type") == "view_submission":
            die()

    SocketHandler.handle = handle_and_die  # type: ignore[assignment, method-assign]  # This is the point of the launcher.


def _around_card(*, before: bool) -> None:
    post = WebClient.chat_postMessage

    def post_and_die(self: WebClient, **arguments: Any) -> Any:
        is_card = arguments["channel"] == SAFETY_CHANNEL
        if before and is_card:
            die()
        answer = post(self, **arguments)
        if is_card:
            die()
        return answer

    WebClient.chat_postMessage = post_and_die  # type: ignore[method-assign]  # As above.


def before_post() -> None:
    _around_card(before=True)


def after_post() -> None:
    _around_card(before=False)


def before_sent() -> None:
    _around_commit("before_commit", of="UPDATE outbox", with_column="slack_ts")


def after_sent() -> None:
    _around_commit("after_commit", of="UPDATE outbox", with_column="slack_ts")


POINTS = (before_commit, after_commit, after_receipt, after_claim, before_post, after_post, before_sent, after_sent)
