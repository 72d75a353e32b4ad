"""Files in three steps: ask for an address, send the bytes there, say what they are and where they belong."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from sandbox.records import Json, Message
from sandbox.refusals import Refusal
from sandbox.web_api.method import Method, writable_channel
from sandbox.wire.arguments import as_list
from sandbox.workspace import threads
from sandbox.workspace.workspace import Workspace

LONGEST_DESCRIPTION = 1000
LARGEST = 50_000_000  # Bytes kept in memory; Slack takes 1 GB.
DELETED = "deleted"
"""In the place of a file that was here."""
PICTURES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif"}


@dataclass(frozen=True, kw_only=True)
class Upload:
    """One file on its way, or arrived."""

    id: str
    name: str
    length: int
    described: str
    key: str
    content: bytes | None = None
    title: str | None = None

    @property
    def kind(self) -> str:
        """The ending of its name."""
        return PurePosixPath(self.name).suffix.removeprefix(".").lower()


def get_upload_url(workspace: Workspace, arguments: Json) -> Json:
    """An address for the bytes of one file."""
    length = str(arguments["length"])
    described = str(arguments.get("alt_txt") or "")
    if not length.isdecimal() or length == "0":
        raise Refusal("missing_argument")
    if int(length) > LARGEST:
        raise Refusal("file_upload_size_restricted")
    if len(described) > LONGEST_DESCRIPTION:
        raise Refusal("alt_txt_too_large")
    file = Upload(
        id=f"F{secrets.token_hex(5).upper()}",
        name=str(arguments["filename"]),
        length=int(length),
        described=described,
        key=secrets.token_urlsafe(16),
    )
    with workspace.change():
        workspace.files[file.id] = file
    return {"upload_url": f"{workspace.address}/upload/{file.key}", "file_id": file.id}


async def receive(request: Request) -> Response:
    """The bytes, as they are or in a form. The address works once, and only for so many bytes as were announced."""
    workspace: Workspace = request.app.state.workspace
    file = next((file for file in uploads(workspace) if file.key == request.path_params["key"]), None)
    if file is None or file.content is not None:
        return PlainTextResponse("not found", status_code=404)
    content = await _bytes(request)
    if len(content) != file.length:
        return PlainTextResponse(f"{file.length} bytes were announced", status_code=400)
    with workspace.change():
        workspace.files[file.id] = replace(file, content=content)
    return PlainTextResponse(f"OK - {len(content)}")


async def _bytes(request: Request) -> bytes:
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return await request.body()
    async with request.form() as form:
        parts = [part for part in form.values() if not isinstance(part, str)]
        return await parts[0].read() if parts else b""


def uploads(workspace: Workspace) -> list[Upload]:
    """Every file of the workspace."""
    return [file for file in workspace.files.values() if isinstance(file, Upload)]


def complete(workspace: Workspace, arguments: Json) -> Json:
    """Share files that have arrived, as one message; or keep them to the bot where no channel is named."""
    files = [_arrived(workspace, row) for row in as_list(arguments, "files") or []]
    if not files:
        raise Refusal("invalid_arguments", messages=["[ERROR] no fewer than 1 items required [json-pointer:/files]"])
    if arguments.get("channel_id"):
        _share(workspace, files, arguments)
    with workspace.change():
        workspace.files.update({file.id: file for file in files})
    return {"files": [told(workspace, file) for file in files]}


def _arrived(workspace: Workspace, row: Json) -> Upload:
    file = workspace.files.get(str(row.get("id")))
    if not isinstance(file, Upload) or file.content is None or file.title is not None:
        raise Refusal("file_not_found")
    return replace(file, title=str(row.get("title") or file.name))


def _share(workspace: Workspace, files: list[Upload], arguments: Json) -> None:
    channel = writable_channel(workspace, str(arguments["channel_id"]))
    under = arguments.get("thread_ts")
    workspace.add(
        Message(
            channel=channel.id,
            ts="",
            user=workspace.bot.id,
            text=str(arguments.get("initial_comment") or ""),
            files=[told(workspace, file) for file in files],
            thread_ts=threads.root(workspace, channel, str(under)).ts if under else None,
        )
    )


def told(workspace: Workspace, file: Upload) -> Json:
    """A file as Slack tells of it."""
    shape: Json = {
        "id": file.id,
        "name": file.name,
        "title": file.title or file.name,
        "filetype": file.kind,
        "mimetype": PICTURES.get(file.kind, "application/octet-stream"),
        "size": file.length,
        "user": workspace.bot.id,
        "url_private": f"{workspace.address}/files/{file.id}",
    }
    return {**shape, "alt_txt": file.described} if file.described else shape


def delete(workspace: Workspace, arguments: Json) -> Json:
    """Take a file of the bot's away. A message that held it says that a file was here."""
    file_id = str(arguments["file"])
    file = workspace.files.get(file_id)
    if not isinstance(file, Upload):
        raise Refusal("file_deleted" if file is DELETED else "file_not_found")
    with workspace.change():
        workspace.files[file_id] = DELETED
    workspace.lose_file(file_id)
    return {}


async def download(request: Request) -> Response:
    """The bytes of a file. Only pictures are shown; anything else is saved, so that nothing in it can run here."""
    workspace: Workspace = request.app.state.workspace
    file = workspace.files.get(request.path_params["file"])
    if not isinstance(file, Upload) or file.content is None:
        return PlainTextResponse("This file is not kept after the sandbox has stopped.", status_code=404)
    headers = {"X-Content-Type-Options": "nosniff"}
    if file.kind not in PICTURES:
        headers["Content-Disposition"] = f'attachment; filename="{file.id}.{file.kind or "bin"}"'
    return Response(file.content, media_type=told(workspace, file)["mimetype"], headers=headers)


METHODS: Mapping[str, Method] = {
    "files.getUploadURLExternal": Method(
        carry_out=get_upload_url,
        required=("filename", "length"),
        optional=frozenset({"alt_txt", "snippet_type"}),
        scope="files:write",
    ),
    "files.completeUploadExternal": Method(
        carry_out=complete,
        required=("files",),
        optional=frozenset({"channel_id", "initial_comment", "thread_ts"}),
        scope="files:write",
    ),
    "files.delete": Method(carry_out=delete, required=("file",), scope="files:write"),
}
ROUTES = [
    Route("/upload/{key}", receive, methods=["POST", "PUT"]),
    Route("/files/{file}", download),
]
