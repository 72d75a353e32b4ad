"""The composition root: everything is put together here, started in order and stopped in order."""

import logging
import ssl
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager

from pydantic import SecretStr
from slack_bolt import App
from slack_sdk import WebClient
from sqlalchemy import event
from sqlalchemy.engine import ExceptionContext

from bot import service_file
from bot.runtime import http_server, socket_mode
from bot.runtime.answer_times import TimedApp, TimedSocket
from bot.runtime.clock import Clock, DatabaseClock, SandboxClock, SystemClock
from bot.runtime.health import Health, Limits
from bot.runtime.metrics import Metrics
from bot.runtime.trail_verifier import TrailVerifier
from bot.settings import Mode, Settings
from bot.usecases.context import Context
from bot.usecases.operations.trail import cover_older_rows
from bot.usecases.service.load import load_service
from handlers import listeners
from scheduler.delivery.timeouts import CALL_SECONDS
from scheduler.delivery.worker import DeliveryWorkers
from scheduler.posts import BY_KIND
from scheduler.ticker import Ticker
from storage.engine import connect
from storage.engine.encryption import Keyring
from storage.engine.transactions import Database

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
AT_ONCE = 40
"""How many things that people did are answered at the same time. Each waits for the database, and for no one else."""
AFTERWARDS_THREADS = 100
"""For what comes after the answer, such as opening a form. At 1 s a call 200 people get theirs within the 3 s that a
trigger lives; with 40 threads half of them did not (measured). The database is held for moments only."""
FINISHES_WITHIN = 10.0
"""Seconds for what is under way when the bot is stopped."""
TICKS_MISSED = 12
"""After so many without all that was due being done, the bot is not ready: a minute, by default."""
INTERACTIVE_SECONDS = 2
"""A call that a person waits for: no longer than a trigger lives, and never repeated."""


def interactive_client(settings: Settings) -> WebClient:
    """For calls that a person waits for."""
    return _client(settings, INTERACTIVE_SECONDS)


def delivery_client(settings: Settings) -> WebClient:
    """For the outbox. It repeats nothing by itself: a repeated post is a second message."""
    return _client(settings, CALL_SECONDS)


def _client(settings: Settings, seconds: int) -> WebClient:
    return WebClient(
        token=settings.slack_bot_token.get_secret_value(),
        base_url=settings.slack_api_url,
        timeout=seconds,
        ssl=_TLS,
        retry_handlers=[],
        logger=logging.getLogger("slack_sdk"),
    )


def bolt(settings: Settings, context: Context, metrics: Metrics, afterwards: Executor) -> App:
    """The Bolt app with every listener. What a listener does is done before its answer is sent; see `listeners`."""
    secret = settings.slack_signing_secret
    app = TimedApp(
        metrics,
        client=interactive_client(settings),
        signing_secret=secret.get_secret_value() if secret else None,
        process_before_response=True,  # Without it Bolt looks every 10 ms whether a listener has answered.
        logger=logging.getLogger("slack_bolt"),
        token_verification_enabled=False,
    )
    listeners.register(app, context, metrics, afterwards, command=settings.candour_command)
    return app


@contextmanager
def running(
    settings: Settings, *, open_database: Callable[[str, Keyring], Database] = connect.open_database
) -> Iterator[Context]:
    """The whole bot, until the block ends. Raises what `service_file`, `encryption` and `connect` refuse."""
    service = service_file.read(settings.candour_service_file)
    keyring = Keyring.from_text(settings.candour_keys.get_secret_value())
    with ExitStack() as stack:
        stack.enter_context(connect.alone(settings.candour_database_url))
        database = open_database(settings.candour_database_url, keyring)
        stack.callback(database.close)
        clock = _clock(settings, database)
        stack.callback(clock.stop)
        cover_older_rows(database, now=clock.now())
        load_service(database, service, now=clock.now())
        context = Context(database, clock, service)
        metrics = _metrics(database)
        _start_delivery(stack, settings, context, metrics)
        verifier = TrailVerifier(context, metrics)
        verifier.start()
        stack.callback(verifier.stop)
        _open_doors(stack, settings, context, metrics)
        _log.info("Candour is running for %(teams)s teams", {"teams": len(service.teams)})
        yield context


def _clock(settings: Settings, database: Database) -> Clock:
    clock: Clock = DatabaseClock(database.now) if database.shared else SystemClock()
    return SandboxClock(settings.sandbox_clock_url, clock) if settings.candour_demo else clock


def _metrics(database: Database) -> Metrics:
    metrics = Metrics(forms=listeners.FORMS, kinds=BY_KIND)

    def count(failure: ExceptionContext) -> None:
        metrics.database_failed(type(failure.sqlalchemy_exception or failure.original_exception).__name__)

    event.listen(database.engine, "handle_error", count)
    return metrics


def _start_delivery(stack: ExitStack, settings: Settings, context: Context, metrics: Metrics) -> None:
    courier = DeliveryWorkers(
        context,
        delivery_client(settings),
        metrics,
        pace=settings.pace,
        patience=settings.patience,
    )
    courier.start()
    stack.callback(courier.stop)
    ticker = Ticker(context, courier, metrics, seconds=settings.candour_tick_seconds)
    ticker.start()
    stack.callback(ticker.stop)


def _open_doors(stack: ExitStack, settings: Settings, context: Context, metrics: Metrics) -> None:
    afterwards = stack.enter_context(ThreadPoolExecutor(AFTERWARDS_THREADS, thread_name_prefix="afterwards"))
    app = bolt(settings, context, metrics, afterwards)
    if settings.candour_mode is Mode.SOCKET:
        _connect(stack, settings, app, metrics)
    limits = Limits(due=TICKS_MISSED * settings.candour_tick_seconds)
    _serve(stack, settings, app, Health(context, metrics, limits=limits))


def _serve(stack: ExitStack, settings: Settings, app: App, health: Health) -> None:
    if settings.port is None:
        return
    routes = health.routes()
    if settings.candour_mode is Mode.HTTP:
        routes.append(
            http_server.slack_route(app, signing_secret=_given(settings.slack_signing_secret), at_once=AT_ONCE)
        )
    door = http_server.Web(routes, host=settings.candour_host, port=settings.port, finishes_within=FINISHES_WITHIN)
    door.start()
    stack.callback(door.stop)


def _connect(stack: ExitStack, settings: Settings, app: App, metrics: Metrics) -> None:
    handler = TimedSocket(
        app, _given(settings.slack_app_token), logger=logging.getLogger("slack_bolt"), concurrency=AT_ONCE
    )
    metrics.watch_socket(handler.client.is_connected)
    socket_mode.open_socket(handler)
    stack.callback(socket_mode.close_socket, handler)


def _given(secret: SecretStr | None) -> str:
    """A secret that the settings have made sure of for this mode."""
    return secret.get_secret_value() if secret else ""
