"""The manifest, the listeners, the screens, the calls and the sandbox agree, in both directions."""

import ast
import importlib
import inspect
import re
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import yaml
from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.listener import Listener
from slack_sdk import WebClient

from bot import app as composition
from bot import service_file
from bot.runtime.clock import SystemClock
from bot.runtime.metrics import Metrics
from bot.runtime.scopes import OPTIONAL_SCOPES
from bot.runtime.scopes import SCOPES as SCOPES_ASKED_FOR
from bot.runtime.slack_clients import interactive_client
from bot.usecases.context import Context
from bot.views.kit import action_ids
from handlers.bolt.identity import Identity
from handlers.bolt.listener import AnyListener, Dependencies, Source
from handlers.command import SUB_COMMANDS
from handlers.listeners import DIALOGS, FORMS, LISTENERS
from sandbox.people.person import PeopledWorkspace
from sandbox.rules import rate_limits
from sandbox.web_api import endpoint
from scheduler.delivery import slack_errors
from scheduler.posts import BY_KIND, POSTS
from storage.engine.encryption import Keyring, new_key
from storage.engine.transactions import Database
from tests import bots
from tests.screens.gallery import SCREENS

ROOT = Path(__file__).parent.parent.parent
MANIFEST = yaml.safe_load((ROOT / "manifest.yml").read_text(encoding="utf-8"))
COMMANDS = [command["command"] for command in MANIFEST["features"]["slash_commands"]]
EVENTS = MANIFEST["settings"]["event_subscriptions"]["bot_events"]
SCOPES = MANIFEST["oauth_config"]["scopes"]["bot"]
OPTIONAL = MANIFEST["oauth_config"]["scopes"]["bot_optional"]

PLACES = {
    "conversations.info": ("C0OAKWARD1", "C0SAFETY01"),
    "conversations.history": ("C0OAKWARD1", "C0SAFETY01", "direct"),
}
"""Where these are called: their scope depends on the place. The safety channel may be public or private."""
BY_BOLT = {"apps.connections.open"}
"""Slack's own client calls this itself, to connect."""
SCOPES_OF_EVENTS = {"app_home_opened": (), "message.im": ("im:history",), "app_mention": ("app_mentions:read",)}
"""What each event needs. Source: docs.slack.dev/reference/events"""

DOCUMENTED = {
    # chat.postMessage
    "channel_not_found", "duplicate_channel_not_found", "duplicate_message_not_found", "ekm_access_denied",
    "invalid_blocks", "invalid_blocks_format", "invalid_metadata_format", "invalid_metadata_schema", "is_archived",
    "message_limit_exceeded", "messages_tab_disabled", "metadata_too_large", "msg_blocks_too_long", "no_text",
    "not_in_channel", "rate_limited", "restricted_action", "restricted_action_read_only_channel",
    "restricted_action_thread_only_channel",
    # chat.update
    "msg_too_long",
    # conversations.open
    "user_disabled", "user_not_found", "user_not_visible",
    # every method
    "access_denied", "account_inactive", "enterprise_is_restricted", "fatal_error", "internal_error",
    "invalid_arguments", "invalid_auth", "missing_scope", "no_permission", "not_allowed_token_type", "not_authed",
    "org_login_required", "ratelimited", "request_timeout", "service_unavailable", "team_access_not_granted",
    "team_added_to_org", "token_expired", "token_revoked",
}  # fmt: skip
"""Slack's error names that the program knows. Source: the error lists of docs.slack.dev/reference/methods."""


@pytest.fixture
def bolt(workspace, tmp_path) -> Iterator[App]:
    """The Bolt app with every listener, connected to nothing."""
    settings = bots.settings_for(workspace, tmp_path)
    database = Database(settings.candour_database_url, Keyring.from_text(f"test:{new_key()}"))
    context = Context(database, SystemClock(), service_file.read_service(settings.candour_service_file))
    metrics = Metrics(forms=FORMS, kinds=BY_KIND)
    client = interactive_client(settings.slack_access)
    identity = Identity(workspace=workspace.seed.team_id, bot_user=workspace.bot.id, bot=workspace.seed.bot_id)
    with ThreadPoolExecutor(1) as threads:
        yield composition.bolt(settings, Dependencies(context, client, metrics, identity), threads)


@pytest.fixture
def listeners(bolt) -> list[Listener]:
    return list(bolt._listeners)[: len(LISTENERS)]  # noqa: SLF001 - Bolt has no other list; the fallbacks come last


def _answering(listeners: list[Listener], body: Mapping[str, Any]) -> list[Listener]:
    request = BoltRequest(body=dict(body), mode="socket_mode")
    return [each for each in listeners if each.matches(req=request, resp=BoltResponse(status=200))]


def _everything_that_can_come() -> dict[str, dict[str, Any]]:
    """One payload for each command, shortcut and event of the manifest, and each button and form of the screens."""
    come: dict[str, dict[str, Any]] = {name: {"command": name, "text": ""} for name in COMMANDS}
    come |= {name: {"type": "event_callback", "event": {"type": name.partition(".")[0]}} for name in EVENTS}
    for each in MANIFEST["features"]["shortcuts"]:
        kind = "message_action" if each["type"] == "message" else "shortcut"
        come[each["callback_id"]] = {"type": kind, "callback_id": each["callback_id"], "message": {}}
    for action_id in sorted(_button_ids()):
        come[action_id] = {"type": "block_actions", "actions": [{"action_id": action_id, "block_id": "b"}]}
    for callback_id in sorted(_callback_ids()):
        come[f"the form {callback_id}"] = {
            "type": "view_submission",
            "view": {"type": "modal", "callback_id": callback_id},
        }
    for callback_id in sorted(_told_when_closed()):
        come[f"the form {callback_id}, closed"] = {
            "type": "view_closed",
            "view": {"type": "modal", "callback_id": callback_id},
        }
    return come


def _button_ids() -> set[str]:
    """Elements in input blocks are read with their form, unless the block asks otherwise; all others tell at once."""
    blocks = [block for _, payload in SCREENS.values() for block in payload["blocks"]]
    pressed = [block for block in blocks if block["type"] != "input" or block.get("dispatch_action")]
    return {found["action_id"] for block in pressed for found in _parts(block) if "action_id" in found}


def _parts(part: object) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        yield part
        for inner in part.values():
            yield from _parts(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _parts(inner)


def _told_when_closed() -> set[str]:
    """The forms of which Slack tells when somebody closes them."""
    return {payload["callback_id"] for _, payload in SCREENS.values() if payload.get("notify_on_close")}


def _callback_ids() -> set[str]:
    return {payload["callback_id"] for _, payload in SCREENS.values() if "callback_id" in payload}


@pytest.mark.parametrize("name", _everything_that_can_come())
def test_whatever_slack_can_send_has_exactly_one_listener(listeners, name):
    assert len(_answering(listeners, _everything_that_can_come()[name])) == 1


def test_every_listener_answers_something_that_slack_can_send(listeners):
    answering = [each for body in _everything_that_can_come().values() for each in _answering(listeners, body)]
    assert [each for each in listeners if each not in answering] == []


def test_bolt_answers_nobody_in_our_place(bolt):
    """Each of these looks at a request only, but for one challenge that Slack sends when an address is set."""
    kept = [type(each).__name__ for each in bolt._middleware_list]  # noqa: SLF001 - Bolt has no other list of them
    assert kept == ["RequestVerification", "MultiTeamsAuthorization", "UrlVerification"]


NOBODY_S = {
    "a command": {"command": "/other", "text": ""},
    "a button": {"type": "block_actions", "actions": [{"action_id": "retired", "block_id": "b"}]},
    "a form": {"type": "view_submission", "view": {"type": "modal", "callback_id": "retired"}},
    "a form that is closed": {"type": "view_closed", "view": {"type": "modal", "callback_id": "action"}},
    "a shortcut": {"type": "shortcut", "callback_id": "retired", "trigger_id": "t"},
    "a shortcut on a message": {"type": "message_action", "callback_id": "retired", "trigger_id": "t", "message": {}},
    "an event": {"type": "event_callback", "event": {"type": "team_join"}},
    "a list": {"type": "block_suggestion", "action_id": "retired", "block_id": "b", "value": ""},
}


@pytest.mark.parametrize("body", NOBODY_S.values(), ids=NOBODY_S)
def test_what_nobody_listens_to_is_answered_all_the_same(bolt, listeners, body):
    assert _answering(listeners, body) == []
    assert _answering(list(bolt._listeners), body) != []  # noqa: SLF001 - as above


def test_a_name_that_nobody_gave_has_no_listener(listeners):
    assert _answering(listeners, {"command": "/other", "text": ""}) == []
    assert _answering(listeners, {"type": "view_submission", "view": {"type": "modal", "callback_id": "other"}}) == []


def _listened(source: Source) -> set[str]:
    return {each.name for each in LISTENERS if each.source is source}


def test_the_listeners_are_those_of_the_manifest_and_of_the_list_of_buttons():
    assert _listened(Source.COMMAND) == set(COMMANDS)
    assert _listened(Source.EVENT) == set(EVENTS)
    assert _listened(Source.SHORTCUT) == {each["callback_id"] for each in MANIFEST["features"]["shortcuts"]}
    assert _listened(Source.ACTION) == set(action_ids.BUTTONS)
    assert _listened(Source.VIEW) == {dialog.name for dialog in DIALOGS}
    assert _listened(Source.CLOSED) == _told_when_closed()


def test_the_readme_names_every_listener():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    [line] = re.findall(r"What people do, in the code: (.+?)\.\n", readme, re.DOTALL)
    named = {part.split()[0]: set(re.findall(r"`([^`]+)`", part)) for part in line.split(";")}
    assert named == {str(source): _listened(source) for source in Source}


def test_the_readme_names_every_sub_command_and_no_other():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert {each.usage for each in SUB_COMMANDS} == set(re.findall(r"`/incident ([^`]+)`", readme))
    assert all(each.fits(each.usage) for each in SUB_COMMANDS)


def test_no_name_is_listened_to_twice():
    names = [(each.source, each.name) for each in LISTENERS]
    assert sorted(set(names)) == sorted(names)


def test_every_subject_s_listeners_are_registered():
    listed = [
        listener
        for path in (ROOT / "handlers").rglob("*.py")
        if re.search(r"^LISTENERS\b", path.read_text(encoding="utf-8"), re.MULTILINE)
        for listener in importlib.import_module(_module_of(path)).LISTENERS
        if path.stem != "listeners"
    ]
    assert sorted(listed, key=_by_name) == sorted(LISTENERS, key=_by_name)


def _module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _by_name(listener: AnyListener) -> tuple[str, str]:
    return listener.source, listener.name


def test_every_dialog_s_name_is_the_callback_id_of_its_form():
    assert _callback_ids() == {dialog.name for dialog in DIALOGS}


def test_the_command_of_the_manifest_is_the_setting_s_default(settings):
    assert [settings.candour_command] == COMMANDS


def test_the_manifest_is_for_socket_mode_and_interactivity():
    assert MANIFEST["settings"]["socket_mode_enabled"] is True
    assert MANIFEST["settings"]["interactivity"] == {"is_enabled": True}
    assert MANIFEST["features"]["app_home"]["home_tab_enabled"] is True
    assert MANIFEST["features"]["app_home"]["messages_tab_enabled"] is True


def _methods_called() -> set[str]:
    """The Web API methods that the program calls, by reading it."""
    sources = [path for folder in ("bot", "handlers", "scheduler") for path in (ROOT / folder).rglob("*.py")]
    called = {
        node.func.attr
        for path in sources
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    return {_WEB_API[name] for name in called & _WEB_API.keys()} | BY_BOLT


def _web_api() -> dict[str, str]:
    """From the client's own names to Slack's: `chat_postMessage` to `chat.postMessage`."""
    found = {}
    for name, method in inspect.getmembers(WebClient, inspect.isfunction):
        call = re.search(r'self\.api_call\(\s*"([\w.]+)"', inspect.getsource(method))
        if call and "_" in name.strip("_"):
            found[name] = call.group(1)
    return found


_WEB_API = _web_api()


def _scopes_for(workspace: PeopledWorkspace, method: str) -> set[str]:
    """The scopes that the sandbox asks for when the app has none."""
    workspace.scopes = frozenset()
    tokens = workspace.tokens
    token = tokens.app if endpoint.METHODS[method].token == "app" else tokens.bot
    direct = workspace.direct_channel("U0AMARA001").id
    needed = set()
    for place in PLACES.get(method, ("",)):
        arguments = {"channel": direct if place == "direct" else place}
        _, _, answer = endpoint.call(workspace, method, arguments=arguments, token=token)
        if answer.get("error") == "missing_scope":
            needed.add(answer["needed"])
    return needed


def test_every_method_that_is_called_is_in_the_sandbox():
    assert _methods_called() - set(endpoint.METHODS) == set()


def _methods_on_the_page_about_the_sandbox() -> dict[str, str]:
    """From each method in docs/sandbox.md to its limit there."""
    page = (ROOT / "docs" / "sandbox.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| `([\w.]+\.\w+)` \| ([^|]+?) \|", page, flags=re.MULTILINE))


def test_every_method_of_the_sandbox_stands_on_its_page_with_its_limit():
    tiers = {
        name: f"{rate_limits.TIERS[tier]} a minute" if tier else "its own"
        for name, tier in rate_limits.TIER_OF.items()
    }
    assert _methods_on_the_page_about_the_sandbox() == tiers
    assert set(endpoint.METHODS) == set(tiers)


def test_the_methods_are_found_by_reading_the_program():
    assert {"chat.postMessage", "views.open", "views.publish", "users.info"} <= _methods_called()


def test_the_scopes_are_those_that_the_calls_need_and_no_more(workspace):
    needed = {scope for method in _methods_called() for scope in _scopes_for(workspace, method)}
    of_events = {scope for event in EVENTS for scope in SCOPES_OF_EVENTS[event]}
    assert needed | of_events | {"commands"} == {*SCOPES, *OPTIONAL}


def test_the_program_s_own_list_of_scopes_is_the_manifest_s():
    assert list(SCOPES_ASKED_FOR) == SCOPES
    assert list(OPTIONAL_SCOPES) == OPTIONAL


def test_the_sandbox_grants_what_the_manifest_asks_for(workspace):
    assert workspace.scopes == {*SCOPES, *OPTIONAL}
    assert workspace.seed.events == set(EVENTS)
    assert [command["command"] for command in workspace.seed.commands] == COMMANDS


def _names_of_errors() -> set[str]:
    return {code for meaning in slack_errors.MEANINGS for code in meaning.codes} | slack_errors.UNREADABLE


def _refusals_of_the_sandbox() -> set[str]:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "sandbox").rglob("*.py")]
    return {name for source in sources for name in re.findall(r'Refusal\(\s*"(\w+)"', source)}


def test_every_error_that_delivery_knows_is_slack_s():
    assert "channel_not_found" in slack_errors.UNREADABLE
    assert _names_of_errors() - DOCUMENTED - _refusals_of_the_sandbox() == set()


def test_every_documented_error_is_one_that_delivery_knows():
    assert DOCUMENTED - _names_of_errors() == set()


def _files(folder: str) -> set[str]:
    return {path.stem for path in (ROOT / folder).glob("*.py") if path.stem != "__init__"}


def test_every_dialog_file_is_in_the_tuple():
    names = [dialog.draw.__module__.rpartition(".")[2] for dialog in DIALOGS]
    files = [*(ROOT / "handlers").rglob("*_form.py"), *(ROOT / "handlers").rglob("*_forms.py")]
    assert sorted(set(names)) == sorted(path.stem for path in files)


def test_every_post_file_is_in_the_tuple():
    names = [inspect.getmodulename(inspect.getfile(post.compose)) for post in POSTS]
    assert sorted(map(str, names)) == sorted(_files("scheduler/posts"))


def test_every_kind_of_post_and_every_dialog_has_a_name_of_its_own():
    kinds = [post.KIND for post in POSTS]
    names = [dialog.name for dialog in DIALOGS]
    assert (sorted(set(kinds)), sorted(set(names))) == (sorted(kinds), sorted(names))
