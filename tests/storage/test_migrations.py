"""The migrations make just what the models say, and the database itself refuses whatever breaks a rule."""

import re
from datetime import datetime
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import UTCDateTime

import storage
from bot.domain.bulletins.answers import BulletinAnswer, WrittenBack
from bot.domain.learning.consent import Consent
from bot.domain.reviews.session_words import SessionWords
from bot.domain.service.alert_test import AlertTest
from bot.domain.service.rota import KnownShift
from bot.domain.service.service import USUAL
from storage import (
    actions,
    alert_tests,
    bulletin_answers,
    bulletins,
    consents,
    digests,
    due,
    holds,
    learning,
    recommendations,
    records,
    reviews,
    session_words,
    sessions,
    shifts,
    tables,
    themes,
)
from storage import service as service_storage
from storage.due import DueTime
from storage.engine.transactions import NotSaved
from tests.domain.examples import (
    NOON,
    a_bulletin_draft,
    a_contribution,
    a_hold_question,
    a_point,
    a_recommendation,
    a_record_entry,
    a_session,
    a_theme,
    an_action_entry,
    some_notes,
)
from tests.storage.examples import (
    TODAY,
    a_letter,
    keep_action,
    keep_amendment,
    keep_danger,
    keep_entry,
    keep_report,
    queue,
    raw,
    rows,
    triggers,
)

MIGRATIONS = Path(storage.__path__[0]) / "migrations"
TRIGGERS = {
    "sqlite": [
        "audit_head_forward",
        "audit_head_no_delete",
        "audit_head_no_replace",
        "audit_no_delete",
        "audit_no_replace",
        "audit_no_update",
    ],
    "postgresql": [
        "audit_head_forward",
        "audit_head_no_delete",
        "audit_head_no_truncate",
        "audit_no_delete",
        "audit_no_truncate",
        "audit_no_update",
    ],
}


@pytest.fixture
def filled(with_report):
    """At least one good row of every table that has a rule of its own."""
    with with_report.writing() as transaction:
        keep_action(transaction)
        actions.add_entry(transaction, an_action_entry(words="The part comes later"))
        holds.add(transaction, a_hold_question())
        keep_amendment(transaction)
        keep_danger(transaction)
        keep_entry(transaction)
        shifts.add(transaction, KnownShift(id=UUID(int=1), person="U0LEE", starts_at=NOON, ends_at=NOON))
        alert_tests.add(transaction, AlertTest(id=UUID(int=1), month="2026-12", sent_at=NOON, asked="U0LEE"))
        due.put(transaction, [DueTime("bulletin", "oak", NOON)])
        learning.add(transaction, a_point(teams=frozenset({"oak"})), submission=b"learning form")
        reviews.save(transaction, a_contribution(), submission=b"review form")
        records.add(transaction, a_record_entry(), submission=b"record form")
        themes.add(transaction, a_theme(), submission=b"theme form")
        recommendations.add(transaction, a_recommendation(), submission=b"recommendation form")
        themes.put_incidents(transaction, a_theme().id, [a_record_entry().incident_id], by="U0SAFETY", now=NOON)
        agenda = SessionWords(agenda="Oak Ward's office")
        session_words.add(transaction, a_session(), agenda, submission=b"session form")
        sessions.invite(transaction, a_session().id, ["U0AMARA"])
        session_words.save(transaction, some_notes(), submission=b"notes form")
        bulletins.add_all(transaction, [(a_bulletin_draft(), ("What we learned", []))], now=NOON)
        bulletin_answers.count(transaction, UUID(int=4), BulletinAnswer.TRY)
        consents.add(transaction, Consent(point=UUID(int=3), report=UUID(int=1), until_at=NOON))
        service_storage.save_schedule(transaction, "oak", USUAL)
        digests.save(transaction, "U0SAFETY", USUAL)
        written = WrittenBack(id=UUID(int=5), bulletin=UUID(int=4), words="At seven?")
        bulletin_answers.write(transaction, written, submission=b"words form")
    queue(with_report, a_letter())
    return with_report


def test_from_nothing_the_migrations_make_just_what_the_models_say(database):
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, SQLModel.metadata) == []


def test_the_checks_of_the_migrations_are_those_of_the_models(database):
    """Alembic compares everything but these. PostgreSQL says them in words of its own: there, their names."""
    models = sa.create_engine("sqlite://")
    SQLModel.metadata.create_all(models)
    compared = slice(2) if database.shared else slice(3)
    assert {each[compared] for each in _checks(database.engine)} == {each[compared] for each in _checks(models)}
    models.dispose()


def _checks(engine):
    inspector = sa.inspect(engine)
    return {
        (table, check["name"], check["sqltext"])
        for table in SQLModel.metadata.tables
        for check in inspector.get_check_constraints(table)
    }


def test_there_is_one_line_of_migrations_and_each_file_is_named_by_its_number():
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    scripts = list(ScriptDirectory.from_config(config).walk_revisions())
    assert len(ScriptDirectory.from_config(config).get_heads()) == 1
    numbers = [f"{number:04}" for number in range(len(scripts), 0, -1)]
    assert [script.revision for script in scripts] == numbers
    names = sorted((path.name for path in (MIGRATIONS / "versions").glob("*.py")), reverse=True)
    assert [name[:4] for name in names] == numbers
    assert all(re.fullmatch(r"\d{4}(_[a-z]+)+\.py", name) for name in names)


def test_the_triggers_are_there(database, engine):
    assert [name for name, _ in triggers(database)] == TRIGGERS[engine]


def test_going_back_is_refused(database):
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    first = ScriptDirectory.from_config(config).get_revision("0001")
    with pytest.raises(NotImplementedError, match="restore a backup"):
        first.module.downgrade()


BROKEN_RULES = [
    ("service", "UPDATE service SET id = 2"),
    ("denominator", "INSERT INTO denominator VALUES ('bed_days', '2026-11-01', 0)"),
    ("person_role", "UPDATE person_role SET slack_id = 'U0NOBODY'"),
    ("person", "UPDATE person SET team = 'no-such-team'"),
    ("report", "UPDATE report SET still_at_risk = 'maybe'"),
    ("report", "UPDATE report SET hurt = 'perhaps'"),
    ("report", "UPDATE report SET narrative_sealed = x''"),
    ("report", "UPDATE report SET reporter = ''"),
    ("report", "UPDATE report SET name_choice = 'anonymous'"),
    ("report", "UPDATE report SET team = 'no-such-team'"),
    ("report", "UPDATE report SET reported_at = NULL"),
    ("team", "DELETE FROM team WHERE code = 'oak'"),
    ("report", "DELETE FROM report"),
    ("amendment", "UPDATE amendment SET still_at_risk = ''"),
    ("amendment", "UPDATE amendment SET hurt = 'perhaps'"),
    ("amendment", "UPDATE amendment SET team = 'no-such-team'"),
    ("amendment", "UPDATE amendment SET report_id = '00000000000000000000000000000000'"),
    ("action", "UPDATE action SET state = 'done'"),
    ("action", "UPDATE action SET done_at = agreed_at"),
    ("action", "UPDATE action SET owner = ''"),
    ("action", "UPDATE action SET checker = owner"),
    ("action", "UPDATE action SET checked_by = 'U0SAFETY', checked_at = agreed_at"),
    ("action", "UPDATE action SET state = 'done', done_at = agreed_at, checked_by = owner, checked_at = agreed_at"),
    ("action", "UPDATE action SET state = 'done', done_at = agreed_at, checked_by = 'U0SAFETY'"),
    ("action", "UPDATE action SET nudges = 4"),
    ("action", "UPDATE action SET moves = -1"),
    ("action", "UPDATE action SET ward_approved_by = 'U0SAFETY'"),
    ("hold_question", "UPDATE hold_question SET days = 0"),
    ("hold_question", "UPDATE hold_question SET team = 'no-such-team'"),
    ("action_entry", "UPDATE action_entry SET action_id = '00000000000000000000000000000000'"),
    ("action", "UPDATE action SET report_id = '00000000000000000000000000000000'"),
    ("incident", "UPDATE incident SET unanswered = -1"),
    ("incident", "UPDATE incident SET state = 'closed', closed_at = opened_at"),
    ("incident", "UPDATE incident SET closed_at = opened_at"),
    ("incident", "UPDATE incident SET state = 'merged'"),
    ("incident", "UPDATE incident SET decided_at = opened_at"),
    ("incident", "UPDATE incident SET team = 'no-such-team'"),
    ("danger", "UPDATE danger SET holder = 'U0ONCALL', taken_at = started_at"),
    ("danger", "UPDATE danger SET taken_at = started_at"),
    ("danger", "UPDATE danger SET next_at = NULL"),
    ("danger", "UPDATE danger SET ended_at = started_at, ended_by = 'U0ONCALL'"),
    ("danger", "UPDATE danger SET ended_by = 'U0ONCALL'"),
    ("danger", "UPDATE danger SET rungs = -1"),
    ("danger", "UPDATE danger SET team = 'no-such-team'"),
    ("danger", "UPDATE danger SET step = -1"),
    ("rung", "UPDATE rung SET number = 0"),
    ("shift", "UPDATE shift SET ends_at = '2020-11-24 12:00:00.000000'"),
    ("alert_test", "UPDATE alert_test SET seen_by = 'U0LEE'"),
    ("entry", "UPDATE entry SET author = ''"),
    ("entry", "UPDATE entry SET report_id = '00000000000000000000000000000000'"),
    (
        "learning_point",
        "UPDATE learning_point SET state = 'approved', approved_by = written_by, approved_at = written_at",
    ),
    ("learning_point", "UPDATE learning_point SET state = 'approved'"),
    ("contribution", "UPDATE contribution SET version = 0"),
    ("learning_session", "UPDATE learning_session SET version = 0"),
    ("learning_session", "UPDATE learning_session SET about = 'review'"),
    ("session_notes", "UPDATE session_notes SET version = 0"),
    ("record_entry", "UPDATE record_entry SET taken_out_by = written_by"),
    ("theme", "UPDATE theme SET retired_by = confirmed_by"),
    (
        "theme",
        "UPDATE theme SET retired_at = confirmed_at, retired_by = confirmed_by",
    ),
    ("recommendation", "UPDATE recommendation SET because_sealed = words_sealed"),
    ("recommendation", "UPDATE recommendation SET outcome = 'accepted', because_sealed = words_sealed"),
    (
        "recommendation",
        "UPDATE recommendation SET outcome = 'accepted', because_sealed = words_sealed, decided_by = owner",
    ),
    ("recommendation", "UPDATE recommendation SET proven_at = added_at"),
    (
        "recommendation",
        "UPDATE recommendation SET proven_at = added_at, proof_sealed = words_sealed, proven_by = owner",
    ),
    ("theme_incident", "UPDATE theme_incident SET left_out_at = added_at"),
    ("theme_incident", "UPDATE theme_incident SET incident_id = '00000000000000000000000000000000'"),
    ("contribution", "UPDATE contribution SET incident_id = '00000000000000000000000000000000'"),
    ("learning_point", "UPDATE learning_point SET approved_at = written_at"),
    ("learning_point", "UPDATE learning_point SET state = 'sent_back'"),
    ("learning_point", "UPDATE learning_point SET source = '00000000000000000000000000000000'"),
    ("learning_point", "DELETE FROM learning_point"),
    ("learning_audience", "UPDATE learning_audience SET team = 'no-such-team'"),
    ("bulletin", "UPDATE bulletin SET posted_at = made_at"),
    ("bulletin", "UPDATE bulletin SET state = 'approved'"),
    ("bulletin", "UPDATE bulletin SET team = 'no-such-team'"),
    ("consent", "UPDATE consent SET answer = 'perhaps'"),
    ("bulletin_schedule", "UPDATE bulletin_schedule SET weekday = 5"),
    ("bulletin_schedule", "UPDATE bulletin_schedule SET version = 0"),
    ("digest_schedule", "UPDATE digest_schedule SET weekday = 5"),
    ("digest_schedule", "UPDATE digest_schedule SET version = 0"),
    ("bulletin_answer", "UPDATE bulletin_answer SET count = 6"),
    ("written_back", "UPDATE written_back SET bulletin_id = '00000000000000000000000000000000'"),
    ("outbox", "UPDATE outbox SET state = 'lost'"),
    ("outbox", "UPDATE outbox SET state = 'sending'"),
    ("outbox", "UPDATE outbox SET lease_until = not_before"),
    ("outbox", "UPDATE outbox SET state = 'sent'"),
    ("outbox", "UPDATE outbox SET slack_ts = '1.0'"),
    ("write_probe", "INSERT INTO write_probe (id, written) VALUES (2, 1)"),
    (
        "rate_limit",
        "INSERT INTO rate_limit (id, next_at, next_normal_at) SELECT 2, not_before, not_before FROM outbox",
    ),
    ("due", "UPDATE due SET failures = 1"),
    ("due", "UPDATE due SET retry_at = due_at"),
    (
        "shift",
        "INSERT INTO shift VALUES ('00000000000000000000000000000001', '', '2026-11-24', '2026-11-23', NULL)",
    ),
    (
        "alert_test",
        "INSERT INTO alert_test VALUES ('00000000000000000000000000000001', '', '2026-11-24 12:00', '', 'U0', NULL)",
    ),
    ("forum", "INSERT INTO forum VALUES ('quality', 'Quality', 29, NULL, 0)"),
    (
        "affected",
        "INSERT INTO affected SELECT id, 'AA', NULL, NULL, NULL FROM incident",
    ),
    (
        "affected",
        "INSERT INTO affected SELECT id, 'A', NULL, opened_at, NULL FROM incident",
    ),
    (
        "duty",
        "INSERT INTO duty SELECT id, 'cqc_death', NULL, 'done', NULL, NULL FROM incident",
    ),
    (
        "duty",
        "INSERT INTO duty SELECT id, 'cqc_death', NULL, 'done', 'U0', NULL FROM incident",
    ),
    ("ladder_step", "INSERT INTO ladder_step VALUES (0, 0, 'first', -1)"),
    ("audit_head", "INSERT INTO audit_head (id, seq, hash) VALUES (2, 0, x'00')"),
    (
        "audit",
        "INSERT INTO audit VALUES (1, x'00', '2026-11-24 12:00:00.000000', '', 'report.sent', 'a', '{}', x'01')",
    ),
]


@pytest.mark.parametrize(("table", "statement"), BROKEN_RULES)
def test_the_database_refuses_a_row_that_breaks_a_rule(filled, table, statement):
    before = rows(filled, f"SELECT * FROM {table}")  # noqa: S608 - a name from the list above
    with pytest.raises(IntegrityError):
        raw(filled, statement)
    assert rows(filled, f"SELECT * FROM {table}") == before  # noqa: S608 - the same
    assert before or table in {
        "alert_test",
        "audit",
        "denominator",
        "affected",
        "duty",
        "forum",
        "ladder_step",
        "shift",
        "rate_limit",
        "write_probe",
    }


def test_every_check_of_the_models_has_a_row_that_breaks_it(filled):
    unbroken = {name for _, name, _ in _checks(filled.engine)}
    for _, statement in BROKEN_RULES:
        with pytest.raises(IntegrityError) as refusal:
            raw(filled, statement)
        unbroken -= {_rule(refusal.value.orig)}
    assert unbroken == set()


def _rule(error):
    """The name of the rule that was broken."""
    if isinstance(error, psycopg.Error):
        return error.diag.constraint_name
    return str(error).removeprefix("CHECK constraint failed: ")


UNIQUE = [("report", ["reference"]), ("report", ["submission_hash"]), ("action", ["submission_hash"])]
UNIQUE += [("theme", ["submission_hash"]), ("recommendation", ["submission_hash"])]
UNIQUE += [("record_entry", ["submission_hash"]), ("learning_session", ["submission_hash"])]
UNIQUE += [("session_notes", ["session_id", "person"])]
UNIQUE += [("contribution", ["submission_hash"]), ("learning_point", ["submission_hash"])]
UNIQUE += [("bulletin", ["team", "monday"]), ("written_back", ["submission_hash"])]
UNIQUE += [("amendment", ["report_id", "answers_hash"]), ("outbox", ["id"]), ("outbox", ["unique_hash"])]


@pytest.mark.parametrize(("table", "columns"), UNIQUE)
def test_what_may_be_there_once_is_not_taken_twice(filled, table, columns):
    names = [column["name"] for column in sa.inspect(filled.engine).get_columns(table)]
    key = "position" if table == "outbox" else "id"
    fresh = {name: f"'fresh {name}'" for name in ("reference", "submission_hash", "answers_hash", "unique_hash")}
    fresh |= {"id": "'99999999999999999999999999999999'", "position": "99"}
    values = [fresh.get(name, name) if name == key or name not in columns else name for name in names]
    told = f'UNIQUE constraint failed: {table}.{columns[0]}|unique constraint "uq_{table}_{"_".join(columns)}"'
    with pytest.raises(IntegrityError, match=told):
        raw(filled, f"INSERT INTO {table} ({', '.join(names)}) SELECT {', '.join(values)} FROM {table}")  # noqa: S608 - names of our own tables


def test_every_moment_is_kept_as_utc_by_the_type_that_refuses_naive_ones():
    columns = [column for table in SQLModel.metadata.tables.values() for column in table.columns]
    moments = [
        column
        for column in columns
        if (column.name.endswith(("_at", "_until", "_before")) or column.name == "at")
        and type(column.type) is not sa.Date  # "Paused until" is a day.
    ]
    assert moments
    assert {type(column.type) for column in moments} == {UTCDateTime}
    assert [column.name for column in columns if type(column.type) is sa.DateTime] == []


def test_a_naive_datetime_is_refused(with_service):
    def keep_naive():
        with with_service.writing() as transaction:
            row = tables.outbox.OccurrenceRow(kind="bulletin", subject="oak", local_key=str(TODAY), made_at=NOON)
            row.made_at = datetime(2026, 11, 24, 12, 0)  # noqa: DTZ001 - the very thing that is refused
            transaction.add(row)

    with pytest.raises(NotSaved, match="StatementError"):
        keep_naive()


def test_a_moment_told_in_another_zone_comes_back_as_the_same_moment_in_utc(with_service):
    there = datetime.fromisoformat("2026-11-24T17:30:00.123456+05:30")
    with with_service.writing() as transaction:
        keep_report(transaction, happened_at=there)
    with with_service.reading() as transaction:
        row = transaction.get_one(tables.reports.ReportRow, UUID(int=1))
        assert (row.happened_at, row.happened_at.utcoffset()) == (there, NOON.utcoffset())
