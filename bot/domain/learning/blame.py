"""Where a text blames a person. It suggests; people decide, and nothing is refused because of it.

A learning point speaks of systems: what made the work hard, not who did it. Wording that names an agent raises blame
even in people who saw the event (Fausey and Boroditsky 2010, Psychonomic Bulletin and Review 17:644).
The same words about a thing are clean: an alarm may fail to sound. So most rules ask who the subject is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.learning.blame_rules import ANYTHING, QUESTION_RULE, RULES, BlameReason, Rule


@dataclass(frozen=True, slots=True)
class Span:
    """Where a text blames: characters from `start` up to the one before `end`."""

    start: int
    end: int
    reason: BlameReason


_SENTENCE = re.compile(r"[^.!?;\n]+(?:[.](?=\w)[^.!?;\n]*)*[.!?;]?")
_CLEAN_BEFORE = re.compile(
    r"\b(?:not|no|never|nobody|none|without|rather|instead|nor|neither|avoid\w*|beyond|past|behind|cannot|\w+n['\u2019]t)\b",
    re.IGNORECASE,
)
_NOT_BEFORE_A_VERB = re.compile(r"\b(?:not|never|\w+n['\u2019]t)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,:]|\b(?:and|but|(?<!not )because|so|which|who|that (?:made|led))\b", re.IGNORECASE)
_NEAR = 8
"""Words before a span in which a "not" makes it clean."""
_CONDITION = re.compile(r"\b(?:if|when|whenever|unless|in case|even if|so that|before)\b[^,;]*$", re.IGNORECASE)
_PRESENT = re.compile(r"(?:fails?|forgets?|neglects?|omits?|ignores?|misses)\b", re.IGNORECASE)
_GIVES_A_REASON = re.compile(r"\b(?:because|since|due to|as (?:the|it|there|no|they|she|he))\b", re.IGNORECASE)
_QUOTES = tuple("'\"\u2018\u2019\u201c\u201d`")


def found(text: str) -> tuple[Span, ...]:
    """Where `text` blames a person, in order and without overlap. Empty if it speaks of systems only."""
    spans: list[Span] = []
    for sentence in _SENTENCE.finditer(text):
        each = sorted(_in_sentence(sentence.group()), key=lambda span: (span.start, -span.end))
        for span in each:
            moved = Span(span.start + sentence.start(), span.end + sentence.start(), span.reason)
            if not spans or moved.start >= spans[-1].end:
                spans.append(moved)
    return tuple(spans)


def _in_sentence(sentence: str) -> Iterator[Span]:
    rules = (QUESTION_RULE,) if sentence.endswith("?") else RULES
    for rule in rules:
        for match in rule.pattern.finditer(sentence):
            if _blames(rule, match):
                yield Span(match.start(), match.end(), rule.reason)


def _blames(rule: Rule, match: re.Match[str]) -> bool:
    before, after = match.string[: match.start()], match.string[match.end() :]
    if _is_quoted(before, after) or _is_denied(rule, before):
        return False
    if rule.excused and _GIVES_A_REASON.search(after):
        return False
    if rule.of is ANYTHING:
        return True
    if _PRESENT.match(match.group()) and _CONDITION.search(before):
        return False
    return rule.subject(before) in rule.of


def _is_quoted(before: str, after: str) -> bool:
    """A word that is spoken about, as in: we do not write "failed to"."""
    return before.endswith(_QUOTES) and after.startswith(_QUOTES)


def _is_denied(rule: Rule, before: str) -> bool:
    """Whether a "not" stands near enough: two words before a verb, the whole clause before other words."""
    words = _CLAUSE.split(before)[-1].split()
    if rule.of is ANYTHING:
        return _CLEAN_BEFORE.search(" ".join(words[-_NEAR:])) is not None
    return _NOT_BEFORE_A_VERB.search(" ".join(words[-2:])) is not None
