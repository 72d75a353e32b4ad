"""How often "sustained" is wrong, and how many true changes it finds: `python -m tests.simulation.improvement`.

What it prints is Markdown, for docs/evidence.md. The same seed prints the same figures.
"""

import argparse
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from random import Random

from bot.domain.evidence.improvement import FEWEST_AFTER, FEWEST_BEFORE, FEWEST_SUSTAINED, Grade, grade
from bot.domain.evidence.spc import Direction

SHORTEST, LONGEST = 24, 52
Draw = Callable[[Random, int], list[float]]


@dataclass(frozen=True)
class Process:
    """A way in which a stable measure varies, with a standard deviation of 1 where it is `normal` or `alike`."""

    name: str
    draw: Draw


def normal() -> Process:
    """Bell-shaped, each point by itself."""
    return Process("normal", lambda rng, length: [rng.gauss(0, 1) for _ in range(length)])


def alike(correlation: float) -> Process:
    """Each point resembles the one before it."""

    def draw(rng: Random, length: int) -> list[float]:
        value, values = rng.gauss(0, 1), []
        for _ in range(length):
            values.append(value)
            value = correlation * value + math.sqrt(1 - correlation**2) * rng.gauss(0, 1)
        return values

    return Process(f"each point resembles the last, r = {correlation}", draw)


def counts(average: float) -> Process:
    """Events that come one by one (Poisson)."""
    return Process(f"counts, {average} on average", lambda rng, length: [_count(rng, average) for _ in range(length)])


def clustered(average: float) -> Process:
    """Counts with quiet and busy weeks: their variance is more than twice a Poisson's."""

    def draw(rng: Random, length: int) -> list[float]:
        return [_count(rng, rng.gammavariate(2, average / 2)) for _ in range(length)]

    return Process(f"clustered counts, {average} on average", draw)


def waiting() -> Process:
    """A long tail upwards, as the days between events have (exponential)."""
    return Process("long tail", lambda rng, length: [rng.expovariate(1) for _ in range(length)])


def _count(rng: Random, average: float) -> float:
    threshold, events, product = math.exp(-average), 0, rng.random()
    while product > threshold:
        events += 1
        product *= rng.random()
    return float(events)


def looks(rng: Random) -> Iterator[tuple[int, int]]:
    """Lengths from 24 to 52 with a change that has at least 12 points on both sides."""
    while True:
        length = rng.randint(SHORTEST, LONGEST)
        yield length, rng.randint(FEWEST_BEFORE, length - FEWEST_SUSTAINED)


def grades(
    process: Process, *, seed: int, series: int, step: float = 0, improvement: Direction = Direction.INCREASE
) -> Counter[Grade]:
    """The grades of one look at the last point of each series, with a step of `step` at the change."""
    rng, found = Random(f"{seed} {process.name} {step} {improvement}"), Counter[Grade]()  # noqa: S311
    for (length, change), _ in zip(looks(rng), range(series), strict=False):
        values = process.draw(rng, length)
        found[grade([*values[:change], *(value + step for value in values[change:])], change, improvement)] += 1
    return found


def found_with(step: float, *, after: int, seed: int, series: int) -> float:
    """The share graded sustained, with 26 points before the change and `after` since."""
    rng, process, before = Random(f"{seed} {step} {after}"), normal(), 26  # noqa: S311
    sustained = 0
    for _ in range(series):
        values = process.draw(rng, before + after)
        values[before:] = [value + step for value in values[before:]]
        sustained += grade(values, before, Direction.INCREASE) is Grade.SUSTAINED
    return sustained / series


def ever(process: Process, *, before: int, seed: int, series: int) -> float:
    """The share of stable series that are graded sustained at least once in 52 weeks, with a look at each point."""
    rng, wrong = Random(f"{seed} {process.name} {before}"), 0  # noqa: S311
    for _ in range(series):
        values = process.draw(rng, LONGEST)
        ends = range(before + FEWEST_AFTER, LONGEST + 1)
        wrong += any(grade(values[:end], before, Direction.INCREASE) is Grade.SUSTAINED for end in ends)
    return wrong / series


def lost(step: float, back: int, *, seed: int, series: int) -> Counter[Grade]:
    """The grades where a step of `step` lasts 20 points, and the last `back` points are as they were before."""
    rng, process, found = Random(f"{seed} lost {step} {back}"), normal(), Counter[Grade]()  # noqa: S311
    for _ in range(series):
        values = process.draw(rng, 20 + 20 + back)
        values[20:40] = [value + step for value in values[20:40]]
        found[grade(values, 20, Direction.INCREASE)] += 1
    return found


UP, DOWN = Direction.INCREASE, Direction.DECREASE
STABLE: tuple[tuple[Process, Direction], ...] = (
    (normal(), UP),
    *((counts(average), better) for average in (0.5, 1, 3, 8) for better in (UP, DOWN)),
    *((clustered(3), better) for better in (UP, DOWN)),
    *((waiting(), better) for better in (UP, DOWN)),
    *((alike(correlation), UP) for correlation in (0.2, 0.3, 0.5)),
)
STEPS = (1, 1.5, 2)


def tables(*, seed: int, series: int) -> Iterator[str]:
    """Every table, line by line."""
    told = ("no_signal_yet", "improvement_signal", "sustained", "slipped_back")
    yield f"Seed {seed}; {series} series in each row, a tenth of that for a look at every point."
    yield from _head("stable series, one look", "better is", *told)
    for process, better in STABLE:
        found = grades(process, seed=seed, series=series, improvement=better)
        yield _row(process.name, better.value, *(found[Grade(name)] / series for name in told))
    yield from _head("a true step, one look", "step", *told)
    for process in (normal(), alike(0.3)):
        for step in STEPS:
            found = grades(process, seed=seed, series=series, step=step)
            yield _row(process.name, f"{step} SD", *(found[Grade(name)] / series for name in told))
    yield from _head("sustained, by points since the change", *(f"{step} SD" for step in STEPS))
    for after in (12, 18, 26):
        shares = (found_with(step, after=after, seed=seed, series=series) for step in STEPS)
        yield _row(f"26 before, {after} since", *shares)
    yield from _head("stable for 52 weeks, a look every week", "12 before the change", "26 before the change")
    for process in (normal(), counts(3), alike(0.3)):
        shares = (ever(process, before=before, seed=seed, series=max(series // 10, 1)) for before in (12, 26))
        yield _row(process.name, *shares)
    yield from _head("better for 20 points, then as before", "step", *told)
    for step in STEPS:
        for back in (4, 7):
            found = lost(step, back, seed=seed, series=series)
            yield _row(f"{back} points back", f"{step} SD", *(found[Grade(name)] / series for name in told))


def _head(*columns: str) -> Iterable[str]:
    return "", f"| {' | '.join(columns)} |", "|---" * len(columns) + "|"


def _row(*cells: str | float) -> str:
    return f"| {' | '.join(cell if isinstance(cell, str) else f'{cell:.1%}' for cell in cells)} |"


def main() -> None:
    """Print the tables."""
    asked = argparse.ArgumentParser(prog="python -m tests.simulation.improvement", description=__doc__)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--series", type=int, default=4000)
    for line in tables(**vars(asked.parse_args())):
        print(line, flush=True)  # noqa: T201 - a program


if __name__ == "__main__":
    main()
