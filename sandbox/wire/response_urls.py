"""Response URLs: five answers within half an hour to what a person did, without a token."""

import json
import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from sandbox.records import Json, Message
from sandbox.refusals import Refusal
from sandbox.rules import defaults
from sandbox.wire import message_arguments
from sandbox.workspace import threads
from sandbox.workspace.workspace import Workspace

USES = 5
LASTS = timedelta(minutes=30)
WORDS = {"text", "blocks", "unfurl_links", "unfurl_media"}
KNOWN = WORDS | {"response_type", "replace_original", "delete_original", "thread_ts"}


@dataclass
class ResponseUrl:
    """Where an answer goes, since when (on the business clock), and how often one may still be sent."""

    person: str
    channel: str
    message: Message | None
    issued: datetime
    left: int = USES


def issue(workspace: Workspace, person: str, *, channel: str, message: Message | None = None) -> str:
    """A new response_url for what this person did."""
    key = secrets.token_urlsafe(16)
    workspace.response_urls[key] = ResponseUrl(person, channel, message, workspace.clock.now())
    return f"{workspace.address}/response/{key}"


async def respond(request: Request) -> Response:
    """Take one answer."""
    workspace: Workspace = request.app.state.workspace
    url = workspace.response_urls.get(request.path_params["key"])
    if not isinstance(url, ResponseUrl):
        return PlainTextResponse("no_service", status_code=404)
    over = _over(workspace, url)
    if over:
        return JSONResponse({"ok": False, "error": over}, status_code=404)
    url.left -= 1
    try:
        await run_in_threadpool(_carry_out, workspace, url, _given(await request.body()))
    except Refusal as refusal:
        return PlainTextResponse(refusal.error, status_code=400)
    return PlainTextResponse("ok")


def _over(workspace: Workspace, url: ResponseUrl) -> str | None:
    if workspace.clock.now() - url.issued > LASTS:
        return "expired_url"
    return None if url.left else "used_url"


def _given(body: bytes) -> Json:
    try:
        given = json.loads(body)
    except ValueError as wrong:
        raise Refusal("invalid_payload") from wrong
    if not isinstance(given, dict) or set(given) - KNOWN:
        raise Refusal("invalid_payload")
    if given.get("response_type", "ephemeral") not in ("ephemeral", "in_channel"):
        raise Refusal("invalid_payload")
    return given


def _carry_out(workspace: Workspace, url: ResponseUrl, given: Json) -> None:
    if given.get("delete_original"):
        workspace.remove(_original(workspace, url))
        return
    text, blocks = message_arguments.words(given)
    new = Message(channel=url.channel, ts="", user=workspace.bot.id, text=text, blocks=defaults.blocks(blocks))
    if given.get("replace_original"):
        old = _original(workspace, url)
        workspace.edit(replace(old, text=text, blocks=new.blocks))
        return
    if given.get("thread_ts"):
        channel = workspace.channels[url.channel]
        new = replace(new, thread_ts=threads.root(workspace, channel, str(given["thread_ts"])).ts)
    in_channel = given.get("response_type") == "in_channel"
    workspace.add(new if in_channel else replace(new, only_for=url.person))


def _original(workspace: Workspace, url: ResponseUrl) -> Message:
    """The bot's message on which the person acted."""
    if url.message is None:
        raise Refusal("message_not_found")
    if url.message.user != workspace.bot.id:
        raise Refusal("cant_update_message")
    return workspace.message_for(url.person, channel_id=url.channel, ts=url.message.ts)


ROUTES = [Route("/response/{key}", respond, methods=["POST"])]
