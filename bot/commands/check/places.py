"""Whether the channels and people of the service file are there, and can be reached."""

from collections.abc import Collection, Iterator, Mapping

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.commands.check.finding import Finding
from bot.commands.check.slack import reason
from bot.domain.service.service import Person, Role, Service

_PAGE = 200
_SAFETY = (Role.SAFETY_TEAM, Role.SAFETY_LEAD, Role.SAFETY_DEPUTY)


def findings(client: WebClient, service: Service) -> Iterator[Finding]:
    ours = {"safety channel": service.safety_channel, "urgent channel": service.danger_channel}
    if not service.urgent_channel:
        del ours["urgent channel"]
    places = ours | {f"channel of {team.name}": team.channel for team in service.teams}
    for name, channel in places.items():
        yield Finding(name, _channel(client, channel, private=name in ours))
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
