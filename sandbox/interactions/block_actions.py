"""Buttons, menus, selects and pickers that tell the bot at once."""

from dataclasses import dataclass, field

from sandbox.interactions import ask_bot, submissions
from sandbox.interactions.ask_bot import NoAnswer, NothingThere, Outcome
from sandbox.records import Json, Message, View
from sandbox.rules import inputs
from sandbox.wire import objects, payloads, response_urls
from sandbox.workspace.workspace import Workspace

SHOWN = ("type", "text", "value", "style", "url", "confirm")


@dataclass(frozen=True, kw_only=True)
class Press:
    """Which element of which surface, and what was chosen there."""

    surface: Message | View
    block_id: str
    action_id: str
    chosen: Json = field(default_factory=dict)


def press(workspace: Workspace, person: str, pressed: Press) -> Outcome:
    """Press a button, or choose in a select, on a message, a modal or the Home."""
    payload = _block_actions(workspace, person, pressed)
    try:
        ask_bot.ask(workspace, "interactive", payload, by=person, answerable="plainly")
    except NoAnswer:
        return Outcome(trouble=ask_bot.TROUBLE)
    return Outcome()


def _block_actions(workspace: Workspace, person: str, pressed: Press) -> Json:
    element = _element(pressed)
    common = {
        "type": "block_actions",
        **payloads.envelope_fields(workspace),
        "user": payloads.person(workspace, person),
        "trigger_id": workspace.triggers.issue(person),
        "actions": [_action(workspace, pressed, element)],
    }
    match pressed.surface:
        case Message() as message:
            response_url = response_urls.issue(workspace, person, channel=message.channel, message=message)
            return {**common, **_in_message(workspace, message), "response_url": response_url}
        case View() as view:
            return {**common, **_in_view(workspace, view, pressed)}


def _element(pressed: Press) -> Json:
    """An element of an input block tells the bot only where the block asks for it."""
    for block in pressed.surface.blocks:
        silent = block["type"] == "input" and not block.get("dispatch_action")
        for element in () if silent else inputs.elements(block):
            if (block["block_id"], element["action_id"]) == (pressed.block_id, pressed.action_id):
                return element
    raise NothingThere(f"Nothing to press: {pressed.block_id} {pressed.action_id}")


def _action(workspace: Workspace, pressed: Press, element: Json) -> Json:
    shown: Json = {key: element[key] for key in SHOWN if key in element}
    action_ts = workspace.new_ts()
    ids = {"action_id": pressed.action_id, "block_id": pressed.block_id, "action_ts": action_ts}
    return {**ids, **shown, **pressed.chosen}


def _in_message(workspace: Workspace, message: Message) -> Json:
    channel = workspace.channels[message.channel]
    container = {"type": "message", "message_ts": message.ts, "channel_id": message.channel}
    place = {"thread_ts": message.thread_ts} if message.thread_ts else {}
    shape: Json = {
        "container": {**container, **place, "is_ephemeral": bool(message.only_for)},
        "channel": {"id": channel.id, "name": payloads.channel_word(channel)},
        "state": {"values": inputs.start(message.blocks)},
    }
    # Slack does not keep what only one person sees, and so cannot send it along.
    return shape if message.only_for else {**shape, "message": objects.message_with_metadata(workspace, message)}


def _in_view(workspace: Workspace, view: View, pressed: Press) -> Json:
    if pressed.chosen and inputs.holds(view.blocks, block_id=pressed.block_id, action_id=pressed.action_id):
        view = submissions.type_in(workspace, view, {pressed.block_id: {pressed.action_id: pressed.chosen}})
    return {"container": {"type": "view", "view_id": view.id}, "view": payloads.view(workspace, view)}
