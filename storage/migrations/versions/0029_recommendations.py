"""Recommendations from outside."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

_TEXT = sqlmodel.sql.sqltypes.AutoString
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime
_CHECKS = {
    "because": "(outcome IS NULL) = (because_sealed IS NULL)",
    "decided_by": "(outcome IS NULL) = (decided_by IS NULL)",
    "decided_at": "(decided_by IS NULL) = (decided_at IS NULL)",
    "proof": "(proven_at IS NULL) = (proof_sealed IS NULL)",
    "second_person": "proven_by <> owner",
}


def upgrade() -> None:
    duplicate = op.f("fk_recommendation_duplicate_of_recommendation")
    op.create_table(
        "recommendation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("submission_hash", sa.LargeBinary(), nullable=False),
        sa.Column("source", _TEXT(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("owner", _TEXT(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("added_by", _TEXT(), nullable=False),
        sa.Column("added_at", _MOMENT(), nullable=False),
        sa.Column("outcome", _TEXT(), nullable=True),
        sa.Column("because_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("duplicate_of", sa.Uuid(), nullable=True),
        sa.Column("decided_by", _TEXT(), nullable=True),
        sa.Column("decided_at", _MOMENT(), nullable=True),
        sa.Column("action_id", sa.Uuid(), nullable=True),
        sa.Column("proof_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("proven_by", _TEXT(), nullable=True),
        sa.Column("proven_at", _MOMENT(), nullable=True),
        *(sa.CheckConstraint(rule, name=op.f(f"ck_recommendation_{name}")) for name, rule in _CHECKS.items()),
        sa.ForeignKeyConstraint(["duplicate_of"], ["recommendation.id"], name=duplicate),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_recommendation_action_id_action")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendation")),
        sa.UniqueConstraint("submission_hash", name=op.f("uq_recommendation_submission_hash")),
    )
    op.create_index("ix_recommendation_due_on", "recommendation", ["due_on"])


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")
