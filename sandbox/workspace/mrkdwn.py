"""The words people see: Slack's markup taken away, entities undone."""

import re
from collections.abc import Callable, Iterator, Sequence

from sandbox.records import Json
from sandbox.rules import inputs
from sandbox.workspace.workspace import Workspace

Names = Callable[[str], str]
"""From the id of a person or a channel to its name as shown."""

ANGLED = re.compile(r"<([^<>]+)>")
STYLED = re.compile(r"(?<![\w*_~`])([*_~`])(?=\S)(.+?)(?<=\S)\1(?![\w*_~`])")
CODE = re.compile(r"```(.*?)```", re.DOTALL)
DEEPEST_STYLE = 3
TO_EVERYONE = ("!channel", "!here", "!everyone")


def names_in(workspace: Workspace) -> Names:
    """From an id to the name that people see."""

    def name(some_id: str) -> str:
        row = workspace.members.get(some_id) or workspace.channels.get(some_id)
        return row.name if row else some_id

    return name


def escaped(text: str) -> str:
    """Text as Slack sends it: & < > as entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescaped(text: str) -> str:
    """Text as people see it."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def plain(text: str, *, names: Names) -> str:
    """A mrkdwn text as words."""
    between_and_within = CODE.split(text)
    between_and_within[::2] = [_unstyled(part) for part in between_and_within[::2]]
    return unescaped(ANGLED.sub(lambda angled: _inside(angled.group(1), names), "".join(between_and_within)))


def _unstyled(text: str) -> str:
    for _ in range(DEEPEST_STYLE):
        text = STYLED.sub(lambda styled: styled.group(2), text)
    return text


def _inside(inner: str, names: Names) -> str:
    target, _, label = inner.partition("|")
    if target.startswith(("@", "#")):
        return f"{target[0]}{names(target[1:])}"
    if target in TO_EVERYONE:
        return f"@{target[1:]}"
    return label or target.removeprefix("mailto:")


def named_in(text: str) -> Iterator[str]:
    """The ids of people, and words such as !channel, that a mrkdwn text calls."""
    for angled in ANGLED.finditer(text):
        target = angled.group(1).partition("|")[0]
        if target.startswith("@"):
            yield target[1:]
        elif target in TO_EVERYONE:
            yield target


def of_text(part: Json | None, *, names: Names) -> str:
    """A text object as words."""
    if part is None:
        return ""
    return plain(part["text"], names=names) if part["type"] == "mrkdwn" else unescaped(part["text"])


def of_blocks(blocks: Sequence[Json], *, names: Names) -> str:
    """Every word of these blocks, a line for each part."""
    return "\n".join(line for block in blocks for line in _lines(block, names) if line)


def _lines(block: Json, names: Names) -> Iterator[str]:
    match block["type"]:
        case "rich_text":
            yield of_rich_text(block, names=names)
        case "markdown":
            yield str(block["text"])
        case "table":
            yield from ("\t".join(_of_cell(cell, names) for cell in row) for row in block["rows"])
        case "context":
            yield from (_of_element(element, names) for element in block["elements"])
        case "image":
            yield of_text(block.get("title"), names=names)
            yield str(block["alt_text"])
        case _:
            yield of_text(block.get("label") or block.get("text"), names=names)
            yield from (of_text(field, names=names) for field in block.get("fields", ()))
            yield from (_of_element(element, names) for element in inputs.elements(block))
            yield of_text(block.get("hint"), names=names)


def _of_element(element: Json, names: Names) -> str:
    if element["type"] == "image":
        return str(element["alt_text"])
    if element["type"] in ("mrkdwn", "plain_text"):
        return of_text(element, names=names)
    parts = [element.get("text"), element.get("placeholder")]
    parts += [option.get(key) for option in inputs.options(element) for key in ("text", "description")]
    return "\n".join(of_text(part, names=names) for part in parts if part)


def _of_cell(cell: Json, names: Names) -> str:
    return of_rich_text(cell, names=names) if cell["type"] == "rich_text" else str(cell["text"])


def of_rich_text(block: Json, *, names: Names) -> str:
    """A rich text block as words, a line for each section and list item."""
    return "\n".join(_rich(element, names) for element in block["elements"])


def _rich(element: Json, names: Names) -> str:
    match element["type"]:
        case "rich_text_list":
            return "\n".join(_rich(item, names) for item in element["elements"])
        case "text":
            return str(element["text"])
        case "link":
            return str(element.get("text") or element["url"])
        case "user" | "channel" | "broadcast" | "emoji":
            return _rich_name(element, names)
        case _:
            return "".join(_rich(part, names) for part in element["elements"])


def _rich_name(element: Json, names: Names) -> str:
    match element["type"]:
        case "user":
            return f"@{names(element['user_id'])}"
        case "channel":
            return f"#{names(element['channel_id'])}"
        case "broadcast":
            return f"@{element['range']}"
        case _:
            return f":{element['name']}:"


def called(text: str, blocks: Sequence[Json]) -> set[str]:
    """Whom a message notifies by name. Where there are blocks, the text is only their summary."""
    if not blocks:
        return set(named_in(text))
    return {name for block in blocks for name in _called(block)}


def _called(part: object) -> Iterator[str]:
    match part:
        case {"type": "mrkdwn", "text": str(text)}:
            yield from named_in(text)
        case {"type": "user", "user_id": str(user_id)}:
            yield user_id
        case {"type": "broadcast", "range": str(audience)}:
            yield f"!{audience}"
        case dict():
            for inner in part.values():
                yield from _called(inner)
        case list():
            for inner in part:
                yield from _called(inner)
