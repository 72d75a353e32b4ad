"""Whether the channels and people of the service file are there, and can be reached."""

from collections.abc import Iterator

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.commands.check.finding import Finding
from bot.commands.check.slack import reason
from bot.domain.service.service import Service

_PAGE = 200


def findings(client: WebClient, service: Service) -> Iterator[Finding]:
    places = {"safety channel": service.safety_channel} | {f"channel of {t.name}": t.channel for t in service.teams}
    for name, channel in places.items():
        yield Finding(name, _channel(client, channel, safety_channel=service.safety_channel))
    in_safety_channel = _members(client, service.safety_channel)
    for person in service.people:
        if person.roles:
            wrong = _person(client, person.slack_id)
            if wrong is None and in_safety_channel is not None and person.slack_id not in in_safety_channel:
                wrong = "not in the safety channel, so no card reaches this person. Invite them there."
            yield Finding(f"person {person.slack_id}", wrong)


def _channel(client: WebClient, channel: str, *, safety_channel: str) -> str | None:
    """How to mend this channel, or None if it is right."""
    try:
        found = client.conversations_info(channel=channel)["channel"]
    except (SlackApiError, OSError) as error:
        return reason(error, f"Check the id {channel} in the service file, and invite the bot there.")
    if found.get("is_archived"):
        return "it is archived. Unarchive it, or name another."
    if not found.get("is_member"):
        return "the bot is not in it. Type /invite @Candour there."
    if channel == safety_channel and not found.get("is_private"):
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


def _person(client: WebClient, slack_id: str) -> str | None:
    """How to mend this entry of the service file, or None if it is right."""
    try:
        found = client.users_info(user=slack_id)["user"]
    except (SlackApiError, OSError) as error:
        return reason(error, "Check this id in the service file.")
    return "this person has left. Name somebody else." if found.get("deleted") else None
