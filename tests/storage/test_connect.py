"""Opening a database: once, at the right version, with the right keys. Whatever is refused is refused in words."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import SQLAlchemyError

from storage.engine import connect
from storage.engine.backends import DatabaseRefused
from storage.engine.encryption import Keyring, new_key
from storage.engine.transactions import NotSaved, OutcomeUnknown
from tests.storage.examples import (
    a_letter,
    keep_report,
    keep_service,
    migrated_at,
    note,
    on_sqlite,
    opened,
    queue,
    raw,
    rows,
)

HOLD_THE_LOCK = """
import sys
from storage.engine import connect
with connect.alone(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""
ROOT = Path(__file__).parent.parent.parent


@on_sqlite
def test_a_new_database_is_made_readable_by_its_owner_only(url, nothing_there, keyring):
    with opened(url, keyring) as database:
        names = [name for (name,) in rows(database, "SELECT name FROM secret ORDER BY name")]
        assert names == ["audit", "key.test", "lookup", "unwrapping"]
    assert nothing_there.stat().st_mode & 0o777 == 0o600


def test_each_database_has_secrets_of_its_own_and_keeps_them(url, keyring, other_url):
    with opened(url, keyring) as first:
        secrets = first.lookup_secret, first.audit_secret
    with opened(url, keyring) as again:
        assert (again.lookup_secret, again.audit_secret) == secrets
    with opened(other_url, keyring) as other:
        assert len({*secrets, other.lookup_secret, other.audit_secret}) == 4


def test_another_key_opens_nothing_and_is_told_why(url, keyring):
    migrated_at(url, keyring)
    with pytest.raises(DatabaseRefused) as refusal:
        connect.open_database(url, Keyring.from_text(f"test:{new_key()}"))
    assert str(refusal.value) == (
        "CANDOUR_KEYS is not the key that this database was sealed with. Put the right key back; "
        "without it nobody can read what was reported."
    )


def test_a_key_of_another_name_is_refused_as_well_also_for_reading(url, keyring):
    migrated_at(url, keyring)
    with pytest.raises(DatabaseRefused, match="CANDOUR_KEYS lacks the key test, which sealed a part"):
        connect.open_to_read(url, Keyring.from_text(f"new:{new_key()}"))


def test_a_newer_key_in_front_of_the_old_one_opens_it(url):
    old = f"old:{new_key()}"
    migrated_at(url, Keyring.from_text(old))
    with opened(url, Keyring.from_text(f"new:{new_key()},{old}")) as database:
        assert len(database.audit_secret) == 32


OLD, NEW, NEWEST = (f"{name}:{new_key()}" for name in ("old", "new", "newest"))


@pytest.fixture
def sealed_by_two(url):
    """A report under the old key, and another under the new one."""
    for number, keys in enumerate((OLD, f"{NEW},{OLD}"), start=1):
        with opened(url, Keyring.from_text(keys)) as database, database.writing() as transaction:
            keep_service(transaction)
            keep_report(transaction, number=number)


OPENINGS = [connect.make_or_open_database, connect.open_database, connect.open_to_read]


@pytest.mark.usefixtures("sealed_by_two")
@pytest.mark.parametrize("open_it", OPENINGS)
@pytest.mark.parametrize(
    ("keys", "missing"),
    [(f"{NEWEST},{OLD}", "new"), (f"{NEWEST},{NEW}", "old"), (NEWEST, "new and old")],
    ids=["new", "old", "both"],
)
def test_a_key_that_is_still_needed_cannot_be_dropped(url, open_it, keys, missing):
    with pytest.raises(DatabaseRefused, match=f"^CANDOUR_KEYS lacks the key {missing}, which sealed a part"):
        open_it(url, Keyring.from_text(keys))


@pytest.mark.usefixtures("sealed_by_two")
@pytest.mark.parametrize("open_it", OPENINGS)
def test_a_key_that_changed_under_its_name_is_found(url, open_it):
    with pytest.raises(DatabaseRefused, match="sealed with: new is another one"):
        open_it(url, Keyring.from_text(f"{NEWEST},new:{new_key()},{OLD}"))


@pytest.mark.usefixtures("sealed_by_two")
@pytest.mark.parametrize("open_it", OPENINGS)
def test_a_database_of_an_older_version_is_looked_through_for_its_keys(url, open_it):
    """Older versions did not note the keys with which they sealed."""
    with opened(url, Keyring.from_text(f"{NEW},{OLD}")) as database:
        raw(database, "DELETE FROM secret WHERE name LIKE 'key.%'")
    with pytest.raises(DatabaseRefused, match="lacks the key new, which sealed a part"):
        open_it(url, Keyring.from_text(f"{NEWEST},{OLD}"))
    open_it(url, Keyring.from_text(f"{NEWEST},{NEW},{OLD}")).close()


@on_sqlite
def test_a_damaged_seal_does_not_keep_the_other_reports_from_being_read(url, sealed_by_two):
    keys = Keyring.from_text(f"{NEW},{OLD}")
    with opened(url, keys) as database:
        raw(database, "UPDATE report SET narrative_sealed = x'02ff00' WHERE reference = '2222-001'")
        raw(database, "UPDATE report SET narrative_sealed = x'01206b' WHERE reference = '2222-002'")
        raw(database, "DELETE FROM secret WHERE name LIKE 'key.%'")
    connect.open_database(url, keys).close()


@on_sqlite
def test_a_database_of_a_newer_candour_is_refused_and_left_as_it_was(url, path, keyring):
    with opened(url, keyring) as database:
        raw(database, "UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    with pytest.raises(DatabaseRefused, match="made by a newer Candour"):
        connect.open_database(url, keyring)
    with pytest.raises(DatabaseRefused, match="made by a newer Candour"):
        connect.open_to_read(url, keyring)
    assert path.read_bytes() == before


@on_sqlite
def test_a_first_opening_that_fails_half_way_leaves_nothing_half_made(url, nothing_there, keyring):
    with closing(sqlite3.connect(nothing_there)) as somebody:
        somebody.execute("CREATE TABLE report (id INTEGER)")
    with pytest.raises(DatabaseRefused, match="cannot be opened"):
        connect.make_or_open_database(url, keyring)
    with closing(sqlite3.connect(nothing_there)) as somebody:
        tables = somebody.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    assert tables == [("report",)]


@on_sqlite
@pytest.mark.parametrize("open_it", [connect.make_or_open_database, connect.open_database, connect.open_to_read])
def test_a_file_that_is_no_database_is_refused_in_words(url, path, keyring, open_it):
    path.write_bytes(b"This is a letter, and no database. " * 100)
    with pytest.raises(DatabaseRefused, match="Is the file a Candour database"):
        open_it(url, keyring)


@pytest.mark.parametrize(
    "address",
    [
        "sqlite://",
        "sqlite:///:memory:",
        "postgresql://candour@db/candour",
        "postgresql+psycopg://db",
        "mysql://candour",
    ],
)
def test_only_a_file_of_sqlite_or_a_database_of_postgresql_is_taken(keyring, address):
    with pytest.raises(DatabaseRefused, match=r"must name a SQLite file, .*, or a PostgreSQL database"):
        connect.open_database(address, keyring)


def test_a_server_that_does_not_answer_is_told_in_words_without_the_password(keyring):
    with pytest.raises(DatabaseRefused) as refusal:
        connect.open_to_read("postgresql+psycopg://candour:CANARY@127.0.0.1:9/candour", keyring)
    assert "does the server run" in str(refusal.value)
    assert "CANARY" not in str(refusal.value)


def test_a_folder_that_is_missing_is_named(tmp_path, keyring):
    with pytest.raises(DatabaseRefused, match=r"The folder .*nowhere of the database does not exist"):
        connect.open_database(f"sqlite:///{tmp_path}/nowhere/candour.db", keyring)


@on_sqlite
def test_a_second_process_is_kept_out_until_the_first_has_ended(url):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    command = [sys.executable, "-c", HOLD_THE_LOCK, url]
    with subprocess.Popen(command, env=environment, text=True, **pipes) as first:  # type: ignore[call-overload]  # pipes
        assert first.stdout.readline() == "held\n"
        with pytest.raises(DatabaseRefused, match="Another Candour is using this database"), _alone(url):
            pass
        first.kill()
    with _alone(url):
        pass


@on_sqlite
@pytest.mark.parametrize("make_alias", [Path.symlink_to, Path.hardlink_to])
def test_a_second_process_is_kept_out_by_whatever_name_it_knows_the_file(url, path, keyring, tmp_path, make_alias):
    migrated_at(url, keyring)
    alias = tmp_path / "alias.db"
    make_alias(alias, path)
    refused = pytest.raises(DatabaseRefused, match="Another Candour is using this database")
    with _alone(url), refused, _alone(f"sqlite:///{alias}"):
        pass


@on_sqlite
def test_a_relative_address_means_the_same_file_wherever_the_program_goes(path, keyring, tmp_path, monkeypatch):
    monkeypatch.chdir(path.parent)
    with opened(f"sqlite:///{path.name}", keyring) as database:
        monkeypatch.chdir(tmp_path)
        queue(database, a_letter())
    with opened(f"sqlite:///{path}", keyring) as database:
        assert rows(database, "SELECT kind FROM outbox") == [("card",)]


@on_sqlite
@pytest.mark.parametrize("lost", ["candour.db", "candour.db-wal", "candour.db-shm"])
@pytest.mark.parametrize("what", ["deleted", "another in its place", "moved with its folder"])
def test_nothing_is_saved_once_the_database_s_name_means_another_file(url, path, keyring, tmp_path, lost, what):
    with opened(url, keyring) as database:
        queue(database, a_letter(unique="before"))
        file = path.with_name(lost)
        match what:
            case "deleted":
                file.unlink()
            case "another in its place":
                file.rename(tmp_path / lost)
                shutil.copy(tmp_path / lost, file)
            case _:
                path.parent.rename(tmp_path / "elsewhere")
        with pytest.raises(NotSaved, match="gone, or another one has its name"):
            queue(database, a_letter(unique="after"))
        with database.reading() as transaction:  # Nor does a new connection make a file.
            other = database.backend.reader
            with pytest.raises(SQLAlchemyError), other.connect(), other.connect():
                transaction.connection()
    assert what != "deleted" or not file.exists()


@on_sqlite
def test_a_file_that_is_taken_away_during_the_commit_leaves_the_outcome_unknown(url, path, keyring):
    with opened(url, keyring) as database:
        event.listen(database.engine, "commit", lambda _connection: path.unlink())
        with pytest.raises(OutcomeUnknown, match="taken away meanwhile"):
            queue(database, a_letter())


def test_an_error_while_the_lock_is_held_stays_what_it_is_and_frees_the_lock(url):
    with pytest.raises(ZeroDivisionError), _alone(url):
        raise ZeroDivisionError
    with _alone(url):
        pass


@on_sqlite
def test_reading_needs_no_lock_and_changes_nothing(url, path, keyring):
    with opened(url, keyring) as running, _alone(url):
        queue(running, a_letter())
        before = _database_and_log(path)
        with closing(connect.open_to_read(url, keyring)) as database:
            assert rows(database, "SELECT state FROM outbox") == [("ready",)]
            assert database.audit_secret == running.audit_secret
        assert _database_and_log(path) == before


@on_sqlite
def test_there_is_nothing_to_read_before_the_bot_has_run(url, nothing_there, keyring):
    with pytest.raises(DatabaseRefused, match="no database yet"):
        connect.open_to_read(url, keyring)
    assert list(nothing_there.parent.iterdir()) == []


def test_a_database_that_lost_its_secrets_is_not_read(url, keyring):
    with opened(url, keyring) as database:
        raw(database, "DELETE FROM secret")
    for open_it in (connect.open_to_read, connect.open_database):
        with pytest.raises(DatabaseRefused, match=r"There is no (Candour )?database"):
            open_it(url, keyring)


def test_the_secrets_of_a_used_database_are_never_made_anew(url, keyring):
    """What was hashed with the old ones would not be found again, and the trail would not fit."""
    with opened(url, keyring) as database:
        note(database, 1)
        raw(database, "DELETE FROM secret WHERE name IN ('audit', 'lookup')")
    with pytest.raises(DatabaseRefused, match="has lost its secrets, so its audit trail cannot be proven"):
        connect.make_or_open_database(url, keyring)


@on_sqlite
def test_a_copy_of_the_closed_file_is_the_whole_database(url, path, keyring, tmp_path):
    with opened(url, keyring) as database:
        queue(database, a_letter())
    shutil.copy(path, tmp_path / "copy.db")
    with closing(connect.open_to_read(f"sqlite:///{tmp_path}/copy.db", keyring)) as copy:
        assert rows(copy, "SELECT kind FROM outbox") == [("card",)]


def _database_and_log(path):
    return path.read_bytes(), path.with_name(f"{path.name}-wal").read_bytes()


def _alone(url):
    return connect.alone(url)


@pytest.mark.parametrize("encoding", ["SQL_ASCII", "LATIN1"])
@pytest.mark.parametrize("open_it", OPENINGS)
def test_a_server_s_database_in_another_encoding_is_refused_by_name(postgres_server, keyring, open_it, encoding):
    with (
        postgres_server.database_in(encoding) as url,
        pytest.raises(DatabaseRefused, match=f"has the encoding {encoding}. Make one with UTF8"),
    ):
        open_it(url, keyring)
