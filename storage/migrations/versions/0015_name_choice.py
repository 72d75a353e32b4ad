"""Each report says what is done with its reporter's name: reports so far are named. Claim codes of the anonymous."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # In SQL: SQLite adds a check to a table only together with a column.
    op.execute(
        "ALTER TABLE report ADD COLUMN name_choice VARCHAR NOT NULL DEFAULT 'named' CONSTRAINT ck_report_name_choice "
        "CHECK ((name_choice = 'anonymous') = (reporter = 'anonymous'))"
    )
    # Without a row number of SQLite's own, which would tell in which order rows were written.
    op.create_table(
        "claim",
        sa.Column("finder", sa.LargeBinary(), nullable=False),
        sa.Column("report_wrapped", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("finder", name=op.f("pk_claim")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "unrecorded",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("until", sqlmodel.sql.sqltypes.UTCDateTime, nullable=False),
        sa.Column("event", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("subject", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("detail", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unrecorded")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")
