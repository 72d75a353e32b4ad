"""Each report says what is done with its reporter's name. Reports so far are named."""

from alembic import op

revision = "0015"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # In SQL: SQLite adds a check to a table only together with a column.
    op.execute(
        "ALTER TABLE report ADD COLUMN name_choice VARCHAR NOT NULL DEFAULT 'named' CONSTRAINT ck_report_name_choice "
        "CHECK ((name_choice = 'anonymous') = (reporter = 'anonymous'))"
    )


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")
