"""The service that uses Candour: its teams, its people and their roles."""

from enum import StrEnum
from zoneinfo import ZoneInfo, available_timezones

from pydantic import Field, field_validator, model_validator

from bot.domain.values import Code, SlackId, Value, VisibleText


class Role(StrEnum):
    """What a person may do beyond reporting."""

    SAFETY_TEAM = "safety_team"
    ON_CALL = "on_call"


def _known_zone(name: str) -> str:
    if "/" not in name or name not in available_timezones():  # Names without a slash are the machine's own.
        raise ValueError("is not a time zone; write one such as Europe/London")
    return name


class Team(Value):
    """A ward or community team, with the channel that its bulletin goes to."""

    code: Code
    name: VisibleText = Field(min_length=1, max_length=60)
    channel: SlackId
    time_zone: str

    _zone = field_validator("time_zone")(_known_zone)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)


class Person(Value):
    """Somebody who has a role, or whose usual team is known."""

    slack_id: SlackId
    name: VisibleText = Field(min_length=1, max_length=80)
    team: Code | None = None
    roles: frozenset[Role] = frozenset()


class Service(Value):
    """All that the service file says. `read_within_working_days` is the service's own aim, not a legal duty."""

    name: VisibleText = Field(min_length=1, max_length=80)
    time_zone: str
    safety_channel: SlackId
    on_call_phone: VisibleText = Field(min_length=3, max_length=40)
    support: VisibleText = Field(min_length=1, max_length=200)
    read_within_working_days: int = Field(default=1, ge=1, le=10)
    teams: tuple[Team, ...] = Field(min_length=1, max_length=100)
    people: tuple[Person, ...]

    _zone = field_validator("time_zone")(_known_zone)

    @model_validator(mode="after")
    def _fits_together(self) -> "Service":
        codes = [team.code for team in self.teams]
        channels = [team.channel for team in self.teams]
        names = [team.name for team in self.teams]
        if any(len(set(each)) < len(each) for each in (codes, channels, names)):
            raise ValueError("two teams have the same code, name or channel")
        if self.safety_channel in channels:
            raise ValueError("the safety channel is also a team's channel; it needs one of its own")
        ids = [person.slack_id for person in self.people]
        if len(set(ids)) < len(ids):
            raise ValueError("a person is listed twice")
        if any(person.team not in (None, *codes) for person in self.people):
            raise ValueError("a person belongs to a team that is not listed")
        for role in Role:
            if not self.with_role(role):
                raise ValueError(f"nobody has the role {role}")
        return self

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    def with_role(self, role: Role) -> tuple[Person, ...]:
        """The people who have `role`, in the order of the file."""
        return tuple(person for person in self.people if role in person.roles)

    def may(self, slack_id: str, role: Role) -> bool:
        """Whether this person has `role`."""
        return any(person.slack_id == slack_id for person in self.with_role(role))

    def team(self, code: str) -> Team | None:
        """The team with this code, or None."""
        return next((team for team in self.teams if team.code == code), None)

    def team_of_channel(self, channel: str) -> Team | None:
        """The team whose channel this is, or None."""
        return next((team for team in self.teams if team.channel == channel), None)

    def team_of_person(self, slack_id: str) -> Team | None:
        """The usual team of this person, or None."""
        codes = [person.team for person in self.people if person.slack_id == slack_id and person.team]
        return self.team(codes[0]) if codes else None
