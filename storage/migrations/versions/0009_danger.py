"""The danger of an incident: who has it, when its ladder rings, and who was asked."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_TEXT = sqlmodel.sql.sqltypes.AutoString
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.create_table(
        "danger",
        sa.Column("incident_id", sa.Uuid(), nullable=False),
        sa.Column("level", _TEXT(), nullable=False),
        sa.Column("team", _TEXT(), nullable=False),
        sa.Column("state", _TEXT(), nullable=False),
        sa.Column("started_at", _MOMENT(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("rungs", sa.Integer(), nullable=False),
        sa.Column("next_at", _MOMENT(), nullable=True),
        sa.Column("holder", _TEXT(), nullable=True),
        sa.Column("taken_at", _MOMENT(), nullable=True),
        sa.Column("question_at", _MOMENT(), nullable=True),
        sa.Column("last_holder", _TEXT(), nullable=True),
        sa.Column("lost_at", _MOMENT(), nullable=True),
        sa.Column("lost_how", _TEXT(), nullable=True),
        sa.Column("reporter_safe_at", _MOMENT(), nullable=True),
        sa.Column("ended_by", _TEXT(), nullable=True),
        sa.Column("ended_at", _MOMENT(), nullable=True),
        sa.Column("ended_how", _TEXT(), nullable=True),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("(state = 'held') = (holder IS NOT NULL)", name=op.f("ck_danger_holder")),
        sa.CheckConstraint("(holder IS NULL) = (taken_at IS NULL)", name=op.f("ck_danger_taken_at")),
        sa.CheckConstraint("(state = 'open') = (next_at IS NOT NULL)", name=op.f("ck_danger_next_at")),
        sa.CheckConstraint("(state = 'ended') = (ended_at IS NOT NULL)", name=op.f("ck_danger_ended_at")),
        sa.CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name=op.f("ck_danger_ended_by")),
        sa.CheckConstraint("step >= 0 AND rungs >= 0", name=op.f("ck_danger_counts")),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_danger_incident_id_incident")),
        sa.ForeignKeyConstraint(["team"], ["team.code"], name=op.f("fk_danger_team_team")),
        sa.PrimaryKeyConstraint("incident_id", name=op.f("pk_danger")),
    )
    op.create_table(
        "rung",
        sa.Column("incident_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("target", _TEXT(), nullable=False),
        sa.Column("at", _MOMENT(), nullable=False),
        sa.Column("answer", _TEXT(), nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_rung_number")),
        sa.ForeignKeyConstraint(["incident_id"], ["danger.incident_id"], name=op.f("fk_rung_incident_id_danger")),
        sa.PrimaryKeyConstraint("incident_id", "number", "target", name=op.f("pk_rung")),
    )


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")
