"""People who use Slack, for tests: they run, answer, submit, click and read."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from sandbox import answers, fields, interactions, seen
from sandbox.answers import Answer
from sandbox.interactions import Outcome, Press
from sandbox.records import Channel, Json, Values, View
from sandbox.records import Message as PostedMessage
from sandbox.seen import Button, Home, Message, Modal, Shown
from sandbox.workspace import Workspace

GLANCE = 0.05
TURN = 0.02


class Refused(Exception):
    """Slack told the person that it did not work."""


class NothingThere(Exception):
    """The person looks for something that is not on the screen."""


class PeopledWorkspace(Workspace):
    """A workspace whose people can be asked to do things."""

    def person(self, name: str) -> "Person":
        """Somebody, by name or by id."""
        found = [member for member in self.members.values() if name in (member.name, member.id)]
        if not found:
            raise NothingThere(f"Nobody is called {name!r}.")
        return Person(self, found[0].id)

    def channel(self, name: str) -> "Place":
        """A channel, by name or by id."""
        found = [
            row for row in self.channels.values() if name == row.id or (name == row.name and not row.direct_with)
        ]
        if not found:
            raise NothingThere(f"There is no channel {name!r}.")
        return Place(self, found[0].id)

    def wait_until(self, predicate: Callable[[], object], *, seconds: float = 5, reason: str = "") -> None:
        """Wait until the predicate holds, or raise TimeoutError with the reason."""
        until = time.monotonic() + seconds
        while not predicate():
            remaining = until - time.monotonic()
            if remaining <= 0:
                raise TimeoutError(reason or f"Not within {seconds} seconds.")
            with self.changed:
                self.changed.wait(min(remaining, TURN))

    def wait_for_bot(self, *, seconds: float = 10, connections: int = 1) -> None:
        """Wait until the bot has this many connections, or answers at its request URL."""
        self.wait_until(
            lambda: self.requests.verified() if self.requests.url else self.sockets.count >= connections,
            seconds=seconds,
            reason="The bot did not connect.",
        )

    def wait_until_bot_is_gone(self, *, seconds: float = 10) -> None:
        """Wait until no bot is connected, and none answers at the request URL."""
        self.wait_until(
            lambda: self.sockets.count == 0 and not (self.requests.url and self.requests.verified()),
            seconds=seconds,
            reason="The bot is still connected.",
        )


class Place:
    """A channel, as its members read it."""

    def __init__(self, workspace: PeopledWorkspace, channel_id: str) -> None:
        """The channel with this id."""
        self.workspace = workspace
        self.id = channel_id

    @property
    def name(self) -> str:
        """Its name, without the #."""
        return self.workspace.channels[self.id].name

    @property
    def messages(self) -> list[Message]:
        """What was said, oldest first."""
        with self.workspace.changed:
            posted = list(self.workspace.messages.get(self.id, ()))
        return [seen.message(self.workspace, message) for message in posted]

    @property
    def last_card(self) -> Message:
        """The newest message that has blocks."""
        cards = [message for message in self.messages if message.blocks]
        if not cards:
            raise NothingThere(f"There is no card in {self.name}.")
        return cards[-1]


class Person:
    """Somebody who uses Slack."""

    def __init__(self, workspace: PeopledWorkspace, member_id: str) -> None:
        """The person with this id."""
        self.workspace = workspace
        self.id = member_id

    def __repr__(self) -> str:
        """Their name."""
        return f"<{self.name}>"

    @property
    def name(self) -> str:
        """Their full name."""
        return self.workspace.members[self.id].name

    @property
    def direct_messages(self) -> list[Message]:
        """What the bot wrote to them alone, oldest first."""
        return Place(self.workspace, self.workspace.direct_channel(self.id).id).messages

    @property
    def modal(self) -> Modal:
        """The modal in front of them."""
        return seen.modal(self.workspace, self._top())

    @property
    def modals(self) -> list[Modal]:
        """All their modals, topmost last."""
        with self.workspace.changed:
            views = list(self.workspace.screens.stacks.get(self.id, ()))
        return [seen.modal(self.workspace, view) for view in views]

    @property
    def home(self) -> Home:
        """Their Home as last published."""
        view = self.workspace.screens.homes.get(self.id)
        if view is None:
            raise NothingThere(f"{self.name} has no Home yet.")
        return seen.modal(self.workspace, view)

    @property
    def notice(self) -> str | None:
        """The last words that only they saw."""
        return self.workspace.notices.get(self.id)

    def runs(self, text: str, *, channel: str = "general") -> Shown:
        """Run a slash command and wait for the modal or the words that answer it.

        `channel` is one that they are in, or the bot's name for their direct message with it.
        """
        row = self._place(channel)
        before = self._own_screen()
        outcome = interactions.run_command(self.workspace, self.id, text=text, channel=row)
        if outcome.trouble:
            raise Refused(outcome.trouble)
        if not outcome.reply:
            self._wait_for_change(self._own_screen, before, seconds=self.workspace.patience.acknowledgement)
        return self._shown(outcome)

    def answers(self, **given: Answer) -> None:
        """Fill fields of the topmost modal, by block_id. Nothing is sent."""
        view = self._top()
        interactions.type_in(self.workspace, view, _values(view, given))

    def submits(self) -> Shown:
        """Press the modal's submit button and see what comes of it."""
        return self._shown(interactions.submit(self.workspace, self.id, view_id=self._top().id))

    def submits_twice(self) -> tuple[Shown, Shown]:
        """Send the same form twice at the same moment."""
        view_id = self._top().id
        with ThreadPoolExecutor(2) as pool:
            both = [pool.submit(interactions.submit, self.workspace, self.id, view_id=view_id) for _ in range(2)]
        first, second = (self._shown(one.result()) for one in both)
        return first, second

    def closes(self) -> None:
        """Close the topmost modal without sending it."""
        interactions.close(self.workspace, self.id, view_id=self._top().id)

    def clicks(self, words: str, *, on: Message | Modal | None = None, beside: str = "") -> Shown:
        """Press a button by its words: on a message, the Home, or else the topmost modal.

        Where several have the same words, `beside` names what stands next to the one that is meant.
        """
        surface = on or self.modal
        button = _one_button(surface.found_buttons, words=words, beside=beside)
        return self._presses(surface, block_id=button.block_id, action_id=button.action_id, chosen={})

    def chooses(self, block_id: str, answer: Answer, *, on: Message | Modal | None = None) -> Shown:
        """Choose in a select or picker that tells the bot at once, by its block_id."""
        surface = on or self.modal
        found = next((field for field in fields.fields(surface.blocks) if field.block_id == block_id), None)
        if found is None:
            raise NothingThere(f"There is nothing to choose in {block_id!r}.")
        chosen = answers.typed(found, answer)
        return self._presses(surface, block_id=block_id, action_id=found.action_id, chosen=chosen)

    def opens_home(self, *, seconds: float = 5) -> Home:
        """Open the Home and wait until the bot has published it anew."""
        before = self.workspace.screens.homes.get(self.id)
        outcome = interactions.open_home(self.workspace, self.id)
        if outcome.trouble:
            raise Refused(outcome.trouble)
        self.workspace.wait_until(
            lambda: _hash(self.workspace.screens.homes.get(self.id)) != _hash(before),
            seconds=seconds,
            reason=f"The bot did not publish a Home for {self.name}.",
        )
        return self.home

    def _presses(self, surface: Message | Modal, *, block_id: str, action_id: str, chosen: Json) -> Shown:
        before = self._own_screen_and_edits()
        pressed = Press(surface=self._current(surface), block_id=block_id, action_id=action_id, chosen=chosen)
        outcome = interactions.press(self.workspace, self.id, pressed)
        if outcome.mistake:
            raise NothingThere(outcome.mistake)
        if not outcome.trouble:
            self._wait_for_change(self._own_screen_and_edits, before, seconds=self.workspace.patience.settling)
        return self._shown(outcome)

    def _place(self, name: str) -> Channel:
        if name == self.workspace.bot.name:
            return self.workspace.direct_channel(self.id)
        row = self.workspace.channels[self.workspace.channel(name).id]
        if self.id not in row.members:
            raise NothingThere(f"{self.name} is not in {name}.")
        return row

    def _current(self, surface: Message | Modal) -> PostedMessage | View:
        if isinstance(surface, Message):
            return self.workspace.message(surface.channel, surface.ts)
        view = self.workspace.view(surface.id)
        if view is None:
            raise NothingThere("That modal is no longer open.")
        return view

    def _top(self) -> View:
        view = self.workspace.screens.top(self.id)
        if view is None:
            raise NothingThere(f"{self.name} has no modal open.")
        return view

    def _own_screen(self) -> object:
        with self.workspace.changed:
            views = [*self.workspace.screens.stacks.get(self.id, ()), self.workspace.screens.homes.get(self.id)]
            return [_hash(view) for view in views], self.workspace.notices.get(self.id)

    def _own_screen_and_edits(self) -> object:
        """Not new messages: those may come for reasons of their own."""
        with self.workspace.changed:
            messages = [message for rows in self.workspace.messages.values() for message in rows]
            return self._own_screen(), max((message.edited or "" for message in messages), default="")

    def _wait_for_change(self, look: Callable[[], object], before: object, *, seconds: float) -> None:
        until = time.monotonic() + seconds
        while look() == before and time.monotonic() < until:
            with self.workspace.changed:
                self.workspace.changed.wait(GLANCE)

    def _shown(self, outcome: Outcome) -> Shown:
        if outcome.mistake:
            raise AssertionError(f"Slack would not take this from the bot: {outcome.mistake}")
        view = self.workspace.screens.top(self.id)
        return Shown(
            modal=seen.modal(self.workspace, view) if view else None,
            errors=outcome.errors,
            error=outcome.trouble,
            notice=outcome.reply,
        )


def _values(view: View, given: dict[str, Answer]) -> Values:
    found = {field.block_id: field for field in fields.fields(view.blocks)}
    strangers = sorted(set(given) - set(found))
    if strangers:
        raise NothingThere(f"There is no field {strangers}; there are {sorted(found)}.")
    return {
        block_id: {found[block_id].action_id: answers.typed(found[block_id], answer)}
        for block_id, answer in given.items()
    }


def _one_button(buttons: list[Button], *, words: str, beside: str) -> Button:
    named = [button for button in buttons if button.words == words and beside in button.beside]
    if not named:
        raise NothingThere(f"There is no button {words!r}; there are {[button.words for button in buttons]}.")
    if len(named) > 1:
        raise NothingThere(f"There are {len(named)} buttons {words!r}: say beside what.")
    return named[0]


def _hash(view: View | None) -> str | None:
    return view.hash if view else None
