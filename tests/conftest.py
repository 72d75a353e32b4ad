"""One sandbox for all tests that need it, started over for each; a bot with an empty database for each."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from sandbox.people.person import PeopledWorkspace, Person, Place
from sandbox.people.waiting import LONGEST
from sandbox.server import Server
from storage.engine import connect, postgresql
from storage.engine.encryption import Keyring, new_key
from storage.engine.transactions import Database
from tests import bots, compiled_statements, postgres
from tests.costs import Costs

_MEMORY = Path("/dev/shm")  # noqa: S108 - whoever uses it makes a folder there with an unguessable name
_ENOUGH_BYTES = 2 * 1024**3

# A busy machine is slow: an example that takes long says nothing of the rule.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--costs", action="store_true", help="print the seconds of computing by folder")


def pytest_configure(config: pytest.Config) -> None:
    """Files lie in memory, where there is room: to wait for a busy disk takes longer than the tests themselves."""
    compiled_statements.share()
    postgresql.CONNECT_SECONDS = int(LONGEST)  # A busy machine is slow to answer.
    if config.getoption("costs"):
        config.pluginmanager.register(Costs())
    is_there = "TMPDIR" not in os.environ and os.access(_MEMORY, os.W_OK)
    if is_there and shutil.disk_usage(_MEMORY).free >= _ENOUGH_BYTES:
        os.environ["TMPDIR"] = tempfile.tempdir = str(_MEMORY)


@pytest.fixture(scope="session")
def sandbox_server():
    with Server() as workspace:
        yield workspace


@pytest.fixture
def workspace(sandbox_server) -> Iterator[PeopledWorkspace]:
    with bots.one_test(sandbox_server) as workspace:
        yield workspace


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    """A server for this run, or for this worker of it."""
    programs = postgres.programs()
    if programs is None:
        missing = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        missing(postgres.MISSING)
    with postgres.running(programs) as server:
        yield server


@pytest.fixture
def engine() -> str:
    """SQLite, except in the folders whose own conftest says that everything runs on both engines."""
    return "sqlite"


@pytest.fixture
def mode() -> str:
    """Socket Mode, except where a folder's own conftest says that its tests run in both."""
    return "socket"


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory) -> Path:
    """A database of SQLite with all tables and nothing in them, made once and copied for each test."""
    path = tmp_path_factory.mktemp("template") / "candour.db"
    connect.make_tables(f"sqlite:///{path}", Keyring.from_text(f"template:{new_key()}")).close()
    return path


@pytest.fixture
def data_folder(tmp_path) -> Path:
    """Where a database of SQLite lies, alone."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture
def url(engine, request) -> Iterator[str]:
    """The address of a database that is migrated and that nobody has used."""
    if engine == "sqlite":
        file = request.getfixturevalue("data_folder") / "candour.db"
        shutil.copyfile(request.getfixturevalue("migrated_file"), file)
        yield f"sqlite:///{file}"
    else:
        with request.getfixturevalue("postgres_server").database() as url:
            yield url


@pytest.fixture
def budget() -> float:
    """Seconds for a transaction that a person waits for: more than the product allows, for a busy machine."""
    return LONGEST


@pytest.fixture
def patient_transactions(monkeypatch, budget) -> None:
    """The folders whose tests are not about the budget of a transaction ask for this in their conftest."""
    monkeypatch.setitem(Database.writing.__wrapped__.__kwdefaults__, "wait", budget)  # type: ignore[attr-defined]


@pytest.fixture
def settings(workspace, tmp_path, url, mode):
    return bots.settings_for(workspace, tmp_path, candour_database_url=url, **bots.reached_by(mode))


@pytest.fixture
def context(workspace, settings):
    """The bot is running."""
    with bots.running(workspace, settings) as context:
        yield context


@pytest.fixture
def nurse(workspace, context) -> Person:
    """A nurse on Oak Ward."""
    return workspace.person("Amara Okafor")


@pytest.fixture
def safety_lead(workspace, context) -> Person:
    return workspace.person("Jo Carter")


@pytest.fixture
def owner(workspace, context) -> Person:
    """A ward manager, who will own an action."""
    return workspace.person("Chloe Price")


@pytest.fixture
def on_call(workspace, context) -> Person:
    return workspace.person("Lee Fraser")


@pytest.fixture
def safety_channel(workspace, context) -> Place:
    return workspace.channel("safety-team")


@pytest.fixture
def oak_ward(workspace, context) -> Place:
    return workspace.channel("oak-ward")
