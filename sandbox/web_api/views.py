"""views.open, views.push, views.update and views.publish."""

from collections.abc import Callable, Mapping

from sandbox.records import Json, View
from sandbox.refusals import Refusal
from sandbox.rules import blocks
from sandbox.web_api.method import Method
from sandbox.wire import payloads
from sandbox.wire.arguments import as_object
from sandbox.workspace.workspace import Workspace


def open_modal(workspace: Workspace, arguments: Json) -> Json:
    """Open a modal for the person who just acted."""
    return _show(workspace, arguments, workspace.screens.open)


def push(workspace: Workspace, arguments: Json) -> Json:
    """Put a modal over the one that is open."""
    return _show(workspace, arguments, workspace.screens.push)


def _show(workspace: Workspace, arguments: Json, put: Callable[[str, Json], View]) -> Json:
    content = _content(arguments, kind="modal")
    with workspace.change():
        view = workspace.triggers.use(arguments["trigger_id"], lambda owner: put(owner, content))
        return _answer(workspace, view)


def update(workspace: Workspace, arguments: Json) -> Json:
    """Change a modal or a Home that exists, unless it changed since the hash was taken."""
    content = _content(arguments, kind=None)
    with workspace.change():
        view = _named(workspace, arguments)
        if content["type"] != view.content["type"]:
            raise Refusal("invalid_arguments", messages=["[ERROR] type cannot be changed [json-pointer:/view/type]"])
        _check_hash(arguments, view)
        return _answer(workspace, workspace.screens.update(view, content))


def publish(workspace: Workspace, arguments: Json) -> Json:
    """Set the Home of one person."""
    content = _content(arguments, kind="home")
    member = workspace.members.get(arguments["user_id"])
    if member is None or member.is_bot or member.deleted:
        raise Refusal("invalid_arguments", messages=["[ERROR] user_id is not a valid user [json-pointer:/user_id]"])
    if not workspace.seed.home_enabled:
        raise Refusal("not_enabled")
    with workspace.change():
        home = workspace.screens.homes.get(member.id)
        _check_hash(arguments, home)
        return _answer(workspace, workspace.screens.publish(member.id, content))


def _content(arguments: Json, *, kind: str | None) -> Json:
    content = as_object(arguments, "view")
    if content is None:
        raise Refusal("invalid_arguments", messages=["[ERROR] missing required field: view"])
    return blocks.checked_view(content, kind=kind)


def _named(workspace: Workspace, arguments: Json) -> View:
    view_id, external_id = arguments.get("view_id"), arguments.get("external_id")
    if bool(view_id) == bool(external_id):
        raise Refusal("invalid_arguments", messages=["[ERROR] give one of view_id and external_id"])
    screens = workspace.screens
    view = screens.find(str(view_id)) if view_id else screens.find_external(str(external_id))
    if view is None:
        raise Refusal("not_found")
    return view


def _check_hash(arguments: Json, view: View | None) -> None:
    given = arguments.get("hash")
    if given and (view is None or view.hash != given):
        raise Refusal("hash_conflict")


def _answer(workspace: Workspace, view: View) -> Json:
    return {"view": payloads.view(workspace, view)}


METHODS: Mapping[str, Method] = {
    "views.open": Method(carry_out=open_modal, required=("trigger_id", "view")),
    "views.push": Method(carry_out=push, required=("trigger_id", "view")),
    "views.update": Method(
        carry_out=update, required=("view",), optional=frozenset({"view_id", "external_id", "hash"})
    ),
    "views.publish": Method(carry_out=publish, required=("user_id", "view"), optional=frozenset({"hash"})),
}
