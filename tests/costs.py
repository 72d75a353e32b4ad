"""What a run costs, by folder: seconds of computing, and the seconds that its tests took one after another.

`pytest --costs` prints it at the end. The rest of the time was waiting, in which another worker computes. Counted
are this process and all that it started: bots, browsers and, through its file of process ids, the PostgreSQL server.
"""

import os
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests import postgres

_TICKS = os.sysconf("SC_CLK_TCK")
Table = dict[str, list[float]]
"""From a folder to its tests, the seconds of computing and the seconds from beginning to end."""


class Costs:
    """Adds up in each worker; the process that started the workers adds those up."""

    def __init__(self) -> None:
        self.table: Table = defaultdict(lambda: [0, 0.0, 0.0])
        self._since = computed(), time.monotonic()

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        result = yield
        now = computed(), time.monotonic()
        before, self._since = self._since, now
        add(self.table, {folder_of(item): [1, now[0] - before[0], now[1] - before[1]]})
        return result

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        output = getattr(session.config, "workeroutput", None)
        if output is not None:
            output["costs"] = dict(self.table)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        add(self.table, getattr(node, "workeroutput", {}).get("costs", {}))

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        terminalreporter.section("costs in seconds")
        terminalreporter.write_line(f"{'folder':<20}{'tests':>8}{'computing':>12}{'elapsed':>12}")
        rows = sorted(self.table.items(), key=lambda row: -row[1][1])
        total = [sum(costs[column] for costs in self.table.values()) for column in range(3)]
        for folder, (tests, computing, elapsed) in (*rows, ("all", total)):
            terminalreporter.write_line(f"{folder:<20}{tests:>8.0f}{computing:>12.1f}{elapsed:>12.1f}")


def add(table: Table, more: Mapping[str, list[float]]) -> None:
    for folder, costs in more.items():
        table[folder] = [one + other for one, other in zip(table[folder], costs, strict=True)]


def folder_of(item: pytest.Item) -> str:
    """The folder below `tests`, or the file that stands there by itself."""
    return item.path.relative_to(Path(__file__).parent).parts[0]


def computed() -> float:
    """Seconds on a processor, of this process and of all that it started."""
    parents, used = _processes()
    roots = {os.getpid(), *postgres.process_ids()}
    return sum(seconds for process, seconds in used.items() if _comes_from(process, roots, parents)) / _TICKS


def _processes() -> tuple[dict[int, int], dict[int, int]]:
    """The parent of each process of this machine, and the ticks that it and its ended children have used."""
    parents, used = {}, {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(") ")[2].split()
            except OSError:  # It has ended meanwhile.
                continue
            parents[int(entry.name)] = int(fields[1])
            used[int(entry.name)] = sum(map(int, fields[11:15]))
    return parents, used


def _comes_from(process: int, roots: set[int], parents: Mapping[int, int]) -> bool:
    while process not in roots:
        if process not in parents:
            return False
        process = parents[process]
    return True
