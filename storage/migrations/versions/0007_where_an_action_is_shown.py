"""Which messages show an action, so that every copy is redrawn when it is answered. Older messages have no rows."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "outbox_subject",
        sa.Column("subject", sa.Uuid(), nullable=False),
        sa.Column("message", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["message"], ["outbox.id"], name=op.f("fk_outbox_subject_message_outbox")),
        sa.PrimaryKeyConstraint("subject", "message", name=op.f("pk_outbox_subject")),
    )


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")
