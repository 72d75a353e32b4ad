"""Whether it lives and whether it is ready, asked while parts of it are broken."""

import os
import resource
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from sqlalchemy.engine import make_url

from bot.runtime.health import Health, Limits
from bot.runtime.http_server import Web
from bot.runtime.metrics import Metrics
from bot.runtime.slack_clients import delivery_client
from sandbox.faults import ConnectionsBreak
from scheduler.delivery.timeouts import CALL_SECONDS
from scheduler.delivery.worker import DeliveryWorkers
from scheduler.posts import BY_KIND
from scheduler.ticker import Ticker
from tests import bots, postgres
from tests.crash.programs import typed
from tests.domain.examples import NOON
from tests.journeys.steps import reports
from tests.journeys.test_saved_then_said import fills_the_form
from tests.operators.asking import Operator, slack_refuses
from tests.usecases import bot_without_slack

ANSWERS_WITHIN = 90.0
"""Seconds: the three that a look may take, and room for a slow machine. The database hangs until all are there."""
NO_DATABASE = "The database does not answer."


def shape(answer) -> tuple[int, list[str]]:
    """The status and the sentences, their numbers replaced by N."""
    words = [" ".join("N" if word.isdigit() else word for word in each.split()) for each in answer.wrong]
    return answer.status, words


def seconds_for(ask) -> float:
    begun = time.monotonic()
    ask()
    return time.monotonic() - begun


def test_a_bot_that_does_its_work_lives_and_is_ready(operator):
    assert (shape(operator.alive()), shape(operator.ready())) == ((200, []), (200, []))
    assert [operator.number(each) for each in ("candour_database_up", "candour_socket_connected")] == [1, 1]


def test_ticks_that_fail_make_it_unready_though_it_lives(operator, context):
    with context.database.engine.connect() as connection:
        connection.exec_driver_sql("ALTER TABLE service RENAME TO elsewhere")
        connection.commit()
    operator.waits_for(lambda: operator.ready().status == 503)
    assert shape(operator.ready()) == (503, ["Nothing that was due was done for N seconds."])
    assert operator.alive().status == 200


def test_a_message_about_danger_that_waits_makes_it_unready(operator, nurse, workspace, context):
    calls = "chat.postMessage", "conversations.history"
    slack_refuses(workspace, *calls, error="service_unavailable", status=503)
    reports(nurse, still_at_risk="yes")
    assert operator.ready().status == 200
    with context.database.writing() as transaction:
        earlier = {"earlier": context.clock.elapsed() - timedelta(seconds=130)}
        transaction.connection().execute(sa.text("UPDATE outbox SET queued_at = :earlier WHERE urgent"), earlier)
    assert shape(operator.ready()) == (503, ["A message about danger has waited for N seconds."])
    assert operator.alive().status == 200


def test_a_message_without_danger_may_wait(operator, nurse, workspace, context):
    slack_refuses(workspace, "chat.postMessage", error="ratelimited", status=429, pause=9)
    reports(nurse)
    workspace.wait_until(lambda: any(call.method == "chat.postMessage" for call in workspace.calls))
    operator.waits_for(lambda: operator.number("candour_unsent_messages", state="ready", urgent="no") == 2)
    with context.database.writing() as transaction:
        earlier = {"earlier": context.clock.elapsed() - timedelta(seconds=130)}
        transaction.connection().execute(sa.text("UPDATE outbox SET queued_at = :earlier"), earlier)
    assert (operator.number("candour_unsent_age_seconds", state="ready", urgent="no") or 0) > 129
    assert operator.ready().status == 200


def test_without_its_socket_it_is_unready_though_it_lives(operator, workspace):
    slack_refuses(workspace, "apps.connections.open", error="internal_error")
    workspace.faults.arm(ConnectionsBreak())
    operator.waits_for(lambda: operator.ready().status == 503)
    assert shape(operator.ready()) == (
        503,
        ["The socket to Slack is not connected. It was last heard N seconds ago."],
    )
    assert (operator.alive().status, operator.number("candour_socket_connected")) == (200, 0)


def test_tables_of_another_version_make_it_unready(operator, context):
    with context.database.engine.connect() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'newer'")
        connection.commit()
    assert shape(operator.ready()) == (503, ["The database is of another version than this program."])


NO_WRITE = "Nothing can be saved: the database takes no write."


def test_a_write_lock_that_somebody_holds_makes_it_unready_though_it_can_read(operator, context, url):
    other = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with other.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        ready = operator.ready()
        assert (ready.status, NO_WRITE in ready.wrong) == (503, True)
        assert [operator.number(f"candour_database_{each}") for each in ("up", "writable")] == [1, 0]
        connection.exec_driver_sql("ROLLBACK")
    other.dispose()
    operator.waits_for(lambda: operator.ready().status == 200)
    assert operator.number("candour_database_writable") == 1


def test_a_full_disk_makes_it_unready(operator, context, full_disk):
    with full_disk:
        operator.waits_for(lambda: NO_WRITE in operator.ready().wrong)
    operator.waits_for(lambda: operator.ready().status == 200)


@pytest.fixture
def full_disk(context, tmp_path):
    """No file of this program grows any more: SQLite is told what a full disk tells."""

    @contextmanager
    def filled():
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
            signal.signal(signal.SIGXFSZ, ignored)

    return filled()


@pytest.mark.parametrize("engine", ["postgresql"])
def test_a_server_that_only_reads_makes_it_unready(operator, context, url, settings):
    name = make_url(url).database
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as admin:
        admin.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
        admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
    operator.waits_for(lambda: NO_WRITE in operator.ready().wrong)
    assert operator.number("candour_database_up") == 1
    code, said = typed(settings, "check")
    assert (code, "The database can be read but takes no write, so no report can be saved." in said) == (1, True)


def test_a_database_that_is_gone_makes_it_unready_and_nobody_is_told_saved(operator, nurse, context, tmp_path):
    (tmp_path / "data" / "candour.db").rename(tmp_path / "elsewhere.db")
    ready = operator.ready()
    assert (ready.status, NO_WRITE in ready.wrong) == (503, True)  # On a busy machine ticks are late as well.
    fills_the_form(nurse)
    assert nurse.submits().errors["what"].startswith("Not saved. Your words are still here.")


@contextmanager
def served(health: Health, port: int) -> Iterator[Operator]:
    web = Web(health.routes(), host="127.0.0.1", port=port, finishes_within=1)
    web.start()
    try:
        yield Operator(port)
    finally:
        web.stop()


def test_a_clock_that_stopped_makes_it_unready_and_in_the_end_asks_for_a_new_start(url, port, settings):
    with bot_without_slack.started(url, NOON) as bot:
        metrics = Metrics(forms=[], kinds=BY_KIND)
        client, timeouts = delivery_client(settings.slack_access, seconds=CALL_SECONDS), settings.delivery_timeouts
        workers = DeliveryWorkers(bot.context, client, metrics, rate_limit=settings.rate_limit, timeouts=timeouts)
        ticker = Ticker(bot.context, workers, metrics, seconds=0.1)
        limits = Limits(due=1, stuck=2.5)
        with served(Health(bot.context, metrics, limits=limits), port) as operator, ExitStack() as stack:
            workers.start()
            stack.callback(workers.stop)
            ticker.start()
            time.sleep(limits.stuck + 0.5)
            assert (operator.ready().status, operator.alive().status) == (200, 200)
            ticker.stop()
            time.sleep(limits.due)
            assert shape(operator.ready()) == (503, ["Nothing that was due was done for N seconds."])
            assert operator.alive().status == 200
            time.sleep(limits.stuck - limits.due)
            assert shape(operator.alive()) == (503, ["The clock has not come round for N seconds."])
            workers.stop()
            time.sleep(limits.stuck)
            stuck = ["The clock", "The delivery of messages about danger", "The delivery of other messages"]
            assert shape(operator.alive()) == (503, [f"{each} has not come round for N seconds." for each in stuck])


@pytest.fixture
def server():
    """A server that a test may stop."""
    programs = postgres.programs()
    if programs is None:
        pytest.skip(postgres.MISSING)
    with postgres.running(programs) as server:
        yield server


@pytest.fixture
def on_a_server(server, workspace, tmp_path, port) -> Iterator[tuple[Operator, postgres.Server, str]]:
    """A bot on this server; the address of its database."""
    url = server.url("candour_template")
    with bots.running(workspace, bots.settings_for(workspace, tmp_path, candour_database_url=url, port=port)):
        yield Operator(port), server, url.replace("+psycopg", "")


def test_a_database_that_is_stopped_makes_it_unready_until_it_is_back(on_a_server):
    operator, server, _ = on_a_server
    assert (operator.ready().status, operator.alive().status) == (200, 200)
    server.stop()
    try:
        assert NO_DATABASE in operator.ready().wrong
        assert (operator.ready().status, operator.alive().status) == (503, 200)
        assert operator.number("candour_database_up") == 0
    finally:
        server.start()
    operator.waits_for(lambda: operator.ready().status == 200)


def test_while_the_database_is_locked_the_numbers_come_in_time_without_those_it_holds(on_a_server):
    operator, _, url = on_a_server
    assert "candour_unsent_" in operator.page()
    with psycopg.connect(url) as other:
        other.execute("LOCK TABLE outbox IN ACCESS EXCLUSIVE MODE")
        assert seconds_for(operator.page) < ANSWERS_WITHIN
        page = operator.page()
    assert "candour_database_up 0.0" in page
    assert ("candour_unsent_" in page, "candour_due_failing" in page) == (False, False)
    assert 'candour_submissions_total{form="report",result="saved"} 0.0' in page
    operator.waits_for(lambda: "candour_unsent_" in operator.page())


def test_while_the_database_hangs_many_who_ask_get_their_answers_in_time(on_a_server):
    operator, _, url = on_a_server
    with psycopg.connect(url) as other, _hanging(other):
        with ThreadPoolExecutor(8) as askers:
            took = [askers.submit(seconds_for, ask) for ask in (operator.page, operator.ready) * 4]
        assert max(each.result() for each in took) < ANSWERS_WITHIN
        assert NO_DATABASE in operator.ready().wrong
        assert operator.alive().status == 200
    operator.waits_for(lambda: operator.ready().status == 200, seconds=ANSWERS_WITHIN)


@contextmanager
def _hanging(other: psycopg.Connection[tuple[int]]) -> Iterator[None]:
    """The server stands still, with each of its processes that serves the bot."""
    theirs = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    found = [pid for (pid,) in other.execute(theirs)]
    found.append(_parent(found[0]))
    for pid in found:
        os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in found:
            os.kill(pid, signal.SIGCONT)


def _parent(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])
