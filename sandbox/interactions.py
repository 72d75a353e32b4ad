"""What a person does, how the bot is told, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sandbox import commands, fields, payloads, responses, rules, wording
from sandbox.deliveries import NotConnected
from sandbox.records import Channel, Json, Message, Values, View
from sandbox.refusals import Refusal
from sandbox.workspace import Workspace

NO_ANSWER = "We had some trouble connecting. Try again?"
NOT_OPEN = "This form is no longer open."


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What the person sees at once. `mistake` says what the bot got wrong; a person never sees it."""

    trouble: str | None = None
    errors: Mapping[str, str] = field(default_factory=dict)
    reply: str | None = None
    mistake: str | None = None


@dataclass(frozen=True, kw_only=True)
class Press:
    """Which element of which surface, and what was chosen there."""

    surface: Message | View
    block_id: str
    action_id: str
    chosen: Json = field(default_factory=dict)


def run_command(workspace: Workspace, person: str, *, text: str, channel: Channel) -> Outcome:
    """Type a slash command into a channel."""
    name, _, rest = text.strip().partition(" ")
    known = {command["command"]: command for command in workspace.seed.commands}
    if name not in known:
        return Outcome(trouble=f"{name} is not a valid command.")
    words = commands.sent(workspace, rest.strip(), command=known[name])
    payload = payloads.command(workspace, person, channel=channel, words=(name, words))
    try:
        delivery = workspace.deliver("slash_commands", payload, answerable="with a payload")
    except NotConnected:
        return Outcome(trouble=f'{name} failed with the error "dispatch_failed"')
    if not delivery.wait(workspace.patience.acknowledgement):
        return Outcome(trouble=f'{name} failed with the error "{delivery.failure}"')
    reply = _reply(workspace, delivery.answer or {})
    if reply:
        workspace.notify(person, reply)
    return Outcome(reply=reply or None)


def _reply(workspace: Workspace, answer: Json) -> str:
    """What the bot said with its acknowledgement, shown to this person alone."""
    blocks = answer.get("blocks") or []
    if rules.problems_in_blocks(blocks, surface="message"):
        workspace.mistakes.append("The acknowledgement has blocks that Slack refuses.")
        return NO_ANSWER
    return wording.of_blocks(blocks, names=wording.names_in(workspace)) or str(answer.get("text") or "")


def open_home(workspace: Workspace, person: str) -> Outcome:
    """Open the bot's Home. The bot is told; nobody waits for it."""
    if "app_home_opened" not in workspace.seed.events:
        return Outcome()
    try:
        workspace.deliver("events_api", payloads.home_opened(workspace, person), answerable="plainly")
    except NotConnected:
        return Outcome(trouble=NO_ANSWER)
    return Outcome()


def press(workspace: Workspace, person: str, pressed: Press) -> Outcome:
    """Press a button, or choose in a select, on a message, a modal or the Home."""
    try:
        payload = _block_actions(workspace, person, pressed)
    except LookupError as missing:
        return Outcome(trouble=NO_ANSWER, mistake=str(missing))
    try:
        delivery = workspace.deliver("interactive", payload, answerable="plainly")
    except NotConnected:
        return Outcome(trouble=NO_ANSWER)
    return Outcome() if delivery.wait(workspace.patience.acknowledgement) else Outcome(trouble=NO_ANSWER)


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
            response_url = responses.issue(workspace, person, channel=message.channel, message=message.ts)
            return {**common, **_in_message(workspace, message), "response_url": response_url}
        case View() as view:
            return {**common, **_in_view(workspace, view, pressed)}


def _element(pressed: Press) -> Json:
    for block in pressed.surface.blocks:
        for element in fields.elements(block):
            if (block["block_id"], element["action_id"]) == (pressed.block_id, pressed.action_id):
                return element
    raise LookupError(f"Nothing to press: {pressed.block_id} {pressed.action_id}")


def _action(workspace: Workspace, pressed: Press, element: Json) -> Json:
    shown: Json = {
        key: element[key] for key in ("type", "text", "value", "style", "url", "confirm") if key in element
    }
    action_ts = workspace.timestamps.next(workspace.clock.now())
    ids = {"action_id": pressed.action_id, "block_id": pressed.block_id, "action_ts": action_ts}
    return {**ids, **shown, **pressed.chosen}


def _in_message(workspace: Workspace, message: Message) -> Json:
    channel = workspace.channels[message.channel]
    shape = payloads.message(workspace, message)
    return {
        "container": {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": message.channel,
            "is_ephemeral": False,
        },
        "channel": {"id": channel.id, "name": payloads.channel_word(channel)},
        "message": {**shape, "metadata": message.metadata} if message.metadata else shape,
        "state": {"values": fields.start(message.blocks)},
    }


def _in_view(workspace: Workspace, view: View, pressed: Press) -> Json:
    if pressed.chosen:
        view = type_in(workspace, view, {pressed.block_id: {pressed.action_id: pressed.chosen}})
    return {"container": {"type": "view", "view_id": view.id}, "view": payloads.view(workspace, view)}


def type_in(workspace: Workspace, view: View, values: Values) -> View:
    """Fill fields of a modal or of the Home. Nothing is sent."""
    with workspace.change():
        current = workspace.screens.find(view.id)
        return workspace.screens.type_in(current, values) if current else view


def submit(workspace: Workspace, person: str, *, view_id: str, values: Values | None = None) -> Outcome:
    """Press the submit button of a modal."""
    view = workspace.view(view_id)
    if view is None or view.owner != person or view.content["type"] != "modal":
        return Outcome(trouble=NOT_OPEN)
    view = type_in(workspace, view, values or {})
    complaints = fields.complaints(view.blocks, view.values)
    if complaints:
        return Outcome(errors=complaints)
    payload = payloads.view_submission(workspace, view)
    try:
        delivery = workspace.deliver("interactive", payload, answerable="with a payload")
    except NotConnected:
        return Outcome(trouble=NO_ANSWER)
    if not delivery.wait(workspace.patience.acknowledgement):
        return Outcome(trouble=NO_ANSWER)
    return _follow(workspace, view, delivery.answer or {})


def _follow(workspace: Workspace, view: View, answer: Json) -> Outcome:
    try:
        return Outcome(errors=_carry_out(workspace, view, answer))
    except Refusal as refusal:
        mistake = f"{answer.get('response_action')}: {refusal.error} {refusal.messages}"
        workspace.mistakes.append(mistake)
        return Outcome(trouble=NO_ANSWER, mistake=mistake)


def _carry_out(workspace: Workspace, view: View, answer: Json) -> dict[str, str]:
    match answer.get("response_action"):
        case "errors":
            return _errors(view, answer.get("errors"))
        case "update":
            _replace(workspace, view, _checked(answer))
        case "push":
            content = _checked(answer)
            with workspace.change():
                workspace.screens.push(view.owner, content)
        case "clear":
            with workspace.change():
                workspace.screens.clear(view.owner)
        case None:
            with workspace.change():
                workspace.screens.close(view)
        case other:
            raise Refusal("invalid_arguments", messages=[f"[ERROR] unknown response_action: {other}"])
    return {}


def _replace(workspace: Workspace, view: View, content: Json) -> None:
    with workspace.change():
        current = workspace.screens.find(view.id)
        if current:
            workspace.screens.update(current, content)


def _checked(answer: Json) -> Json:
    content = answer.get("view")
    if not isinstance(content, dict):
        raise Refusal("invalid_arguments", messages=["[ERROR] missing required field: view"])
    problems = rules.problems_in_view(content)
    if content.get("type") != "modal":
        problems.append("[ERROR] must be modal [json-pointer:/view/type]")
    if problems:
        raise Refusal("invalid_arguments", messages=problems)
    return content


def _errors(view: View, errors: object) -> dict[str, str]:
    inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors:
        raise Refusal("invalid_arguments", messages=["[ERROR] errors must name at least one block"])
    strangers = sorted(set(errors) - inputs)
    if strangers:
        raise Refusal("invalid_arguments", messages=[f"[ERROR] not an input block: {name}" for name in strangers])
    return {str(block_id): str(words) for block_id, words in errors.items()}


def close(workspace: Workspace, person: str, *, view_id: str) -> Outcome:
    """Close a modal with its cross or its close button."""
    view = workspace.view(view_id)
    if view is None or view.owner != person:
        return Outcome(trouble=NOT_OPEN)
    with workspace.change():
        if view.content.get("clear_on_close"):
            workspace.screens.clear(person)
        else:
            workspace.screens.close(view)
    if view.content.get("notify_on_close") and workspace.connected:
        workspace.deliver("interactive", payloads.view_closed(workspace, view), answerable="plainly")
    return Outcome()
