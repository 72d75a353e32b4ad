"""What happens to the bot. Each leaves everything as it found it."""

import time
from contextlib import ExitStack
from dataclasses import replace

from tests.torture.bot_under_attack import QUICKLY, Arena, Event
from tests.torture.concurrent_submissions import dealt, storm
from tests.torture.databases import ENGINES

_STILLBORN = 0.1
"""The share of bots that are killed while they start."""
_UNANSWERED = 0.3
"""The share of transactions that are kept, and nobody hears of it."""
_STARTS = 20
"""One may be struck too: the bot ends, and whoever looks after it starts it again."""
_HELD_SECONDS = 4
"""Twice as long as an interactive transaction waits."""


def kill(arena: Arena, bots: ExitStack, times: int) -> None:
    for _ in range(times):
        if arena.chance.random() < _STILLBORN:
            arena.stillborn()
        else:
            with arena.bot():
                arena.pause(0, 1.2)
    bots.enter_context(arena.bot())


def hold_the_database(arena: Arena, bots: ExitStack, times: int) -> None:
    bots.enter_context(arena.bot())
    for _ in range(times):
        arena.pause(0.5, 1)
        with arena.database.held():
            time.sleep(_HELD_SECONDS)


def fill_the_disk(arena: Arena, bots: ExitStack, times: int) -> None:
    bot = bots.enter_context(arena.bot())
    for _ in range(times):
        arena.pause(0.5, 1)
        assert bot.pid is not None
        with arena.database.full(bot.pid):
            arena.pause(2, 3)


def lose_the_answers_to_commits(arena: Arena, bots: ExitStack, times: int) -> None:
    with arena.bot(surroundings=replace(QUICKLY, unanswered=_UNANSWERED), starts=_STARTS):
        arena.pause(3 * times, 3 * times)
    bots.enter_context(arena.bot())


def end_the_server(arena: Arena, bots: ExitStack, times: int) -> None:
    bots.enter_context(arena.bot())
    for _ in range(times):
        arena.pause(0.5, 1.5)
        with arena.database.ended_hard():
            arena.pause(0, 1)


def let_slack_misbehave(arena: Arena, bots: ExitStack, times: int) -> None:
    bots.enter_context(arena.bot())
    for _, some in zip(range(times), dealt(arena.workspace, arena.chance), strict=False):
        arena.pause(1, 2)
        with storm(arena.workspace, some, seed=arena.chance.getrandbits(32)):
            arena.pause(2, 4)


EVENTS = (
    Event("kill", kill, ENGINES),
    Event("database held", hold_the_database, ENGINES),
    Event("disk full", fill_the_disk, ENGINES),
    Event("commits unanswered", lose_the_answers_to_commits, ENGINES),
    Event("server ended", end_the_server, ("PostgreSQL",)),
    Event("storm in Slack", let_slack_misbehave, ENGINES),
)
