"""Whether somebody's notifications were paused when a ladder asked them; empty where nobody knows."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("rung", sa.Column("paused", sa.Boolean(), nullable=True))


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")
