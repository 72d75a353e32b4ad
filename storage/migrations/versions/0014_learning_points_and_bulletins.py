"""Learning points, and bulletins that a person approves. Weekly numbers that wait to leave are dropped."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_TEXT = sqlmodel.sql.sqltypes.AutoString
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    _make_learning_points()
    _make_bulletins()


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")


def _make_learning_points() -> None:
    op.create_table(
        "learning_point",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("submission_hash", sa.LargeBinary(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("to_try_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("source", sa.Uuid(), nullable=True),
        sa.Column("written_by", _TEXT(), nullable=False),
        sa.Column("written_at", _MOMENT(), nullable=False),
        sa.Column("state", _TEXT(), nullable=False),
        sa.Column("approved_by", _TEXT(), nullable=True),
        sa.Column("approved_at", _MOMENT(), nullable=True),
        sa.Column("sent_back_by", _TEXT(), nullable=True),
        sa.CheckConstraint("approved_by <> written_by", name=op.f("ck_learning_point_second_person")),
        sa.CheckConstraint(
            "(state = 'approved') = (approved_by IS NOT NULL)", name=op.f("ck_learning_point_approved")
        ),
        sa.CheckConstraint(
            "(approved_by IS NULL) = (approved_at IS NULL)", name=op.f("ck_learning_point_approved_at")
        ),
        sa.CheckConstraint(
            "(state = 'sent_back') = (sent_back_by IS NOT NULL)", name=op.f("ck_learning_point_sent_back")
        ),
        sa.ForeignKeyConstraint(["source"], ["incident.id"], name=op.f("fk_learning_point_source_incident")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_learning_point")),
        sa.UniqueConstraint("submission_hash", name=op.f("uq_learning_point_submission_hash")),
    )
    op.create_index("ix_learning_point_state_approved_at", "learning_point", ["state", "approved_at"])
    op.create_table(
        "learning_audience",
        sa.Column("point_id", sa.Uuid(), nullable=False),
        sa.Column("team", _TEXT(), nullable=False),
        sa.ForeignKeyConstraint(
            ["point_id"], ["learning_point.id"], name=op.f("fk_learning_audience_point_id_learning_point")
        ),
        sa.ForeignKeyConstraint(["team"], ["team.code"], name=op.f("fk_learning_audience_team_team")),
        sa.PrimaryKeyConstraint("point_id", "team", name=op.f("pk_learning_audience")),
    )


def _make_bulletins() -> None:
    op.create_table(
        "bulletin",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("team", _TEXT(), nullable=False),
        sa.Column("monday", sa.Date(), nullable=False),
        sa.Column("point_id", sa.Uuid(), nullable=False),
        sa.Column("state", _TEXT(), nullable=False),
        sa.Column("message_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", _MOMENT(), nullable=False),
        sa.Column("decided_by", _TEXT(), nullable=True),
        sa.Column("decided_at", _MOMENT(), nullable=True),
        sa.Column("posted_at", _MOMENT(), nullable=True),
        sa.Column("told_at", _MOMENT(), nullable=True),
        sa.CheckConstraint("posted_at IS NULL OR state = 'approved'", name=op.f("ck_bulletin_posted")),
        sa.CheckConstraint("state <> 'approved' OR decided_by IS NOT NULL", name=op.f("ck_bulletin_approved_by")),
        sa.ForeignKeyConstraint(["team"], ["team.code"], name=op.f("fk_bulletin_team_team")),
        sa.ForeignKeyConstraint(
            ["point_id"], ["learning_point.id"], name=op.f("fk_bulletin_point_id_learning_point")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulletin")),
        sa.UniqueConstraint("team", "monday", name=op.f("uq_bulletin_team_monday")),
    )
    approved = sa.text("state = 'approved'")
    op.create_index(
        "uq_bulletin_team_point_id",
        "bulletin",
        ["team", "point_id"],
        unique=True,
        sqlite_where=approved,
        postgresql_where=approved,
    )
