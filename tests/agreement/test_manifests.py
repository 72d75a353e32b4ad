"""Two manifests, one for each mode, that differ in nothing but the way from Slack to the bot."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

from bot.runtime import http_server

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = "https://candour.example.org"


def manifest(name: str) -> dict[str, Any]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


def addresses(app: dict[str, Any]) -> list[str | None]:
    """Where Slack sends commands, events, and what is pressed or sent."""
    settings = app["settings"]
    commands = [command.get("url") for command in app["features"]["slash_commands"]]
    return [
        *commands,
        settings["event_subscriptions"].get("request_url"),
        settings["interactivity"].get("request_url"),
    ]


def without_the_way(app: dict[str, Any]) -> dict[str, Any]:
    rest = deepcopy(app)
    for command in rest["features"]["slash_commands"]:
        command.pop("url", None)
    rest["settings"]["event_subscriptions"].pop("request_url", None)
    rest["settings"]["interactivity"].pop("request_url", None)
    del rest["settings"]["socket_mode_enabled"]
    return rest


def test_both_manifests_ask_for_the_same():
    assert without_the_way(manifest("manifest.http.yml")) == without_the_way(manifest("manifest.yml"))


def test_over_http_slack_sends_everything_to_the_one_address_that_the_bot_serves():
    over_http = manifest("manifest.http.yml")
    assert over_http["settings"]["socket_mode_enabled"] is False
    assert addresses(over_http) == [EXAMPLE + http_server.PATH] * 3


def test_over_a_socket_there_is_no_address():
    over_a_socket = manifest("manifest.yml")
    assert over_a_socket["settings"]["socket_mode_enabled"] is True
    assert addresses(over_a_socket) == [None] * 3


def test_the_operating_page_has_the_proxy_pass_on_that_address_alone():
    page = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    assert page.count("location ") == page.count(f"location = {http_server.PATH} {{") == 1
