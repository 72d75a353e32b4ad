"""The JSON side of the browser page: what one person sees, and what they do."""

import asyncio
import json
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from sandbox.interactions import ask_bot, block_actions, submissions, typing
from sandbox.interactions.ask_bot import NothingThere, Outcome, SignedOut
from sandbox.interactions.block_actions import Press
from sandbox.page import fault_panel, screen_state
from sandbox.records import Channel, Json, Message, View
from sandbox.refusals import Refusal
from sandbox.workspace.workspace import Workspace

INDEX = Path(__file__).resolve().parent / "static" / "index.html"
LONGEST_WAIT = 20.0
LOOK_EVERY = 0.05
Act = Callable[[Workspace, Json], Json]


class Unclear(Exception):
    """The page sent something that cannot be done."""


async def index(_: Request) -> Response:
    """The page itself."""
    return FileResponse(INDEX)


async def state(request: Request) -> Response:
    """Everything that one person sees; without a person's id, the first one's view."""
    workspace: Workspace = request.app.state.workspace
    people = [member.id for member in workspace.members.values() if not member.is_bot]
    person = request.query_params.get("as") or people[0]
    if person not in people:
        return _no("Nobody has that id.")
    return JSONResponse(await run_in_threadpool(screen_state.everything, workspace, person))


async def changes(request: Request) -> Response:
    """Answer when something has changed since this version, or after a while."""
    workspace: Workspace = request.app.state.workspace
    since = int(request.query_params.get("since", "0"))
    until = time.monotonic() + LONGEST_WAIT
    while workspace.version == since and not workspace.closing and time.monotonic() < until:
        if await request.is_disconnected():
            break
        await asyncio.sleep(LOOK_EVERY)
    return JSONResponse({"version": workspace.version})


async def faults(request: Request) -> Response:
    """How the workspace can misbehave, and how it does."""
    return JSONResponse(fault_panel.everything(request.app.state.workspace))


async def clock(request: Request) -> Response:
    """The time in the workspace."""
    return JSONResponse(_clock(request.app.state.workspace))


def acting(act: Act) -> Callable[[Request], Any]:
    """An endpoint that does what a JSON body says."""

    async def endpoint(request: Request) -> Response:
        if not request.headers.get("content-type", "").startswith("application/json"):
            return _no("Send JSON.")
        try:
            given = json.loads(await request.body())
            workspace: Workspace = request.app.state.workspace
            return JSONResponse(await run_in_threadpool(act, workspace, given))
        except (Unclear, NothingThere, SignedOut, Refusal, ValueError) as wrong:
            return _no(str(wrong))
        except (KeyError, TypeError, AttributeError) as wrong:
            return _no(f"{type(wrong).__name__}: {wrong}")

    return endpoint


def _no(words: str) -> Response:
    return JSONResponse({"ok": False, "error": words}, status_code=400)


def came(outcome: Outcome) -> Json:
    """What the page is told of an outcome."""
    if outcome.errors:
        return {"ok": False, "errors": dict(outcome.errors)}
    return {"ok": False, "error": outcome.trouble} if outcome.trouble else {"ok": True}


def who(workspace: Workspace, given: Json) -> str:
    """The person who acts."""
    person = given["as"]
    if person not in workspace.members or workspace.members[person].is_bot:
        raise Unclear("Nobody has that id.")
    return str(person)


def channel_at(workspace: Workspace, person: str, channel_id: str) -> Channel:
    """A channel that this person is in."""
    channel = workspace.channels[channel_id]
    if person not in channel.members:
        raise Unclear("Not a member of that channel.")
    return channel


def message_at(workspace: Workspace, person: str, given: Json) -> Message:
    """A message that this person sees."""
    channel = channel_at(workspace, person, given["channel"])
    return workspace.message_for(person, channel_id=channel.id, ts=given["ts"])


def command(workspace: Workspace, given: Json) -> Json:
    """Run a slash command."""
    person = who(workspace, given)
    channel = channel_at(workspace, person, given["channel"])
    return came(typing.run_command(workspace, person, text=given["text"], channel=channel))


def home(workspace: Workspace, given: Json) -> Json:
    """Open the bot's Home."""
    return came(typing.open_home(workspace, who(workspace, given)))


def click(workspace: Workspace, given: Json) -> Json:
    """Press a button, or choose in a select or picker that tells the bot at once."""
    person = who(workspace, given)
    surface = _surface(workspace, person, given["surface"])
    if isinstance(surface, View) and given.get("values"):
        surface = submissions.type_in(workspace, surface, given["values"])
    pressed = Press(
        surface=surface,
        block_id=given["block_id"],
        action_id=given["action_id"],
        chosen=given.get("value") or {},
    )
    return came(block_actions.press(workspace, person, pressed))


def _surface(workspace: Workspace, person: str, given: Json) -> Message | View:
    if "message" in given:
        return message_at(workspace, person, given["message"])
    view = workspace.screens.homes.get(person) if given.get("home") else workspace.view(given.get("view", ""))
    if view is None or view.owner != person:
        raise Unclear(ask_bot.NOT_OPEN)
    return view


def submit(workspace: Workspace, given: Json) -> Json:
    """Press the submit button of a modal."""
    person = who(workspace, given)
    outcome = submissions.submit(workspace, person, view_id=given["view"], values=given.get("values"))
    return came(outcome)


def close(workspace: Workspace, given: Json) -> Json:
    """Close the modal in front, or all of them."""
    person = who(workspace, given)
    if given.get("all"):
        return came(submissions.dismiss(workspace, person))
    return came(submissions.close(workspace, person, view_id=given["view"]))


def move_clock(workspace: Workspace, given: Json) -> Json:
    """Move the workspace's time forward."""
    if "to" in given:
        moment = datetime.fromisoformat(given["to"])
        if moment.tzinfo is None:
            raise Unclear("A moment needs a time zone.")
        workspace.clock.to(moment)
    else:
        workspace.clock.forward(hours=float(given["hours"]))
    return _clock(workspace)


def _clock(workspace: Workspace) -> Json:
    return {
        "now": workspace.clock.now().isoformat(),
        "offset_seconds": workspace.clock.offset.total_seconds(),
    }


ROUTES = [
    Route("/", index),
    Route("/sandbox/state", state),
    Route("/sandbox/changes", changes),
    Route("/sandbox/clock", clock, methods=["GET"]),
    Route("/sandbox/clock", acting(move_clock), methods=["POST"]),
    Route("/sandbox/faults", faults, methods=["GET"]),
    Route("/sandbox/faults", acting(fault_panel.change), methods=["POST"]),
    Route("/sandbox/command", acting(command), methods=["POST"]),
    Route("/sandbox/home", acting(home), methods=["POST"]),
    Route("/sandbox/click", acting(click), methods=["POST"]),
    Route("/sandbox/submit", acting(submit), methods=["POST"]),
    Route("/sandbox/close", acting(close), methods=["POST"]),
]
