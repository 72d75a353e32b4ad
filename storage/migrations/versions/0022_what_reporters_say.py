"""What reporters say of reporting is counted by quarter, and a service may have a guardian."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0022"
down_revision = "0021"
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
    op.create_table(
        "thank_you",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("person", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_thank_you_report_id_report")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thank_you")),
        sa.UniqueConstraint("report_id", "person", name=op.f("uq_thank_you_report_id_person")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")
