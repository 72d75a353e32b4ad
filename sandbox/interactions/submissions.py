"""Forms: filled in, sent, closed; and what the bot's answer to a form does."""

from sandbox.interactions import ask_bot
from sandbox.interactions.ask_bot import NoAnswer, Outcome
from sandbox.records import Json, Values, View
from sandbox.refusals import Refusal
from sandbox.rules import blocks
from sandbox.rules import inputs as fields
from sandbox.wire import payloads
from sandbox.workspace.workspace import Workspace


def type_in(workspace: Workspace, view: View, values: Values) -> View:
    """Fill fields of a modal or of the Home. Nothing is sent."""
    with workspace.change():
        current = workspace.screens.find(view.id)
        return workspace.screens.type_in(current, values) if current else view


def submit(workspace: Workspace, person: str, *, view_id: str, values: Values | None = None) -> Outcome:
    """Press the submit button of a modal."""
    view = _own_modal(workspace, person, view_id)
    if view is None:
        return Outcome(trouble=ask_bot.NOT_OPEN)
    view = type_in(workspace, view, values or {})
    complaints = fields.complaints(view.blocks, view.values)
    if complaints:
        return Outcome(errors=complaints)
    payload = payloads.view_submission(workspace, view)
    try:
        answer = ask_bot.ask(workspace, "interactive", payload, by=person, answerable="with a payload")
    except NoAnswer:
        return Outcome(trouble=ask_bot.TROUBLE)
    return _follow(workspace, view, answer)


def _own_modal(workspace: Workspace, person: str, view_id: str) -> View | None:
    ask_bot.must_be_here(workspace, person)
    view = workspace.view(view_id)
    return view if view and view.owner == person and view.content["type"] == "modal" else None


def _follow(workspace: Workspace, view: View, answer: Json) -> Outcome:
    try:
        return Outcome(errors=_carry_out(workspace, view, answer))
    except Refusal as refusal:
        mistake = f"{answer.get('response_action')}: {refusal.error} {refusal.messages}"
        workspace.mistakes.append(mistake)
        return Outcome(trouble=ask_bot.TROUBLE, mistake=mistake)


def _carry_out(workspace: Workspace, view: View, answer: Json) -> dict[str, str]:
    with workspace.change():
        match answer.get("response_action"):
            case "errors":
                return _errors(view, answer.get("errors"))
            case "update":
                _replace(workspace, view, _checked(answer))
            case "push":
                workspace.screens.push(view.owner, _checked(answer))
            case "clear":
                workspace.screens.clear(view.owner)
            case None:
                workspace.screens.close(view)
            case other:
                raise Refusal("invalid_arguments", messages=[f"[ERROR] unknown response_action: {other}"])
    return {}


def _replace(workspace: Workspace, view: View, content: Json) -> None:
    current = workspace.screens.find(view.id)
    if current:
        workspace.screens.update(current, content)


def _checked(answer: Json) -> Json:
    content = answer.get("view")
    if not isinstance(content, dict):
        raise Refusal("invalid_arguments", messages=["[ERROR] missing required field: view"])
    return blocks.checked_view(content, kind="modal")


def _errors(view: View, errors: object) -> dict[str, str]:
    inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors:
        raise Refusal("invalid_arguments", messages=["[ERROR] errors must name at least one block"])
    strangers = sorted(set(errors) - inputs)
    if strangers:
        raise Refusal("invalid_arguments", messages=[f"[ERROR] not an input block: {name}" for name in strangers])
    return {str(block_id): str(words) for block_id, words in errors.items()}


def close(workspace: Workspace, person: str, *, view_id: str) -> Outcome:
    """Close the modal in front with its close button. One with clear_on_close takes those beneath it along."""
    view = _own_modal(workspace, person, view_id)
    if view is None:
        return Outcome(trouble=ask_bot.NOT_OPEN)
    if view.content.get("clear_on_close"):
        return dismiss(workspace, person)
    with workspace.change():
        workspace.screens.close(view)
    _tell_of(workspace, [view], cleared=False)
    return Outcome()


def dismiss(workspace: Workspace, person: str) -> Outcome:
    """Close every modal at once, with the cross."""
    with workspace.change():
        closed = list(workspace.screens.stacks.get(person, ()))
        workspace.screens.clear(person)
    _tell_of(workspace, closed[::-1], cleared=True)
    return Outcome()


def _tell_of(workspace: Workspace, closed: list[View], *, cleared: bool) -> None:
    told = [view for view in closed if view.content.get("notify_on_close")] if workspace.connected else []
    for view in told:
        payload = payloads.view_closed(workspace, view, cleared=cleared)
        ask_bot.tell(workspace, "interactive", payload, by=view.owner)
