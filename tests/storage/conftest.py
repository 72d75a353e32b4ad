"""A new database for each test, with keys of its own."""

import pytest

from storage.database import Database
from storage.encryption import Keyring, new_key
from tests.storage import examples


@pytest.fixture
def keyring() -> Keyring:
    return Keyring.from_text(f"test:{new_key()}")


@pytest.fixture
def path(tmp_path):
    """Where the database lies, alone in its folder."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder / "candour.db"


@pytest.fixture
def database(path, keyring):
    with examples.opened(path, keyring) as database:
        yield database


@pytest.fixture
def with_service(database) -> Database:
    with database.writing() as work:
        examples.keep_service(work)
    return database


@pytest.fixture
def with_report(with_service) -> Database:
    with with_service.writing() as work:
        examples.keep_report(work)
    return with_service
