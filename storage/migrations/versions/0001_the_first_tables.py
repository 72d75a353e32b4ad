"""The first tables, and the triggers that keep the audit trail append-only."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_APPEND_ONLY_SQLITE = (
    """CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
       BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END""",
    """CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
       BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END""",
    # INSERT OR REPLACE would overwrite a row without asking the two triggers above.
    """CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit
       WHEN EXISTS (SELECT 1 FROM audit WHERE seq = NEW.seq OR hash = NEW.hash OR previous = NEW.previous)
       BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END""",
    """CREATE TRIGGER audit_head_forward BEFORE UPDATE ON audit_head WHEN NEW.seq <> OLD.seq + 1
       BEGIN SELECT RAISE(ABORT, 'the audit head only moves forward'); END""",
    """CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head
       BEGIN SELECT RAISE(ABORT, 'the audit head stays'); END""",
    """CREATE TRIGGER audit_head_no_replace BEFORE INSERT ON audit_head
       WHEN EXISTS (SELECT 1 FROM audit_head WHERE id = NEW.id)
       BEGIN SELECT RAISE(ABORT, 'the audit head stays'); END""",
)


_APPEND_ONLY_POSTGRESQL = (
    # The code is that of a broken rule (class 23), so that both engines refuse with the same kind of error.
    """CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN RAISE EXCEPTION USING MESSAGE = TG_ARGV[0], ERRCODE = 'integrity_constraint_violation'; END $$""",
    """CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit FOR EACH ROW
       EXECUTE FUNCTION refuse_change('the audit trail is append-only')""",
    """CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit FOR EACH ROW
       EXECUTE FUNCTION refuse_change('the audit trail is append-only')""",
    """CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT
       EXECUTE FUNCTION refuse_change('the audit trail is append-only')""",
    """CREATE TRIGGER audit_head_forward BEFORE UPDATE ON audit_head FOR EACH ROW WHEN (NEW.seq <> OLD.seq + 1)
       EXECUTE FUNCTION refuse_change('the audit head only moves forward')""",
    """CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head FOR EACH ROW
       EXECUTE FUNCTION refuse_change('the audit head stays')""",
    """CREATE TRIGGER audit_head_no_truncate BEFORE TRUNCATE ON audit_head FOR EACH STATEMENT
       EXECUTE FUNCTION refuse_change('the audit head stays')""",
)
_APPEND_ONLY = {"sqlite": _APPEND_ONLY_SQLITE, "postgresql": _APPEND_ONLY_POSTGRESQL}


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("previous", sa.LargeBinary(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("actor", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("action", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("subject", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("detail", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("length(actor) > 0", name=op.f("ck_audit_actor")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit")),
        sa.UniqueConstraint("hash", name=op.f("uq_audit_hash")),
        sa.UniqueConstraint("previous", name=op.f("uq_audit_previous")),
    )
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_audit_head_single")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
    )
    op.create_table(
        "occurrence",
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("subject", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("local_key", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("made_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "subject", "local_key", name=op.f("pk_occurrence")),
    )
    op.create_table(
        "outbox",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("unique_hash", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("lane", sa.LargeBinary(), nullable=False),
        sa.Column("target_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("state", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("not_before", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("absences", sa.Integer(), nullable=False),
        sa.Column("may_repeat", sa.Boolean(), nullable=False),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("claimed_by", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("lease_until", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("first_attempt_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("slack_ts", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("last_error", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.CheckConstraint("(state = 'sending') = (lease_until IS NOT NULL)", name=op.f("ck_outbox_lease")),
        sa.CheckConstraint("(state = 'sent') = (slack_ts IS NOT NULL)", name=op.f("ck_outbox_slack_ts")),
        sa.CheckConstraint(
            "state IN ('ready', 'sending', 'sent', 'doubtful', 'held', 'dead', 'dropped')",
            name=op.f("ck_outbox_state"),
        ),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_outbox")),
        sa.UniqueConstraint("id", name=op.f("uq_outbox_id")),
        sa.UniqueConstraint("unique_hash", name=op.f("uq_outbox_unique_hash")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index(
            "ix_outbox_ready",
            ["urgent", "not_before", "position"],
            unique=False,
            sqlite_where=sa.text("state = 'ready'"),
            postgresql_where=sa.text("state = 'ready'"),
        )
        batch_op.create_index(
            "ix_outbox_unsettled",
            ["state"],
            unique=False,
            sqlite_where=sa.text("state IN ('sending', 'doubtful', 'held', 'dead')"),
            postgresql_where=sa.text("state IN ('sending', 'doubtful', 'held', 'dead')"),
        )

    op.create_table(
        "secret",
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("value_sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_secret")),
    )
    op.create_table(
        "service",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("time_zone", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("safety_channel", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("on_call_phone", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("support", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("read_within_working_days", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_service_single")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service")),
    )
    op.create_table(
        "team",
        sa.Column("code", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("channel", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("time_zone", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_team")),
    )
    op.create_table(
        "person",
        sa.Column("slack_id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("team", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["team"], ["team.code"], name=op.f("fk_person_team_team")),
        sa.PrimaryKeyConstraint("slack_id", name=op.f("pk_person")),
    )
    op.create_table(
        "report",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("reference", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("still_at_risk", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("team", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("happened_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("reported_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("reporter", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("first_read_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("submission_hash", sa.LargeBinary(), nullable=False),
        sa.Column("answers_hash", sa.LargeBinary(), nullable=False),
        sa.Column("narrative_sealed", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("still_at_risk IN ('no', 'yes', 'not_sure')", name=op.f("ck_report_still_at_risk")),
        sa.CheckConstraint("length(narrative_sealed) > 0", name=op.f("ck_report_narrative")),
        sa.CheckConstraint("length(reporter) > 0", name=op.f("ck_report_reporter")),
        sa.ForeignKeyConstraint(["team"], ["team.code"], name=op.f("fk_report_team_team")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
        sa.UniqueConstraint("reference", name=op.f("uq_report_reference")),
        sa.UniqueConstraint("submission_hash", name=op.f("uq_report_submission_hash")),
    )
    with op.batch_alter_table("report", schema=None) as batch_op:
        batch_op.create_index("ix_report_reporter_reported_at", ["reporter", "reported_at"], unique=False)
        batch_op.create_index("ix_report_team_reported_at", ["team", "reported_at", "kind"], unique=False)

    op.create_table(
        "action",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("submission_hash", sa.LargeBinary(), nullable=False),
        sa.Column("change_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("measure_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("owner", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("owner_zone", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("due_set_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("nudged", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("state", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("agreed_by", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("agreed_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("done_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.CheckConstraint("(state = 'done') = (done_at IS NOT NULL)", name=op.f("ck_action_done_at")),
        sa.CheckConstraint("state IN ('open', 'done')", name=op.f("ck_action_state")),
        sa.CheckConstraint("nudged IN ('before', 'after')", name=op.f("ck_action_nudged")),
        sa.CheckConstraint("length(owner) > 0", name=op.f("ck_action_owner")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_action_report_id_report")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
        sa.UniqueConstraint("submission_hash", name=op.f("uq_action_submission_hash")),
    )
    with op.batch_alter_table("action", schema=None) as batch_op:
        batch_op.create_index(
            "ix_action_to_nudge",
            ["due_on"],
            unique=False,
            sqlite_where=sa.text("state = 'open' AND (nudged IS NULL OR nudged = 'before')"),
            postgresql_where=sa.text("state = 'open' AND (nudged IS NULL OR nudged = 'before')"),
        )
        batch_op.create_index("ix_action_owner_state", ["owner", "state"], unique=False)
        batch_op.create_index(batch_op.f("ix_action_report_id"), ["report_id"], unique=False)

    op.create_table(
        "amendment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("still_at_risk", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("team", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("happened_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("amended_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("answers_hash", sa.LargeBinary(), nullable=False),
        sa.Column("narrative_sealed", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("still_at_risk IN ('no', 'yes', 'not_sure')", name=op.f("ck_amendment_still_at_risk")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_amendment_report_id_report")),
        sa.ForeignKeyConstraint(["team"], ["team.code"], name=op.f("fk_amendment_team_team")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendment")),
        sa.UniqueConstraint("report_id", "answers_hash", name=op.f("uq_amendment_report_id_answers_hash")),
    )
    op.create_table(
        "person_role",
        sa.Column("slack_id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("role", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.CheckConstraint("role IN ('safety_team', 'on_call')", name=op.f("ck_person_role_role")),
        sa.ForeignKeyConstraint(["slack_id"], ["person.slack_id"], name=op.f("fk_person_role_slack_id_person")),
        sa.PrimaryKeyConstraint("slack_id", "role", name=op.f("pk_person_role")),
    )
    op.execute(sa.text("INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, :start)").bindparams(start=bytes(32)))
    for statement in _APPEND_ONLY[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("The first tables are not taken away: restore a backup instead.")
