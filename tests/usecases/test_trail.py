"""The audit trail vouches for what reports, amendments and actions say, also for those of an older version."""

from datetime import timedelta
from uuid import UUID

import pytest

from bot.usecases.actions import answers
from bot.usecases.operations import trail
from storage import audit, integrity
from tests.domain.examples import PROOF
from tests.storage import examples
from tests.storage.examples import on_sqlite

A_DAY = timedelta(days=1)


def _change(bot, statement):
    if statement.startswith("DELETE FROM action"):  # What happened to it points at it.
        examples.raw(bot.context.database, "DELETE FROM action_entry")
    examples.raw(bot.context.database, statement)


def _broken(bot):
    return trail.broken_trail(bot.context.database)


@pytest.fixture
def filled(bot, clock):
    """Two reports, one of them sent again with changes, and two actions, one moved and one done."""
    first, second = bot.report(key="1"), bot.report(key="2", by="U0OWNER")
    bot.submit(key="1", text="It was the fire door")
    moved = bot.agree(first, key="3", measure="An alarm is tested each week")
    done = bot.agree(second, key="4")
    clock.forward(A_DAY)
    owner = {"by": "U0OWNER", "now": clock.now()}
    answers.move_action(bot.context, moved.id, moved.due_on + A_DAY, **owner)
    answers.complete_action(bot.context, done.id, PROOF, **owner)
    return bot


def test_what_happens_in_slack_fits_together_with_its_trail(filled):
    assert _broken(filled) is None


CHANGES = [
    "UPDATE report SET reporter = 'U0OWNER' WHERE reporter = 'U0AMARA'",
    "UPDATE report SET kind = 'good_care' WHERE reporter = 'U0AMARA'",
    "UPDATE report SET team = 'elm' WHERE reporter = 'U0AMARA'",
    "UPDATE report SET reference = 'changed' WHERE reporter = 'U0AMARA'",
    "UPDATE report SET still_at_risk = 'yes' WHERE reporter = 'U0AMARA'",
    "UPDATE report SET happened_at = '2026-11-23 12:00:00.000000' WHERE reporter = 'U0AMARA'",
    "UPDATE report SET reported_at = '2026-11-23 12:00:00.000000' WHERE reporter = 'U0AMARA'",
    "UPDATE amendment SET kind = 'good_care'",
    "UPDATE amendment SET amended_at = '2026-11-23 12:00:00.000000'",
    "DELETE FROM amendment",
    "UPDATE action SET state = 'done', done_at = '2026-11-25 12:00:00.000000' WHERE state = 'open'",
    "UPDATE action SET state = 'open', done_at = NULL WHERE state = 'done'",
    "UPDATE action SET owner = 'U0AMARA' WHERE state = 'open'",
    "UPDATE action SET due_on = '2027-11-23' WHERE state = 'open'",
    "UPDATE action SET agreed_by = 'U0AMARA' WHERE state = 'open'",
    "UPDATE action SET measure_sealed = NULL WHERE state = 'open'",
    "UPDATE action SET change_sealed = measure_sealed WHERE state = 'open'",
    "DELETE FROM action WHERE state = 'done'",
]


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_is_changed_in_a_row_is_found(filled, change):
    _change(filled, change)
    name = change.replace("DELETE FROM", "UPDATE").split()[1]
    broken = _broken(filled)
    assert broken is not None
    assert broken.startswith((f"The {name} ", f"The words of the {name} "))


def test_words_that_changed_places_are_found(filled):
    (first, second) = filled.rows("SELECT id, narrative_sealed FROM report ORDER BY reported_at")
    database = filled.context.database
    for (row_id, _), (_, sealed) in ((first, second), (second, first)):
        values = {"id": row_id, "sealed": sealed}
        examples.raw(database, "UPDATE report SET narrative_sealed = :sealed WHERE id = :id", values)
    assert "cannot be opened: they were changed or belong to another row." in (_broken(filled) or "")


def test_a_report_that_was_deleted_or_put_in_is_found(bot):
    report = bot.report()
    with bot.context.database.writing() as transaction:
        examples.keep_report(transaction, number=7)
    assert _broken(bot) == f"The report {UUID(int=7)} is in the database and not in the audit trail."
    _change(bot, "DELETE FROM report WHERE reference = '2222-007'")
    assert _broken(bot) is None
    _change(bot, "DELETE FROM report")
    assert _broken(bot) == f"The report {report.id} is in the audit trail and not in the database."


@on_sqlite
def test_a_row_that_cannot_even_be_read_is_found(filled):
    _change(filled, "UPDATE action SET due_on = 'tomorrow'")
    assert _broken(filled) == "A row of the table action cannot be read."


def test_a_chain_that_is_broken_is_told_first(filled):
    examples.unguard(filled.context.database)
    _change(filled, "UPDATE audit SET actor = 'U0OTHER' WHERE seq = 2")
    _change(filled, "DELETE FROM amendment")
    assert _broken(filled) == "The audit trail does not fit together at entry 2."


@pytest.fixture
def older(bot, monkeypatch):
    """What an older version left: entries without a digest."""
    add = audit.add

    def add_as_before(transaction, **entry):
        for name in ("digest", "amendment", "due_before"):
            entry.pop(name, None)
        add(transaction, **entry)

    with monkeypatch.context() as patch:
        patch.setattr(audit, "add", add_as_before)
        report = bot.report(key="1")
        bot.submit(key="1", text="It was the fire door")
        action = bot.agree(report)
        answers.complete_action(bot.context, action.id, PROOF, by="U0OWNER", now=bot.clock.now())
    return bot


def _cover(bot):
    return trail.cover_older_rows(bot.context.database, now=bot.clock.now())


def test_rows_of_an_older_version_are_vouched_for_from_the_first_start_on(older):
    assert _broken(older) is None
    assert (_cover(older), _cover(older)) == (3, 0)
    assert _broken(older) is None
    for change in ("UPDATE report SET reporter = 'U0OWNER'", "UPDATE action SET owner = 'U0AMARA'"):
        _change(older, change)
        assert "is not what the audit trail says of it." in (_broken(older) or "")


@pytest.mark.parametrize("covered", [False, True])
@pytest.mark.parametrize("table", ["amendment", "action"])
def test_a_row_of_an_older_version_that_is_deleted_is_found(older, covered, table):
    if covered:
        _cover(older)
    _change(older, f"DELETE FROM {table}")  # noqa: S608 - a name from above
    assert "is in the audit trail and not in the database." in (_broken(older) or "")


def test_a_row_that_was_put_in_before_the_upgrade_is_not_vouched_for(older):
    with older.context.database.writing() as transaction:
        examples.keep_report(transaction, number=7, reporter="U0AMARA")
    assert _cover(older) == 3
    assert "is in the database and not in the audit trail." in (_broken(older) or "")


def test_rows_of_this_version_need_no_vouching(filled):
    assert _cover(filled) == 0
    assert filled.rows("SELECT count(*) FROM audit WHERE action = 'coverage.began'") == [(0,)]


def test_a_broken_chain_vouches_for_nothing(older):
    examples.unguard(older.context.database)
    _change(older, "UPDATE audit SET actor = 'U0OTHER' WHERE seq = 2")
    assert _cover(older) == 0
    assert older.rows("SELECT count(*) FROM audit WHERE action = 'row.covered'") == [(0,)]


def test_the_number_of_entries_is_told(filled):
    with filled.context.database.reading() as transaction:
        assert integrity.verify(transaction) == audit.verify(transaction) == audit.head(transaction).seq
