"""The connection to Slack breaks or is renewed, and people notice nothing for long."""

import pytest

from sandbox.faults import ConnectionsBreak, ConnectionsRenewed
from tests.journeys.pairs import over_a_socket

pytestmark = over_a_socket

SOON = 5
"""Seconds within which the bot serves again."""


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
