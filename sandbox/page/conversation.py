"""The JSON side of the page's messages: writing, replying, shortcuts, loading again."""

from starlette.routing import Route

from sandbox.interactions import shortcuts, typing
from sandbox.page.routes import acting, came, channel_at, message_at, who
from sandbox.records import Json
from sandbox.workspace.workspace import Workspace


def say(workspace: Workspace, given: Json) -> Json:
    """Write a message, or a reply under one."""
    person = who(workspace, given)
    channel = channel_at(workspace, person, given["channel"])
    under = given.get("under")
    root = message_at(workspace, person, {"channel": channel.id, "ts": under}) if under else None
    return came(typing.say(workspace, person, text=str(given["text"]), channel=channel, under=root))


def use_shortcut(workspace: Workspace, given: Json) -> Json:
    """Use a shortcut, on a message or a global one."""
    person = who(workspace, given)
    on = message_at(workspace, person, given["on"]) if given.get("on") else None
    return came(shortcuts.run(workspace, person, name=given["name"], on=on))


def reload(workspace: Workspace, given: Json) -> Json:
    """The person's page was loaded again."""
    workspace.reload(who(workspace, given))
    return {"ok": True}


ROUTES = [
    Route("/sandbox/say", acting(say), methods=["POST"]),
    Route("/sandbox/shortcut", acting(use_shortcut), methods=["POST"]),
    Route("/sandbox/reload", acting(reload), methods=["POST"]),
]
