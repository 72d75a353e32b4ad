"""One pace for all replicas, and an index that finds the actions to nudge without passing those nudged already."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TO_NUDGE = sa.text("state = 'open' AND (nudged IS NULL OR nudged = 'before')")


def upgrade() -> None:
    op.create_table(
        "pace",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("next_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("next_calm_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_pace_single")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pace")),
    )
    op.add_column("outbox", sa.Column("leaves_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
    op.create_index("ix_outbox_leaves_at", "outbox", ["leaves_at"])
    op.drop_index("ix_action_to_nudge", "action")
    op.create_index(
        "ix_action_to_nudge",
        "action",
        ["nudged", "due_on"],
        sqlite_where=_TO_NUDGE,
        postgresql_where=_TO_NUDGE,
    )


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")
