"""Papers are signed, decisions of forums are kept, and files that were sent are deleted in time."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

_TEXT = sqlmodel.sql.sqltypes.AutoString
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime
_PAPER = ["forum", "month"]
_OF_PAPER = ["forum_paper.forum", "forum_paper.month"]


def upgrade() -> None:
    op.create_table(
        "forum_paper",
        sa.Column("forum", _TEXT(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("name", _TEXT(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("forum", "month", name=op.f("pk_forum_paper")),
    )
    _make_signatures()
    _make_decisions()
    op.create_table(
        "paper_file",
        sa.Column("id", _TEXT(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("sent_to", _TEXT(), nullable=False),
        sa.Column("sent_at", _MOMENT(), nullable=False),
        sa.Column("ended_at", _MOMENT(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_file")),
    )


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")


def _make_signatures() -> None:
    op.create_table(
        "paper_signature",
        sa.Column("forum", _TEXT(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("slack_id", _TEXT(), nullable=False),
        sa.Column("signed_at", _MOMENT(), nullable=False),
        sa.ForeignKeyConstraint(_PAPER, _OF_PAPER, name=op.f("fk_paper_signature_forum_forum_paper")),
        sa.ForeignKeyConstraint(["slack_id"], ["person.slack_id"], name=op.f("fk_paper_signature_slack_id_person")),
        sa.PrimaryKeyConstraint("forum", "month", "slack_id", name=op.f("pk_paper_signature")),
    )


def _make_decisions() -> None:
    op.create_table(
        "forum_decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("submission_hash", sa.LargeBinary(), nullable=False),
        sa.Column("forum", _TEXT(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("entered_by", _TEXT(), nullable=False),
        sa.Column("entered_at", _MOMENT(), nullable=False),
        sa.Column("taken_at", _MOMENT(), nullable=True),
        sa.ForeignKeyConstraint(_PAPER, _OF_PAPER, name=op.f("fk_forum_decision_forum_forum_paper")),
        sa.ForeignKeyConstraint(
            ["entered_by"], ["person.slack_id"], name=op.f("fk_forum_decision_entered_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_forum_decision")),
        sa.UniqueConstraint("submission_hash", name=op.f("uq_forum_decision_submission_hash")),
    )
    op.create_index(op.f("ix_forum_decision_month"), "forum_decision", ["month"])
