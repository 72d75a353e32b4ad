"""One workspace and one small bot for all tests of the sandbox; each test starts it over."""

from dataclasses import replace

import pytest

from sandbox.people.person import PeopledWorkspace
from sandbox.server import Server
from tests import bots
from tests.sandbox import shapes
from tests.sandbox.small_bot import SEED, client_of, connected, refused


@pytest.fixture(scope="session")
def served():
    with Server(workspace=PeopledWorkspace(seed=SEED)) as workspace:
        yield workspace


@pytest.fixture(scope="session")
def connected_bot(served):
    with connected(served) as small:
        yield small


@pytest.fixture
def workspace(served):
    with bots.one_test(served) as workspace:
        yield workspace


@pytest.fixture
def bot(workspace, connected_bot):
    connected_bot.told.clear()
    connected_bot.slow.clear()
    connected_bot.left_waiting.clear()
    connected_bot.receipt = shapes.receipt()
    workspace.wait_for_bot()
    return connected_bot


@pytest.fixture
def nothing_follows(workspace):
    """Nobody waits for what a click changes, because it changes nothing."""
    workspace.patience = replace(workspace.patience, settling=0)


@pytest.fixture
def client(workspace):
    return client_of(workspace)


@pytest.fixture
def refusal():
    return refused


@pytest.fixture
def trigger(workspace, nurse):
    return workspace.triggers.issue(nurse.id)


@pytest.fixture
def nurse(workspace):
    return workspace.person("Amara Okafor")
