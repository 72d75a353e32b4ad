"""When a team gets a card at its hand-over, if it wants one."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("bulletin_schedule", sa.Column("handover", sa.Time(), nullable=True))


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")
