"""Who first read a report; what is open, in danger or late is found without a look at what is over."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_OPEN = "state IN ('new', 'taken', 'decided')"


def upgrade() -> None:
    op.add_column("report", sa.Column("first_read_by", sqlmodel.sql.sqltypes.AutoString(), nullable=True))
    _index("ix_incident_open", "incident", ["opened_at", "id"], _OPEN)
    _index("ix_incident_open_team", "incident", ["team", "opened_at", "id"], _OPEN)
    _index("ix_incident_open_taken_by", "incident", ["taken_by", "opened_at", "id"], _OPEN)
    _index("ix_danger_lasting", "danger", ["incident_id"], "state <> 'ended'")
    _index("ix_action_open_due_on", "action", ["due_on"], "state = 'open'")


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")


def _index(name: str, table: str, columns: list[str], which: str) -> None:
    op.create_index(name, table, columns, sqlite_where=sa.text(which), postgresql_where=sa.text(which))
