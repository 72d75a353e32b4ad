"""The safety team's Home: with 10,000 open incidents it must open as fast as with 10, within a factor of 2.

Both sizes take turns in one run, each with a database of its own. Measured is what the bot does until Slack is
called: all queries of Home, the numbers included, and its blocks.
"""

import statistics
from contextlib import ExitStack

from benchmarks import engines, programs
from benchmarks.rounds import ratio, row, seconds, table, take_turns
from benchmarks.tick import NoonClock
from bot import service_file
from bot.domain.incidents.queue import QueuePlace
from bot.usecases.context import Context
from bot.usecases.home import home_data
from tests import open_incidents

LEAD, TEAM = "U0JO000001", "oak-ward"
WITHIN = 2.0
"""The factor that the larger one may take."""


def main(*, few: int = 10, many: int = 10_000, rounds: int = 50) -> None:
    """Print what Home costs with few and with many open incidents: its first page, and one from the middle."""
    print(f"\n### queue: the safety team's Home with {few:,} and with {many:,} open incidents\n")
    table("engine", "page", f"{few:,} open, median, ms", f"{many:,} open, median, ms", "ratio")
    for engine in engines.ENGINES:
        with ExitStack() as stack:
            small, large = (_filled(stack, engine, count) for count in (few, many))
            _measure(engine, "first", (small, QueuePlace()), (large, QueuePlace()), rounds=rounds)
            middle = open_incidents.incident(many // 2)
            _measure(engine, "in the middle", (small, QueuePlace()), (large, QueuePlace(after=middle)), rounds=rounds)
            one_team = QueuePlace(team=TEAM)
            _measure(engine, "one team's", (small, one_team), (large, one_team), rounds=rounds)


def _filled(stack: ExitStack, engine: str, count: int) -> Context:
    service = service_file.read_service(programs.SERVICE_FILE)
    context = stack.enter_context(engines.context(engine, service, NoonClock()))
    with context.database.engine.begin() as connection:
        open_incidents.fill(connection, count=count, team=TEAM)
    return context


def _measure(
    engine: str, page: str, small: tuple[Context, QueuePlace], large: tuple[Context, QueuePlace], *, rounds: int
) -> None:
    contenders = {"few": seconds(lambda: _read(*small)), "many": seconds(lambda: _read(*large))}
    taken = take_turns(contenders, rounds=rounds)
    medians = [f"{statistics.median(each) * 1000:.2f}" for each in taken.values()]
    row(engine, page, *medians, f"{ratio(taken['many'], taken['few']):.2f} (aim: at most {WITHIN})")


def _read(context: Context, place: QueuePlace) -> None:
    queue = home_data(context, LEAD, place).queue
    assert queue
    assert queue.page.rows
