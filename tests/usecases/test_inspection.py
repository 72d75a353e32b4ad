"""What `check` says of a database is what `run` and a report would find."""

from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from sqlalchemy.engine import make_url

from bot.usecases.operations.inspection import inspect_database
from storage.engine.backends import DatabaseRefused
from storage.engine.encryption import Keyring, new_key
from tests.storage.examples import migrated_at, on_postgresql, on_sqlite

KEYRING = Keyring.from_text(f"test:{new_key()}")


def test_a_database_that_takes_a_write_is_right(url):
    migrated_at(url, KEYRING)
    assert inspect_database(url, KEYRING).exists
    assert inspect_database(url, KEYRING).exists


def test_where_there_is_none_a_new_one_can_be_made(url):
    assert not inspect_database(url, KEYRING).exists


@on_sqlite
def test_where_there_is_none_nothing_is_left_behind(url, tmp_path):
    (tmp_path / "data" / "candour.db").unlink()
    assert not inspect_database(url, KEYRING).exists
    assert list((tmp_path / "data").iterdir()) == []


@on_sqlite
def test_a_folder_that_takes_no_file_is_refused_in_words(url, monkeypatch):
    Path(url.removeprefix("sqlite:///")).unlink()

    def full(**_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("storage.engine.sqlite.TemporaryFile", full)
    with pytest.raises(DatabaseRefused, match=r"takes no new file: No space left on device\. Let this program write"):
        inspect_database(url, KEYRING)


def test_a_database_whose_writers_are_kept_waiting_is_refused_in_words(url):
    migrated_at(url, KEYRING)
    other = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with other.connect() as connection:
        if other.dialect.name == "postgresql":
            connection.exec_driver_sql("BEGIN; LOCK TABLE write_probe")
        else:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseRefused, match="can be read but takes no write"):
            inspect_database(url, KEYRING)
        connection.exec_driver_sql("ROLLBACK")
    other.dispose()


@contextmanager
def _with_setting(url, statement):
    """A setting of the whole database."""
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as admin:
        admin.execute(f"ALTER DATABASE {make_url(url).database} SET {statement}")
    yield url


@pytest.mark.parametrize("statement", ["default_transaction_read_only = on", "search_path = nowhere"])
def test_a_server_on_which_no_table_can_be_made_is_refused_in_words(postgres_server, statement):
    refused = pytest.raises(DatabaseRefused, match="No table can be made in the PostgreSQL database candour_")
    with postgres_server.empty_database() as empty, _with_setting(empty, statement), refused:
        inspect_database(empty, KEYRING)


def test_a_role_without_rights_is_refused_in_words(postgres_server):
    with postgres_server.empty_database() as empty:
        with psycopg.connect(empty.replace("+psycopg", ""), autocommit=True) as admin:
            admin.execute("DROP ROLE IF EXISTS stranger")
            admin.execute("CREATE ROLE stranger LOGIN")
        with pytest.raises(DatabaseRefused, match="Let the role own the schema that its search_path names"):
            inspect_database(empty.replace("postgres@", "stranger@"), KEYRING)


@on_postgresql
def test_a_server_that_only_reads_is_refused_in_words(url):
    migrated_at(url, KEYRING)
    refused = pytest.raises(DatabaseRefused, match="is the server a standby")
    with _with_setting(url, "default_transaction_read_only = on"), refused:
        inspect_database(url, KEYRING)
