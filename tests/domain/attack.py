"""Somebody who reads published tables, knows how they are linked, and works out every number that they can.

Knows nothing of how cells are hidden. Counts are whole and none or more, and each shown cell and each link is an
equation or an inequality between the counts inside the tables. A small number is given away if each solution has it
from 1 to 4.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from bot.domain.small_numbers import Link

Table = Sequence[Sequence[int]]
Shown = Sequence[Sequence[int | None]]
Unknown = tuple[str, int, int]
Sum = dict[Unknown, int]
Bounds = dict[Unknown, tuple[int, int]]
Limit = tuple[Sum, int, int]
"""A sum of unknowns, and between what it is."""

FAR = 10_000
MOST_LOOKS = 3_000


def given_away(tables: Mapping[str, Table], links: Sequence[Link], shown: Mapping[str, Shown]) -> list[Sum]:
    """The counts and growths of which a reader knows that they are from 1 to 4. The truth is only guessed first."""
    limits = [*_what_is_shown(shown), *_what_links_say(tables, links)]
    truth = {(name, row, column): tables[name][row][column] for name, row, column in _inner(tables)}
    return [
        number
        for number in _small_numbers(tables, links, truth)
        if not any(_solvable([*limits, limit], truth) for limit in ((number, -FAR, 0), (number, 5, FAR)))
    ]


def _inner(tables: Mapping[str, Table]) -> Iterator[Unknown]:
    return (
        (name, row, column)
        for name, table in tables.items()
        for row, cells in enumerate(table)
        for column in range(len(cells))
    )


def _cells(tables: Mapping[str, Shown], name: str) -> dict[tuple[int, int], Sum]:
    """For each cell of a published table, the unknowns that it adds up."""
    rows, columns = len(tables[name]), len(tables[name][0])
    return {
        (row, column): {
            (name, line, across): 1
            for line in (range(rows) if row == rows else [row])
            for across in (range(columns) if column == columns else [column])
        }
        for row, column in product(range(rows + 1), range(columns + 1))
    }


def _what_is_shown(shown: Mapping[str, Shown]) -> Iterator[Limit]:
    inner = {name: [row[:-1] for row in table[:-1]] for name, table in shown.items()}
    for name, table in shown.items():
        for (row, column), number in _cells(inner, name).items():
            count = table[row][column]
            if count is not None:
                yield number, count, count


def _what_links_say(tables: Mapping[str, Table], links: Sequence[Link]) -> Iterator[Limit]:
    for link in links:
        first = link.later or link.whole or ""
        for _, row, column in _inner({first: tables[first]}):
            number = Counter({(first, row, column): 1})
            number.subtract((name, row, column) for name in ([link.earlier] if link.earlier else link.parts))
            yield dict(number), 0, FAR if link.earlier else 0


def _small_numbers(tables: Mapping[str, Table], links: Sequence[Link], truth: Mapping[Unknown, int]) -> list[Sum]:
    counts = [number for name in tables for number in _cells(tables, name).values()]
    growths = [
        {**later, **dict.fromkeys(earlier, -1)}
        for link in links
        if link.earlier and link.later
        for later, earlier in zip(
            _cells(tables, link.later).values(), _cells(tables, link.earlier).values(), strict=True
        )
    ]
    return [
        number
        for number in counts + growths
        if 0 < sum(times * truth[unknown] for unknown, times in number.items()) < 5
    ]


def _solvable(limits: Sequence[Limit], truth: Mapping[Unknown, int]) -> bool:
    """Whether whole numbers fulfil all limits: narrow, then guess one unknown, nearest to the truth first."""
    looks = 0
    open_bounds: list[Bounds] = [dict.fromkeys(truth, (0, max(truth.values()) + 30))]
    while open_bounds:
        looks += 1
        assert looks < MOST_LOOKS, "the attack came to no end"
        bounds = _narrowed(open_bounds.pop(), limits)
        if bounds is None:
            continue
        unsure = [unknown for unknown, (least, most) in bounds.items() if least < most]
        if not unsure:
            return True
        unknown = min(unsure, key=lambda unknown: bounds[unknown][1] - bounds[unknown][0])
        open_bounds += [{**bounds, unknown: part} for part in _parts(*bounds[unknown], truth[unknown])]
    return False


def _parts(least: int, most: int, guess: int) -> list[tuple[int, int]]:
    """What is below the guess, above it, and the guess itself: the last is looked at first."""
    guess = min(max(guess, least), most)
    return [part for part in ((least, guess - 1), (guess + 1, most), (guess, guess)) if part[0] <= part[1]]


def _narrowed(bounds: Bounds, limits: Sequence[Limit]) -> Bounds | None:
    """What the limits leave of the bounds. None if they leave nothing."""
    bounds, before = dict(bounds), None
    while bounds != before:
        before = dict(bounds)
        for number, least, most in limits:
            _narrow(bounds, number, least, most)
        if any(first > last for first, last in bounds.values()):
            return None
    return bounds


def _narrow(bounds: Bounds, number: Sum, least: int, most: int) -> None:
    """What all unknowns of a sum but one can be at least and at most says what this one can be."""
    ends = {unknown: sorted(times * end for end in bounds[unknown]) for unknown, times in number.items() if times}
    low, high = (sum(end[side] for end in ends.values()) for side in (0, 1))
    if not ends and not least <= 0 <= most:
        bounds.update(dict.fromkeys(bounds, (1, 0)))
    for unknown, (own_low, own_high) in ends.items():
        times = number[unknown]
        left, right = least - high + own_high, most - low + own_low
        first, last = (left, right) if times > 0 else (-right, -left)
        old = bounds[unknown]
        bounds[unknown] = max(old[0], -(-first // abs(times))), min(old[1], last // abs(times))
