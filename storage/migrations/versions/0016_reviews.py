"""Reviews of incidents: the people who take part, what each of them wrote, and that the lead has agreed."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_TEXT = sqlmodel.sql.sqltypes.AutoString
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.create_table(
        "reviewer",
        sa.Column("incident_id", sa.Uuid(), nullable=False),
        sa.Column("person", _TEXT(), nullable=False),
        sa.Column("invited_by", _TEXT(), nullable=False),
        sa.Column("invited_at", _MOMENT(), nullable=False),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_reviewer_incident_id_incident")),
        sa.PrimaryKeyConstraint("incident_id", "person", name=op.f("pk_reviewer")),
    )
    op.create_table(
        "contribution",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("incident_id", sa.Uuid(), nullable=False),
        sa.Column("person", _TEXT(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("saved_at", _MOMENT(), nullable=False),
        sa.Column("submission_hash", sa.LargeBinary(), nullable=False),
        sa.Column("boxes_sealed", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("version > 0", name=op.f("ck_contribution_version")),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_contribution_incident_id_incident")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contribution")),
        sa.UniqueConstraint("submission_hash", name=op.f("uq_contribution_submission_hash")),
    )
    op.create_index("ix_contribution_incident_id_saved_at", "contribution", ["incident_id", "saved_at"])
    op.create_table(
        "review_agreement",
        sa.Column("incident_id", sa.Uuid(), nullable=False),
        sa.Column("agreed_by", _TEXT(), nullable=False),
        sa.Column("agreed_at", _MOMENT(), nullable=False),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incident.id"], name=op.f("fk_review_agreement_incident_id_incident")
        ),
        sa.PrimaryKeyConstraint("incident_id", name=op.f("pk_review_agreement")),
    )


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")
