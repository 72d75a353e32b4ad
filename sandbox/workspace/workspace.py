"""The stand-in workspace: what is in it, one lock, and a version that rises with each change."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace

from sandbox.faults import Faults
from sandbox.records import Answer, Call, Channel, Json, Member, View
from sandbox.rules.rate_limits import Limits, Meter
from sandbox.transport import envelopes as deliveries
from sandbox.transport.envelopes import REMEMBERED, Carrier, Delivery, NotConnected
from sandbox.transport.http_mode import Requests
from sandbox.transport.socket_mode import Sockets
from sandbox.workspace.messages import Messages
from sandbox.workspace.screens import Screens
from sandbox.workspace.seed import Seed, read_seed
from sandbox.workspace.triggers import Triggers

Hook = Callable[[str, Json], Answer | None]


@dataclass(frozen=True, kw_only=True)
class Tokens:
    """What the bot must show. Invented, and worth nothing anywhere else."""

    bot: str = "xoxb-sandbox"
    app: str = "xapp-sandbox"
    signing: str = "signed-by-the-sandbox"


@dataclass(frozen=True, kw_only=True)
class SandboxTimeouts:
    """How long Slack waits, in seconds of elapsed time."""

    acknowledgement: float = 3.0
    trigger: float = 3.0
    settling: float = 1.0
    retries: tuple[float, ...] = (0.0, 60.0, 300.0)
    """Over HTTP: the pauses before an event that was not taken is sent again."""


class Workspace(Messages):
    """Everything that a bot and people can see or change."""

    def __init__(
        self, *, seed: Seed | None = None, tokens: Tokens | None = None, patience: SandboxTimeouts | None = None
    ) -> None:
        """A workspace as the seed describes it, with nothing said in it yet."""
        self.seed = seed or read_seed()
        super().__init__(speaker=self.seed.bot.id)
        self.tokens = tokens or Tokens()
        self.patience = patience or SandboxTimeouts()
        self.limits: Limits | None = None
        self.meter = Meter()
        self.scopes: frozenset[str] = self.seed.scopes
        self.address = ""
        self.closing = False
        self.members: dict[str, Member] = {member.id: member for member in self.seed.members}
        self.channels: dict[str, Channel] = {channel.id: channel for channel in self.seed.channels}
        self.files: dict[str, object] = {}
        self.response_urls: dict[str, object] = {}
        self.screens = Screens()
        self.triggers = Triggers(seconds=lambda: self.patience.trigger)
        self._deliveries: deque[Delivery] = deque(maxlen=REMEMBERED)
        self.sockets = Sockets(app_id=self.seed.app_id)
        self.requests = Requests(
            signing_secret=self.tokens.signing,
            seconds=lambda: self.patience.acknowledgement,
            retries=lambda: self.patience.retries,
        )
        self._carrier = Carrier()
        self.faults = Faults(self)
        self._calls: deque[Call] = deque(maxlen=REMEMBERED)
        self.mistakes: list[str] = []
        self.before: list[Hook] = []
        self.after: list[Hook] = []

    def start_over(self) -> None:
        """Forget all that was said and shown, and every fault; the bot's connections and the clock stay.

        The clock can be put back afterwards: see `Clock.start_at`."""
        self.faults.clear()
        self._carrier.forget()
        with self.change():
            self.scopes = self.seed.scopes
            self.members = {member.id: member for member in self.seed.members}
            self.channels = {channel.id: channel for channel in self.seed.channels}
            self.limits = None
            for kept in (self.messages, self.whispers, self.files, self.response_urls):
                kept.clear()
            for shown in (self.screens.stacks, self.screens.homes):
                shown.clear()
            self.requests.stop()
            for noted in (self._calls, self._deliveries, self.mistakes, self.before, self.after):
                noted.clear()

    @property
    def api_url(self) -> str:
        """What the bot is given as SLACK_API_URL."""
        return f"{self.address}/api/"

    @property
    def bot(self) -> Member:
        """The bot's own account."""
        return self.seed.bot

    @property
    def calls(self) -> list[Call]:
        """The transcript of the Web API, oldest first: every call and its answer, the newest 10,000 of them."""
        return list(self._calls)

    @property
    def envelopes(self) -> list[Delivery]:
        """The same for what the bot was told: every envelope and what it answered."""
        return list(self._deliveries)

    @property
    def connected(self) -> bool:
        """Whether there is a way to tell the bot anything."""
        return bool(self.requests.url) or self.sockets.count > 0

    def deliver(self, kind: str, payload: Json, *, answerable: str) -> Delivery:
        """Tell the bot: over HTTP while a request URL is set, over a socket otherwise. Raises `NotConnected`.

        `answerable` is "with a payload" or "plainly".
        """
        if self.faults.away:
            raise NotConnected
        way = self.requests if self.requests.url else self.sockets
        delivery = deliveries.delivery(kind, payload, answerable=answerable)
        self._carrier.carry(self.faults.sendings(kind), lambda repeat: way.send(delivery, repeat=repeat))
        self._deliveries.append(delivery)
        return delivery

    def note(self, call: Call) -> None:
        """Put one call in the transcript."""
        self._calls.append(call)

    def on_call(self, hook: Hook) -> Callable[[], None]:
        """Call `hook(method, arguments)` before each Web API call is carried out. Returns how to stop that.

        What the hook returns is answered instead, and the call is not carried out. It may raise ConnectionDropped.
        """
        self.before.append(hook)
        return lambda: self.before.remove(hook)

    def after_call(self, hook: Hook) -> Callable[[], None]:
        """The same, after the call was carried out and before its answer is sent."""
        self.after.append(hook)
        return lambda: self.after.remove(hook)

    def person_leaves(self, member_id: str) -> None:
        """Deactivate this account, as an administrator does when someone leaves."""
        with self.change():
            self.members[member_id] = replace(self.members[member_id], deleted=True)

    def direct_channel(self, person: str) -> Channel:
        """The direct message between the bot and this person, made when first asked for."""
        channel_id = f"D{person[1:]}"
        if channel_id not in self.channels:
            with self.change():
                members = frozenset({person, self.bot.id})
                self.channels[channel_id] = Channel(
                    id=channel_id, name="directmessage", members=members, private=True, direct_with=person
                )
        return self.channels[channel_id]

    def view(self, view_id: str) -> View | None:
        """The modal or Home with this id, as it is now."""
        with self.changed:
            return self.screens.find(view_id)
