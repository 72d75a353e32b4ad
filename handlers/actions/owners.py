"""What Slack knows of a person that matters before an action is given to them."""

import logging
from collections.abc import Mapping
from typing import Any
from zoneinfo import available_timezones

from slack_sdk import WebClient

from bot.domain.actions.action import ActionReason, ActionRefused
from handlers.bolt.listener import Dependencies
from handlers.bolt.members import is_member

_log = logging.getLogger("candour.owners")
SLACKBOT = "USLACKBOT"
"""Slack's own account. It is no bot to users.info."""
_NOT_HERE = ("is_bot", "is_workflow_bot", "deleted", "is_invited_user")
"""Somebody who never accepted an invitation gets no message."""
_GUESTS = ("is_restricted", "is_ultra_restricted", "is_stranger")


def owner_time_zone(deps: Dependencies, slack_id: str, *, otherwise: str) -> str:
    """The person's time zone. Raises `ActionRefused` for somebody who cannot own an action.

    Where Slack knows no zone for them, it is `otherwise`. Where Slack does not answer, nobody is made an owner.
    """
    try:
        person = _asked(deps.client, slack_id)
    except Exception as error:  # noqa: BLE001 - whatever it was, we do not know this person
        _log.warning("a person could not be looked up: %(error)s", {"error": type(error).__name__})
        raise ActionRefused("owner", ActionReason.OWNER_NOT_KNOWN) from None
    if slack_id == SLACKBOT or any(person.get(flag) for flag in _NOT_HERE):
        raise ActionRefused("owner", ActionReason.OWNER_NOT_HERE)
    if any(person.get(flag) for flag in _GUESTS) or not is_member(person, deps.identity):
        raise ActionRefused("owner", ActionReason.OWNER_IS_A_GUEST)
    zone = person.get("tz")
    return zone if zone in available_timezones() else otherwise


def _asked(client: WebClient, slack_id: str) -> Mapping[str, Any]:
    """What Slack says of this very person."""
    person: Mapping[str, Any] = client.users_info(user=slack_id)["user"]
    if person.get("id") != slack_id:
        raise LookupError
    return person
