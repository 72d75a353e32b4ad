"""Incidents: each report so far begins one of its own, with the report's id. Teams have a phone."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_TEXT = sqlmodel.sql.sqltypes.AutoString
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.add_column("service", sa.Column("urgent_channel", _TEXT(), nullable=True))
    op.add_column("team", sa.Column("phone", _TEXT(), nullable=True))
    _make_tables()
    # In SQL: SQLite cannot add a foreign key afterwards, and may not make a table again that others point at.
    id_type = "UUID" if op.get_bind().dialect.name == "postgresql" else "CHAR(32)"
    op.execute(
        f"ALTER TABLE report ADD COLUMN incident_id {id_type} "
        "CONSTRAINT fk_report_incident_id_incident REFERENCES incident (id)"
    )
    op.execute(
        "INSERT INTO incident (id, kind, team, opened_at, state, sensitivity, unanswered, version) "
        "SELECT id, kind, team, reported_at, 'new', "
        "CASE kind WHEN 'abuse' THEN 'restricted' ELSE 'ordinary' END, 1, 1 FROM report"
    )
    op.execute("UPDATE report SET incident_id = id")
    op.create_index("ix_report_incident_id", "report", ["incident_id"])


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")


def _make_tables() -> None:
    op.create_table(
        "incident",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", _TEXT(), nullable=False),
        sa.Column("team", _TEXT(), nullable=False),
        sa.Column("opened_at", _MOMENT(), nullable=False),
        sa.Column("state", _TEXT(), nullable=False),
        sa.Column("sensitivity", _TEXT(), nullable=False),
        sa.Column("unanswered", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("taken_by", _TEXT(), nullable=True),
        sa.Column("taken_at", _MOMENT(), nullable=True),
        sa.Column("category", _TEXT(), nullable=True),
        sa.Column("physical_harm", _TEXT(), nullable=True),
        sa.Column("psychological_harm", _TEXT(), nullable=True),
        sa.Column("response", _TEXT(), nullable=True),
        sa.Column("response_lead", _TEXT(), nullable=True),
        sa.Column("response_due_on", sa.Date(), nullable=True),
        sa.Column("decided_by", _TEXT(), nullable=True),
        sa.Column("decided_at", _MOMENT(), nullable=True),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("closed_by", _TEXT(), nullable=True),
        sa.Column("closed_at", _MOMENT(), nullable=True),
        sa.Column("merged_into", sa.Uuid(), nullable=True),
        sa.CheckConstraint("unanswered >= 0", name=op.f("ck_incident_unanswered")),
        sa.CheckConstraint("state <> 'closed' OR unanswered = 0", name=op.f("ck_incident_closed_unanswered")),
        sa.CheckConstraint("(state = 'closed') = (closed_at IS NOT NULL)", name=op.f("ck_incident_closed_at")),
        sa.CheckConstraint("(state = 'merged') = (merged_into IS NOT NULL)", name=op.f("ck_incident_merged_into")),
        sa.CheckConstraint("(decided_at IS NULL) = (response IS NULL)", name=op.f("ck_incident_decided")),
        sa.ForeignKeyConstraint(["team"], ["team.code"], name=op.f("fk_incident_team_team")),
        sa.ForeignKeyConstraint(["merged_into"], ["incident.id"], name=op.f("fk_incident_merged_into_incident")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident")),
    )
    op.create_index("ix_incident_state_opened_at", "incident", ["state", "opened_at"])
    op.create_index("ix_incident_team_opened_at", "incident", ["team", "opened_at"])
    op.create_table(
        "involved",
        sa.Column("incident_id", sa.Uuid(), nullable=False),
        sa.Column("person", _TEXT(), nullable=False),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_involved_incident_id_incident")),
        sa.PrimaryKeyConstraint("incident_id", "person", name=op.f("pk_involved")),
    )
    op.create_table(
        "entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("submission_hash", sa.LargeBinary(), nullable=False),
        sa.Column("kind", _TEXT(), nullable=False),
        sa.Column("author", _TEXT(), nullable=False),
        sa.Column("at", _MOMENT(), nullable=False),
        sa.Column("read_at", _MOMENT(), nullable=True),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("length(author) > 0", name=op.f("ck_entry_author")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_entry_report_id_report")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry")),
        sa.UniqueConstraint("submission_hash", name=op.f("uq_entry_submission_hash")),
    )
    op.create_index("ix_entry_report_id_at", "entry", ["report_id", "at"])
