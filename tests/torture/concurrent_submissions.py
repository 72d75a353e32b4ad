"""Everything that can go wrong in Slack, some of it at once. Each fault is short: so is a storm."""

import random
from collections.abc import Iterator
from contextlib import contextmanager

from sandbox.faults import (
    BotRemoved,
    ChannelArchived,
    ConnectionLost,
    ConnectionsBreak,
    ConnectionsRenewed,
    DeliveredLate,
    DeliveredTwice,
    EventToldAgain,
    Fault,
    HistoryLags,
    Moment,
    NoAnswer,
    OutOfOrder,
    PersonDeactivated,
    ScopeTakenAway,
    ServerError,
    SlackAway,
    SlowAnswers,
    TooManyRequests,
    UnclearError,
)
from sandbox.people.person import PeopledWorkspace
from tests.torture.people import crowd

_AT_ONCE = 8
_SHARE = 0.3
"""Of calls and of what the bot is told that go wrong, for each fault."""

_TWICE = 0.05
"""The share of what people do that reaches the bot twice at once, and again the share that does so a little later."""


def faults(workspace: PeopledWorkspace) -> list[Fault]:
    """All of them."""
    safety_channel = workspace.channel("safety-team").id
    either = [fault(moment=moment) for fault in (ConnectionLost, ServerError, UnclearError) for moment in Moment]
    return [
        *either,
        *(NoAnswer(seconds=2, moment=moment) for moment in Moment),
        SlowAnswers(seconds=0.5),
        TooManyRequests(seconds=1),
        HistoryLags(seconds=0.3),  # Less than delivery waits between its two looks.
        SlackAway(),
        ConnectionsBreak(),
        ConnectionsRenewed(),
        DeliveredTwice(),
        DeliveredLate(seconds=1),
        OutOfOrder(seconds=1),
        EventToldAgain(seconds=0.5),
        ChannelArchived(channel=safety_channel),
        BotRemoved(channel=safety_channel),
        PersonDeactivated(person=crowd(workspace)[0].id),
        *(ScopeTakenAway(scope=scope) for scope in ("chat:write", "groups:history", "im:history", "im:write")),
    ]


def dealt(workspace: PeopledWorkspace, chance: random.Random) -> Iterator[list[Fault]]:
    """A few at a time, without end; each comes before any comes again."""
    waiting: list[Fault] = []
    while True:
        while len(waiting) < _AT_ONCE:
            waiting += chance.sample(found := faults(workspace), len(found))
        yield waiting[:_AT_ONCE]
        del waiting[:_AT_ONCE]


@contextmanager
def storm(workspace: PeopledWorkspace, some: list[Fault], seed: int) -> Iterator[None]:
    """Some of them, until the block ends."""
    armed = [workspace.faults.arm(fault, chance=_SHARE, seed=seed) for fault in some]
    try:
        yield
    finally:
        for each in armed:
            workspace.faults.disarm(each)


def deliver_some_twice(workspace: PeopledWorkspace, seed: int) -> None:
    """From now on some of what people do reaches the bot twice, at once or a little later."""
    for seconds in (0.0, 1.0):
        workspace.faults.arm(DeliveredTwice(seconds=seconds), chance=_TWICE, seed=seed)
