"""What Slack knows of a person, where it matters: whether they are one of us."""

import logging
from collections.abc import Mapping
from typing import Any

from handlers.bolt.identity import Identity
from handlers.bolt.listener import Dependencies

_log = logging.getLogger("candour.members")


def is_member(person: Mapping[str, Any], identity: Identity) -> bool:
    """Whether this account belongs to our workspace. Guests do; other organisations in a shared channel do not."""
    organisation = person.get("enterprise_user") or {}
    workspaces = {person.get("team_id"), *organisation.get("teams", [])}
    in_organisation = bool(identity.organisation) and organisation.get("enterprise_id") == identity.organisation
    return not person.get("is_stranger") and (identity.workspace in workspaces or in_organisation)


def has_left(deps: Dependencies, person: str) -> bool:
    """Whether this account is deactivated: nobody reads what it is sent. False while Slack cannot be asked."""
    try:
        return bool(deps.client.users_info(user=person)["user"].get("deleted"))
    except Exception as error:  # noqa: BLE001 - whatever it was, an answer is written for whoever may be here
        _log.warning("a person could not be looked up: %(error)s", {"error": type(error).__name__})
        return False


def is_one_of_us(deps: Dependencies, person: str) -> bool:
    """The same, asked of Slack, where a payload does not tell. True while Slack cannot be asked: nothing of anybody
    else's can be seen that way, and every press names its workspace."""
    try:
        account = deps.client.users_info(user=person)["user"]
        return is_member(account, deps.identity) and not account.get("deleted")
    except Exception as error:  # noqa: BLE001 - whatever it was, people of ours are not kept out
        _log.warning("a person could not be looked up: %(error)s", {"error": type(error).__name__})
        return True
