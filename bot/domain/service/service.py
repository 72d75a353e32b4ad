"""The service that uses Candour: its teams, its people and their roles."""

from collections.abc import Iterable
from datetime import date, time, timedelta
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from pydantic import Field, field_validator, model_validator

from bot.domain.service.ladders import Certainty, Ladder, LadderRule, ladder_of
from bot.domain.values import ChannelId, Code, PersonId, Value, VisibleText


class Role(StrEnum):
    """What a person may do beyond reporting."""

    SAFETY_TEAM = "safety_team"
    """Triages: reads reports, decides, answers."""
    ON_CALL = "on_call"
    """Stands on the rota, and is asked first when somebody may be at risk."""
    SAFETY_LEAD = "safety_lead"
    SAFETY_DEPUTY = "safety_deputy"
    """Stands in for the safety lead."""
    TEAM_LEAD = "team_lead"
    """Leads the team that stands beside the name. Never reads the words of a report."""
    EXECUTIVE = "executive"
    """On call for the whole organisation: the last rung of the ladder."""
    REVIEWER = "reviewer"
    """May take part in reviews, and reads the reports of those alone."""
    GOVERNANCE = "governance"
    """Reads papers and figures, never words."""
    GUARDIAN = "guardian"
    """Freedom to Speak Up Guardian. Reads the concerns that were sent to the guardian alone."""
    ADMINISTRATOR = "administrator"
    """Sets the service up. Reads no words."""


REQUIRED_ROLES = (Role.SAFETY_TEAM, Role.ON_CALL)
"""Without somebody in each of these, a report would reach nobody. Other roles may be empty."""
PAPER_ROLES = frozenset({Role.SAFETY_TEAM, Role.SAFETY_LEAD, Role.SAFETY_DEPUTY, Role.EXECUTIVE, Role.GOVERNANCE})
"""Who may read papers, as the access table has it: only they can sign one."""
_PAPER_ROLES = ", ".join(sorted(PAPER_ROLES))
MOST_ON_CALL = 50
"""All of them are mentioned in one sentence of the card, and Slack takes 3,000 characters there."""


class PartsDoNotFit(ValueError):
    """A part of the service contradicts an earlier one. `place` leads to it: for example people, 3, team."""

    def __init__(self, words: str, *place: str | int) -> None:
        super().__init__(words)
        self.place = place


def _repeated(values: Iterable[str]) -> int | None:
    """The index of the first value that was there before; None if all differ."""
    seen: set[str] = set()
    for index, value in enumerate(values):
        if value in seen:
            return index
        seen.add(value)
    return None


@cache
def _time_zones() -> frozenset[str]:
    """Asked for once, because Python looks through all files of its time zones each time."""
    return frozenset(available_timezones())


def _known_zone(name: str) -> str:
    if "/" not in name or name not in _time_zones():  # Names without a slash are the machine's own.
        raise ValueError("is not a time zone; write one such as Europe/London")
    return name


class Schedule(Value):
    """When a team gets its bulletin, and who approves it. Changed in Slack; `version` grows with each change.

    Without a `time_zone` it is the team's own. Nothing is posted before `paused_until`.
    """

    weekday: int = Field(default=0, ge=0, le=4)
    """0 is Monday, 4 is Friday."""
    local_time: time = time(9)
    time_zone: str | None = None
    paused_until: date | None = None
    approver: PersonId | None = None
    deputy: PersonId | None = None
    handover: time | None = None
    """When the team wants a card of two minutes, after each bulletin once; None if it wants none."""
    version: int = 0

    @field_validator("time_zone")
    @classmethod
    def _zone(cls, name: str | None) -> str | None:
        return name and _known_zone(name)

    @property
    def approvers(self) -> tuple[str, ...]:
        """Who is named to approve it; nobody where the safety lead does."""
        return tuple(person for person in (self.approver, self.deputy) if person)

    def day_of(self, monday: date) -> date:
        """Its day in the week of this Monday."""
        return monday + timedelta(days=self.weekday)


USUAL = Schedule()


class Team(Value):
    """A ward or community team, with the channel that its bulletin goes to."""

    code: Code
    name: VisibleText = Field(min_length=1, max_length=60)
    channel: ChannelId
    time_zone: str
    phone: VisibleText | None = Field(default=None, min_length=3, max_length=40)
    """The number of the ward itself. `check` asks for it; without it the on-call number is shown."""
    shift_lead: PersonId | None = None
    """Who is asked after harm whether support was offered. The lead of the team, if it is left out."""
    schedule: Schedule = USUAL
    """Of its bulletin. It is no part of the service file."""

    _zone = field_validator("time_zone")(_known_zone)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def rhythm(self) -> tuple[ZoneInfo, Schedule]:
        """The zone and the schedule of its bulletin."""
        return ZoneInfo(self.schedule.time_zone or self.time_zone), self.schedule


class Person(Value):
    """Somebody who has a role, or whose usual team is known."""

    slack_id: PersonId
    name: VisibleText = Field(min_length=1, max_length=80)
    team: Code | None = None
    roles: frozenset[Role] = frozenset()


class Forum(Value):
    """A meeting that gets a paper each month: on which day, and who reads and signs it before."""

    code: Code
    name: VisibleText = Field(min_length=1, max_length=60)
    day: int = Field(ge=1, le=28)
    """Of the month. On a weekend or a bank holiday it is the next working day."""
    channel: ChannelId | None = None
    """Where the forum is told who has the paper, if anywhere."""
    signers: tuple[PersonId, ...] = Field(min_length=1, max_length=10)

    @property
    def told(self) -> tuple[str, ...]:
        """Those who sign, and the channel."""
        return (*self.signers, self.channel) if self.channel else self.signers


class Service(Value):
    """All that the service file says. `read_within_working_days` is the service's own aim, not a legal duty."""

    name: VisibleText = Field(min_length=1, max_length=80)
    time_zone: str
    safety_channel: ChannelId
    urgent_channel: ChannelId | None = None
    """Where danger is shown. The safety channel, if there is none of its own."""
    on_call_phone: VisibleText = Field(min_length=3, max_length=40)
    support: VisibleText = Field(min_length=1, max_length=200)
    guardian_name: VisibleText | None = Field(default=None, min_length=1, max_length=80)
    guardian_phone: VisibleText | None = Field(default=None, min_length=3, max_length=40)
    """Those of the Freedom to Speak Up Guardian, whom a concern may be told instead: both, or neither."""
    read_within_working_days: int = Field(default=1, ge=1, le=10)
    teams: tuple[Team, ...] = Field(min_length=1, max_length=100)
    people: tuple[Person, ...] = Field(max_length=5000)
    forums: tuple[Forum, ...] = Field(default=(), max_length=20)
    ladders: tuple[LadderRule, ...] = Field(default=(), max_length=202)
    """At most one of each team and certainty, and one of each certainty for all others."""

    _zone = field_validator("time_zone")(_known_zone)

    @model_validator(mode="after")
    def _teams_fit(self) -> "Service":
        for field in ("code", "name", "channel"):
            if (second := _repeated(getattr(team, field) for team in self.teams)) is not None:
                raise PartsDoNotFit(f"another team has the same {field}", "teams", second, field)
        for index, team in enumerate(self.teams):
            if team.channel in (self.safety_channel, self.urgent_channel):
                raise PartsDoNotFit("it is the safety channel, which is only for itself", "teams", index, "channel")
        return self

    @model_validator(mode="after")
    def _people_fit(self) -> "Service":
        if (second := _repeated(person.slack_id for person in self.people)) is not None:
            raise PartsDoNotFit("this person is listed twice", "people", second, "slack_id")
        for index, person in enumerate(self.people):
            if person.team and not self.team(person.team):
                raise PartsDoNotFit("no team with this code is listed", "people", index, "team")
        known = {person.slack_id for person in self.people}
        for index, team in enumerate(self.teams):
            if team.shift_lead and team.shift_lead not in known:
                raise PartsDoNotFit("nobody with this id is listed", "teams", index, "shift_lead")
        return self

    @model_validator(mode="after")
    def _roles_fit(self) -> "Service":
        for role in REQUIRED_ROLES:
            if not self.with_role(role):
                raise PartsDoNotFit(f"nobody has the role {role}; give it to somebody", "people", 0, "roles")
        if len(self.with_role(Role.ON_CALL)) > MOST_ON_CALL:
            raise PartsDoNotFit(f"at most {MOST_ON_CALL} people may be on call", "people", 0, "roles")
        return self

    @model_validator(mode="after")
    def _guardian_fits(self) -> "Service":
        if (self.guardian_name is None) != (self.guardian_phone is None):
            raise PartsDoNotFit("write guardian_name and guardian_phone, or neither of them", "guardian_phone")
        if self.with_role(Role.GUARDIAN) and not self.guardian_name:
            raise PartsDoNotFit("somebody is the guardian; write guardian_name and guardian_phone", "guardian_name")
        return self

    @model_validator(mode="after")
    def _ladders_fit(self) -> "Service":
        for index, rule in enumerate(self.ladders):
            if rule.team and not self.team(rule.team):
                raise PartsDoNotFit("no team with this code is listed", "ladders", index, "team")
        if (second := _repeated(f"{rule.at_risk} {rule.team}" for rule in self.ladders)) is not None:
            raise PartsDoNotFit("another ladder is for the same team and answer", "ladders", second, "at_risk")
        return self

    @model_validator(mode="after")
    def _forums_fit(self) -> "Service":
        if (second := _repeated(forum.code for forum in self.forums)) is not None:
            raise PartsDoNotFit("another forum has the same code", "forums", second, "code")
        entitled = {person.slack_id for person in self.people if person.roles & PAPER_ROLES}
        for index, forum in enumerate(self.forums):
            if _repeated(forum.signers) is not None:
                raise PartsDoNotFit("this person signs twice", "forums", index, "signers")
            if not entitled.issuperset(forum.signers):
                raise PartsDoNotFit(
                    f"give each of them one of these roles: {_PAPER_ROLES}", "forums", index, "signers"
                )
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

    def leads_team(self, slack_id: str, team: str) -> bool:
        """Whether this person is the lead of this team."""
        return any(person.slack_id == slack_id and person.team == team for person in self.with_role(Role.TEAM_LEAD))

    @property
    def danger_channel(self) -> str:
        """Where danger is shown."""
        return self.urgent_channel or self.safety_channel

    def phone_of(self, team: str) -> str:
        """The number of this team; the on-call number where it has none."""
        found = self.team(team)
        return (found.phone if found else None) or self.on_call_phone

    def name_of(self, slack_id: str) -> str | None:
        """What this person is called; None for somebody whom the service does not list."""
        return next((person.name for person in self.people if person.slack_id == slack_id), None)

    def ladder(self, team: str, certainty: Certainty) -> Ladder:
        """Who is asked, and when, while somebody of this team may be at risk."""
        return ladder_of(self.ladders, team, certainty)

    def forum(self, code: str) -> Forum | None:
        """The forum with this code, or None."""
        return next((forum for forum in self.forums if forum.code == code), None)

    def team(self, code: str) -> Team | None:
        """The team with this code, or None."""
        return next((team for team in self.teams if team.code == code), None)

    def zone_of(self, team: str) -> ZoneInfo:
        """The time zone of this team; the service's own where it is not listed."""
        found = self.team(team)
        return found.zone if found else self.zone

    def team_of_channel(self, channel: str) -> Team | None:
        """The team whose channel this is, or None."""
        return next((team for team in self.teams if team.channel == channel), None)

    def team_of_person(self, slack_id: str) -> Team | None:
        """The usual team of this person, or None."""
        codes = [person.team for person in self.people if person.slack_id == slack_id and person.team]
        return self.team(codes[0]) if codes else None
