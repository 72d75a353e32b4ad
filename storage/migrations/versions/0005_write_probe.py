"""A row that is written now and then, to prove that the database takes a write."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "write_probe",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("written", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_write_probe_single")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_write_probe")),
    )


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")
