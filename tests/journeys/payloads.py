"""What Slack would send, changed on the way: for what the stand-in's own people cannot do."""

from collections.abc import Callable
from typing import Any

from sandbox.interactions import ask_bot
from sandbox.people.person import Person
from sandbox.wire import payloads

Change = Callable[[dict[str, Any]], None]


def _unchanged(_payload: dict[str, Any]) -> None:
    """As Slack sends it."""


def sends_changed(person: Person, change: Change = _unchanged) -> dict[str, Any]:
    """Send the topmost form, with its payload changed; returns the acknowledgement."""
    workspace = person.workspace
    payload = payloads.view_submission(workspace, workspace.screens.stacks[person.id][-1])
    change(payload)
    return ask_bot.ask(workspace, "interactive", payload, by=person.id, answerable="with a payload")


def presses(person: Person, action_id: str, value: str, change: Change = _unchanged) -> dict[str, Any]:
    """Press a button of Home that the bot may never have shown there."""
    workspace = person.workspace
    payload = {
        "type": "block_actions",
        **payloads.envelope_fields(workspace),
        "user": payloads.person(workspace, person.id),
        "trigger_id": workspace.triggers.issue(person.id),
        "container": {"type": "view", "view_id": "V0HOME"},
        "view": {"id": "V0HOME", "type": "home"},
        "actions": [{"type": "button", "action_id": action_id, "block_id": "b", "value": value}],
    }
    change(payload)
    return ask_bot.ask(workspace, "interactive", payload, by=person.id, answerable="plainly")


def runs_changed(person: Person, text: str, change: Change, *, channel: str = "oak-ward") -> dict[str, Any]:
    """Type the command, with its payload changed."""
    workspace = person.workspace
    row = workspace.channel_called(channel)
    payload = payloads.command(workspace, person.id, channel=row, words=("/incident", text))
    change(payload)
    return ask_bot.ask(workspace, "slash_commands", payload, by=person.id, answerable="with a payload")
