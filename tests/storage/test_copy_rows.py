"""A backup of either engine comes back on either engine, whole, and a bot can go on with it."""

import threading
from contextlib import contextmanager
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.usecases.operations import backups
from bot.usecases.operations.backups import Loss
from storage import audit
from storage.backup.encrypted_file import BackupRefused
from storage.engine import connect
from storage.engine.backends import DatabaseRefused
from storage.engine.encryption import Keyring, new_key
from storage.outbox import leases
from storage.outbox.priority import Priority
from tests.domain.examples import NOON
from tests.storage.examples import (
    WORDS,
    a_letter,
    at_once,
    every_row,
    note,
    on_postgresql,
    opened,
    queue,
    raw,
    report_until,
    rows,
    vouch,
)

LATER = NOON + timedelta(days=1)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "candour.backup"


@pytest.fixture(params=["sqlite", "postgresql"])
def new_url(request, tmp_path):
    """The address of a database in which no Candour has been, on either engine."""
    if request.param == "sqlite":
        (tmp_path / "new").mkdir()
        yield f"sqlite:///{tmp_path}/new/candour.db"
    else:
        with request.getfixturevalue("postgres_server").empty_database() as url:
            yield url


@pytest.fixture
def written(with_report):
    """A database with a report, two messages and two audit entries."""
    queue(with_report, a_letter(), a_letter(unique="2"))
    vouch(with_report)
    note(with_report, 2)
    raw(with_report, "UPDATE outbox SET state = 'sent', slack_ts = '1.2'")
    return with_report


def _restore(url, file, keyring):
    return backups.restore(url, file, keyring=keyring, loss=Loss.REFUSED, now=LATER)


def test_every_row_comes_back_and_nothing_readable_is_in_the_file(written, url, file, keyring, new_url):
    before = every_row(written.engine)
    noted = backups.back_up(url, file, keyring=keyring).head
    assert noted
    assert WORDS.encode() not in file.read_bytes()
    restored = _restore(new_url, file, keyring)
    with opened(new_url, keyring) as database:
        after = every_row(database.engine)
        with database.reading() as transaction:
            assert audit.verify(transaction) == 3
            assert audit.contains(transaction, noted)
            assert audit.head(transaction) == restored.head
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"audit", "audit_head"}
    assert after["audit"][: len(before["audit"])] == before["audit"]
    assert min(len(before[name]) for name in ("report", "outbox", "secret", "team", "person")) > 0


def test_a_bot_goes_on_with_what_was_restored_and_the_trail_is_guarded(written, url, file, keyring, new_url):
    backups.back_up(url, file, keyring=keyring)
    _restore(new_url, file, keyring)
    with opened(new_url, keyring) as database:
        queue(database, a_letter(unique="3"))
        assert rows(database, "SELECT max(position) FROM outbox") == [(3,)]
        note(database, 3)
        for statement in ("DELETE FROM audit", "UPDATE audit_head SET seq = seq + 2"):
            with pytest.raises(sa.exc.IntegrityError):
                raw(database, statement)


def test_what_was_not_sent_is_in_doubt(with_report, url, file, keyring, new_url):
    vouch(with_report)
    queue(with_report, a_letter())
    backups.back_up(url, file, keyring=keyring)
    assert _restore(new_url, file, keyring).in_doubt == 1
    with opened(new_url, keyring) as database, database.writing() as transaction:
        assert leases.claim(transaction, priority=Priority.NORMAL, worker="w", lease=timedelta(), at=LATER) is None


def test_the_wrong_key_takes_no_backup_and_leaves_no_file(written, url, file, keyring):
    other = Keyring.from_text(f"test:{new_key()}")
    with pytest.raises(DatabaseRefused, match="not the key that this database was sealed with"):
        backups.back_up(url, file, keyring=other)
    assert [each for each in file.parent.iterdir() if each.name.startswith(file.name)] == []


@on_postgresql
def test_a_database_on_a_server_in_which_a_candour_has_been_is_never_replaced(written, url, file, keyring, other_url):
    backups.back_up(url, file, keyring=keyring)
    with opened(other_url, keyring) as other:
        before = every_row(other.engine)
        with pytest.raises(BackupRefused, match=r"nothing there is replaced\. Make a new, empty one"):
            backups.restore(other_url, file, keyring=keyring, loss=Loss.ACCEPTED, now=LATER)
        assert every_row(other.engine) == before


@on_postgresql
def test_a_bot_that_starts_in_the_middle_of_a_restore_stops_it(
    written, url, file, keyring, postgres_server, monkeypatch
):
    backups.back_up(url, file, keyring=keyring)
    make_tables = connect.make_tables

    def and_a_bot_starts(address, keys):
        made = make_tables(address, keys)
        if address == new:
            monkeypatch.undo()
            connect.make_or_open_database(address, keys).close()
        return made

    with postgres_server.empty_database() as new:
        monkeypatch.setattr(connect, "make_tables", and_a_bot_starts)
        with pytest.raises(BackupRefused, match="could not be made"):
            _restore(new, file, keyring)
        with opened(new, keyring) as database:
            assert rows(database, "SELECT count(*) FROM report") == [(0,)]


@on_postgresql
def test_a_backup_while_four_replicas_write_is_of_one_moment(with_service, url, file, keyring, postgres_server):
    """Each report comes with its audit entry in one transaction: as many of the one as of the other."""
    enough = threading.Event()

    def write_or_back_up(thread):
        if thread == 4:
            with _set_at_the_end(enough):
                while not rows(with_service, "SELECT 1 FROM report"):
                    pass
                backups.back_up(url, file, keyring=keyring)
            return
        report_until(with_service, enough, first=thread * 100_000)

    at_once(write_or_back_up, threads=5)
    with postgres_server.empty_database() as new:
        taken_at = _restore(new, file, keyring).taken_at
        with opened(new, keyring) as database:
            assert rows(database, "SELECT count(*) FROM report") == [(taken_at.seq,)]
            assert 0 < taken_at.seq < rows(with_service, "SELECT count(*) FROM report")[0][0]


@contextmanager
def _set_at_the_end(event):
    try:
        yield
    finally:
        event.set()
