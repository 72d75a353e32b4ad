"""The service: its teams, its people and their roles."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from storage.tables.base import one_of


class ServiceRow(SQLModel, table=True):
    __tablename__ = "service"
    __table_args__ = (sa.CheckConstraint("id = 1", name="single"),)
    id: int = Field(default=1, primary_key=True)
    name: str
    time_zone: str
    safety_channel: str
    on_call_phone: str
    support: str
    read_within_working_days: int


class TeamRow(SQLModel, table=True):
    """`position` is the order of the service file; a team that left it is kept, with no position."""

    __tablename__ = "team"
    code: str = Field(primary_key=True)
    name: str
    channel: str
    time_zone: str
    position: int | None
    joined_on: date


class PersonRow(SQLModel, table=True):
    __tablename__ = "person"
    slack_id: str = Field(primary_key=True)
    name: str
    team: str | None = Field(default=None, foreign_key="team.code")
    position: int


class PersonRoleRow(SQLModel, table=True):
    __tablename__ = "person_role"
    __table_args__ = (one_of("role", "safety_team", "on_call"),)
    slack_id: str = Field(primary_key=True, foreign_key="person.slack_id")
    role: str = Field(primary_key=True)
