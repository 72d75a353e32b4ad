"""Due rows: each open action and each team gets the row of what comes to it next.

The times are those of the rules on the day this was written, but for bank holidays: a row that comes too early is
looked at, finds nothing to send, and is moved to its right time.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_MOMENT = sqlmodel.sql.sqltypes.UTCDateTime
_ACTION = sa.table(
    "action",
    sa.column("id", sa.Uuid()),
    sa.column("state", sa.String()),
    sa.column("nudged", sa.String()),
    sa.column("due_on", sa.Date()),
    sa.column("due_set_at", _MOMENT()),
    sa.column("owner_zone", sa.String()),
)
_TEAM = sa.table(
    "team",
    sa.column("code", sa.String()),
    sa.column("time_zone", sa.String()),
    sa.column("joined_on", sa.Date()),
    sa.column("position", sa.Integer()),
)
_OCCURRENCE = sa.table("occurrence", *(sa.column(name, sa.String()) for name in ("kind", "subject", "local_key")))
_MOST_AT_ONCE = 1_000
_FURTHEST_EAST = timedelta(hours=14)


def upgrade() -> None:
    due = op.create_table(
        "due",
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("subject", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("due_at", _MOMENT(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("retry_at", _MOMENT(), nullable=True),
        sa.Column("last_error", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.CheckConstraint("(failures = 0) = (retry_at IS NULL)", name=op.f("ck_due_failures")),
        sa.PrimaryKeyConstraint("kind", "subject", name=op.f("pk_due")),
    )
    op.create_table(
        "due_kind",
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("kind", name=op.f("pk_due_kind")),
    )
    for rows in (_nudges(), _bulletins()):
        while some := list(islice(rows, _MOST_AT_ONCE)):
            op.bulk_insert(due, [{**row, "failures": 0} for row in some])
    op.create_index("ix_due_kind_due_at", "due", ["kind", "due_at"])
    failing = sa.text("failures > 0")
    op.create_index("ix_due_failing", "due", ["retry_at"], sqlite_where=failing, postgresql_where=failing)
    op.drop_index("ix_action_to_nudge", "action")


def downgrade() -> None:
    raise NotImplementedError("Tables are not taken away: restore a backup instead.")


def _nudges() -> Iterator[dict[str, Any]]:
    nudged = _ACTION.c.nudged
    chosen = sa.select(_ACTION).where(_ACTION.c.state == "open", sa.or_(nudged.is_(None), nudged == "before"))
    for action in op.get_bind().execute(chosen.execution_options(yield_per=_MOST_AT_ONCE)):
        yield {"kind": "nudge", "subject": str(action.id), "due_at": _next_nudge(action)}


def _next_nudge(action: Any) -> datetime:  # noqa: ANN401 - a row
    before, after = action.due_on - timedelta(days=2), action.due_on + timedelta(days=1)
    while after.weekday() > 4:  # noqa: PLR2004 - Friday
        after += timedelta(days=1)
    first, last = (_at(day, time(10), action.owner_zone) for day in (before, after))
    return last if action.nudged or first <= action.due_set_at else first


def _bulletins() -> Iterator[dict[str, Any]]:
    latest = (
        sa.select(sa.func.max(_OCCURRENCE.c.local_key))
        .where(_OCCURRENCE.c.kind == "bulletin", _OCCURRENCE.c.subject == _TEAM.c.code)
        .scalar_subquery()
    )
    chosen = sa.select(_TEAM.c.code, _TEAM.c.time_zone, _TEAM.c.joined_on, latest.label("latest"))
    for team in op.get_bind().execute(chosen.where(_TEAM.c.position.is_not(None))).all():
        joined = team.joined_on - timedelta(days=team.joined_on.weekday())
        last = max(joined, date.fromisoformat(team.latest)) if team.latest else joined
        due_at = _at(last + timedelta(weeks=1), time(9), team.time_zone)
        yield {"kind": "bulletin", "subject": team.code, "due_at": due_at}


def _at(day: date, local: time, zone: str) -> datetime:
    try:
        return datetime.combine(day, local, ZoneInfo(zone)).astimezone(UTC)
    except (KeyError, ValueError, OSError):  # No such zone here. Too early is put right; too late is not.
        return datetime.combine(day, local, UTC) - _FURTHEST_EAST
