"""Sentences with and without identifiers, as staff of a ward write them, and how a search for identifiers scores."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.domain.reports.identifiers import Identifier, IdentifierKind, found

STYLES = ("nurse", "manager", "second")
_MARKED = re.compile(r"\{(\w+):([^{}]*)\}")
_INDIRECT = frozenset(kind for kind in IdentifierKind if not kind.direct)


@dataclass(frozen=True)
class Sentence:
    """What somebody wrote; `marked` are the identifiers in it, as whoever wrote the example saw them."""

    style: str
    text: str
    marked: tuple[Identifier, ...]
    names: tuple[str, ...]
    """Those that a directory would know."""


@dataclass(frozen=True)
class Score:
    """Counts, so that scores can be added up."""

    direct: int
    touched: int
    """Direct identifiers of which at least one letter was found."""
    covered: int
    """Direct identifiers of which every letter was found."""
    indirect: int
    indirect_touched: int
    clean: int
    flagged: int
    """Clean sentences in which anything was found."""

    @property
    def recall(self) -> float:
        return self.touched / self.direct

    @property
    def covered_share(self) -> float:
        return self.covered / self.direct

    @property
    def flagged_share(self) -> float:
        return self.flagged / self.clean


def sentences(name: str) -> tuple[Sentence, ...]:
    """The sentences of `held_out` or `development`."""
    lines = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(_sentence(line) for line in lines if line and not line.startswith("#"))


def _sentence(line: str) -> Sentence:
    style, _, rest = line.partition(": ")
    written, _, names = rest.partition(" || ")
    text, marked, end = "", [], 0
    for match in _MARKED.finditer(written):
        text += written[end : match.start()]
        marked.append(Identifier(len(text), len(text) + len(match[2]), IdentifierKind(match[1])))
        text += match[2]
        end = match.end()
    return Sentence(style, text + written[end:], tuple(marked), tuple(filter(None, names.split(", "))))


def score(
    written: Iterable[Sentence],
    *,
    known_names: Collection[str] = (),
    search: Callable[..., tuple[Identifier, ...]] = found,
) -> Score:
    """How `search` does on these sentences."""
    counts = [_counted(one, search(one.text, known_names=known_names)) for one in written]
    return Score(*(sum(column) for column in zip(*counts, strict=True)))


def _counted(sentence: Sentence, hits: tuple[Identifier, ...]) -> tuple[int, ...]:
    letters = {at for hit in hits for at in range(hit.start, hit.end)}
    direct = [one for one in sentence.marked if one.kind not in _INDIRECT]
    indirect = [one for one in sentence.marked if one.kind in _INDIRECT]
    return (
        len(direct),
        sum(_touches(one, letters) for one in direct),
        sum(_covers(sentence.text, one, letters) for one in direct),
        len(indirect),
        sum(_touches(one, letters) for one in indirect),
        not sentence.marked,
        bool(not sentence.marked and hits),
    )


def _touches(one: Identifier, letters: set[int]) -> bool:
    return not letters.isdisjoint(range(one.start, one.end))


def _covers(text: str, one: Identifier, letters: set[int]) -> bool:
    return all(at in letters for at in range(one.start, one.end) if text[at].isalnum())
