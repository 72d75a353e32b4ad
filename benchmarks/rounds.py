"""Contenders take turns in one run, so that whatever else the machine does falls on all of them alike."""

import statistics
import time
from collections.abc import Callable, Mapping

ROUNDS = 5


def medians(contenders: Mapping[str, Callable[[], object]], *, rounds: int = ROUNDS) -> dict[str, float]:
    """The median seconds of each contender over `rounds` rounds, after one that is not counted."""
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(rounds + 1):
        for name, contender in contenders.items():
            started = time.perf_counter()
            contender()
            if number:
                taken[name].append(time.perf_counter() - started)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def told(seconds: Mapping[str, float], *, floor: str) -> list[str]:
    """A line for each contender: its median, and its ratio to the floor of the same run."""
    return [f"{name:<34} {each * 1000:9.2f} ms   {each / seconds[floor]:6.2f} x" for name, each in seconds.items()]
