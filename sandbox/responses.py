"""Response URLs: five answers within half an hour to what a person did, without a token."""

import json
import secrets
import time
from dataclasses import dataclass, replace

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from sandbox import dressing, rules
from sandbox.records import Json
from sandbox.refusals import Refusal
from sandbox.workspace import Workspace

USES = 5
SECONDS = 30 * 60


@dataclass
class ResponseUrl:
    """Where an answer goes, and how often one may still be sent."""

    person: str
    channel: str
    message: str | None
    issued: float
    left: int = USES


def issue(workspace: Workspace, person: str, *, channel: str, message: str | None = None) -> str:
    """A new response_url for what this person did."""
    key = secrets.token_urlsafe(16)
    workspace.response_urls[key] = ResponseUrl(person, channel, message, time.monotonic())
    return f"{workspace.address}/response/{key}"


async def respond(request: Request) -> Response:
    """Take one answer."""
    workspace: Workspace = request.app.state.workspace
    url = workspace.response_urls.get(request.path_params["key"])
    if not isinstance(url, ResponseUrl):
        return PlainTextResponse("no_service", status_code=404)
    if time.monotonic() - url.issued > SECONDS:
        return JSONResponse({"ok": False, "error": "expired_url"}, status_code=404)
    if url.left == 0:
        return JSONResponse({"ok": False, "error": "used_url"}, status_code=404)
    url.left -= 1
    try:
        await run_in_threadpool(_show, workspace, url, json.loads(await request.body()))
    except Refusal as refusal:
        return PlainTextResponse(refusal.error, status_code=400)
    return PlainTextResponse("ok")


def _show(workspace: Workspace, url: ResponseUrl, given: Json) -> None:
    text, blocks = str(given.get("text") or ""), given.get("blocks") or []
    if rules.problems_in_blocks(blocks, surface="message"):
        raise Refusal("invalid_blocks")
    if not text and not blocks:
        raise Refusal("no_text")
    if given.get("replace_original") and url.message:
        old = workspace.message(url.channel, url.message)
        workspace.edit(replace(old, text=text, blocks=dressing.blocks(blocks)))
    elif given.get("response_type") == "in_channel":
        workspace.post(workspace.channels[url.channel], text=text, blocks=blocks, metadata=None)
    else:
        workspace.notify(url.person, text)
