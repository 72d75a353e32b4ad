"""How soon somebody who types the command has the form: the acknowledgement, the call that opens it, its making."""

import json
import statistics
import time
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from typing import Any

from benchmarks import engines, load, programs, requests, slack
from benchmarks.load import Load
from benchmarks.rounds import ratio, row, seconds, table, take_turns
from bot import service_file
from handlers.reports import report_form
from sandbox.people.person import PeopledWorkspace
from sandbox.records import Answer

FLOOR = "a command that does nothing"
BOT = "Candour"
COMMAND = "/incident"
_DRAWN = 200
_OPENED = {"ok": True, "view": {"id": "V0FORM0001", "hash": "1.a"}}


def main(*, count: int = 200, at_once: Sequence[int] = (1, 64), rounds: int = 5) -> None:
    """Print both ways, and what making the form costs."""
    print(f"\n### open-modal: {count} commands in each round\n")
    table(
        "at once",
        "contender",
        "acknowledged p50, ms",
        "p99, ms",
        "ratio of p50",
        "views.open issued p50, ms",
        "p99, ms",
    )
    with ExitStack() as stack:
        stand_in = stack.enter_context(slack.running(_notes_openings))
        url = stack.enter_context(engines.database("SQLite"))
        ports = {
            FLOOR: stack.enter_context(programs.floor(stand_in.api_url)),
            BOT: stack.enter_context(programs.bot(stand_in.api_url, url)),
        }
        for number in at_once:
            _measure(ports, stand_in, number, max(count, number), rounds)
    _drawing(rounds)


def _measure(ports: dict[str, int], stand_in: slack.StandIn, at_once: int, count: int, rounds: int) -> None:
    issued: list[float] = []

    def typed(name: str) -> Load:
        sent = requests.commands(COMMAND, count)
        done = load.send(ports[name], [request for _, request in sent], at_once=at_once)
        if name == BOT:
            issued.extend(_issued(stand_in, [trigger for trigger, _ in sent], done))
        return done

    loads = take_turns({name: partial(typed, name) for name in ports}, rounds=rounds)
    floor = [each.within(0.5) for each in loads[FLOOR]]
    for name, taken in loads.items():
        halves = [each.within(0.5) for each in taken]
        times = [_milliseconds(halves), _milliseconds(each.within(0.99) for each in taken)]
        opened = _issue_times(issued) if name == BOT else ["", ""]
        row(at_once, name, *times, f"{ratio(halves, floor):.2f}", *opened)


def _issued(stand_in: slack.StandIn, triggers: Sequence[str], done: Load) -> list[float]:
    """How long after each command was sent its form was asked for."""
    until, opened = time.monotonic() + 10, dict[str, float]()
    while set(triggers) - set(opened) and time.monotonic() < until:
        time.sleep(0.05)
        opened |= stand_in.told()
    return [opened[triggers[answer.number]] - answer.sent_at for answer in done.answers]


def _issue_times(issued: Sequence[float]) -> list[str]:
    ordered = sorted(issued)
    return [_milliseconds([ordered[int(len(ordered) * share)]]) for share in (0.5, 0.99)]


def _milliseconds(times: Any) -> str:  # noqa: ANN401 - any seconds that can be gone through
    return f"{statistics.median(times) * 1000:.1f}"


def _notes_openings(workspace: PeopledWorkspace) -> slack.Tell:
    """Takes every form, and remembers when it was asked for. The clock is the machine's, the same in each process."""
    opened: dict[str, float] = {}

    def note(method: str, arguments: dict[str, Any]) -> Answer | None:
        if method != "views.open":
            return None
        opened[arguments["trigger_id"]] = time.monotonic()
        return 200, {}, _OPENED

    workspace.on_call(note)
    return lambda: dict(opened)


def _drawing(rounds: int) -> None:
    """The form as `handlers` makes it, against the same dicts written down."""
    service, now = service_file.read_service(programs.SERVICE_FILE), datetime.now(UTC)

    def draw() -> dict[str, Any]:
        return report_form.draw(service, nonce="nonce", team=service.teams[0], text="The door alarm", now=now)

    written = compile(repr(json.loads(json.dumps(draw()))), "the form, written down", "eval")
    contenders = {
        "the same dicts, written down": seconds(lambda: [eval(written) for _ in range(_DRAWN)]),  # noqa: S307 - our own form
        "the form, as it is made": seconds(lambda: [draw() for _ in range(_DRAWN)]),
    }
    taken = take_turns(contenders, rounds=rounds)
    floor = next(iter(taken.values()))
    print()
    table("making the form", "median, microseconds", "ratio")
    for name, each in taken.items():
        row(name, f"{statistics.median(each) / _DRAWN * 1e6:.0f}", f"{ratio(each, floor):.1f}")
