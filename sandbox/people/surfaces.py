"""Anything with blocks, as a person looks at it: its words, and what can be pressed there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sandbox.interactions.ask_bot import NothingThere
from sandbox.records import Json
from sandbox.rules import inputs
from sandbox.workspace import mrkdwn
from sandbox.workspace.workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class Button:
    """A button, or one line of an overflow menu, and the words of its section or before its row."""

    words: str
    block_id: str
    action_id: str
    beside: str
    value: str | None
    style: str | None = None
    chosen: Json = field(default_factory=dict)


def buttons_in(blocks: Sequence[Json], *, names: mrkdwn.Names) -> list[Button]:
    """Every button, in order."""
    found: list[Button] = []
    before = ""
    for block in blocks:
        beside = mrkdwn.of_blocks([block], names=names)
        for element in inputs.elements(block):
            words = beside if block["type"] == "section" else f"{before}\n{beside}"
            found += _pressable(block, element, beside=words)
        before = before if block["type"] in ("actions", "divider") else beside
    return found


def _pressable(block: Json, element: Json, *, beside: str) -> Iterator[Button]:
    ids = {"block_id": block["block_id"], "action_id": element["action_id"], "beside": beside}
    match element["type"]:
        case "button":
            words = mrkdwn.unescaped(element["text"]["text"])
            yield Button(words=words, value=element.get("value"), style=element.get("style"), **ids)
        case "overflow":
            for option in element["options"]:
                words = mrkdwn.unescaped(option["text"]["text"])
                yield Button(words=words, value=option["value"], chosen={"selected_option": option}, **ids)


@dataclass(frozen=True, kw_only=True)
class Surface:
    """Anything with blocks."""

    workspace: Workspace = field(repr=False)
    blocks: list[Json]

    @property
    def names(self) -> mrkdwn.Names:
        """How ids read."""
        return mrkdwn.names_in(self.workspace)

    @property
    def text(self) -> str:
        """Every word in the blocks."""
        return mrkdwn.of_blocks(self.blocks, names=self.names)

    @property
    def buttons(self) -> list[str]:
        """The words on each button."""
        return [button.words for button in self.found_buttons]

    @property
    def found_buttons(self) -> list[Button]:
        """Each button with its ids and what stands beside it."""
        return buttons_in(self.blocks, names=self.names)

    def button(self, words: str, *, beside: str = "") -> Button:
        """The button with these words; where there are several, the one that these other words stand beside."""
        named = [button for button in self.found_buttons if button.words == words and beside in button.beside]
        if not named:
            raise NothingThere(f"There is no button {words!r}; there are {self.buttons}.")
        if len(named) > 1:
            raise NothingThere(f"There are {len(named)} buttons {words!r}: say beside what.")
        return named[0]

    def says(self, words: str) -> bool:
        """Whether these words can be read here, however the lines break."""
        return squeezed(words) in squeezed(self.text)


def squeezed(text: str) -> str:
    """The words with single spaces between them."""
    return " ".join(text.split())
