"""The messages of the workspace: those of channels, and those that only one person sees."""

from dataclasses import replace

from sandbox.records import Channel, Json, Message
from sandbox.refusals import Refusal
from sandbox.rules import defaults
from sandbox.workspace.state import Ground


class Messages(Ground):
    """By channel, and by the one person who sees them; oldest first."""

    def __init__(self, *, speaker: str) -> None:
        """Nothing was said yet. `speaker` is the id of the bot."""
        super().__init__()
        self.speaker = speaker
        self.messages: dict[str, list[Message]] = {}
        self.whispers: dict[str, list[Message]] = {}

    def post(self, channel: Channel, *, text: str, blocks: list[Json], metadata: Json | None = None) -> Message:
        """A message from the bot."""
        said = Message(
            channel=channel.id, ts="", user=self.speaker, text=text, blocks=defaults.blocks(blocks), metadata=metadata
        )
        return self.add(said)

    def add(self, said: Message) -> Message:
        """Put a message in its place, under a name of its own."""
        with self.change():
            message = replace(said, ts=self.new_ts(), posted_at=self.clock.now().timestamp())
            self._place_of(message).append(message)
        return message

    def message(self, channel_id: str, ts: str) -> Message:
        """One message that the channel's members see, or message_not_found."""
        found = [message for message in self.messages.get(channel_id, []) if message.ts == ts]
        if not found:
            raise Refusal("message_not_found")
        return found[0]

    def message_for(self, person: str, *, channel_id: str, ts: str) -> Message:
        """The same, among what only this person sees as well."""
        whispers = [each for each in self.whispers.get(person, []) if (each.channel, each.ts) == (channel_id, ts)]
        return whispers[0] if whispers else self.message(channel_id, ts)

    def edit(self, new: Message) -> Message:
        """Put this message in the place of the one with its ts."""
        with self.change():
            edited = replace(new, edited=self.new_ts())
            messages = self._place_of(new)
            messages[:] = [edited if message.ts == new.ts else message for message in messages]
        return edited

    def lose_file(self, file_id: str) -> None:
        """This file was deleted: in its place each message holds what Slack calls a tombstone."""
        gone = {"id": file_id, "mode": "tombstone"}
        with self.change():
            for messages in self.messages.values():
                messages[:] = [
                    replace(each, files=[gone if file["id"] == file_id else file for file in each.files])
                    for each in messages
                ]

    def remove(self, gone: Message) -> None:
        """Delete a message."""
        with self.change():
            messages = self._place_of(gone)
            messages[:] = [message for message in messages if message.ts != gone.ts]

    def whisper(self, person: str, *, channel_id: str, text: str, blocks: list[Json]) -> Message:
        """Show this person a message that nobody else sees."""
        said = Message(channel=channel_id, ts="", user=self.speaker, text=text, blocks=defaults.blocks(blocks))
        return self.add(replace(said, only_for=person))

    def reload(self, person: str) -> None:
        """This person loads Slack again: what only they saw is gone."""
        with self.change():
            self.whispers.pop(person, None)

    def _place_of(self, message: Message) -> list[Message]:
        places, name = (self.whispers, message.only_for) if message.only_for else (self.messages, message.channel)
        return places.setdefault(name, [])
