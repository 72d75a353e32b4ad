"""The composition root: everything is put together here, started in order and stopped in order."""

import logging
import ssl
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager

from slack_bolt import App
from slack_bolt.adapter.socket_mode.websocket_client import SocketModeHandler
from slack_sdk import WebClient
from sqlalchemy import event
from sqlalchemy.engine import ExceptionContext

from bot import connection, service_file
from bot.acknowledging import WatchedApp
from bot.clock import Clock, DatabaseClock, SandboxClock, SystemClock
from bot.metrics import Metrics
from bot.settings import Settings
from bot.usecases.configuring import load_service
from bot.usecases.house import House
from handlers import listeners
from scheduler.clock import Ticker
from scheduler.delivery import Courier
from scheduler.posts import BY_KIND
from storage import opening
from storage.database import Database
from storage.encryption import Keyring

_log = logging.getLogger("candour")
_TLS = ssl.create_default_context()  # Shared: the client's own default builds it anew for each call.

SCOPES = (
    "commands",
    "chat:write",
    "users:read",
    "im:write",
    "im:history",
    "channels:history",
    "groups:history",
    "channels:read",
    "groups:read",
)
"""What the program needs. A test holds the manifest to it."""
LISTENER_THREADS = 40
"""Bolt's own five made half of a burst of 50 a second miss Slack's 3 seconds."""
SOCKET_THREADS = 20
INTERACTIVE_SECONDS = 2
"""A call that a person waits for: no longer than a trigger lives, and never repeated."""
DELIVERY_SECONDS = 15


def interactive_client(settings: Settings) -> WebClient:
    """For calls that a person waits for."""
    return _client(settings, INTERACTIVE_SECONDS)


def delivery_client(settings: Settings) -> WebClient:
    """For the outbox. It repeats nothing by itself: a repeated post is a second message."""
    return _client(settings, DELIVERY_SECONDS)


def _client(settings: Settings, seconds: int) -> WebClient:
    return WebClient(
        token=settings.slack_bot_token.get_secret_value(),
        base_url=settings.slack_api_url,
        timeout=seconds,
        ssl=_TLS,
        retry_handlers=[],
        logger=logging.getLogger("slack_sdk"),
    )


def bolt(settings: Settings, house: House, metrics: Metrics, listener_threads: ThreadPoolExecutor) -> App:
    """The Bolt app with every listener."""
    app = WatchedApp(
        metrics,
        client=interactive_client(settings),
        listener_executor=listener_threads,
        logger=logging.getLogger("slack_bolt"),
        token_verification_enabled=False,
    )
    listeners.register(app, house, metrics, command=settings.candour_command)
    return app


@contextmanager
def running(settings: Settings) -> Iterator[House]:
    """The whole bot, until the block ends. Raises what `service_file`, `encryption` and `opening` refuse."""
    service = service_file.read(settings.candour_service_file)
    keyring = Keyring.from_text(settings.candour_keys.get_secret_value())
    with ExitStack() as stack:
        stack.enter_context(opening.alone(settings.candour_database_url))
        database = opening.open_database(settings.candour_database_url, keyring)
        stack.callback(database.close)
        clock = _clock(settings, database)
        stack.callback(clock.stop)
        load_service(database, service, now=clock.now())
        house = House(database, clock, service)
        metrics = _metrics(database)
        _start_delivery(stack, settings, house, metrics)
        _connect(stack, settings, house, metrics)
        _log.info("Candour is running for %d teams", len(service.teams))
        yield house


def _clock(settings: Settings, database: Database) -> Clock:
    clock: Clock = DatabaseClock(database.now) if database.shared else SystemClock()
    return SandboxClock(settings.sandbox_clock_url, clock) if settings.candour_demo else clock


def _metrics(database: Database) -> Metrics:
    metrics = Metrics(forms=listeners.FORMS, kinds=BY_KIND)

    def count(failure: ExceptionContext) -> None:
        metrics.database_failed(type(failure.sqlalchemy_exception or failure.original_exception).__name__)

    event.listen(database.engine, "handle_error", count)
    return metrics


def _start_delivery(stack: ExitStack, settings: Settings, house: House, metrics: Metrics) -> None:
    courier = Courier(
        house,
        delivery_client(settings),
        metrics,
        per_minute=settings.candour_messages_per_minute,
        patience=settings.patience,
    )
    courier.start()
    stack.callback(courier.stop)
    ticker = Ticker(house, courier, metrics, seconds=settings.candour_tick_seconds)
    ticker.start()
    stack.callback(ticker.stop)


def _connect(stack: ExitStack, settings: Settings, house: House, metrics: Metrics) -> None:
    threads = stack.enter_context(ThreadPoolExecutor(LISTENER_THREADS, thread_name_prefix="listener"))
    app = bolt(settings, house, metrics, threads)
    handler = SocketModeHandler(
        app,
        settings.slack_app_token.get_secret_value(),
        logger=logging.getLogger("slack_bolt"),
        concurrency=SOCKET_THREADS,
    )
    metrics.watch_socket(handler.client.is_connected)
    connection.open_socket(handler)
    stack.callback(connection.close_socket, handler)
