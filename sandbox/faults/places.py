"""What administrators change under a running bot. Clearing the fault changes it back."""

from dataclasses import dataclass, replace

from sandbox.faults.fault import Fault, World


@dataclass(frozen=True, kw_only=True)
class ChannelArchived(Fault):
    """A channel is archived: its history can be read, and nothing more can be posted."""

    channel: str

    def begin(self, world: World) -> None:
        """Archive it."""
        self._archive(world, archived=True)

    def end(self, world: World) -> None:
        """Open it again."""
        self._archive(world, archived=False)

    def _archive(self, world: World, *, archived: bool) -> None:
        with world.change():
            world.channels[self.channel] = replace(world.channels[self.channel], archived=archived)


@dataclass(frozen=True, kw_only=True)
class BotRemoved(Fault):
    """The bot is removed from a channel."""

    channel: str

    def begin(self, world: World) -> None:
        """Remove it."""
        with world.change():
            channel = world.channels[self.channel]
            world.channels[self.channel] = replace(channel, members=channel.members - {world.bot.id})

    def end(self, world: World) -> None:
        """Invite it again."""
        with world.change():
            channel = world.channels[self.channel]
            world.channels[self.channel] = replace(channel, members=channel.members | {world.bot.id})


@dataclass(frozen=True, kw_only=True)
class PersonDeactivated(Fault):
    """The account of a person is deactivated."""

    person: str

    def begin(self, world: World) -> None:
        """Deactivate it."""
        self._deactivate(world, deleted=True)

    def end(self, world: World) -> None:
        """Give it back."""
        self._deactivate(world, deleted=False)

    def _deactivate(self, world: World, *, deleted: bool) -> None:
        with world.change():
            world.members[self.person] = replace(world.members[self.person], deleted=deleted)


@dataclass(frozen=True, kw_only=True)
class ScopeTakenAway(Fault):
    """The app loses one of the scopes that it was granted."""

    scope: str

    def begin(self, world: World) -> None:
        """Take it."""
        with world.change():
            world.scopes -= {self.scope}

    def end(self, world: World) -> None:
        """Grant it again."""
        with world.change():
            world.scopes |= {self.scope}
