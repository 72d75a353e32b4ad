"""What happens to the bot. Each leaves everything as it found it."""

import time
from contextlib import ExitStack
from dataclasses import replace

from tests.torture.bot_under_attack import QUICKLY, Event, Rig
from tests.torture.concurrent_submissions import dealt, storm
from tests.torture.databases import ENGINES

_KILLED_WHILE_STARTING = 0.1
"""The share of bots that are killed while they start."""
_UNANSWERED = 0.3
"""The share of transactions that are kept, and nobody hears of it."""
_STARTS = 20
"""One may be struck too: the bot ends, and whoever looks after it starts it again."""
_HELD_SECONDS = 4
"""Twice as long as an interactive transaction waits."""


def kill(rig: Rig, bots: ExitStack, times: int) -> None:
    for _ in range(times):
        if rig.chance.random() < _KILLED_WHILE_STARTING:
            rig.kill_while_starting()
        else:
            with rig.bot():
                rig.pause(0, 1.2)
    bots.enter_context(rig.bot())


def hold_the_database(rig: Rig, bots: ExitStack, times: int) -> None:
    bots.enter_context(rig.bot())
    for _ in range(times):
        rig.pause(0.5, 1)
        with rig.database.held():
            time.sleep(_HELD_SECONDS)


def fill_the_disk(rig: Rig, bots: ExitStack, times: int) -> None:
    bot = bots.enter_context(rig.bot())
    for _ in range(times):
        rig.pause(0.5, 1)
        assert bot.pid is not None
        with rig.database.full(bot.pid):
            rig.pause(2, 3)


def lose_the_answers_to_commits(rig: Rig, bots: ExitStack, times: int) -> None:
    with rig.bot(surroundings=replace(QUICKLY, unanswered=_UNANSWERED), starts=_STARTS):
        rig.pause(3 * times, 3 * times)
    bots.enter_context(rig.bot())


def end_the_server(rig: Rig, bots: ExitStack, times: int) -> None:
    bots.enter_context(rig.bot())
    for _ in range(times):
        rig.pause(0.5, 1.5)
        with rig.database.ended_hard():
            rig.pause(0, 1)


def let_slack_misbehave(rig: Rig, bots: ExitStack, times: int) -> None:
    bots.enter_context(rig.bot())
    for _, some in zip(range(times), dealt(rig.workspace, rig.chance), strict=False):
        rig.pause(1, 2)
        with storm(rig.workspace, some, seed=rig.chance.getrandbits(32)):
            rig.pause(2, 4)


EVENTS = (
    Event("kill", kill, ENGINES),
    Event("database held", hold_the_database, ENGINES),
    Event("disk full", fill_the_disk, ENGINES),
    Event("commits unanswered", lose_the_answers_to_commits, ENGINES),
    Event("server ended", end_the_server, ("PostgreSQL",)),
    Event("storm in Slack", let_slack_misbehave, ENGINES),
)
