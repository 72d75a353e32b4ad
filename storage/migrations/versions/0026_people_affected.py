"""People affected, by letters: offered, accepted, questions answered. Support after harm, and who leads shifts."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

_TEXT = sqlmodel.sql.sqltypes.AutoString
_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.create_table(
        "affected",
        sa.Column("incident_id", sa.Uuid(), nullable=False),
        sa.Column("letter", _TEXT(), nullable=False),
        sa.Column("offered_at", _MOMENT(), nullable=True),
        sa.Column("accepted_at", _MOMENT(), nullable=True),
        sa.Column("answered_at", _MOMENT(), nullable=True),
        sa.CheckConstraint("length(letter) = 1", name=op.f("ck_affected_letter")),
        sa.CheckConstraint("accepted_at IS NULL OR offered_at IS NOT NULL", name=op.f("ck_affected_accepted_at")),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_affected_incident_id_incident")),
        sa.PrimaryKeyConstraint("incident_id", "letter", name=op.f("pk_affected")),
    )
    op.create_table(
        "support",
        sa.Column("incident_id", sa.Uuid(), nullable=False),
        sa.Column("offered_at", _MOMENT(), nullable=True),
        sa.Column("done_at", _MOMENT(), nullable=True),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_support_incident_id_incident")),
        sa.PrimaryKeyConstraint("incident_id", name=op.f("pk_support")),
    )
    op.add_column("team", sa.Column("shift_lead", _TEXT(), nullable=True))
    op.create_index("ix_affected_offered_at", "affected", ["offered_at"])


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")
