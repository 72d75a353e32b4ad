"""All patterns, and how they are looked for."""

import re
from collections.abc import Iterator

from bot.domain.reports.identifying import contacts, dates, initials, places, records
from bot.domain.reports.identifying.marks import Identifier

_PATTERNS = (
    *contacts.PATTERNS,
    *dates.PATTERNS,
    *records.PATTERNS,
    *places.PATTERNS,
    *initials.PATTERNS,
)
_WORD = re.compile(r"[^\W\d_]+")


def patterns_in(text: str) -> Iterator[Identifier]:
    """Everything in `text` that one of the patterns knows, in no order; some may overlap."""
    used = set(_WORD.findall(text.lower()))
    for each in _PATTERNS:
        if each.cues and used.isdisjoint(each.cues):
            continue
        for match in filter(each.holds, each.pattern.finditer(text)):
            yield Identifier(*match.span("it" if "it" in each.pattern.groupindex else 0), each.kind)
