"""Contenders take turns in one run, so that whatever else the machine does falls on all of them alike."""

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

R = TypeVar("R")
ROUNDS = 5


def take_turns(contenders: Mapping[str, Callable[[], R]], *, rounds: int) -> dict[str, list[R]]:
    """What each contender returned in each of `rounds` rounds, after one round that is not counted."""
    results: dict[str, list[R]] = {name: [] for name in contenders}
    for number in range(rounds + 1):
        for name, contender in contenders.items():
            result = contender()
            if number:
                results[name].append(result)
    return results


def seconds(of: Callable[[], object]) -> Callable[[], float]:
    """The contender that tells how long `of` took."""

    def measured() -> float:
        started = time.perf_counter()
        of()
        return time.perf_counter() - started

    return measured


def ratio(these: Sequence[float], to: Sequence[float]) -> float:
    """The median of the ratios within each round, and not the ratio of the medians."""
    return statistics.median(this / floor for this, floor in zip(these, to, strict=True))


def table(*columns: str) -> None:
    """Print the head of a table as Markdown has it."""
    row(*columns)
    row(*("---" for _ in columns))


def row(*cells: object) -> None:
    print("|", " | ".join(str(cell) for cell in cells), "|", flush=True)
