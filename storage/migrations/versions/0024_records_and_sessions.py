"""Reviews are listed by person. What deeper reviews find is kept entry by entry."""

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


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")
