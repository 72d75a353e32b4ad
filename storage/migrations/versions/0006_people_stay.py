"""People who leave keep their row; the service has a version; codes that will grow are no longer listed in checks."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_GROWING = {"person_role": ["ck_person_role_role"], "action": ["ck_action_state", "ck_action_nudged"]}


def upgrade() -> None:
    op.add_column("service", sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("person", sa.Column("left_on", sa.Date(), nullable=True))
    for table, checks in _GROWING.items():
        with op.batch_alter_table(table) as altered:  # SQLite makes the table again without them.
            for check in checks:
                altered.drop_constraint(op.f(check), type_="check")


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")
