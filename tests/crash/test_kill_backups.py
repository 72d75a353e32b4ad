"""A backup or a restore that is killed at any step leaves no half file in anybody's place, and can be done again."""

import shutil

import pytest

from bot.usecases.operations import backups
from bot.usecases.operations.backups import Loss
from storage.engine.encryption import Keyring, new_key
from tests.crash.interrupted import killed_at
from tests.domain.examples import NOON
from tests.storage.examples import keep_report, keep_service, opened, rows

pytestmark = pytest.mark.crash
KEYS = f"test:{new_key()}"
KEYRING = Keyring.from_text(KEYS)
MOST_STEPS = 80


@pytest.fixture
def folder(tmp_path):
    """Where a database with one report is."""
    folder = tmp_path / "data"
    folder.mkdir()
    _write(folder, 1)
    return folder


def _url(folder):
    return f"sqlite:///{folder}/candour.db"


def _write(folder, number):
    with opened(_url(folder), KEYRING) as database, database.writing() as transaction:
        if number == 1:
            keep_service(transaction)
        keep_report(transaction, number=number)


def _reports(folder):
    with opened(_url(folder), KEYRING) as database:
        assert rows(database, "PRAGMA integrity_check") == [("ok",)]
        return len(rows(database, "SELECT * FROM report"))


def _restore(folder):
    backups.restore(
        _url(folder), folder / "candour.backup", keyring=KEYRING, loss=Loss.ACCEPTED, now=NOON.replace(year=2027)
    )


def _kill_at_each_step(command, folder, scratch):
    """A copy of the folder for each step of the command, as the kill left it."""
    for step in range(1, MOST_STEPS):
        left = scratch / f"{command}{step}"
        shutil.copytree(folder, left)
        if not killed_at(step, command, left, KEYS):
            assert step > 10, "The steps were not seen."
            return
        yield left
    pytest.fail("It takes more steps than expected.")


def test_a_backup_that_is_killed_leaves_a_whole_backup_or_none_and_the_database_as_it_was(folder, tmp_path):
    for left in _kill_at_each_step("backup", folder, tmp_path):
        assert _reports(left) == 1
        (left / "candour.backup.part").unlink(missing_ok=True)
        file = left / "candour.backup"
        if not file.exists():
            backups.back_up(_url(left), file, keyring=KEYRING)
        _restore(left)
        assert _reports(left) == 1


def test_a_restore_that_is_killed_leaves_the_old_database_or_the_new_one_whole(folder, tmp_path):
    backups.back_up(_url(folder), folder / "candour.backup", keyring=KEYRING)
    _write(folder, 2)
    found = []
    for left in _kill_at_each_step("restore", folder, tmp_path):
        found.append(_reports(left))
        _restore(left)
        assert _reports(left) == 1
    assert found == sorted(found, reverse=True)
    assert set(found) == {2, 1}
