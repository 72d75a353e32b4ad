"""A new database for each test, with keys of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.engine.encryption import Keyring, new_key
from storage.engine.transactions import Database
from tests.storage import examples


@pytest.fixture
def keyring() -> Keyring:
    return Keyring.from_text(f"test:{new_key()}")


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request) -> str:
    """Everything here runs on both."""
    return str(request.param)


@pytest.fixture
def empty_url(engine, request, tmp_path) -> Iterator[str]:
    """The address of a database without tables."""
    if engine == "sqlite":
        yield f"sqlite:///{tmp_path}/candour.db"
    else:
        with request.getfixturevalue("postgres_server").empty_database() as url:
            yield url


@pytest.fixture
def path(url):
    """Where a database of SQLite lies, alone in its folder."""
    assert url.startswith("sqlite:///"), "mark the test with on_sqlite"
    return Path(url.removeprefix("sqlite:///"))


@pytest.fixture
def nothing_there(path) -> Path:
    """Where no database of SQLite lies yet."""
    path.unlink()
    return path


@pytest.fixture
def other_url(engine, request, url):
    """The address of a second database."""
    if engine == "sqlite":
        yield url.replace("candour.db", "other.db")
    else:
        with request.getfixturevalue("postgres_server").database() as other:
            yield other


@pytest.fixture
def database(url, keyring):
    with examples.opened(url, keyring) as database:
        yield database


@pytest.fixture
def with_service(database) -> Database:
    with database.writing() as transaction:
        examples.keep_service(transaction)
    return database


@pytest.fixture
def with_report(with_service) -> Database:
    with with_service.writing() as transaction:
        examples.keep_report(transaction)
    return with_service


@pytest.fixture(autouse=True)
def _patience(patient_transactions):
    """A busy machine may take longer than a person would wait."""
