"""How well similar incidents are found: the invented texts, and what each part of the method gives."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from bot.usecases.incidents import similar

HERE = Path(__file__).parent
KINDS = {"o": "overlapping words", "w": "other words", "t": "typing errors and abbreviations"}
METHODS: dict[str, Callable[[str], Mapping[str, float]]] = {
    "words alone": similar.by_words,
    "+ stems": similar.by_stems,
    "+ synonyms": similar.by_meaning,
    "+ character pairs": similar.by_meaning_and_spelling,
}
HALVES = {"tuned on": True, "held out": False}
AT = 5


class Pair(NamedTuple):
    """A query, and the ids of the texts that tell of it: one is enough. `tuned_on` if weights were chosen by it."""

    kind: str
    query: str
    targets: tuple[str, ...]
    tuned_on: bool


class Score(NamedTuple):
    """The share of queries whose text is among the first five, and the mean of one over its place."""

    recall: float
    mean_reciprocal_rank: float
    queries: int


def texts() -> dict[str, str]:
    """The invented incidents by id."""
    found = {each.targets[0]: each.query for each in _events() if each.kind == "="}
    for ids, story, settings in _stories():
        found |= {each: f"{story} {setting}." for each, setting in zip(ids, settings, strict=True)}
    return found


def pairs() -> list[Pair]:
    """The queries with their targets."""
    return [each for each in _events() if each.kind != "="]


def later_pairs() -> list[Pair]:
    """Queries in other words that were written after the list of synonyms."""
    found = []
    for line in _lines("later.txt"):
        start, query = (part.strip() for part in line.split("|"))
        [ids] = [ids for ids, story, _ in _stories() if story.startswith(start)]
        found.append(Pair("w", query, ids, tuned_on=False))
    return found


def score(rank: Callable[[str], list[str]], wanted: list[Pair]) -> Score:
    """How early each target comes."""
    places = [min(map(rank(each.query).index, each.targets)) for each in wanted]
    within = sum(place < AT for place in places) / len(places)
    return Score(within, sum(1 / (place + 1) for place in places) / len(places), len(places))


def _events() -> Iterator[Pair]:
    target, number = "", 0
    for line in _lines("events.txt"):
        kind, text = line.split(" ", 1)
        if kind == "=":
            target, text = (part.strip() for part in text.split("|", 1))
            number += 1
        else:
            text = text.removeprefix("| ")
        yield Pair(kind, text, (target,), tuned_on=number % 2 == 0)


def _stories() -> Iterator[tuple[tuple[str, ...], str, list[str]]]:
    for number, line in enumerate(_lines("others.txt")):
        story, *settings = (part.strip() for part in line.split("|"))
        yield tuple(f"other-{number:02}-{place}" for place in range(len(settings))), story, settings


def _lines(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def table() -> str:
    """What each part of the method gives, as Markdown for docs/learning.md."""
    wanted = pairs()
    sets = {f"{name}, {half}": _of(wanted, kind, half) for kind, name in KINDS.items() for half in HALVES}
    sets["other words, written later"] = later_pairs()
    heads = [f"{name} ({len(each)})" for name, each in sets.items()]
    rows = [["method", *heads], ["---"] * (len(heads) + 1)]
    for method, read in METHODS.items():
        index = similar.Index(texts(), read)
        scores = [score(index.ranked, each) for each in sets.values()]
        rows.append([method, *(f"{each.recall:.2f} / {each.mean_reciprocal_rank:.2f}" for each in scores)])
    return "\n".join(f"| {' | '.join(row)} |".replace("| --- ", "|---").replace("|--- |", "|---|") for row in rows)


def _of(wanted: list[Pair], kind: str, half: str) -> list[Pair]:
    return [each for each in wanted if each.kind == kind and each.tuned_on == HALVES[half]]
