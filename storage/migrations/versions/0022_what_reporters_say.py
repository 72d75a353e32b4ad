"""What reporters say of reporting is counted by quarter, and a service may have a guardian."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0022"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("service", sa.Column("guardian_name", sqlmodel.sql.sqltypes.AutoString(), nullable=True))
    op.add_column("service", sa.Column("guardian_phone", sqlmodel.sql.sqltypes.AutoString(), nullable=True))
    op.create_table(
        "opinion_count",
        sa.Column("quarter", sa.Date(), nullable=False),
        sa.Column("counts_sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("quarter", name=op.f("pk_opinion_count")),
    )
    # Without a row number of SQLite's own, which would tell in which order people answered.
    op.create_table(
        "opinion_mark",
        sa.Column("mark", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("mark", name=op.f("pk_opinion_mark")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")
