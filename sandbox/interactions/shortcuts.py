"""Shortcuts: on a message from its menu, and global ones from beside the message box."""

from sandbox.interactions import ask_bot
from sandbox.interactions.ask_bot import NoAnswer, NothingThere, Outcome
from sandbox.records import Json, Message
from sandbox.wire import objects, payloads, response_urls
from sandbox.workspace.workspace import Workspace


def _named(workspace: Workspace, person: str, *, name: str, kind: str) -> Json:
    """The shortcut of this name and kind. People of another organisation do not have this one's."""
    offered = () if workspace.members[person].home_team else workspace.seed.shortcuts
    found = [row for row in offered if (row["name"], row["type"]) == (name, kind)]
    if not found:
        known = sorted(row["name"] for row in offered if row["type"] == kind)
        raise NothingThere(f"There is no {kind} shortcut {name!r}; there are {known}.")
    return found[0]


def run(workspace: Workspace, person: str, *, name: str, on: Message | None = None) -> Outcome:
    """Use a global shortcut, or one on a message. What only one person sees has no menu."""
    if on and on.only_for:
        raise NothingThere("A message that only one person sees has no shortcuts.")
    shortcut = _named(workspace, person, name=name, kind="message" if on else "global")
    payload = {
        "type": "message_action" if on else "shortcut",
        **payloads.envelope_fields(workspace),
        "action_ts": workspace.new_ts(),
        "user": payloads.person(workspace, person),
        "callback_id": shortcut["callback_id"],
        "trigger_id": workspace.triggers.issue(person),
        **(_on(workspace, person, on) if on else {}),
    }
    try:
        ask_bot.ask(workspace, "interactive", payload, by=person, answerable="plainly")
    except NoAnswer as reason:
        return Outcome(trouble=f'{name} failed with the error "{reason}"')
    return Outcome()


def _on(workspace: Workspace, person: str, message: Message) -> Json:
    channel = workspace.channels[message.channel]
    return {
        "channel": {"id": channel.id, "name": payloads.channel_word(channel)},
        "message_ts": message.ts,
        "message": objects.message(workspace, message),
        "response_url": response_urls.issue(workspace, person, channel=channel.id, message=message),
    }
