"""Forums: what gets a paper each month, and who signs it."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_TEXT = sqlmodel.sql.sqltypes.AutoString


def upgrade() -> None:
    op.create_table(
        "forum",
        sa.Column("code", _TEXT(), nullable=False),
        sa.Column("name", _TEXT(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("channel", _TEXT(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("day BETWEEN 1 AND 28", name=op.f("ck_forum_day")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_forum")),
    )
    op.create_table(
        "forum_signer",
        sa.Column("forum", _TEXT(), nullable=False),
        sa.Column("slack_id", _TEXT(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["forum"], ["forum.code"], name=op.f("fk_forum_signer_forum_forum")),
        sa.ForeignKeyConstraint(["slack_id"], ["person.slack_id"], name=op.f("fk_forum_signer_slack_id_person")),
        sa.PrimaryKeyConstraint("forum", "slack_id", name=op.f("pk_forum_signer")),
    )


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")
