"""Reviews are listed by person. Deeper reviews have a record, kept entry by entry. People meet in sessions."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_TEXT = sqlmodel.sql.sqltypes.AutoString
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.create_index("ix_reviewer_person", "reviewer", ["person"])
    op.create_index("ix_incident_response_lead", "incident", ["response_lead"])
    op.create_table(
        "record_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("incident_id", sa.Uuid(), nullable=False),
        sa.Column("kind", _TEXT(), nullable=False),
        sa.Column("at", _MOMENT(), nullable=True),
        sa.Column("on_day", sa.Date(), nullable=True),
        sa.Column("tag", _TEXT(), nullable=True),
        sa.Column("written_by", _TEXT(), nullable=False),
        sa.Column("written_at", _MOMENT(), nullable=False),
        sa.Column("taken_out_by", _TEXT(), nullable=True),
        sa.Column("taken_out_at", _MOMENT(), nullable=True),
        sa.Column("submission_hash", sa.LargeBinary(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("(taken_out_at IS NULL) = (taken_out_by IS NULL)", name=op.f("ck_record_entry_taken_out")),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_record_entry_incident_id_incident")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_record_entry")),
        sa.UniqueConstraint("submission_hash", name=op.f("uq_record_entry_submission_hash")),
    )
    op.create_index("ix_record_entry_incident_id", "record_entry", ["incident_id"])
    _sessions()


def _sessions() -> None:
    op.create_table(
        "learning_session",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("about", _TEXT(), nullable=False),
        sa.Column("incident_id", sa.Uuid(), nullable=True),
        sa.Column("lead", _TEXT(), nullable=False),
        sa.Column("starts_at", _MOMENT(), nullable=False),
        sa.Column("proposed_at", _MOMENT(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("called_off_at", _MOMENT(), nullable=True),
        sa.Column("submission_hash", sa.LargeBinary(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("version > 0", name=op.f("ck_learning_session_version")),
        sa.CheckConstraint("(about = 'review') = (incident_id IS NOT NULL)", name=op.f("ck_learning_session_about")),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incident.id"], name=op.f("fk_learning_session_incident_id_incident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_learning_session")),
        sa.UniqueConstraint("submission_hash", name=op.f("uq_learning_session_submission_hash")),
    )
    op.create_index("ix_learning_session_lead", "learning_session", ["lead"])
    op.create_index("ix_learning_session_incident_id", "learning_session", ["incident_id"])
    of_session = ["session_id"], ["learning_session.id"]
    op.create_table(
        "session_guest",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("person", _TEXT(), nullable=False),
        sa.Column("coming", _TEXT(), nullable=True),
        sa.Column("profession", _TEXT(), nullable=True),
        sa.ForeignKeyConstraint(*of_session, name=op.f("fk_session_guest_session_id_learning_session")),
        sa.PrimaryKeyConstraint("session_id", "person", name=op.f("pk_session_guest")),
    )
    op.create_index("ix_session_guest_person", "session_guest", ["person"])
    op.create_table(
        "session_notes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("person", _TEXT(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("saved_at", _MOMENT(), nullable=False),
        sa.Column("submission_hash", sa.LargeBinary(), nullable=False),
        sa.Column("sections_sealed", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("version > 0", name=op.f("ck_session_notes_version")),
        sa.ForeignKeyConstraint(*of_session, name=op.f("fk_session_notes_session_id_learning_session")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_notes")),
        sa.UniqueConstraint("session_id", "person", name=op.f("uq_session_notes_session_id_person")),
        sa.UniqueConstraint("submission_hash", name=op.f("uq_session_notes_submission_hash")),
    )


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")
