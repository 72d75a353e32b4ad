"""How many planted themes are proposed, how many are missed, and how many are invented. All texts are invented."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from bot.domain.learning.themes import Proposal, Told, by_words
from bot.usecases.incidents.similar import by_meaning_and_spelling
from tests.usecases.likeness import measure

PLANTED = Path(__file__).parent / "planted.txt"
KINDS = {"o": "overlapping words", "w": "other words", "": "none"}
ENOUGH = 3
"""Incidents of a theme that must stand in a proposal, of which they must be most."""


class Found(NamedTuple):
    """Themes planted, found and missed; proposals that are no theme; incidents of themes found, of all of them."""

    planted: int
    found: int
    missed: int
    invented: int
    incidents: int
    of: int


def planted(kind: str) -> dict[str, list[str]]:
    """The texts of each theme."""
    themes: dict[str, list[str]] = {}
    name = ""
    for line in PLANTED.read_text(encoding="utf-8").splitlines():
        mark, _, text = line.partition(" ")
        if mark == "=":
            name = text
        elif mark == kind:
            themes.setdefault(name, []).append(text)
    return themes


def others() -> list[str]:
    """One text of each story, so that no two tell of the same."""
    first: dict[str, str] = {}
    for name, text in sorted(measure.texts().items()):
        first.setdefault(name.rpartition("-")[0] if name.startswith("other-") else name, text)
    return list(first.values())


def score(themes: Mapping[str, list[str]], background: list[str]) -> Found:
    """What is proposed of these texts together."""
    named = [(name, text) for name, texts in themes.items() for text in texts]
    every = [*named, *(("", text) for text in background)]
    of = {UUID(int=number): name for number, (name, _) in enumerate(every)}
    told = [Told(UUID(int=number), meanings=by_meaning_and_spelling(text)) for number, (_, text) in enumerate(every)]
    found: dict[str, int] = {}
    invented = 0
    for proposal in by_words(told):
        name, count = _theme_of(proposal, of)
        if name:
            found[name] = max(found.get(name, 0), count)
        else:
            invented += 1
    return Found(len(themes), len(found), len(themes) - len(found), invented, sum(found.values()), len(named))


def _theme_of(proposal: Proposal, of: Mapping[UUID, str]) -> tuple[str, int]:
    """The planted theme that most of it belongs to, and how many; no name if there is none."""
    names = [of[each] for each in proposal.incidents]
    most = max(sorted(set(names) - {""}), key=names.count, default="")
    count = names.count(most) if most else 0
    return (most, count) if count >= ENOUGH and 2 * count > len(names) else ("", 0)


def stories() -> dict[str, list[str]]:
    """Of each story of `likeness` its settings: on these `ALIKE` was chosen."""
    found: dict[str, list[str]] = {}
    for name, text in measure.texts().items():
        if name.startswith("other-"):
            found.setdefault(name.rpartition("-")[0], []).append(text)
    return found


def rows() -> Iterator[tuple[str, Found]]:
    for kind, name in KINDS.items():
        yield name, score(planted(kind) if kind else {}, others())


def table() -> str:
    """As it stands in docs/learning.md."""
    head = "| planted among unrelated incidents | planted | found | missed | invented | incidents found |\n"
    lines = [
        f"| {name} | {one.planted} | {one.found} | {one.missed} | {one.invented} | {one.incidents} of {one.of} |"
        for name, one in rows()
    ]
    return head + "|---|---|---|---|---|---|\n" + "\n".join(lines)
