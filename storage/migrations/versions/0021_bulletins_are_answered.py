"""Teams answer their bulletins with one tap, their leads change when they come, and reporters say no."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_TEXT = sqlmodel.sql.sqltypes.AutoString
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    _make_answers()
    _make_schedules()
    _make_consents()


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")


def _make_answers() -> None:
    op.create_table(
        "bulletin_answer",
        sa.Column("bulletin_id", sa.Uuid(), nullable=False),
        sa.Column("answer", _TEXT(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.CheckConstraint("count BETWEEN 1 AND 5", name=op.f("ck_bulletin_answer_count")),
        sa.ForeignKeyConstraint(
            ["bulletin_id"], ["bulletin.id"], name=op.f("fk_bulletin_answer_bulletin_id_bulletin")
        ),
        sa.PrimaryKeyConstraint("bulletin_id", "answer", name=op.f("pk_bulletin_answer")),
    )
    # Without a row number of SQLite's own, which would tell in which order people wrote.
    op.create_table(
        "written_back",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("bulletin_id", sa.Uuid(), nullable=False),
        sa.Column("submission_hash", sa.LargeBinary(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("told_at", _MOMENT(), nullable=True),
        sa.ForeignKeyConstraint(["bulletin_id"], ["bulletin.id"], name=op.f("fk_written_back_bulletin_id_bulletin")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_written_back")),
        sa.UniqueConstraint("submission_hash", name=op.f("uq_written_back_submission_hash")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_written_back_bulletin_id"), "written_back", ["bulletin_id"])


def _make_schedules() -> None:
    op.create_table(
        "bulletin_schedule",
        sa.Column("team", _TEXT(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("local_time", sa.Time(), nullable=False),
        sa.Column("time_zone", _TEXT(), nullable=True),
        sa.Column("paused_until", sa.Date(), nullable=True),
        sa.Column("approver", _TEXT(), nullable=True),
        sa.Column("deputy", _TEXT(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("weekday BETWEEN 0 AND 4", name=op.f("ck_bulletin_schedule_weekday")),
        sa.CheckConstraint("version > 0", name=op.f("ck_bulletin_schedule_version")),
        sa.ForeignKeyConstraint(["team"], ["team.code"], name=op.f("fk_bulletin_schedule_team_team")),
        sa.PrimaryKeyConstraint("team", name=op.f("pk_bulletin_schedule")),
    )


def _make_consents() -> None:
    op.create_table(
        "consent",
        sa.Column("point_id", sa.Uuid(), nullable=False),
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("until_at", _MOMENT(), nullable=False),
        sa.Column("answer", _TEXT(), nullable=True),
        sa.CheckConstraint("answer IN ('fine', 'please_not')", name=op.f("ck_consent_answer")),
        sa.ForeignKeyConstraint(["point_id"], ["learning_point.id"], name=op.f("fk_consent_point_id_learning_point")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_consent_report_id_report")),
        sa.PrimaryKeyConstraint("point_id", "report_id", name=op.f("pk_consent")),
    )
