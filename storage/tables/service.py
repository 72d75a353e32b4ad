"""The service: its teams, its people and their roles."""

from datetime import date, time

import sqlalchemy as sa
from sqlmodel import Field

from storage.tables.base import Row


class ServiceRow(Row, table=True):
    """`version` grows with each change of the service, its teams or its people, so that each replica sees it."""

    __tablename__ = "service"
    __table_args__ = (sa.CheckConstraint("id = 1", name="single"),)
    id: int = Field(default=1, primary_key=True)
    name: str
    time_zone: str
    safety_channel: str
    urgent_channel: str | None = None
    on_call_phone: str
    support: str
    guardian_name: str | None = None
    guardian_phone: str | None = None
    read_within_working_days: int
    version: int = Field(sa_column_kwargs={"server_default": "1"})


class TeamRow(Row, table=True):
    """`position` is the order of the service file. A team that left it keeps its row and has no position."""

    __tablename__ = "team"
    code: str = Field(primary_key=True)
    name: str
    channel: str
    time_zone: str
    phone: str | None = None
    shift_lead: str | None = None
    position: int | None
    joined_on: date


class BulletinScheduleRow(Row, table=True):
    """When a team gets its bulletin and who approves it, as set in Slack. Without a row it is as usual."""

    __tablename__ = "bulletin_schedule"
    __table_args__ = (
        sa.CheckConstraint("weekday BETWEEN 0 AND 4", name="weekday"),
        sa.CheckConstraint("version > 0", name="version"),
    )
    team: str = Field(primary_key=True, foreign_key="team.code")
    weekday: int
    local_time: time
    time_zone: str | None = None
    paused_until: date | None = None
    approver: str | None = None
    deputy: str | None = None
    handover: time | None = None
    version: int


class DigestScheduleRow(Row, table=True):
    """When a safety lead gets their digest, as they set it. Without a row it is as usual."""

    __tablename__ = "digest_schedule"
    __table_args__ = (
        sa.CheckConstraint("weekday BETWEEN 0 AND 4", name="weekday"),
        sa.CheckConstraint("version > 0", name="version"),
    )
    slack_id: str = Field(primary_key=True, foreign_key="person.slack_id")
    weekday: int
    local_time: time
    paused_until: date | None = None
    version: int


class PersonRow(Row, table=True):
    """`position` is the order of the service file. A person who left it keeps the row, because others point at it."""

    __tablename__ = "person"
    slack_id: str = Field(primary_key=True)
    name: str
    team: str | None = Field(default=None, foreign_key="team.code")
    position: int
    left_on: date | None = None


class PersonRoleRow(Row, table=True):
    """Roles will grow, so that no check lists them. A newer program may have written one that this one ignores."""

    __tablename__ = "person_role"
    slack_id: str = Field(primary_key=True, foreign_key="person.slack_id")
    role: str = Field(primary_key=True)


class ForumRow(Row, table=True):
    """A forum of the service file, in its order. One that left it is taken away, because nothing points at it."""

    __tablename__ = "forum"
    __table_args__ = (sa.CheckConstraint("day BETWEEN 1 AND 28", name="day"),)
    code: str = Field(primary_key=True)
    name: str
    day: int
    channel: str | None = None
    position: int


class ForumSignerRow(Row, table=True):
    """Somebody who signs the papers of a forum."""

    __tablename__ = "forum_signer"
    forum: str = Field(primary_key=True, foreign_key="forum.code")
    slack_id: str = Field(primary_key=True, foreign_key="person.slack_id")
    position: int


class LadderRow(Row, table=True):
    """A ladder of the service file, in its order: of one team, or of all that have none of their own."""

    __tablename__ = "ladder"
    position: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at_risk: str
    team: str | None = Field(default=None, foreign_key="team.code")
    again_every: int
    again_times: int
    then_every: int


class LadderStepRow(Row, table=True):
    """A step of a ladder: whom it asks, and after how many minutes."""

    __tablename__ = "ladder_step"
    __table_args__ = (sa.CheckConstraint("after_minutes >= 0", name="after_minutes"),)
    ladder: int = Field(primary_key=True, foreign_key="ladder.position")
    position: int = Field(primary_key=True)
    asks: str
    after_minutes: int
