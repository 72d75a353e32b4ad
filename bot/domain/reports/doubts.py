"""What a reporter is asked once before a report is saved, where nobody is at risk. The person decides."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from bot.domain.reports.identifiers import Identifier, IdentifierKind, found
from bot.domain.values import Moment

LONG_AGO = timedelta(days=365)
LATELY = timedelta(minutes=2)
"""Within this time a second report of the same kind may be the first one, sent again."""


@dataclass(frozen=True)
class Doubts:
    """What was noticed. `identifiers` are by the label of the field that holds them; fields without are left out."""

    identifiers: Mapping[str, tuple[Identifier, ...]] = field(default_factory=dict)
    long_ago: Moment | None = None
    sent_lately: str | None = None
    """The reference of a report of the same kind by the same person."""

    @property
    def stop(self) -> bool:
        """Whether the report waits for an answer. An age or an employer alone names nobody, and stops nothing."""
        direct = any(mark.kind.direct for marks in self.identifiers.values() for mark in marks)
        return direct or self.long_ago is not None or self.sent_lately is not None


def identified(texts: Mapping[str, str], *, known_names: Collection[str]) -> dict[str, tuple[Identifier, ...]]:
    """Identifiers by field, where there are any."""
    marks = {name: found(text, known_names=known_names) for name, text in texts.items() if text}
    return {name: each for name, each in marks.items() if each}


def long_ago(happened_at: Moment, *, now: Moment) -> Moment | None:
    """The time, if it is so long ago that the year may be wrong."""
    return happened_at if now - happened_at > LONG_AGO else None


def without_identifiers(
    text: str, words: Mapping[IdentifierKind, str], *, known_names: Collection[str], longest: int
) -> str:
    """The text with each direct identifier replaced by the words for its kind; at most `longest` characters."""
    marks = [mark for mark in found(text, known_names=known_names) if mark.kind.direct]
    replaced = _replaced(text, [(mark, f"[{words[mark.kind]}]") for mark in marks])
    return replaced if len(replaced) <= longest else _replaced(text, [(mark, "…") for mark in marks])


def _replaced(text: str, marks: Collection[tuple[Identifier, str]]) -> str:
    parts, place = [], 0
    for mark, instead in marks:
        parts += [text[place : mark.start], instead]
        place = mark.end
    return "".join([*parts, text[place:]])
