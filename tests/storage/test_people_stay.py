"""A database of the version before keeps every person, role and action, and takes codes that come later."""

from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlmodel import SQLModel

import storage
from storage.engine.transactions import Database
from tests.storage.examples import raw, rows

BEFORE, AFTER = "0005", "0006"
FILLED = """
INSERT INTO service (id, name, time_zone, safety_channel, on_call_phone, support, read_within_working_days)
VALUES (1, 'Willow', 'Europe/London', 'C0SAFETY', '01632 960 123', 'Talk', 1);
INSERT INTO team (code, name, channel, time_zone, position, joined_on)
VALUES ('oak', 'Oak', 'C0OAK', 'Europe/London', 0, '2026-11-24');
INSERT INTO person (slack_id, name, team, position) VALUES ('U0AMARA', 'Amara', 'oak', 0), ('U0JO', 'Jo', NULL, 1);
INSERT INTO person_role (slack_id, role) VALUES ('U0JO', 'safety_team'), ('U0JO', 'on_call');
INSERT INTO report (id, reference, kind, still_at_risk, team, happened_at, reported_at, reporter,
                    submission_hash, answers_hash, narrative_sealed)
VALUES ('00000000000000000000000000000001', '2222-222', 'death', 'no', 'oak', '2026-11-24 12:00:00.000000',
        '2026-11-24 12:00:00.000000', 'U0AMARA', x'01', x'01', x'01');
INSERT INTO action (id, report_id, submission_hash, change_sealed, owner, owner_zone, due_on, due_set_at, nudged,
                    state, agreed_by, agreed_at)
VALUES ('00000000000000000000000000000002', '00000000000000000000000000000001', x'02', x'02', 'U0OWNER',
        'Europe/London', '2026-12-01', '2026-11-24 12:00:00.000000', 'before', 'open', 'U0JO',
        '2026-11-24 12:00:00.000000')
"""
KEPT = ("slack_id, name, team, position FROM person", "* FROM person_role", "* FROM action")


@pytest.fixture
def migrate(empty_url, keyring):
    """A database that is brought to any version."""
    with closing(Database(empty_url, keyring)) as database:
        database.backend.make()
        config = Config()
        config.set_main_option("script_location", str(Path(storage.__path__[0]) / "migrations"))
        config.attributes["backend"] = database.backend

        def to(revision: str) -> Database:
            command.upgrade(config, revision)
            return database

        yield to


def _kept(database):
    return [sorted(rows(database, f"SELECT {each}"), key=repr) for each in KEPT]


def test_everybody_and_every_action_is_there_as_before(migrate):
    database = migrate(BEFORE)
    for statement in FILLED.split(";"):
        raw(database, statement)
    before = _kept(database)
    migrate(AFTER)
    assert _kept(database) == before
    assert rows(database, "SELECT version FROM service") == [(1,)]
    assert rows(database, "SELECT left_on FROM person") == [(None,), (None,)]


def test_codes_that_come_later_are_taken_and_every_table_is_as_the_rows_say(migrate):
    database = migrate(BEFORE)
    for statement in FILLED.split(";"):
        raw(database, statement)
    migrate("head")
    raw(database, "INSERT INTO person_role (slack_id, role) VALUES ('U0AMARA', 'learning_lead')")
    raw(database, "UPDATE action SET state = 'withdrawn', nudged = 'monthly'")
    with database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []
