"""What a learning point may tell about a person. It suggests once; people decide."""

from collections.abc import Collection

from bot.domain.learning import blame
from bot.domain.learning.blame_rules import BlameReason
from bot.domain.reports import identifiers
from bot.domain.reports.identifying.marks import IdentifierKind
from bot.domain.values import Value


class Hint(Value):
    """Words that were found, and why they stand out."""

    words: str
    reason: IdentifierKind | BlameReason


def hints(text: str, *, known_names: Collection[str]) -> tuple[Hint, ...]:
    """Identifiers and words of blame in `text`, in their order."""
    identified = identifiers.found(text, known_names=known_names)
    found: list[tuple[int, int, IdentifierKind | BlameReason]] = [
        *((each.start, each.end, each.kind) for each in identified),
        *((each.start, each.end, each.reason) for each in blame.found(text)),
    ]
    return tuple(Hint(words=text[start:end], reason=reason) for start, end, reason in sorted(found))
