"""Do not disturb: dnd.info and dnd.teamInfo. Messages arrive all the same, without a sound."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sandbox.records import Json, Member
from sandbox.refusals import Refusal
from sandbox.web_api.method import Method
from sandbox.workspace.workspace import Workspace

MOST_PEOPLE = 50
NEVER: Json = {"dnd_enabled": False, "next_dnd_start_ts": 1, "next_dnd_end_ts": 1}


def is_quiet(member: Member, moment: datetime) -> bool:
    """Whether this person does not want to be disturbed at this moment."""
    window = _window(member, moment)
    return window is not None and window[0] <= moment < window[1]


def _window(member: Member, moment: datetime) -> tuple[datetime, datetime] | None:
    """The quiet hours that this moment is in, or else the next ones."""
    if member.quiet is None:
        return None
    today = moment.astimezone(ZoneInfo(member.time_zone)).date()
    windows = [_on(member, datetime.combine(today + timedelta(days=days), time())) for days in (-1, 0, 1)]
    return next(window for window in windows if window[1] > moment)


def _on(member: Member, day: datetime) -> tuple[datetime, datetime]:
    start, end = (time.fromisoformat(words) for words in member.quiet or ())
    zone = ZoneInfo(member.time_zone)
    last_day = day + timedelta(days=1) if end <= start else day
    return datetime.combine(day, start, zone), datetime.combine(last_day, end, zone)


def _told(workspace: Workspace, member: Member) -> Json:
    window = _window(member, workspace.clock.now())
    if window is None:
        return NEVER
    start, end = (int(moment.timestamp()) for moment in window)
    return {"dnd_enabled": True, "next_dnd_start_ts": start, "next_dnd_end_ts": end}


def info(workspace: Workspace, arguments: Json) -> Json:
    """The quiet hours of one person. Nobody sees a pause that somebody else made for now."""
    member = workspace.members.get(arguments.get("user") or workspace.bot.id)
    if member is None or member.deleted:
        raise Refusal("user_not_found")
    return _told(workspace, member)


def team_info(workspace: Workspace, arguments: Json) -> Json:
    """The quiet hours of up to fifty people."""
    people = [person for person in str(arguments.get("users") or "").split(",") if person]
    if not people:
        raise Refusal("no_users_provided")
    if len(people) > MOST_PEOPLE:
        raise Refusal("too_many_users")
    found = [workspace.members[person] for person in people if person in workspace.members]
    return {"users": {member.id: _told(workspace, member) for member in found if not member.deleted}}


METHODS: Mapping[str, Method] = {
    "dnd.info": Method(carry_out=info, optional=frozenset({"user"}), scope="dnd:read"),
    "dnd.teamInfo": Method(carry_out=team_info, optional=frozenset({"users"}), scope="dnd:read"),
}
