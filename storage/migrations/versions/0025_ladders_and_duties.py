"""The steps of ladders, by team; and duties with clocks, of which a named person decides."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

_TEXT = sqlmodel.sql.sqltypes.AutoString


def upgrade() -> None:
    op.create_table(
        "ladder",
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("at_risk", _TEXT(), nullable=False),
        sa.Column("team", _TEXT(), nullable=True),
        sa.Column("again_every", sa.Integer(), nullable=False),
        sa.Column("again_times", sa.Integer(), nullable=False),
        sa.Column("then_every", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["team"], ["team.code"], name=op.f("fk_ladder_team_team")),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_ladder")),
    )
    op.create_table(
        "ladder_step",
        sa.Column("ladder", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("asks", _TEXT(), nullable=False),
        sa.Column("after_minutes", sa.Integer(), nullable=False),
        sa.CheckConstraint("after_minutes >= 0", name=op.f("ck_ladder_step_after_minutes")),
        sa.ForeignKeyConstraint(["ladder"], ["ladder.position"], name=op.f("fk_ladder_step_ladder_ladder")),
        sa.PrimaryKeyConstraint("ladder", "position", name=op.f("pk_ladder_step")),
    )
    op.create_table(
        "duty",
        sa.Column("incident_id", sa.Uuid(), nullable=False),
        sa.Column("code", _TEXT(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("verdict", _TEXT(), nullable=True),
        sa.Column("decided_by", _TEXT(), nullable=True),
        sa.Column("decided_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.CheckConstraint("(verdict IS NULL) = (decided_by IS NULL)", name=op.f("ck_duty_verdict")),
        sa.CheckConstraint("(decided_by IS NULL) = (decided_at IS NULL)", name=op.f("ck_duty_decided_at")),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_duty_incident_id_incident")),
        sa.PrimaryKeyConstraint("incident_id", "code", name=op.f("pk_duty")),
    )
    op.create_index(
        "ix_duty_waits",
        "duty",
        ["incident_id"],
        sqlite_where=sa.text("verdict IS NULL OR verdict = 'applies'"),
        postgresql_where=sa.text("verdict IS NULL OR verdict = 'applies'"),
    )


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")
