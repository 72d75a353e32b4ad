"""The connection to Slack breaks or is renewed, and people notice nothing for long."""

import time

import pytest

from bot.runtime import socket_mode
from sandbox.faults import ConnectionsBreak, ConnectionsRenewed
from sandbox.people.person import PeopledWorkspace
from sandbox.server import Server
from sandbox.transport.http_mode import free_port
from tests import bots
from tests.journeys.engine_and_mode import over_a_socket
from tests.runtime.deaf_server import deaf_server
from tests.runtime.test_socket_mode import SHORT

pytestmark = over_a_socket

SOON = 30
"""Seconds within which the bot serves again, also on a busy machine; else it takes one."""
AWAY_SECONDS = 4
RESTING = 0.2
"""The share of one core that a bot without Slack may take, with everything else in this process."""


def comes_back(workspace, nurse, *, without):
    """Wait for another connection than those, and use it."""
    workspace.wait_until(
        lambda: [one for one in workspace.sockets.connections if id(one) not in without],
        seconds=SOON,
        reason="The bot did not come back in time.",
    )
    workspace.wait_until(lambda: workspace.sockets.count == 1, seconds=SOON)
    nurse.runs("/incident back again", channel="oak-ward")
    assert nurse.modal.field("what").value == "back again"
    nurse.closes()


@pytest.mark.parametrize("time_of_asking", range(6))
def test_when_slack_asks_for_a_new_connection_the_bot_serves_again_soon(workspace, nurse, time_of_asking):
    before = {id(one) for one in workspace.sockets.connections}
    workspace.faults.arm(ConnectionsRenewed())
    comes_back(workspace, nurse, without=before)


def test_when_the_connection_breaks_the_bot_serves_again_soon(workspace, nurse):
    before = {id(one) for one in workspace.sockets.connections}
    workspace.faults.arm(ConnectionsBreak())
    comes_back(workspace, nurse, without=before)


@pytest.fixture
def served():
    """A workspace whose server a test may stop."""
    workspace = PeopledWorkspace()
    workspace.clock.start_at(bots.START)
    workspace.patience = bots.PATIENT
    server = Server(port=free_port(), workspace=workspace)
    server.start()
    yield server
    server.stop()


# websocket-client leaves the socket of a refused handshake to the garbage collector.
@pytest.mark.filterwarnings("ignore:Exception ignored in. <socket.socket:pytest.PytestUnraisableExceptionWarning")
def test_while_slack_is_away_the_bot_rests_and_then_it_serves_again_soon(served, url, mode, tmp_path):
    workspace = served.workspace
    with bots.running(workspace, bots.settings_for(workspace, tmp_path, candour_database_url=url)):
        served.stop()
        taken = time.process_time()
        time.sleep(AWAY_SECONDS)
        taken = time.process_time() - taken
        served.start()
        comes_back(workspace, workspace.person("Amara Okafor"), without=set())
    assert taken < RESTING * AWAY_SECONDS


def test_a_peer_that_never_answers_a_ping_is_left_and_a_new_connection_made(workspace, settings, monkeypatch):
    monkeypatch.setattr(socket_mode, "TIMEOUTS", SHORT)
    with deaf_server() as deaf:
        urls = [deaf.url]
        workspace.on_call(
            lambda name, _: (
                (200, {}, {"ok": True, "url": urls.pop()}) if name == "apps.connections.open" and urls else None
            )
        )
        with bots.running(workspace, settings):
            assert deaf.left.acquire(timeout=SOON)
            comes_back(workspace, workspace.person("Amara Okafor"), without=set())
