"""How hard a screen is to read, and which of its words we do not use. Downloads nothing."""

import re
from html import unescape

YEARS_BEFORE_SCHOOL = 5
"""A reader in the first grade of an American school is six."""

_VOWELS = "aeiouy"

_IRREGULAR = {
    "anyone": 3,
    "area": 3,
    "areas": 3,
    "business": 2,
    "element": 3,
    "elements": 3,
    "elsewhere": 2,
    "evening": 2,
    "every": 2,
    "everybody": 4,
    "everyone": 3,
    "everything": 3,
    "everywhere": 3,
    "friend": 1,
    "friends": 1,
    "hundred": 2,
    "idea": 3,
    "ideas": 3,
    "maybe": 2,
    "quiet": 2,
    "react": 2,
    "reaction": 3,
    "reality": 4,
    "rely": 2,
    "safeguard": 2,
    "safeguarding": 3,
    "science": 2,
    "someone": 2,
    "theatre": 3,
    "video": 3,
    "wednesday": 2,
}

_SILENT = (
    r"(?<=[^aeiouy])(?<![^aeiouy][lr])e$",  # note, there; not table, centre
    r"(?<=[^aeiouysxzcg])(?<!ch)(?<!sh)(?<![^aeiouy]l)es$",  # notes; not nurses, changes, tables
    r"(?<=[^aeiouytd])(?<![^aeiouyl]l)ed$",  # asked, called; not reported, handled
    r"(?<=[^aeiouy])(?<![^aeiouy]l)e(?=(?:ly|ful|less|ness|ment)(?:s|ly)?$)",  # safely, statement; not implement
    r"(?<=[aieo][gq])ue[sd]?$",  # colleague, unique
    r"(?<=^som)e(?=[^aeiouyrd][a-z])|(?<=^ther)e(?=[^aeiouy][a-z])|(?<=^wher)e(?=[^aeiouy][a-z])",
    r"(?<=^hom)e(?=[^aeiouyrd][a-z])|(?<=^saf)e(?=ty)|(?<=^tim)e(?=[^aeiouyrd][a-z])",
)
"""Letters that are written and not spoken."""

_SPLIT = (
    r"(?<![tcgs])ia|(?<=[ct])ia(?=t|lity)|iu|(?<![qg])ua|(?<![tc])ien",  # media, associate, medium, actual, client
    r"(?<![tscgxn])io(?!ur)|(?<=phys)io|(?<![qg])uous",  # violence, physio, continuous; not behaviour, opinion
    r"(?<=su)i(?=c)|(?<=cr)ea(?=t)|(?<=[rlsdnf])ie(?=rs?$|st$)",  # suicide, created, earlier
    r"[aeiouy]ings?$",  # being, trying
    r"sms?$|[b-df-hj-np-tv-z]nt$",  # mechanism; didn't, without its apostrophe
)
"""Neighbouring letters that are spoken as two syllables, though they look like one."""

_END = re.compile(r"(?<=[.!?\u2026])(?<!Dr\.)(?<!Mr\.)(?<!Mrs\.)(?<!Ms\.)(?<!St\.)[\"'\u201d)\]]*\s+(?![a-z])|\n+")
_WORD = re.compile(r"\d+(?:[.:,]\d+)+|[^\W_]+(?:['-][^\W_]+)*")

_BANNED = re.compile(
    r"""\b(?:
      tickets? | (?<!\bin\ )(?<!\bin\ any\ )cases? | users? | clients? | victims? | offenders?
    | P[1-5] | SEV[- ]?[1-5] | post[- ]?mortems? | human\ errors?
    | (?<!commissioners\ may\ call\ this\ a\ )root\ causes?
    | tasks? | newsletters? | kudos
    | who\ did | (?:who|nobody)'s\ fault | (?:whose|my|your|his|her|our|their)\ (?:own\ )?fault | at\ fault
    | failed\ to | should(?:\ have|'ve) | errors?\ by | (?<!finds\ no\ )blam(?:e|es|ed|ing)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""The column `not` of the design's table of words, and the phrases that look for somebody to accuse.

A review must say that it finds no blame: PSIRF's words. A record says what commissioners call it."""


def reading_age(text: str) -> float:
    """The age, in years, at which `text` can be read: Flesch and Kincaid's grade (1975) + 5. Without words, 0."""
    said = sentences(text)
    words = [word for sentence in said for word in _words(sentence)]
    if not words:
        return 0.0
    spoken = sum(syllables(word) for word in words)
    grade = 0.39 * len(words) / len(said) + 11.8 * spoken / len(words) - 15.59
    return grade + YEARS_BEFORE_SCHOOL


def sentences(text: str) -> list[str]:
    """The sentences of a screen. A new line ends one too, as after a heading or a label."""
    parts = [part.strip() for part in _END.split(_plain(text))]
    return [part for part in parts if _words(part)]


def banned_words(text: str) -> list[str]:
    """The words and phrases of `text` that we do not use, in lower case, in the order they stand there."""
    return [found[0].lower() for found in _BANNED.finditer(" ".join(_plain(text).split()))]


def syllables(word: str) -> int:
    """How many syllables `word` has, by its spelling. A number counts as one; NHS counts as it is spelled out."""
    parts = [part for part in word.split("-") if part]
    return sum(_syllables_of_part(part) for part in parts)


def _syllables_of_part(word: str) -> int:
    if word.isupper() and not re.search(f"[{_VOWELS}]", word.lower()) and not re.search(r"\d", word):
        return len(word)
    letters = re.sub(r"'s?$|'", "", word.lower())
    if letters in _IRREGULAR:
        return _IRREGULAR[letters]
    letters = re.sub(r"(?<=[aeiou])y(?=[aeiou])", "j", letters)
    for silent in _SILENT:
        letters = re.sub(silent, "", letters)
    groups = len(re.findall(f"[{_VOWELS}]+", letters))
    return max(1, groups + sum(len(re.findall(split, letters)) for split in _SPLIT))


def _words(sentence: str) -> list[str]:
    return _WORD.findall(sentence)


def _plain(text: str) -> str:
    """`text` as a person sees it: Slack's marks for links, mentions, dates, emoji and bold are taken away."""
    shown = re.sub(r"<[^<>|]*\|([^<>]*)>", r"\1", text)
    shown = re.sub(r"<[@#!][^<>]*>", "Somebody", shown)
    shown = re.sub(r"<([^<>]*)>", r"\1", shown)
    shown = re.sub(r"(?<!\w):[a-z][a-z0-9_+-]*:(?!\w)", "", shown)
    shown = re.sub(r"(?<!\w)[*_~`]+|[*_~`]+(?!\w)", "", shown)
    return unescape(shown).replace("\u2019", "'")
