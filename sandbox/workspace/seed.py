"""The workspace as it starts: invented people from a TOML file, and what the app's manifest grants."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from sandbox.records import Channel, Json, Member

ROOT = Path(__file__).resolve().parent.parent.parent
INVENTED = ROOT / "sandbox" / "invented" / "workspace.toml"
MANIFEST = ROOT / "manifest.yml"


@dataclass(frozen=True, kw_only=True)
class Seed:
    """Who is there, where they talk, and what the app may do."""

    team_id: str
    team_name: str
    bot: Member
    bot_id: str
    members: tuple[Member, ...]
    channels: tuple[Channel, ...]
    commands: tuple[Json, ...]
    shortcuts: tuple[Json, ...]
    scopes: frozenset[str]
    events: frozenset[str]
    home_enabled: bool
    messages_enabled: bool
    app_id: str = "A0SANDBOX1"


def read_seed(*, invented: Path = INVENTED, manifest: Path = MANIFEST) -> Seed:
    """Read both files."""
    world = tomllib.loads(invented.read_text(encoding="utf-8"))
    app = yaml.safe_load(manifest.read_text(encoding="utf-8"))
    members = tuple(_member(person) for person in world["people"])
    bot = Member(id=world["bot"]["user"], name=world["bot"]["name"], is_bot=True)
    asked = app["oauth_config"]["scopes"]
    tabs = app["features"].get("app_home", {})
    return Seed(
        team_id=world["workspace"]["id"],
        team_name=world["workspace"]["name"],
        bot=bot,
        bot_id=world["bot"]["bot_id"],
        members=(*members, bot),
        channels=tuple(_channel(row, members) for row in world["channels"]),
        commands=tuple(app["features"].get("slash_commands", ())),
        shortcuts=tuple(app["features"].get("shortcuts", ())),
        home_enabled=tabs.get("home_tab_enabled", False),
        messages_enabled=tabs.get("messages_tab_enabled", False),
        scopes=frozenset([*asked["bot"], *asked.get("bot_optional", ())]),
        events=frozenset(app["settings"].get("event_subscriptions", {}).get("bot_events", ())),
    )


def _member(row: dict[str, Any]) -> Member:
    return Member(**{**row, "quiet": tuple(row["quiet"]) if "quiet" in row else None})


def _channel(row: dict[str, Any], people: tuple[Member, ...]) -> Channel:
    everyone = {person.id for person in people if not (person.guest or person.home_team or person.deleted)}
    members = frozenset(everyone if row.get("everyone") else row["members"])
    rest = {key: row[key] for key in ("id", "name", "private", "shared") if key in row}
    return Channel(members=members, **rest)
