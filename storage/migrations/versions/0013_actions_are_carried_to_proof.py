"""Actions are carried to proof: who checks, what was answered, and how often in its life an owner was nudged.

Nudges have other times from now on: each row is looked at in the next tick, and moved to its right time.
"""

from datetime import UTC, datetime

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_TEXT = sqlmodel.sql.sqltypes.AutoString
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime
_DUE = sa.table("due", sa.column("kind", sa.String()), sa.column("due_at", _MOMENT()))
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
# In SQL, because SQLite adds a check only together with its column.
_CHECKED = (
    ("checker", "VARCHAR", "checker <> owner"),
    ("checked_by", "VARCHAR", "checked_by IS NULL OR (checked_by <> owner AND state = 'done')"),
    ("checked_at", None, "(checked_at IS NULL) = (checked_by IS NULL)"),
    ("nudges", "INTEGER DEFAULT 0 NOT NULL", "nudges BETWEEN 0 AND 3"),
    ("moves", "INTEGER DEFAULT 0 NOT NULL", "moves >= 0"),
)


def upgrade() -> None:
    moment = _MOMENT().compile(dialect=op.get_bind().dialect)
    for name, kind, check in _CHECKED:
        op.execute(
            f"ALTER TABLE action ADD COLUMN {name} {kind or moment} CONSTRAINT ck_action_{name} CHECK ({check})"
        )
    for column in (
        sa.Column("deputy", _TEXT(), nullable=True),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("paused", _TEXT(), nullable=True),
        sa.Column("offered_at", _MOMENT(), nullable=True),
        sa.Column("told_at", _MOMENT(), nullable=True),
    ):
        op.add_column("action", column)
    op.execute("UPDATE action SET told_at = agreed_at")
    op.execute("UPDATE action SET checker = agreed_by WHERE agreed_by <> owner")
    op.execute("UPDATE action SET nudges = 1 WHERE nudged = 'before'")
    op.execute("UPDATE action SET nudges = 2 WHERE nudged = 'after'")
    op.execute(_DUE.update().where(_DUE.c.kind == "nudge").values(due_at=_LONG_AGO))
    _make_table()


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")


def _make_table() -> None:
    op.create_table(
        "action_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("action_id", sa.Uuid(), nullable=False),
        sa.Column("kind", _TEXT(), nullable=False),
        sa.Column("author", _TEXT(), nullable=False),
        sa.Column("at", _MOMENT(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("moved_from", sa.Date(), nullable=True),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_action_entry_action_id_action")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_entry")),
    )
    op.create_index("ix_action_entry_action_id_at", "action_entry", ["action_id", "at"])
