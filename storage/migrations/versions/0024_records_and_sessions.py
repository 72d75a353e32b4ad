"""Reviews are listed by person. What deeper reviews find is kept entry by entry, and so are reflection sessions."""

from alembic import op

revision = "0024"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_reviewer_person", "reviewer", ["person"])
    op.create_index("ix_incident_response_lead", "incident", ["response_lead"])


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")
