"""Words in a report that say who somebody is, found without a model, a download or a network.

A hint for the person who types, never a proof that nobody is named: a nickname, a rare event or a job can still tell.
"""

import unicodedata
from collections.abc import Collection, Iterable, Sequence

from bot.domain.reports.identifying.marks import Identifier, IdentifierKind
from bot.domain.reports.identifying.names import names_in
from bot.domain.reports.identifying.patterns import patterns_in

__all__ = ["Identifier", "IdentifierKind", "found"]

_PRECEDENCE = tuple(IdentifierKind)
_AS_TYPED = str.maketrans("łŁøØđĐ’‘‐‑‒–—−", "lLoOdD''------")  # noqa: RUF001 - what keyboards make of them
_INVISIBLE = ("Mn", "Cf")
"""Accents that stand alone, and characters without width, by their Unicode category."""


def found(text: str, *, known_names: Collection[str] = ()) -> tuple[Identifier, ...]:
    """Identifiers in `text`, in their order, none over another; `known_names` are those of a directory."""
    plain, positions = _plain(text)
    marks = [*patterns_in(plain), *names_in(plain, _simple("\n".join(known_names)))]
    return tuple(Identifier(positions[one.start], positions[one.end], one.kind) for one in _apart(marks))


def _plain(text: str) -> tuple[str, Sequence[int]]:
    """`text` without accents, invisible characters and wide forms, and where each of its letters stood."""
    if text.isascii():
        return text, range(len(text) + 1)
    letters = [letter if letter.isascii() else _simple(letter) for letter in text]
    positions = [position for position, letter in enumerate(letters) for _ in letter]
    return "".join(letters), [*positions, len(text)]


def _simple(text: str) -> str:
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_AS_TYPED))
    return "".join(letter for letter in decomposed if unicodedata.category(letter) not in _INVISIBLE)


def _apart(marks: Iterable[Identifier]) -> list[Identifier]:
    """Marks in order; those that overlap become one, of the kind that says most."""
    apart: list[Identifier] = []
    for mark in sorted(marks, key=lambda one: (one.start, one.end)):
        if apart and mark.start < apart[-1].end:
            apart[-1] = _joined(apart[-1], mark)
        else:
            apart.append(mark)
    return apart


def _joined(first: Identifier, second: Identifier) -> Identifier:
    kind = min(first.kind, second.kind, key=_PRECEDENCE.index)
    return Identifier(first.start, max(first.end, second.end), kind)
