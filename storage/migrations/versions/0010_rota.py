"""Who is on call when, and the test alerts of each month."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_TEXT = sqlmodel.sql.sqltypes.AutoString
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.create_table(
        "shift",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person", _TEXT(), nullable=False),
        sa.Column("starts_at", _MOMENT(), nullable=False),
        sa.Column("ends_at", _MOMENT(), nullable=False),
        sa.Column("offered_to", _TEXT(), nullable=True),
        sa.CheckConstraint("ends_at >= starts_at", name=op.f("ck_shift_ends_at")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift")),
    )
    op.create_index(op.f("ix_shift_ends_at"), "shift", ["ends_at"])
    op.create_table(
        "alert_test",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("month", _TEXT(), nullable=False),
        sa.Column("sent_at", _MOMENT(), nullable=False),
        sa.Column("asked", _TEXT(), nullable=False),
        sa.Column("seen_by", _TEXT(), nullable=True),
        sa.Column("seen_at", _MOMENT(), nullable=True),
        sa.CheckConstraint("(seen_by IS NULL) = (seen_at IS NULL)", name=op.f("ck_alert_test_seen_at")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert_test")),
        sa.UniqueConstraint("month", name=op.f("uq_alert_test_month")),
    )


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")
