"""The composition root: everything is put together here, started in order and stopped in order."""

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from http.client import HTTPException

from pydantic import SecretStr
from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from sqlalchemy import event
from sqlalchemy.engine import ExceptionContext

from bot.runtime import http_server, socket_mode
from bot.runtime.answer_times import TimedApp
from bot.runtime.clock import DatabaseClock, SandboxClock, SystemClock
from bot.runtime.health import Health, Limits
from bot.runtime.metrics import Metrics
from bot.runtime.slack_clients import bolts_client, delivery_client, interactive_client
from bot.runtime.slack_failures import error_name, why_not_reached
from bot.runtime.socket_mode import NotConnected, SocketHandler
from bot.runtime.trail_verifier import TrailVerifier
from bot.service_file import read_service
from bot.settings import Mode, Settings, naming, read_keyring
from bot.usecases.context import Clock, Context
from bot.usecases.operations.trail import cover_older_rows
from bot.usecases.service.load import load_service
from handlers import listeners
from handlers.bolt import last_resort
from handlers.bolt.identity import Identity, NotKnown, ask_who_we_are
from handlers.bolt.listener import Dependencies
from scheduler.delivery.pager import Pager
from scheduler.delivery.timeouts import CALL_SECONDS
from scheduler.delivery.unsaved_danger import UnsavedDangerPoster
from scheduler.delivery.worker import DeliveryWorkers
from scheduler.paper_files import PaperFileRemover
from scheduler.posts import BY_KIND
from scheduler.quiet_hours import QuietHoursReader
from scheduler.ticker import Ticker
from storage.engine import connect
from storage.engine.encryption import Keyring
from storage.engine.transactions import Database

_log = logging.getLogger("candour")

AT_ONCE = 40
"""How many things that people did are answered at the same time. Each waits for the database, and for no one else."""
AFTERWARDS_THREADS = 100
"""For what comes after the answer, such as opening a form. At 1 s a call 200 people get theirs within the 3 s that a
trigger lives; with 40 threads half of them did not (measured). The database is held for moments only."""
FINISHES_WITHIN = 10.0
"""Seconds for what is under way when the bot is stopped."""
TICKS_MISSED = 12
"""After so many without all that was due being done, the bot is not ready: a minute, by default."""


def bolt(settings: Settings, deps: Dependencies, afterwards: Executor) -> App:
    """The Bolt app with every listener. What a listener does is done before its answer is sent; see `listeners`.

    Bolt answers nobody in our place: it is told who we are, and what it would do by itself is turned off.
    """
    secret, token = settings.slack_signing_secret, settings.slack_bot_token.get_secret_value()
    app = TimedApp(
        deps.metrics,
        last_resort=partial(last_resort.answer, deps, listeners.DIALOGS),
        client=bolts_client(settings.slack_access),
        authorize=lambda: deps.identity.authorized(token),
        signing_secret=secret.get_secret_value() if secret else None,
        process_before_response=True,  # Without it Bolt looks every 10 ms whether a listener has answered.
        logger=logging.getLogger("slack_bolt"),
        ssl_check_enabled=False,
        ignoring_self_events_enabled=False,
        attaching_function_token_enabled=False,
        attaching_conversation_kwargs_enabled=False,
    )
    listeners.register(app, deps, afterwards)
    return app


@contextmanager
def running(
    settings: Settings, *, open_database: Callable[[str, Keyring], Database] = connect.open_database
) -> Iterator[Context]:
    """The whole bot, until the block ends. Raises what `service_file`, `encryption` and `connect` refuse."""
    service = read_service(settings.candour_service_file)
    keyring = read_keyring(settings)
    with ExitStack() as stack:
        with naming("CANDOUR_DATABASE_URL"):
            stack.enter_context(connect.alone(settings.candour_database_url))
            database = open_database(settings.candour_database_url, keyring)
            stack.callback(database.close)
            clock = _clock(stack, settings, database)
            cover_older_rows(database, now=clock.now())
            load_service(database, service, now=clock.now())
        context = Context(database, clock, service, pages=settings.page_access is not None)
        metrics = _metrics(database)
        deps = _dependencies(settings, context, metrics)
        _start_delivery(stack, settings, context, metrics)
        verifier = TrailVerifier(context, metrics)
        verifier.start()
        stack.callback(verifier.stop)
        _open_doors(stack, settings, deps)
        _log.info("Candour is running for %(teams)s teams", {"teams": len(service.teams)})
        yield context


def _clock(stack: ExitStack, settings: Settings, database: Database) -> Clock:
    clock: Clock = SystemClock()
    if database.shared:
        clock = shared = DatabaseClock(database.now)
        stack.callback(shared.stop)
    if settings.candour_demo:
        clock = sandbox = SandboxClock(settings.sandbox_clock_url, clock)
        stack.callback(sandbox.stop)
    return clock


def _metrics(database: Database) -> Metrics:
    metrics = Metrics(forms=listeners.FORMS, kinds=BY_KIND)

    def count(failure: ExceptionContext) -> None:
        metrics.database_failed(type(failure.sqlalchemy_exception or failure.original_exception).__name__)

    event.listen(database.engine, "handle_error", count)
    return metrics


def _start_delivery(stack: ExitStack, settings: Settings, context: Context, metrics: Metrics) -> None:
    pager = Pager(context, settings.page_access) if settings.page_access else None
    workers = DeliveryWorkers(
        context,
        delivery_client(settings.slack_access, seconds=CALL_SECONDS),
        metrics,
        rate_limit=settings.rate_limit,
        timeouts=settings.delivery_timeouts,
        pager=pager,
    )
    every = settings.candour_tick_seconds
    unsaved_client = delivery_client(settings.slack_access, seconds=CALL_SECONDS)
    for each in (
        workers,
        UnsavedDangerPoster(context, unsaved_client, seconds=every, pager=pager),
        QuietHoursReader(context, delivery_client(settings.slack_access, seconds=CALL_SECONDS), seconds=every),
        PaperFileRemover(context, delivery_client(settings.slack_access, seconds=CALL_SECONDS), seconds=every),
        Ticker(context, workers, metrics, seconds=every),
    ):
        each.start()
        stack.callback(each.stop)


def _dependencies(settings: Settings, context: Context, metrics: Metrics) -> Dependencies:
    """Asks who we are before anything starts, with more patience than a person has."""
    identity = _identity(delivery_client(settings.slack_access, seconds=CALL_SECONDS))
    client = interactive_client(settings.slack_access)
    return Dependencies(context, client, metrics, identity, command=settings.candour_command)


def _open_doors(stack: ExitStack, settings: Settings, deps: Dependencies) -> None:
    afterwards = stack.enter_context(ThreadPoolExecutor(AFTERWARDS_THREADS, thread_name_prefix="afterwards"))
    deps.unsent.start()
    stack.callback(deps.unsent.stop)
    deps.context.redraw = partial(listeners.redraw, deps, afterwards)
    app = bolt(settings, deps, afterwards)
    if settings.candour_mode is Mode.SOCKET:
        _connect(stack, settings, app, deps.metrics)
    limits = Limits(due=TICKS_MISSED * settings.candour_tick_seconds)
    _serve(stack, settings, app, Health(deps.context, deps.metrics, limits=limits))


def _identity(client: WebClient) -> Identity:
    """Who we are. No door opens without it: nobody's form may wait for this call, or be refused because of it."""
    try:
        return ask_who_we_are(client)
    except SlackApiError as error:
        name = error_name(error)
        raise NotConnected(f"Slack refused the bot token: {name}. To see what to mend: make check") from None
    except (NotKnown, OSError, HTTPException) as error:
        raise NotConnected(why_not_reached(error)) from None


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
    handler = SocketHandler(app, _given(settings.slack_app_token), concurrency=AT_ONCE)
    metrics.watch_socket(handler.client.is_heard, silence=lambda: handler.client.silence)
    stack.callback(socket_mode.close_socket, handler)
    socket_mode.open_socket(handler)


def _given(secret: SecretStr | None) -> str:
    """A secret that the settings have made sure of for this mode."""
    return secret.get_secret_value() if secret else ""
