"""Reports have a type, and say whether anybody was hurt. Older ones have neither: their kind tells their type."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("report", "amendment"):
        for name in ("type", "physical_harm", "psychological_harm"):
            op.add_column(table, sa.Column(name, sqlmodel.sql.sqltypes.AutoString(), nullable=True))
        # In SQL: SQLite adds a check to a table only together with a column.
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN hurt VARCHAR CONSTRAINT ck_{table}_hurt "
            "CHECK (hurt IN ('no', 'yes', 'not_sure'))"
        )


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")
