"""Who we are in Slack, asked once before the doors open; and from which workspace somebody comes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient


class NotKnown(Exception):
    """Slack answered auth.test without the id of our workspace."""


@dataclass(frozen=True)
class Identity:
    """Our workspace and our own account. An installation for a whole Grid organisation has `organisation`."""

    workspace: str
    bot_user: str
    bot: str
    organisation: str = ""

    def is_ours(self, body: Mapping[str, Any]) -> bool:
        """Whether what Slack tells us comes from our own workspace. Ids in a payload are compared, never trusted."""
        if self.organisation:
            return _organisation(body) in ("", self.organisation)
        return _workspaces(body) <= {self.workspace}

    def is_our_workspace(self, workspace: str) -> bool:
        """The same of one id. Where Slack names none, or we have several, there is nothing to compare."""
        return bool(self.organisation) or workspace in ("", self.workspace)

    def authorized(self, token: str) -> AuthorizeResult:
        """The same in Bolt's words, so that it never asks Slack while a person waits."""
        return AuthorizeResult(
            enterprise_id=self.organisation or None,
            team_id=self.workspace,
            bot_user_id=self.bot_user,
            bot_id=self.bot,
            bot_token=token,
        )


def ask_who_we_are(client: WebClient) -> Identity:
    """Raises what the client raises, or `NotKnown`."""
    answer = client.auth_test()
    known = {name: str(answer.get(name) or "") for name in ("team_id", "user_id", "bot_id", "enterprise_id")}
    if not known["team_id"]:
        raise NotKnown
    return Identity(
        workspace=known["team_id"],
        bot_user=known["user_id"],
        bot=known["bot_id"],
        organisation=known["enterprise_id"] if answer.get("is_enterprise_install") else "",
    )


def _workspaces(body: Mapping[str, Any]) -> set[str]:
    """Every workspace that the payload names: where it was done, who did it, and whose form it is."""
    event, user, view = (_part(body, name) for name in ("event", "user", "view"))
    named = [
        body.get("team_id"),
        _part(body, "team").get("id"),
        user.get("team_id"),
        view.get("team_id"),
        view.get("app_installed_team_id"),
        event.get("team"),
        event.get("user_team"),
    ]
    return {str(name) for name in named if name}


def _organisation(body: Mapping[str, Any]) -> str:
    return str(body.get("enterprise_id") or _part(body, "enterprise").get("id") or "")


def _part(body: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = body.get(name)
    return part if isinstance(part, Mapping) else {}
