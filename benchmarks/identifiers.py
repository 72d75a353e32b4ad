"""How well and how fast identifiers are found in the words of a report.

The floor is a set of all known names, folded to lower case, and one look at each word of the text.
"""

import itertools
import statistics
from collections.abc import Sequence

from benchmarks.rounds import ROUNDS, ratio, row, seconds, table, take_turns
from bot.domain.reports.identifiers import found
from bot.domain.reports.identifying.wordlists.given_names import GIVEN_NAMES
from bot.domain.reports.identifying.wordlists.surnames import SURNAMES
from tests.domain.identifier_sentences import STYLES, Score, Sentence, score, sentences

LENGTH = 6_000
NAMES = 10_000


def main(*, length: int = LENGTH, names: int = NAMES, rounds: int = ROUNDS) -> None:
    """Print a table of scores, and one of times."""
    print(f"\n### identifiers: {length} characters, {names} known names\n")
    _scores()
    print()
    _times(" ".join(one.text for one in sentences("held_out"))[:length], _directory(names), rounds=rounds)


def _scores() -> None:
    table("sentences", "style", "direct, known names", "all letters", "direct, no names", "clean ones flagged")
    for written, style in itertools.product(("held_out", "development"), STYLES):
        chosen = [one for one in sentences(written) if one.style == style]
        known = score(chosen, known_names=sorted(_named(chosen)))
        row(written, style, *_in_numbers(known, score(chosen)))


def _named(chosen: Sequence[Sentence]) -> set[str]:
    return {name for one in chosen for name in one.names}


def _in_numbers(known: Score, alone: Score) -> tuple[str, ...]:
    return (
        f"{known.recall:.3f}",
        f"{known.covered_share:.3f}",
        f"{alone.touched} of {alone.direct}: {alone.recall:.3f}",
        f"{alone.flagged} of {alone.clean}",
    )


def _directory(count: int) -> list[str]:
    pairs = itertools.product(sorted(GIVEN_NAMES)[::20], sorted(SURNAMES)[::20])
    return [f"{given.title()} {surname.title()}" for given, surname in itertools.islice(pairs, count)]


def _times(text: str, names: list[str], *, rounds: int) -> None:
    contenders = {
        "a set of names, a look at each word": seconds(lambda: _looked_up(text, names)),
        "found, no known names": seconds(lambda: found(text)),
        "found, all known names": seconds(lambda: found(text, known_names=names)),
    }
    results = take_turns(contenders, rounds=rounds)
    floor = next(iter(results.values()))
    table("contender", "ms", "ratio to the floor")
    for name, times in results.items():
        row(name, f"{statistics.median(times) * 1_000:.1f}", f"{ratio(times, floor):.1f}")


def _looked_up(text: str, names: list[str]) -> set[str]:
    return {part for name in names for part in name.lower().split()} & set(text.lower().split())
