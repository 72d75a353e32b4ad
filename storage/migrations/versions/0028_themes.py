"""Themes that a person has named and confirmed, and their incidents."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

_TEXT = sqlmodel.sql.sqltypes.AutoString
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.create_table(
        "theme",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("submission_hash", sa.LargeBinary(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("note_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("confirmed_by", _TEXT(), nullable=False),
        sa.Column("confirmed_at", _MOMENT(), nullable=False),
        sa.Column("retired_by", _TEXT(), nullable=True),
        sa.Column("retired_at", _MOMENT(), nullable=True),
        sa.Column("retired_because_sealed", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("(retired_at IS NULL) = (retired_by IS NULL)", name=op.f("ck_theme_retired_by")),
        sa.CheckConstraint(
            "(retired_at IS NULL) = (retired_because_sealed IS NULL)", name=op.f("ck_theme_retired_because")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme")),
        sa.UniqueConstraint("submission_hash", name=op.f("uq_theme_submission_hash")),
    )
    op.create_index("ix_theme_confirmed_at", "theme", ["confirmed_at"])
    op.create_table(
        "theme_incident",
        sa.Column("theme_id", sa.Uuid(), nullable=False),
        sa.Column("incident_id", sa.Uuid(), nullable=False),
        sa.Column("added_by", _TEXT(), nullable=False),
        sa.Column("added_at", _MOMENT(), nullable=False),
        sa.Column("left_out_by", _TEXT(), nullable=True),
        sa.Column("left_out_at", _MOMENT(), nullable=True),
        sa.CheckConstraint("(left_out_at IS NULL) = (left_out_by IS NULL)", name=op.f("ck_theme_incident_left_out")),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name=op.f("fk_theme_incident_theme_id_theme")),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incident.id"], name=op.f("fk_theme_incident_incident_id_incident")
        ),
        sa.PrimaryKeyConstraint("theme_id", "incident_id", name=op.f("pk_theme_incident")),
    )
    op.create_index("ix_theme_incident_incident_id", "theme_incident", ["incident_id"])


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")
