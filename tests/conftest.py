"""One sandbox for all tests that need it, started over for each; a bot with an empty database for each."""

import pytest

from sandbox.people import PeopledWorkspace, Person, Place
from sandbox.server import Server
from sandbox.workspace import Patience
from tests import bots


@pytest.fixture(scope="session")
def sandbox_server():
    with Server() as workspace:
        yield workspace


@pytest.fixture
def workspace(sandbox_server) -> PeopledWorkspace:
    sandbox_server.start_over()
    sandbox_server.patience = Patience()
    return sandbox_server


@pytest.fixture
def settings(workspace, tmp_path):
    return bots.settings_for(workspace, tmp_path)


@pytest.fixture
def house(workspace, settings):
    """The bot is running."""
    with bots.running(workspace, settings) as house:
        yield house


@pytest.fixture
def nurse(workspace, house) -> Person:
    """A nurse on Oak Ward."""
    return workspace.person("Amara Okafor")


@pytest.fixture
def safety_lead(workspace, house) -> Person:
    return workspace.person("Jo Carter")


@pytest.fixture
def owner(workspace, house) -> Person:
    """A ward manager, who will own an action."""
    return workspace.person("Chloe Price")


@pytest.fixture
def on_call(workspace, house) -> Person:
    return workspace.person("Lee Fraser")


@pytest.fixture
def safety_channel(workspace, house) -> Place:
    return workspace.channel("safety-team")


@pytest.fixture
def oak_ward(workspace, house) -> Place:
    return workspace.channel("oak-ward")
