"""What Slack knows of a person that matters before an action is given to them."""

import logging
from collections.abc import Mapping
from typing import Any
from zoneinfo import available_timezones

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.domain.actions.action import ActionReason, ActionRefused

_log = logging.getLogger("candour.people")
_OUTSIDERS = ("is_restricted", "is_ultra_restricted", "is_stranger")


def owner_time_zone(client: WebClient, slack_id: str, *, workspace: str, otherwise: str) -> str:
    """The person's time zone. Raises `ActionRefused` for somebody who cannot own an action. `workspace` is ours.

    Where Slack knows no zone for them, it is `otherwise`. Where Slack does not answer, nobody is made an owner.
    """
    try:
        person = client.users_info(user=slack_id)["user"]
    except (SlackApiError, OSError) as error:
        _log.warning("a person could not be looked up: %(error)s", {"error": type(error).__name__})
        raise ActionRefused("owner", ActionReason.OWNER_NOT_KNOWN) from None
    if person.get("is_bot") or person.get("deleted"):
        raise ActionRefused("owner", ActionReason.OWNER_NOT_HERE)
    if any(person.get(flag) for flag in _OUTSIDERS) or workspace not in _workspaces(person):
        raise ActionRefused("owner", ActionReason.OWNER_IS_A_GUEST)
    zone = person.get("tz")
    return zone if zone in available_timezones() else otherwise


def _workspaces(person: Mapping[str, Any]) -> set[str]:
    """Where this person is a member. Somebody of another organisation in a shared channel is no stranger to Slack."""
    return {person.get("team_id", ""), *person.get("enterprise_user", {}).get("teams", [])}
