"""When a safety lead gets their weekly digest."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "digest_schedule",
        sa.Column("slack_id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("local_time", sa.Time(), nullable=False),
        sa.Column("paused_until", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("weekday BETWEEN 0 AND 4", name=op.f("ck_digest_schedule_weekday")),
        sa.CheckConstraint("version > 0", name=op.f("ck_digest_schedule_version")),
        sa.ForeignKeyConstraint(["slack_id"], ["person.slack_id"], name=op.f("fk_digest_schedule_slack_id_person")),
        sa.PrimaryKeyConstraint("slack_id", name=op.f("pk_digest_schedule")),
    )


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")
