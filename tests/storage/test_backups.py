"""A backup is whole, even of a database that is written to. What is not whole, or not ours, is refused in words."""

import io
import resource
import sqlite3
import threading
from contextlib import closing, contextmanager
from datetime import timedelta

import pytest

from bot.usecases.operations import backups
from bot.usecases.operations.backups import Loss
from storage import audit
from storage.audit import Head
from storage.backup import encrypted_file, snapshot, sqlite_files
from storage.backup.encrypted_file import CHUNK, BackupRefused
from storage.engine import connect
from storage.engine.backends import DatabaseRefused
from storage.engine.encryption import Keyring, new_key
from storage.outbox import leases
from storage.outbox.priority import Priority
from tests.domain.examples import NOON
from tests.storage import examples
from tests.storage.examples import (
    WORDS,
    a_letter,
    at_once,
    everything_in,
    keep_service,
    note,
    queue,
    raw,
    report_until,
    rows,
    vouch,
)

CHANGED = "changed or cut short"
WRONG_KEY = "not the key that this backup was sealed with"


@pytest.fixture
def engine():
    """PostgreSQL has tools of its own for backups."""
    return "sqlite"


def url_of(path):
    return f"sqlite:///{path}"


def opened(path, keyring):
    return examples.opened(url_of(path), keyring)


def migrated_at(path, keyring):
    """A database that was opened once and closed."""
    examples.migrated_at(url_of(path), keyring)
    return path


@pytest.fixture
def file(tmp_path):
    """Where the backup goes."""
    (tmp_path / "backups").mkdir()
    return tmp_path / "backups" / "candour.backup"


@pytest.fixture
def written(with_report):
    """A database with a report, a message and two audit entries."""
    queue(with_report, a_letter())
    vouch(with_report)
    note(with_report, 2)
    return with_report


@pytest.fixture
def stopped(written, path):
    """The same, after the bot has ended."""
    written.close()
    return path


def _back_up(path, file, keyring):
    return backups.back_up(url_of(path), file, keyring=keyring).head


def _restore(path, file, keyring, *, loss=Loss.REFUSED):
    return backups.restore(url_of(path), file, keyring=keyring, loss=loss, now=NOON + timedelta(days=1))


def _names(path):
    return {each.name for each in path.parent.iterdir()} - {f"{path.name}{end}" for end in (".lock", ".copy.lock")}


def _sealed(plain, keyring):
    into = io.BytesIO()
    encrypted_file.seal(io.BytesIO(plain), into, keyring)
    return into.getvalue()


def _unsealed(sealed, keyring):
    into = io.BytesIO()
    encrypted_file.unseal(io.BytesIO(sealed), into, keyring)
    return into.getvalue()


def _apart(sealed):
    """The header, and the chunks of three full ones and a short one."""
    header = len(sealed) - (3 * CHUNK + 5) - 4 * 16
    size = CHUNK + 16
    return sealed[:header], [sealed[at : at + size] for at in range(header, len(sealed), size)]


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_a_file_of_any_length_opens_as_it_was(keyring, size):
    plain = bytes(range(256)) * (size // 256) + b"x" * (size % 256)
    assert _unsealed(_sealed(plain, keyring), keyring) == plain


def test_chunks_that_were_moved_left_out_doubled_or_cut_off_are_noticed(keyring):
    header, (first, second, third, last) = _apart(_sealed(b"x" * (3 * CHUNK + 5), keyring))
    orders = [
        (second, first, third, last),
        (first, third, last),
        (first, second, second, third, last),
        (first, second, third),
        (first, second, third, last[:-1]),
        (first, second, third, last, last),
        (),
    ]
    for chunks in orders:
        with pytest.raises(BackupRefused, match=CHANGED):
            _unsealed(header + b"".join(chunks), keyring)


def test_a_chunk_of_another_file_is_noticed(keyring):
    plain = b"x" * (3 * CHUNK + 5)
    (header, chunks), (_, others) = _apart(_sealed(plain, keyring)), _apart(_sealed(plain, keyring))
    with pytest.raises(BackupRefused, match=CHANGED):
        _unsealed(header + b"".join([*chunks[:-1], others[-1]]), keyring)


def test_any_changed_byte_and_any_shorter_file_is_refused_in_words(keyring):
    sealed = _sealed(b"twenty bytes of text", keyring)
    for place in range(len(sealed)):
        changed = bytearray(sealed)
        changed[place] ^= 1
        with pytest.raises(BackupRefused):
            _unsealed(bytes(changed), keyring)
        with pytest.raises(BackupRefused):
            _unsealed(sealed[:place], keyring)


def test_a_backup_holds_everything_and_shows_nothing(written, path, file, keyring):
    head = _back_up(path, file, keyring)
    assert head == Head(2, rows(written, "SELECT hash FROM audit WHERE seq = 2")[0][0])
    assert file.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in file.parent.iterdir()] == [file.name]
    for secret in (WORDS, "U0SAFETY", "Oak ward", "SQLite", "report.opened"):
        assert secret.encode() not in file.read_bytes()
    other = path.with_name("other.db")
    _restore(other, file, keyring)
    with opened(other, keyring) as restored:
        assert rows(restored, "SELECT reference FROM report") == [("2222-001",)]
        assert rows(restored, "SELECT seq, action FROM audit")[-1] == (3, "database.restored")
        with pytest.raises(sqlite3.IntegrityError, match="append-only"), closing(sqlite3.connect(other)) as raw_one:
            raw_one.execute("DELETE FROM audit")


def test_a_backup_while_four_threads_write_is_of_one_moment(with_service, path, file, keyring):
    """Each report comes with its audit entry in one transaction: as many of the one as of the other."""
    enough, files = threading.Event(), [file.with_name(f"{number}.backup") for number in range(3)]
    saved: list[Head] = []

    def write_or_back_up(thread):
        if thread == 4:
            saved.extend(_taken(path, files, keyring, seen=saved))
            enough.set()
            return
        report_until(with_service, enough, first=thread * 100_000)

    at_once(write_or_back_up, threads=5)
    counts = [_counted(path.with_name(f"{each.stem}.db"), each, keyring) for each in files]
    assert counts == [(head.seq, head.seq + 1) for head in saved]
    assert 0 < saved[0].seq < saved[-1].seq


def _taken(path, files, keyring, *, seen):
    while not (heads := [_back_up(path, files[0], keyring)])[0].seq:
        files[0].unlink()
    return heads + [_back_up(path, each, keyring) for each in files[1:]]


def _counted(path, file, keyring):
    """How many reports and audit entries come back; one entry more, since the restore is one as well."""
    _restore(path, file, keyring)
    with opened(path, keyring) as restored:
        return tuple(rows(restored, "SELECT (SELECT count(*) FROM report), (SELECT count(*) FROM audit)")[0])


def test_the_newest_rows_are_in_it_though_not_yet_in_the_database_s_own_file(written, path, file, keyring):
    with written.engine.connect():
        assert b"report.opened" not in path.read_bytes()  # It is in the log beside it.
        assert _back_up(path, file, keyring).seq == 2


def test_a_row_that_comes_between_the_counting_and_the_copying_is_in_neither(
    written, path, file, keyring, monkeypatch
):
    count = snapshot._counts  # noqa: SLF001 - the moment between the two is not to be had otherwise

    def count_and_go_on(connection):
        counted = count(connection)
        note(written, 3)
        return counted

    monkeypatch.setattr(snapshot, "_counts", count_and_go_on)
    assert _back_up(path, file, keyring).seq == 2


def test_a_backup_leaves_nothing_beside_the_database_and_does_not_change_it(stopped, file, keyring):
    before = stopped.read_bytes()
    _back_up(stopped, file, keyring)
    assert stopped.read_bytes() == before
    assert [name for name in _names(stopped) if name.startswith("candour.db.copy")] == []


def test_what_a_killed_backup_left_is_taken_away(stopped, file, keyring):
    left = stopped.with_name(f"candour.db.copy-{'0' * 32}")
    left.write_bytes(b"half a copy")
    _back_up(stopped, file, keyring)
    assert [name for name in _names(stopped) if name.startswith("candour.db.copy")] == []


@pytest.mark.parametrize("name", ["candour.db.copy", "candour.db.restoring", "candour.db.copy-2026-11-24"])
def test_a_file_that_an_operator_keeps_beside_the_database_is_left(stopped, file, keyring, name):
    kept = stopped.with_name(name)
    kept.write_bytes(b"the operator's own")
    _back_up(stopped, file, keyring)
    _restore(stopped, file, keyring)
    assert kept.read_bytes() == b"the operator's own"


def test_a_copy_that_another_program_is_writing_is_left(stopped, file, keyring):
    with snapshot.copied(stopped) as copy, sqlite_files.staged(stopped, "copy") as mine:
        assert copy.exists()
        assert copy != mine


def test_a_restore_behind_a_link_replaces_the_file_itself(stopped, file, keyring, tmp_path):
    """The link stands for a volume: what is restored beside the link would not be in it."""
    _back_up(stopped, file, keyring)
    link = tmp_path / "candour.db"
    link.symlink_to(stopped)
    with opened(link, keyring) as database:
        note(database, 3)
    _restore(link, file, keyring, loss=Loss.ACCEPTED)
    assert link.is_symlink()
    assert [each.name for each in tmp_path.glob("candour.db*")] == ["candour.db"]
    assert len(list(stopped.parent.glob("candour.db.replaced-*"))) == 1
    with opened(stopped, keyring) as database:
        assert rows(database, "SELECT max(seq) FROM audit") == [(3,)]
        assert rows(database, "SELECT action FROM audit WHERE seq = 3") == [("database.restored",)]


def test_nothing_is_overwritten(stopped, file, keyring):
    file.write_text("the only good backup")
    with pytest.raises(BackupRefused, match="is there already"):
        _back_up(stopped, file, keyring)
    assert file.read_text() == "the only good backup"


def test_a_backup_that_broke_off_or_is_being_written_is_named_and_left(stopped, file, keyring):
    part = file.with_name("candour.backup.part")
    part.write_text("half")
    with pytest.raises(BackupRefused, match=r"candour\.backup\.part is there"):
        _back_up(stopped, file, keyring)
    assert part.read_text() == "half"


def test_two_backups_at_once_do_not_meet(stopped, file, keyring):
    with snapshot.copied(stopped), pytest.raises(BackupRefused, match="Another backup is being made"):
        _back_up(stopped, file, keyring)


def test_a_folder_that_is_missing_is_told_in_words(stopped, file, keyring):
    with pytest.raises(BackupRefused, match="The file system refused: No such file or directory"):
        _back_up(stopped, file.parent / "nowhere" / "candour.backup", keyring)


def test_a_backup_that_does_not_fit_is_told_in_words_and_leaves_nothing(stopped, file, keyring):
    with no_file_larger_than(stopped.stat().st_size), pytest.raises(BackupRefused, match="refused: File too large"):
        _back_up(stopped, file, keyring)
    assert list(file.parent.iterdir()) == []


@contextmanager
def no_file_larger_than(size):
    """As on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_what_was_not_written_as_it_was_copied_is_not_kept(stopped, file, keyring, monkeypatch):
    """A disk that keeps something else than it was given."""
    elsewhere, seal = io.BytesIO(b"something else"), encrypted_file.seal
    monkeypatch.setattr(encrypted_file, "seal", lambda _source, into, ring: seal(elsewhere, into, ring))
    with pytest.raises(BackupRefused, match="What was written is not what was copied"):
        _back_up(stopped, file, keyring)
    assert list(file.parent.iterdir()) == []


def test_a_copy_with_fewer_rows_is_not_kept(stopped, file, keyring, monkeypatch):
    counts = iter([{"report": 2}, {"report": 1}])
    monkeypatch.setattr(snapshot, "_counts", lambda _: next(counts))
    with pytest.raises(BackupRefused, match="as many rows"):
        _back_up(stopped, file, keyring)


def test_a_damaged_database_makes_no_backup(stopped, file, keyring):
    content = bytearray(stopped.read_bytes())
    content[4096 * 3 : 4096 * 30] = bytes(4096 * 27)
    stopped.write_bytes(content)
    with pytest.raises(BackupRefused, match=r"integrity check|could not be made"):
        _back_up(stopped, file, keyring)
    assert list(file.parent.iterdir()) == []


def test_a_broken_trail_is_told_and_the_backup_is_made_all_the_same(written, path, file, keyring):
    raw(written, "DROP TRIGGER audit_no_update")
    raw(written, "UPDATE audit SET actor = 'U0OTHER' WHERE seq = 1")
    made = backups.back_up(url_of(path), file, keyring=keyring)
    assert made.broken_trail == "The audit trail does not fit together at entry 1."
    with pytest.raises(BackupRefused, match=r"at entry 1.*To restore this backup all the same, add --accept-loss"):
        _restore(path.with_name("other.db"), file, keyring)
    _restore(path.with_name("other.db"), file, keyring, loss=Loss.ACCEPTED)
    raw(written, "DROP TRIGGER audit_head_no_delete")
    raw(written, "DELETE FROM audit_head")
    again = backups.back_up(url_of(path), file.with_name("again.backup"), keyring=keyring)
    assert (again.head, again.broken_trail) == (None, made.broken_trail)


def test_a_wrong_key_makes_no_backup_and_restores_none(stopped, file, keyring):
    other = Keyring.from_text(f"test:{new_key()}")
    with pytest.raises(DatabaseRefused, match="not the key that this database was sealed with"):
        _back_up(stopped, file, other)
    _back_up(stopped, file, keyring)
    for wrong in (other, Keyring.from_text(f"another:{new_key()}")):
        with pytest.raises(BackupRefused, match=WRONG_KEY):
            _restore(stopped, file, wrong)


def test_there_is_nothing_to_back_up_before_the_bot_has_run(path, nothing_there, file, keyring):
    with pytest.raises(DatabaseRefused, match="no database yet"):
        _back_up(path, file, keyring)
    for each in path.parent.iterdir():
        each.unlink()
    with pytest.raises(DatabaseRefused, match="no database yet"):
        _back_up(path, file, keyring)
    assert _names(path) == set()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda content: content[:-1], CHANGED),
        (lambda content: content[: len(content) // 2], CHANGED),
        (lambda content: content[:-200] + b"\0" + content[-199:], CHANGED),
        (lambda _: b"", "not a backup of Candour's"),
        (lambda _: b"SQLite format 3\0" + bytes(9000), "not a backup of Candour's"),
    ],
)
def test_a_spoilt_or_foreign_backup_is_refused_and_the_database_stays(stopped, file, keyring, spoil, words):
    _back_up(stopped, file, keyring)
    file.write_bytes(spoil(file.read_bytes()))
    before, names = stopped.read_bytes(), _names(stopped)
    with pytest.raises(BackupRefused, match=words):
        _restore(stopped, file, keyring, loss=Loss.ACCEPTED)
    assert (stopped.read_bytes(), _names(stopped)) == (before, names)


def test_something_else_that_was_sealed_with_the_key_is_refused(stopped, file, keyring):
    before = stopped.read_bytes()
    for other in (b"a letter, and no database " * 1000, bytes(4096)):
        file.write_bytes(_sealed(other, keyring))
        with pytest.raises((BackupRefused, DatabaseRefused)):
            _restore(stopped, file, keyring, loss=Loss.ACCEPTED)
    assert stopped.read_bytes() == before


def test_a_backup_that_is_not_there_is_told_in_words(stopped, file, keyring):
    with pytest.raises(BackupRefused, match="No such file"):
        _restore(stopped, file, keyring)


def test_a_database_that_is_ahead_of_the_backup_stays_unless_the_loss_is_accepted(stopped, file, keyring):
    _back_up(stopped, file, keyring)
    with opened(stopped, keyring) as later:
        note(later, 3)
    before = stopped.read_bytes()
    with pytest.raises(BackupRefused) as refusal:
        _restore(stopped, file, keyring)
    assert str(refusal.value) == (
        "The audit trail in place ends at entry 3, and the backup does not hold that entry: it ends at 2. "
        "Whatever came after the backup would be lost. Nothing was replaced. "
        "To restore all the same, add --accept-loss."
    )
    assert stopped.read_bytes() == before
    restored = _restore(stopped, file, keyring, loss=Loss.ACCEPTED)
    assert (restored.taken_at.seq, restored.head.seq) == (2, 3)


def test_a_database_whose_trail_went_another_way_is_ahead_as_well(stopped, file, keyring):
    """As long as the backup's, but not the same."""
    _back_up(stopped, file, keyring)
    other = migrated_at(stopped.with_name("other.db"), keyring)
    with opened(other, keyring) as elsewhere:
        note(elsewhere, 1)
    with pytest.raises(BackupRefused, match="ends at entry 1, and the backup does not hold that entry: it ends at 2"):
        _restore(other, file, keyring)


def test_an_unreadable_database_is_replaced_only_if_the_loss_is_accepted_and_kept_with_its_log(
    stopped, file, keyring
):
    _back_up(stopped, file, keyring)
    log = stopped.with_name("candour.db-wal")
    stopped.write_bytes(b"broken" * 1000)
    log.write_bytes(b"a log that SQLite cannot read")
    with pytest.raises(BackupRefused, match="cannot be read, so nobody knows"):
        _restore(stopped, file, keyring)
    kept = _restore(stopped, file, keyring, loss=Loss.ACCEPTED).kept
    assert kept
    assert (kept.name, kept.read_bytes()) == ("candour.db.replaced-20261125T120000Z", b"broken" * 1000)
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == b"a log that SQLite cannot read"
    with opened(stopped, keyring) as restored:
        assert rows(restored, "SELECT reference FROM report") == [("2222-001",)]


def test_the_old_database_is_kept_whole_with_the_rows_of_its_log(written, path, file, keyring):
    _back_up(path, file, keyring)
    note(written, 3)
    with written.engine.connect():  # As after a kill: the log was not folded into the file.
        kept = _restore(path, file, keyring, loss=Loss.ACCEPTED).kept
    with opened(kept, keyring) as old:
        assert rows(old, "SELECT count(*) FROM audit") == [(3,)]
    written.close()


def test_the_same_backup_over_an_unchanged_database_loses_nothing(stopped, file, keyring):
    _back_up(stopped, file, keyring)
    restored = _restore(stopped, file, keyring)
    assert restored.kept
    assert _names(stopped) - {restored.kept.name} == {"candour.db"}
    assert stopped.stat().st_mode & 0o777 == 0o600


def test_a_restore_while_the_bot_runs_is_refused(stopped, file, keyring):
    _back_up(stopped, file, keyring)
    before = stopped.read_bytes()
    with connect.alone(url_of(stopped)), pytest.raises(DatabaseRefused, match="Another Candour is using"):
        _restore(stopped, file, keyring, loss=Loss.ACCEPTED)
    assert stopped.read_bytes() == before


def test_what_was_not_sent_is_in_doubt_and_looked_for_from_when_it_was_queued(written, path, file, keyring):
    queue(written, *(a_letter(unique=str(number)) for number in range(2, 6)))
    for number, state in ((1, "ready"), (2, "sending"), (3, "sent"), (4, "held"), (5, "dropped")):
        raw(
            written,
            "UPDATE outbox SET state = :state, lease_until = :until, slack_ts = :ts WHERE position = :number",
            {
                "number": number,
                "state": state,
                "until": "2026-11-24 13:00:00" if state == "sending" else None,
                "ts": "1.2" if state == "sent" else None,
            },
        )
    _back_up(path, file, keyring)
    written.close()
    assert _restore(path, file, keyring).in_doubt == 2
    with opened(path, keyring) as restored:
        states = [state for (state,) in rows(restored, "SELECT state FROM outbox ORDER BY position")]
        assert states == ["doubtful", "doubtful", "sent", "held", "dropped"]
        with restored.writing() as transaction:
            later = NOON + timedelta(days=2)
            assert (
                leases.claim(transaction, priority=Priority.NORMAL, worker="w", lease=NOON - NOON, at=later) is None
            )
            doubt = leases.claim_doubtful(transaction, worker="w", lease=NOON - NOON, now=later)
    assert doubt
    assert doubt.first_attempt_at == NOON


def test_a_backup_of_a_newer_candour_is_refused(written, path, file, keyring):
    raw(written, "UPDATE alembic_version SET version_num = '9999'")
    written.close()
    with file.open("wb") as into, path.open("rb") as source:
        encrypted_file.seal(source, into, keyring)
    with pytest.raises(DatabaseRefused, match="made by a newer Candour"):
        _restore(path, file, keyring, loss=Loss.ACCEPTED)


def test_a_restore_that_fails_before_the_end_changes_nothing(stopped, file, keyring, monkeypatch):
    _back_up(stopped, file, keyring)
    before = stopped.read_bytes()

    def fails(*_, **__):
        raise sqlite3.OperationalError

    monkeypatch.setattr(sqlite_files, "fold", fails)
    with pytest.raises(BackupRefused, match="could not be made"):
        _restore(stopped, file, keyring)
    assert stopped.read_bytes() == before
    assert everything_in(stopped.parent).count(b"SQLite format 3") == 1


def test_a_head_that_was_noted_is_still_there_until_the_end_is_cut_off(written, keyring):
    with written.reading() as transaction:
        noted = audit.head(transaction)
        assert audit.contains(transaction, noted)
        assert audit.contains(transaction, Head(0, audit.START))
        assert not audit.contains(transaction, Head(0, noted.hash))
        assert not audit.contains(transaction, Head(1, noted.hash))
    note(written, 3)
    with written.reading() as transaction:
        assert audit.contains(transaction, noted)
    for statement in (
        "DROP TRIGGER audit_no_delete",
        "DROP TRIGGER audit_head_forward",
        "DELETE FROM audit WHERE seq > 1",
        "UPDATE audit_head SET seq = 1, hash = (SELECT hash FROM audit WHERE seq = 1)",
    ):
        raw(written, statement)
    with written.reading() as transaction:
        assert audit.verify(transaction) == 1  # From inside nothing is missing.
        assert not audit.contains(transaction, noted)


def test_a_head_is_written_and_read_alike_and_nothing_else_is_taken_for_one():
    head = Head(12, bytes(range(32)))
    assert Head.from_text(f" {head}\n") == head
    for text in ("", "12", "12:", f"12:{'g' * 64}", f"-1:{'0' * 64}", f"12:{'0' * 63}"):
        with pytest.raises(ValueError, match="an audit head looks like"):
            Head.from_text(text)


def test_the_service_is_in_it_so_that_a_fresh_machine_can_start(path, file, keyring):
    with opened(path, keyring) as database, database.writing() as transaction:
        keep_service(transaction)
    _back_up(path, file, keyring)
    other = path.with_name("other.db")
    assert _restore(other, file, keyring).kept is None
    with opened(other, keyring) as restored:
        assert rows(restored, "SELECT count(*) > 0 FROM person") == [(1,)]
