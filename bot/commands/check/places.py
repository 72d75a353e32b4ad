"""Whether the channels and people of the service file are there, and can be reached."""

from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.commands.check.finding import Finding
from bot.commands.check.slack import reason
from bot.domain.calendar import at_local, local_date
from bot.domain.service.quiet_hours import who_may_be_asked
from bot.domain.service.service import Person, Role, Service

_PAGE = 200
_ASKED_AT_ONCE = 50
"""Slack takes no more in one call."""
_NIGHT = time(3)
_SAFETY = (Role.SAFETY_TEAM, Role.SAFETY_LEAD, Role.SAFETY_DEPUTY)


def findings(client: WebClient, service: Service, *, pages: bool) -> Iterator[Finding]:
    ours = {"safety channel": service.safety_channel, "urgent channel": service.danger_channel}
    if not service.urgent_channel:
        del ours["urgent channel"]
    places = ours | {f"channel of {team.name}": team.channel for team in service.teams}
    for name, channel in places.items():
        yield Finding(name, _channel(client, channel, private=name in ours))
    yield from quiet_hours(client, service, pages=pages)
    members = {name: _members(client, channel) for name, channel in ours.items()}
    for person in service.people:
        if person.roles:
            yield Finding(f"person {person.slack_id}", _person(client, person, members))


def _person(client: WebClient, person: Person, members: Mapping[str, frozenset[str] | None]) -> str | None:
    """How to mend this person's entry or their channels, or None if all is right."""
    wrong = _account(client, person.slack_id)
    missing = [name for name in _channels_of(person, members) if not _is_in(person, members[name])]
    if wrong is None and missing:
        return f"not in the {missing[0]}, so no card reaches this person. Invite them there."
    return wrong


def quiet_hours(client: WebClient, service: Service, *, pages: bool) -> Iterator[Finding]:
    """Whether Slack silences at night whoever would be asked about danger. A silent phone wakes nobody."""
    people = who_may_be_asked(service)
    try:
        told = client.dnd_teamInfo(users=list(people[:_ASKED_AT_ONCE]))["users"]
    except (SlackApiError, OSError):
        yield Finding("quiet hours (Slack does not tell them; without dnd:read cards say: not known)")
        return
    silent = [person for person in people if person in told and _is_silent(told[person], service.zone)]
    names = ", ".join(service.name_of(person) or person for person in silent)
    if len(silent) == len(people) and not pages:
        words = "Slack silences everybody who would be asked at 03:00"
        yield Finding("quiet hours", f"{words}. Turn their quiet hours off, or set CANDOUR_PAGE_URL.")
    else:
        yield Finding(f"quiet hours (Slack silences {names} at 03:00)" if silent else "quiet hours")


def _is_silent(told: Mapping[str, Any], zone: ZoneInfo) -> bool:
    """Whether the quiet hours cover the night. Slack tells the present or the next ones, and no others."""
    start, end = (datetime.fromtimestamp(told[f"next_dnd_{which}_ts"], UTC) for which in ("start", "end"))
    nights = [at_local(local_date(start, zone) + timedelta(days=days), _NIGHT, zone) for days in (0, 1)]
    return bool(told["dnd_enabled"]) and any(start <= night < end for night in nights)


def _channels_of(person: Person, known: Collection[str]) -> list[str]:
    """Where cards are for this person: danger for whoever is on call, everything for the safety team."""
    danger = "urgent channel" if "urgent channel" in known else "safety channel"
    of_role = {Role.ON_CALL: danger, **dict.fromkeys(_SAFETY, "safety channel")}
    return list(dict.fromkeys(channel for role, channel in of_role.items() if role in person.roles))


def _is_in(person: Person, members: frozenset[str] | None) -> bool:
    """True as well where Slack does not say who is in the channel."""
    return members is None or person.slack_id in members


def _channel(client: WebClient, channel: str, *, private: bool) -> str | None:
    """How to mend this channel, or None if it is right."""
    try:
        found = client.conversations_info(channel=channel)["channel"]
    except (SlackApiError, OSError) as error:
        return reason(error, f"Check the id {channel} in the service file, and invite the bot there.")
    if found.get("is_archived"):
        return "it is archived. Unarchive it, or name another."
    if not found.get("is_member"):
        return "the bot is not in it. Type /invite @Candour there."
    if private and not found.get("is_private"):
        return "it is public, so everyone can see its cards. Make it private."
    if found.get("is_ext_shared") or found.get("is_pending_ext_shared"):
        return "it is shared with another organisation. Use a channel that is not."
    return None


def _members(client: WebClient, channel: str) -> frozenset[str] | None:
    """Who is in this channel, or None if Slack does not say: why not is found with the channel itself."""
    found: set[str] = set()
    cursor = ""
    try:
        while True:
            page = client.conversations_members(channel=channel, limit=_PAGE, cursor=cursor)
            found.update(page["members"])
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return frozenset(found)
    except (SlackApiError, OSError):
        return None


def _account(client: WebClient, slack_id: str) -> str | None:
    """How to mend this entry of the service file, or None if it is right."""
    try:
        found = client.users_info(user=slack_id)["user"]
    except (SlackApiError, OSError) as error:
        return reason(error, "Check this id in the service file.")
    return "this person has left. Name somebody else." if found.get("deleted") else None
