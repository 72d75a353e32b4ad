"""Claim codes: six words with which an anonymous reporter finds their report again. Nothing else leads to it."""

import re

from bot.domain.reports.claim_words import WORDS

LENGTH = 6
POSSIBLE = len(WORDS) ** LENGTH
_KNOWN = frozenset(WORDS)
_BETWEEN = re.compile(r"[\s,.;:_/\-\u2010-\u2015]+")


def code_from(random_bytes: bytes) -> str:
    """The code for 32 random bytes, which are so many that no code is noticeably more likely than another."""
    number = int.from_bytes(random_bytes) % POSSIBLE
    words = []
    for _ in range(LENGTH):
        number, place = divmod(number, len(WORDS))
        words.append(WORDS[place])
    return " ".join(words)


def parsed(typed: str) -> str | None:
    """The code as it was given out, whatever stands between its words; None if it cannot be one."""
    words = [word for word in _BETWEEN.split(typed.lower()) if word]
    return " ".join(words) if len(words) == LENGTH and _KNOWN.issuperset(words) else None


def is_last_word(typed: str, code: str) -> bool:
    """Whether somebody who was shown this code has its last word at hand."""
    return _BETWEEN.sub(" ", typed.lower()).split()[-1:] == code.split()[-1:]
