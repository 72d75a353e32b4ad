"""What people read: the messages of a channel, their own screens, what only they see."""

from sandbox.interactions.ask_bot import NothingThere
from sandbox.people import seen
from sandbox.people.seen import Home, Message, Modal
from sandbox.people.waiting import WaitingWorkspace
from sandbox.records import View
from sandbox.workspace import threads


class Place:
    """A channel, as its members read it."""

    def __init__(self, workspace: WaitingWorkspace, channel_id: str) -> None:
        """The channel with this id."""
        self.workspace = workspace
        self.id = channel_id

    @property
    def name(self) -> str:
        """Its name, without the #."""
        return self.workspace.channels[self.id].name

    @property
    def messages(self) -> list[Message]:
        """What was said, oldest first. Replies stand under their message."""
        with self.workspace.changed:
            posted = threads.in_channel(self.workspace.messages.get(self.id, []))
        return [seen.message(self.workspace, message) for message in posted]

    @property
    def last_card(self) -> Message:
        """The newest message that has blocks."""
        cards = [message for message in self.messages if message.blocks]
        if not cards:
            raise NothingThere(f"There is no card in {self.name}.")
        return cards[-1]


class Reader:
    """Somebody who looks at Slack."""

    def __init__(self, workspace: WaitingWorkspace, member_id: str) -> None:
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
    def whispers(self) -> list[Message]:
        """The messages that only they see, oldest first."""
        with self.workspace.changed:
            posted = list(self.workspace.whispers.get(self.id, ()))
        return [seen.message(self.workspace, message) for message in posted]

    @property
    def notice(self) -> str | None:
        """The words of the last of these."""
        last = self.whispers[-1:]
        return seen.words_of(last[0]) if last else None

    def _top(self) -> View:
        view = self.workspace.screens.top(self.id)
        if view is None:
            raise NothingThere(f"{self.name} has no modal open.")
        return view

    def _own_screen(self) -> object:
        with self.workspace.changed:
            views = [*self.workspace.screens.stacks.get(self.id, ()), self.workspace.screens.homes.get(self.id)]
            whispers = list(self.workspace.whispers.get(self.id, ()))
            return [view.hash if view else None for view in views], whispers

    def _own_screen_and_edits(self) -> object:
        """Not new messages: those may come for reasons of their own."""
        with self.workspace.changed:
            messages = [message for rows in self.workspace.messages.values() for message in rows]
            return self._own_screen(), max((message.edited or "" for message in messages), default="")
