"""Actions have a wording for the ward, which is asked whether they hold. One answer a person and question."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_TEXT = sqlmodel.sql.sqltypes.AutoString
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.add_column("action", sa.Column("for_ward_sealed", sa.LargeBinary(), nullable=True))
    # In SQL, because SQLite adds a check only together with its column.
    op.execute(
        "ALTER TABLE action ADD COLUMN ward_approved_by VARCHAR CONSTRAINT ck_action_ward_approved_by "
        "CHECK (ward_approved_by IS NULL OR (for_ward_sealed IS NOT NULL AND checked_at IS NOT NULL))"
    )
    _make_questions()
    _make_answers()


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")


def _make_questions() -> None:
    op.create_table(
        "hold_question",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("action_id", sa.Uuid(), nullable=False),
        sa.Column("checked_at", _MOMENT(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("team", _TEXT(), nullable=False),
        sa.Column("small", sa.Boolean(), nullable=False),
        sa.Column("asked_at", _MOMENT(), nullable=False),
        sa.Column("answer", _TEXT(), nullable=True),
        sa.Column("told", _TEXT(), nullable=True),
        sa.Column("closed_at", _MOMENT(), nullable=True),
        sa.CheckConstraint("days > 0", name=op.f("ck_hold_question_days")),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_hold_question_action_id_action")),
        sa.ForeignKeyConstraint(["team"], ["team.code"], name=op.f("fk_hold_question_team_team")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hold_question")),
        sa.UniqueConstraint(
            "action_id", "checked_at", "days", name=op.f("uq_hold_question_action_id_checked_at_days")
        ),
    )


def _make_answers() -> None:
    op.create_table(
        "answer_key",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("key_sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_key")),
    )
    # Without a row number of SQLite's own, which would tell in which order people answered.
    op.create_table(
        "answer_mark",
        sa.Column("question", sa.Uuid(), nullable=False),
        sa.Column("mark", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("question", "mark", name=op.f("pk_answer_mark")),
        sqlite_with_rowid=False,
    )
