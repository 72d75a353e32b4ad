"""One workspace and one small bot for all tests of the sandbox; each test starts it over."""

from dataclasses import replace

import pytest

from sandbox.people import PeopledWorkspace
from sandbox.seed import read_seed
from sandbox.server import Server
from sandbox.workspace import Patience
from tests.sandbox.small_bot import client_of, connected

ESCAPED = {"command": "/incident", "description": "Report", "should_escape": True}
PLAINLY = {"command": "/plainly", "description": "Report", "should_escape": False}
SEED = replace(read_seed(), commands=(ESCAPED, PLAINLY))


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
    served.start_over()
    served.patience = Patience()
    yield served
    served.faults.clear()


@pytest.fixture
def bot(workspace, connected_bot):
    connected_bot.told.clear()
    connected_bot.slow.clear()
    workspace.wait_for_bot()
    return connected_bot


@pytest.fixture
def client(workspace):
    return client_of(workspace)


@pytest.fixture
def nurse(workspace):
    return workspace.person("Amara Okafor")
