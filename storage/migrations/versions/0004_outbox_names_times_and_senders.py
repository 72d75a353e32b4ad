"""Outbox: when each message was queued and because of whom; the rate limit and the recipient under those names."""

import re

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


_ERROR = re.compile(r"\w{1,64}", re.ASCII)


def upgrade() -> None:
    _forget_foreign_text()
    op.add_column("outbox", sa.Column("queued_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
    op.add_column("outbox", sa.Column("sender_hash", sa.LargeBinary(), nullable=True))
    op.execute("UPDATE outbox SET queued_at = coalesce(first_attempt_at, not_before)")
    op.execute("ALTER TABLE outbox RENAME COLUMN lane TO recipient_hash")
    # It holds when the next message may leave, which is known again after the first one.
    op.drop_table("pace")
    op.create_table(
        "rate_limit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("next_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("next_normal_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_rate_limit_single")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rate_limit")),
    )


def _forget_foreign_text() -> None:
    """The start of a proxy's page could be stored as an error, in clear, with what had been sent in it."""
    connection = op.get_bind()
    for row_id, error in connection.execute(
        sa.text("SELECT id, last_error FROM outbox WHERE last_error IS NOT NULL")
    ).all():
        if not _ERROR.fullmatch(error):
            connection.execute(sa.text("UPDATE outbox SET last_error = 'unknown' WHERE id = :id"), {"id": row_id})


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")
