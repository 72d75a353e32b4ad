"""When a reporter last saw news of their own reports, and a way to the audit entries about one report."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "home_visit",
        sa.Column("person", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime, nullable=False),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_home_visit")),
    )
    op.create_index("ix_audit_subject", "audit", ["subject"])


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")
