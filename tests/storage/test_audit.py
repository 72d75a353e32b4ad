"""The audit trail takes entries and gives none back: what is changed, taken away or moved is found."""

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from storage import audit
from storage.audit import AuditEvent, AuditRefused, ChainBroken
from storage.engine.transactions import NotSaved
from tests.domain.examples import NOON
from tests.storage.examples import at_once, on_postgresql, on_sqlite, opened, raw, rows, unguard

COLUMNS = "seq, previous, at, actor, action, subject, detail, hash"


def _add(database, *, actor="U0SAFETY", event=AuditEvent.REPORT_OPENED, subject="r-1", **detail):
    with database.writing(wait=30) as transaction:
        audit.add(transaction, actor=actor, event=event, subject=subject, at=NOON, **detail)


def _verified(database):
    with database.reading() as transaction:
        return audit.verify(transaction)


@pytest.fixture
def five(database):
    """A trail of five entries."""
    for number in range(1, 6):
        _add(database, subject=f"r-{number}", due="2026-12-01")
    return database


@pytest.fixture
def unguarded(five):
    """The same, after somebody with the database's own tools took the guards away."""
    unguard(five)
    return five


def test_an_empty_trail_fits_together(database):
    assert _verified(database) == 0


def test_entries_are_kept_in_order_with_codes_and_ids_only(five):
    assert _verified(five) == 5
    entry = rows(five, "SELECT seq, actor, action, subject, detail FROM audit")[1]
    assert entry == (2, "U0SAFETY", "report.opened", "r-2", '{"due":"2026-12-01"}')


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET actor = 'U0OTHER' WHERE seq = 3",
        "UPDATE audit SET seq = 9 WHERE seq = 5",
        "DELETE FROM audit WHERE seq = 5",
        "DELETE FROM audit",
        "INSERT INTO audit SELECT * FROM audit WHERE seq = 3 ON CONFLICT (seq) DO UPDATE SET actor = 'U0OTHER'",
        "UPDATE audit_head SET hash = x'00'",
        "UPDATE audit_head SET seq = 4",
        "UPDATE audit_head SET seq = 7",
        "UPDATE audit_head SET id = 1, seq = 0",
        "DELETE FROM audit_head",
    ],
)
def test_nothing_in_it_can_be_changed_or_removed(five, statement):
    _is_refused(five, statement)


@on_sqlite
@pytest.mark.parametrize(
    "statement",
    [
        f"INSERT OR REPLACE INTO audit SELECT {COLUMNS} FROM audit WHERE seq = 3",  # noqa: S608 - a constant
        "REPLACE INTO audit SELECT 3, x'00', at, actor, action, subject, detail, x'00' FROM audit WHERE seq = 3",
        "REPLACE INTO audit SELECT 9, previous, at, actor, action, subject, detail, x'00' FROM audit WHERE seq = 3",
        "REPLACE INTO audit SELECT 9, x'00', at, actor, action, subject, detail, hash FROM audit WHERE seq = 3",
        "REPLACE INTO audit_head VALUES (1, 6, x'00')",
        "INSERT OR REPLACE INTO audit_head SELECT * FROM audit_head",
    ],
)
def test_nothing_in_it_can_be_replaced(five, statement):
    _is_refused(five, statement)


@on_postgresql
@pytest.mark.parametrize("statement", ["TRUNCATE audit", "TRUNCATE audit_head", "TRUNCATE audit CASCADE"])
def test_nothing_in_it_can_be_emptied(five, statement):
    _is_refused(five, statement)


def _is_refused(five, statement):
    before = rows(five, "SELECT * FROM audit"), rows(five, "SELECT * FROM audit_head")
    with pytest.raises(IntegrityError):
        raw(five, statement)
    assert (rows(five, "SELECT * FROM audit"), rows(five, "SELECT * FROM audit_head")) == before
    assert _verified(five) == 5


@on_sqlite
def test_an_entry_is_not_replaced_even_where_a_connection_lacks_our_settings(five, path):
    plain = sa.create_engine(f"sqlite:///{path}")
    with plain.connect() as connection, pytest.raises(IntegrityError, match="append-only"):
        connection.execute(sa.text("REPLACE INTO audit SELECT * FROM audit WHERE seq = 3"))
    plain.dispose()
    assert _verified(five) == 5


@pytest.mark.parametrize(
    ("statement", "first_wrong"),
    [
        ("UPDATE audit SET actor = 'U0OTHER' WHERE seq = 3", 3),
        ("UPDATE audit SET action = 'report.sent' WHERE seq = 1", 1),
        ("UPDATE audit SET subject = 'r-9' WHERE seq = 5", 5),
        ("UPDATE audit SET detail = '{}' WHERE seq = 3", 3),
        ("UPDATE audit SET at = '2026-11-24 12:00:00.000001' WHERE seq = 3", 3),
        ("UPDATE audit SET hash = x'00' WHERE seq = 3", 3),
        ("UPDATE audit SET previous = x'00' WHERE seq = 3", 3),
        ("DELETE FROM audit WHERE seq = 1", 1),
        ("DELETE FROM audit WHERE seq = 3", 3),
        ("DELETE FROM audit WHERE seq = 5", 5),
        ("DELETE FROM audit", 1),
        ("UPDATE audit SET seq = seq - 1 WHERE seq > 1", 1),
        ("UPDATE audit SET seq = 9 WHERE seq = 3", 3),
        ("INSERT INTO audit SELECT 6, x'00', at, actor, action, subject, detail, x'00' FROM audit WHERE seq = 5", 6),
        ("UPDATE audit_head SET seq = 4", 6),
        ("UPDATE audit_head SET hash = x'00'", 6),
        ("DELETE FROM audit_head", 6),
    ],
)
def test_what_was_changed_or_taken_away_is_found_and_the_first_wrong_entry_is_named(
    unguarded, statement, first_wrong
):
    if statement.startswith("UPDATE audit SET seq = seq - 1"):
        raw(unguarded, "DELETE FROM audit WHERE seq = 1")
    raw(unguarded, statement)
    _is_found(unguarded, first_wrong)


@on_sqlite  # PostgreSQL refuses what is not of the column's type.
@pytest.mark.parametrize(
    ("statement", "first_wrong"),
    [
        ("UPDATE audit SET at = 'yesterday' WHERE seq = 3", 3),
        ("UPDATE audit SET at = 5 WHERE seq = 3", 3),
        ("UPDATE audit SET hash = 'é' WHERE seq = 3", 3),
        ("UPDATE audit SET previous = 'words' WHERE seq = 3", 3),
    ],
)
def test_what_cannot_even_be_read_is_found(unguarded, statement, first_wrong):
    raw(unguarded, statement)
    _is_found(unguarded, first_wrong)


def _is_found(unguarded, first_wrong):
    with pytest.raises(ChainBroken) as found:
        _verified(unguarded)
    assert found.value.seq == first_wrong
    assert str(found.value) == f"The audit trail does not fit together at entry {first_wrong}."


def test_two_entries_that_changed_places_are_found(unguarded):
    for old, new in ((2, 99), (3, 2), (99, 3)):
        raw(unguarded, "UPDATE audit SET seq = :new WHERE seq = :old", {"old": old, "new": new})
    with pytest.raises(ChainBroken) as found:
        _verified(unguarded)
    assert found.value.seq == 2


def test_a_trail_made_anew_without_the_key_is_found(other_url, keyring, five):
    """Who has the file but not the keys cannot make a chain that fits."""
    with opened(other_url, keyring) as forger:
        for number in range(1, 6):
            _add(forger, subject=f"r-{number}", due="2026-12-01")
        forged = rows(forger, "SELECT * FROM audit WHERE seq = 5")[0]
    genuine = rows(five, "SELECT * FROM audit WHERE seq = 5")[0]
    assert forged[2:7] == genuine[2:7]
    assert forged[7] != genuine[7]


def test_nothing_is_added_to_a_trail_that_lost_its_head(unguarded):
    raw(unguarded, "DELETE FROM audit_head")
    with pytest.raises(NotSaved):
        _add(unguarded)
    assert rows(unguarded, "SELECT count(*) FROM audit") == [(5,)]


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param({"actor": ""}, id="no actor"),
        pytest.param({"actor": " "}, id="an actor of spaces"),
        pytest.param({"actor": "Jo Carter"}, id="a name"),
        pytest.param({"subject": ""}, id="no subject"),
        pytest.param({"subject": "r-1\n"}, id="a line break"),
        pytest.param({"reason": "the door alarm stayed silent"}, id="words as detail"),
        pytest.param({"reason": ""}, id="empty detail"),
        pytest.param({"reason": "<!channel>"}, id="a mention"),
        pytest.param({"reason": "a" * 65}, id="too long for a code"),
    ],
)
def test_an_entry_without_an_actor_or_with_free_text_is_refused(database, entry):
    with pytest.raises(AuditRefused):
        _add(database, **entry)
    assert _verified(database) == 0


def test_an_entry_is_kept_with_what_it_records_or_not_at_all(database):
    def interrupted():
        with database.writing() as transaction:
            audit.add(transaction, actor="U0SAFETY", event=AuditEvent.REPORT_OPENED, subject="r-1", at=NOON)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        interrupted()
    assert _verified(database) == 0


def test_entries_added_at_once_stay_one_chain(database):
    def add_ten(number):
        for _ in range(10):
            _add(database, subject=f"r-{number}")

    at_once(add_ten, threads=8)
    assert _verified(database) == 80
    assert rows(database, "SELECT count(DISTINCT previous), max(seq) FROM audit") == [(80, 80)]
