"""People who use Slack, for tests: they run, answer, submit, click and read."""

from concurrent.futures import ThreadPoolExecutor

from sandbox.interactions import block_actions, shortcuts, submissions, typing
from sandbox.interactions.ask_bot import NothingThere, Outcome
from sandbox.interactions.block_actions import Press
from sandbox.people import answers, seen
from sandbox.people.answers import Answer
from sandbox.people.reader import Place, Reader
from sandbox.people.seen import Home, Message, Modal, Shown
from sandbox.people.waiting import LONGEST, WaitingWorkspace
from sandbox.records import Channel, Json, View
from sandbox.records import Message as PostedMessage
from sandbox.rules import inputs

__all__ = ["NothingThere", "PeopledWorkspace", "Person", "Place", "Refused"]


class Refused(Exception):
    """Slack told the person that it did not work."""


class PeopledWorkspace(WaitingWorkspace):
    """A workspace whose people can be asked to do things."""

    def person(self, name: str) -> "Person":
        """Somebody, by name or by id."""
        return Person(self, self.member_called(name).id)

    def channel(self, name: str) -> Place:
        """A channel, by name or by id."""
        return Place(self, self.channel_called(name).id)


class Person(Reader):
    """Somebody who uses Slack."""

    def runs(self, text: str, *, channel: str = "general") -> Shown:
        """Run a slash command and wait for the modal or the words that answer it.

        `channel` is one that they are in, or the bot's name for their direct message with it.
        """
        row = self._place(channel)
        before = self._own_screen()
        outcome = typing.run_command(self.workspace, self.id, text=text, channel=row)
        if not outcome.trouble and not outcome.reply:
            self._wait(before)
        return self._done(outcome)

    def runs_shortcut(self, name: str, *, on: Message | None = None) -> Shown:
        """Use a shortcut, on a message or a global one, and wait for what it shows."""
        before = self._own_screen()
        outcome = shortcuts.run(self.workspace, self.id, name=name, on=on.posted if on else None)
        if not outcome.trouble:
            self._wait(before)
        return self._done(outcome)

    def writes(self, text: str, *, channel: str = "general", under: Message | None = None) -> None:
        """Write a message of their own, in a channel or, as a reply, under another message."""
        row = self.workspace.channels[under.channel] if under else self._place(channel)
        posted = under.posted if under else None
        self._done(typing.say(self.workspace, self.id, text=text, channel=row, under=posted))

    def reloads(self) -> None:
        """Load Slack again. What only they saw is gone."""
        self.workspace.reload(self.id)

    def answers(self, **given: Answer) -> None:
        """Fill fields of the topmost modal, by block_id, and wait for nothing.

        The bot hears of it only where a field says so. Use `chooses` where it changes the form.
        """
        view = self._top()
        submissions.type_in(self.workspace, view, answers.values(view.blocks, given))
        for block_id in given:
            field = answers.field(view.blocks, block_id)
            if field.tells_of("on_character_entered"):
                self._tell_of(field)

    def presses_enter(self, block_id: str) -> Shown:
        """Press Enter in a text field."""
        field = answers.field(self._top().blocks, block_id)
        if not field.tells_of("on_enter_pressed"):
            raise NothingThere(f"Enter does nothing in {block_id!r}.")
        before = self._own_screen_and_edits()
        return self._settled(self._tell_of(field), before)

    def submits(self) -> Shown:
        """Press the modal's submit button and see what comes of it."""
        return self._shown(submissions.submit(self.workspace, self.id, view_id=self._top().id))

    def submits_twice(self) -> tuple[Shown, Shown]:
        """Send the same form twice at the same moment."""
        view_id = self._top().id
        with ThreadPoolExecutor(2) as pool:
            both = [pool.submit(submissions.submit, self.workspace, self.id, view_id=view_id) for _ in range(2)]
        first, second = (self._shown(one.result()) for one in both)
        return first, second

    def closes(self) -> None:
        """Close the topmost modal without sending it."""
        submissions.close(self.workspace, self.id, view_id=self._top().id)

    def dismisses(self) -> None:
        """Close all modals at once, with the cross."""
        submissions.dismiss(self.workspace, self.id)

    def clicks(self, words: str, *, on: Message | Modal | None = None, beside: str = "") -> Shown:
        """Press a button, or a line of an overflow menu: on a message, the Home, or else the topmost modal.

        Where several have the same words, `beside` names what stands next to the one that is meant.
        """
        surface = on or self.modal
        button = surface.button(words, beside=beside)
        return self._presses(surface, block_id=button.block_id, action_id=button.action_id, chosen=button.chosen)

    def chooses(self, block_id: str, answer: Answer, *, on: Message | Modal | None = None) -> Shown:
        """Choose in a select or picker that tells the bot at once, by its block_id."""
        surface = on or self.modal
        found = answers.field(surface.blocks, block_id)
        chosen = answers.typed(found, answer)
        return self._presses(surface, block_id=block_id, action_id=found.action_id, chosen=chosen)

    def opens_home(self, *, seconds: float = LONGEST) -> Home:
        """Open the Home and wait until the bot has published it anew."""
        before = self.workspace.screens.homes.get(self.id)
        outcome = typing.open_home(self.workspace, self.id)
        self._done(outcome)
        self.workspace.wait_until(
            lambda: _hash(self.workspace.screens.homes.get(self.id)) != _hash(before),
            seconds=seconds,
            reason=f"The bot did not publish a Home for {self.name}.",
        )
        return self.home

    def _presses(self, surface: Message | Modal, *, block_id: str, action_id: str, chosen: Json) -> Shown:
        before = self._own_screen_and_edits()
        pressed = Press(surface=self._current(surface), block_id=block_id, action_id=action_id, chosen=chosen)
        return self._settled(block_actions.press(self.workspace, self.id, pressed), before)

    def _settled(self, outcome: Outcome, before: object) -> Shown:
        if not outcome.trouble:
            self.workspace.wait_for_change(
                self._own_screen_and_edits, before, seconds=self.workspace.patience.settling
            )
        return self._shown(outcome)

    def _tell_of(self, field: inputs.Field) -> Outcome:
        typed = inputs.value_of(field, self._top().values) or field.empty
        pressed = Press(surface=self._top(), block_id=field.block_id, action_id=field.action_id, chosen=typed)
        return block_actions.press(self.workspace, self.id, pressed)

    def _wait(self, before: object) -> None:
        self.workspace.wait_for_change(self._own_screen, before, seconds=self.workspace.patience.acknowledgement)

    def _place(self, name: str) -> Channel:
        if name == self.workspace.bot.name:
            return self.workspace.direct_channel(self.id)
        row = self.workspace.channel_called(name)
        if self.id not in row.members:
            raise NothingThere(f"{self.name} is not in {name}.")
        return row

    def _current(self, surface: Message | Modal) -> PostedMessage | View:
        if isinstance(surface, Message):
            return self.workspace.message_for(self.id, channel_id=surface.channel, ts=surface.ts)
        view = self.workspace.view(surface.id)
        if view is None:
            raise NothingThere("That modal is no longer open.")
        return view

    def _done(self, outcome: Outcome) -> Shown:
        if outcome.trouble:
            raise Refused(outcome.trouble)
        return self._shown(outcome)

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


def _hash(view: View | None) -> str | None:
    return view.hash if view else None
