"""The Web API's door: token, scope, arguments; then the method, and a note in the transcript."""

import asyncio
import json
from collections.abc import Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from sandbox.records import Answer, Call, Json
from sandbox.refusals import ConnectionDropped, RateLimited, Refusal
from sandbox.transport.dropped import Dropped
from sandbox.web_api import chat, dnd, ephemeral, files, lookups, membership, views
from sandbox.web_api.method import Method, scoped
from sandbox.workspace.workspace import Hook, Workspace

NO_STATUS = 0
NOT_KEPT = frozenset({"token"})
TOO_MANY = 429
FAMILIES = (lookups, membership, chat, ephemeral, files, views, dnd)
METHODS: Mapping[str, Method] = {name: method for each in FAMILIES for name, method in each.METHODS.items()}


async def answer(request: Request) -> Response:
    """One call, over HTTP."""
    workspace: Workspace = request.app.state.workspace
    try:
        arguments = await _arguments(request)
    except ClientDisconnect:
        return Response()  # The bot ended while it asked. Nobody hears this.
    token = _token(request, arguments)
    kept = {key: value for key, value in arguments.items() if key not in NOT_KEPT}
    name = request.path_params["method"]
    try:
        status, headers, body = await run_in_threadpool(call, workspace, name, arguments=kept, token=token)
    except ConnectionDropped as dropped:
        return Dropped(after=dropped.seconds)
    await asyncio.sleep(workspace.faults.delay(name, kept))
    return JSONResponse(body, status_code=status, headers=headers)


def call(workspace: Workspace, name: str, *, arguments: Json, token: str) -> Answer:
    """One call: what comes before it, itself, what comes after it. Every one is kept in the transcript."""
    try:
        given = _from_hooks([*workspace.before, workspace.faults.before], name, arguments=arguments)
        status, headers, body = given or _carried_out(workspace, name, arguments=arguments, token=token)
    except ConnectionDropped:
        workspace.note(Call(method=name, arguments=arguments, status=NO_STATUS, answer={}))
        raise
    workspace.note(Call(method=name, arguments=arguments, status=status, answer=body))
    return status, headers, body


def _carried_out(workspace: Workspace, name: str, *, arguments: Json, token: str) -> Answer:
    headers = {"x-oauth-scopes": ",".join(sorted(workspace.scopes))}
    try:
        done = _answered(workspace, name, arguments=arguments, token=token)
    except RateLimited as limited:
        return TOO_MANY, {**headers, "Retry-After": str(limited.seconds)}, limited.answer()
    except Refusal as refusal:
        return 200, headers, refusal.answer()
    shown = workspace.faults.shown(name, arguments, answer=done, now=workspace.clock.actual())
    hooks = [*workspace.after, workspace.faults.after]
    return _from_hooks(hooks, name, arguments=arguments) or (200, headers, {"ok": True, **shown})


def _answered(workspace: Workspace, name: str, *, arguments: Json, token: str) -> Json:
    if name not in METHODS:
        raise Refusal("unknown_method", req_method=name)
    method = METHODS[name]
    _check_token(workspace, method, token=token)
    if workspace.limits:
        workspace.meter.check(workspace.limits, name, arguments=arguments)
    if method.scope:
        scoped(workspace, method.scope)
    method.check(arguments)
    return method.carry_out(workspace, arguments)


def _check_token(workspace: Workspace, method: Method, *, token: str) -> None:
    tokens = workspace.tokens
    if not token:
        raise Refusal("not_authed")
    if token not in (tokens.bot, tokens.app):
        raise Refusal("invalid_auth")
    if token != (tokens.app if method.token == "app" else tokens.bot):  # noqa: S105 - which of the two, not a secret
        raise Refusal("not_allowed_token_type")


def _from_hooks(hooks: list[Hook], name: str, *, arguments: Json) -> Answer | None:
    for hook in hooks:
        given = hook(name, arguments)
        if given is not None:
            return given
    return None


async def _arguments(request: Request) -> Json:
    query = dict(request.query_params)
    if request.method == "GET":
        return query
    if request.headers.get("content-type", "").startswith("application/json"):
        body = await request.body()
        given = json.loads(body) if body else {}
        return {**query, **given} if isinstance(given, dict) else query
    return {**query, **{key: value for key, value in (await request.form()).items() if isinstance(value, str)}}


def _token(request: Request, arguments: Json) -> str:
    scheme, _, credentials = request.headers.get("authorization", "").partition(" ")
    return credentials if scheme == "Bearer" else str(arguments.get("token", ""))
