"""One pattern of an identifier, with a check where it has a rule.

Every repetition in a pattern is bounded, because one that tries again at each letter makes a long text slow.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from bot.domain.reports.identifying.marks import IdentifierKind

Check = Callable[[re.Match[str]], bool]

NUMBER_WORD = r"(?:no|num|number|ref|reference|id|code)\b\.?"
"""How a number announces itself."""
FILLER = rf"[^\w\n]{{0,4}}(?:(?:is|was|of|given|{NUMBER_WORD})[^\w\n]{{1,3}}){{0,3}}"
"""What stands between such a word and the number."""
CAPITALISED = r"(?-i:[A-Z][\w'.&-]{0,20})"
"""A word with a capital letter."""


def always(_match: re.Match[str]) -> bool:
    """Most patterns need no further check."""
    return True


class Pattern(NamedTuple):
    """What is found is the group `it`, or the whole match where there is no such group."""

    kind: IdentifierKind
    pattern: re.Pattern[str]
    holds: Check
    cues: frozenset[str]
    """Saves time: the pattern can only match in a text with one of these words. Empty if it needs none."""


def pattern(kind: IdentifierKind, expression: str, holds: Check = always, *, cues: str = "") -> Pattern:
    """Capitals count only inside `(?-i:...)`."""
    return Pattern(kind, re.compile(expression, re.IGNORECASE), holds, frozenset(cues.split()))


def digits(text: str) -> str:
    """The digits of a number, without what separates them."""
    return re.sub(r"\D", "", text)
