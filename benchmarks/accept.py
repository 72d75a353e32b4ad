"""What it costs to accept a report: from the signed request to the answer that says that it is saved.

The floor is Bolt on the same server with a listener that does nothing.
"""

import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial

import sqlalchemy as sa

from benchmarks import engines, load, programs, requests, slack
from benchmarks.load import Load
from benchmarks.rounds import ratio, row, table, take_turns
from bot import service_file
from bot.domain.service.service import Service

FLOOR = "a listener that does nothing"
_SAVED = b"Your report is saved"


class Contender:
    """A program that takes reports, and a count of what it said."""

    def __init__(self, port: int, database_url: str | None, service: Service) -> None:
        self._port, self._database_url, self._service = port, database_url, service
        self._receipts = 0

    def takes(self, count: int, *, at_once: int) -> Load:
        """This many new reports."""
        done = load.send(self._port, requests.submissions(self._service, count), at_once=at_once)
        self._receipts += done.saying(_SAVED)
        return done

    def checked(self) -> str:
        """How many were saved and how many receipts were given; they must be the same."""
        if self._database_url is None:
            return "saves nothing"
        engine = sa.create_engine(self._database_url)
        with engine.connect() as connection:
            saved = connection.execute(sa.text("SELECT count(*) FROM report")).scalar_one()
        engine.dispose()
        assert saved == self._receipts, f"{saved} saved, {self._receipts} receipts"
        return f"{saved} saved, {self._receipts} receipts"


def main(*, count: int = 400, at_once: Sequence[int] = (1, 8, 64, 200), rounds: int = 5) -> None:
    """Print what it costs, alone and at a busy moment."""
    print(f"\n### accept: {count} reports in each round\n")
    table("at once", "contender", "requests/s", "p50, ms", "p99, ms", "not 200", "ratio to the floor")
    with _contenders(slack.prompt) as contenders:
        for number in at_once:
            _busy(contenders, max(count, number), number, rounds)
        _checked(contenders)


def slow_slack(*, at_once: Sequence[int] = (64, 200), rounds: int = 5) -> None:
    """Print what a slow Slack changes."""
    print("\n### accept-slow-slack: Slack answers each call in 1 s\n")
    table("at once", "contender", "slowest, ms", "answered inside 3 s")
    with _contenders(slack.slow) as contenders:
        for number in at_once:
            _slow(contenders, number, rounds)
        _checked(contenders)


def _busy(contenders: Mapping[str, Contender], count: int, at_once: int, rounds: int) -> None:
    loads = take_turns(_taking(contenders, count, at_once), rounds=rounds)
    floor = [each.rate for each in loads[FLOOR]]
    for name, taken in loads.items():
        refused = sum(answer.status != 200 for each in taken for answer in each.answers)  # noqa: PLR2004 - HTTP's OK
        rate = f"{statistics.median(each.rate for each in taken):.0f}"
        halves = _milliseconds(taken, 0.5), _milliseconds(taken, 0.99)
        row(at_once, name, rate, *halves, refused, f"{ratio([each.rate for each in taken], floor):.2f}")


def _slow(contenders: Mapping[str, Contender], at_once: int, rounds: int) -> None:
    loads = take_turns(_taking(contenders, at_once, at_once), rounds=rounds)
    for name, taken in loads.items():
        seconds = [answer.seconds for each in taken for answer in each.answers if answer.status == 200]  # noqa: PLR2004 - as above
        in_time = sum(each < 3 for each in seconds)  # noqa: PLR2004 - what Slack gives an answer
        row(at_once, name, f"{max(seconds) * 1000:.0f}", f"{in_time} of {at_once * rounds}")


def _taking(contenders: Mapping[str, Contender], count: int, at_once: int) -> dict[str, Callable[[], Load]]:
    return {name: partial(each.takes, count, at_once=at_once) for name, each in contenders.items()}


def _milliseconds(taken: Sequence[Load], share: float) -> str:
    return f"{statistics.median(each.within(share) for each in taken) * 1000:.1f}"


def _checked(contenders: Mapping[str, Contender]) -> None:
    print("\n" + "; ".join(f"{name}: {each.checked()}" for name, each in contenders.items()))


@contextmanager
def _contenders(arrange: slack.Arrange) -> Iterator[dict[str, Contender]]:
    service = service_file.read_service(programs.SERVICE_FILE)
    with ExitStack() as stack:
        stand_in = stack.enter_context(slack.running(arrange))
        floor = stack.enter_context(programs.floor(stand_in.api_url))
        contenders = {FLOOR: Contender(floor, None, service)}
        for engine in engines.ENGINES:
            url = stack.enter_context(engines.database(engine))
            port = stack.enter_context(programs.bot(stand_in.api_url, url))
            contenders[f"Candour, {engine}"] = Contender(port, url, service)
        yield contenders
