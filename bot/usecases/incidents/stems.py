"""Words and their stems, for finding texts that say the same: "absconded" and "absconds" are one word.

A small stemmer after Porter (1980), made shorter because stems are only compared, never shown. It errs to the side of
leaving words apart; what is said in other words is the work of the list of synonyms.
"""

import re
from functools import lru_cache

_WORD = re.compile(r"[a-z0-9]+(?:['\u2019][a-z]+)?")
_DAYS = re.compile(r"\b(\d+)/7\b")
_WEEKS = re.compile(r"\b(\d+)/52\b")
_SLASHED = re.compile(r"\b([a-z]{1,2})/([a-z]{1,3})\b")
_JOINED = re.compile(r"\b([a-z])&([a-z])\b|\b([ex])-(?=[a-z])|\b(\d):(?=1\b)")
_NOT = re.compile(r"\b(?:did|do|does|was|were|is|are|has|have|had|could|would|ca|wo)n['\u2019]?t\b")
_VOWEL = re.compile("[aeiouy]")
_DOUBLE = re.compile(r"([bdfgmnprt])\1$")

_PAIRS = """
pt patient, pts patient, ran run, run run, running run, fell fall, fallen fall, bit bite, bitten bite, took take,
taken take, gave give, given give, found find, hid hide, hidden hide, tore tear, torn tear, broke break, broken
break, threw throw, thrown throw, hit hit, struck strike, stolen steal, stole steal, swollen swell, drank drink,
drunk drink, ate eat, eaten eat, slept sleep, woke wake, woken wake, left leave, went go, gone go, came come, told
tell, said say, spoke speak, spoken speak, wrote write, written write, sent send, lost lose, kept keep, held hold,
fought fight, brought bring, bought buy, caught catch, felt feel, made make, met meet, paid pay, put put, rang ring,
rung ring, sat sit, stood stand, understood understand, swallowed swallow, swam swim, tied tie, tying tie, died die,
dying die, dead die, death die, deceased die, lying lie, hung hang, hanged hang, hanging hang, leapt leap, burnt
burn, lit light, shook shake, shaken shake, stabbed stab, bled bleed, bleeding bleed, shut shut, spat spit, spitting
spit, saw see, seen see, forgot forget, forgotten forget, drove drive, driven drive, men man, women woman, children
child, teeth tooth, feet foot, knives knife, people person, one 1, two 2, three 3, four 4, five 5, six 6, seven 7,
eight 8, nine 9, ten 10, eleven 11, twelve 12, fifteen 15, twenty 20, thirty 30, forty 40, fifty 50, once 1, twice
2, x2 2, x3 3, first 1, 1st 1, second 2, 2nd 2, third 3, 3rd 3
"""
_IRREGULAR = dict(pair.split() for pair in _PAIRS.split(","))
"""Forms that no rule finds, and numbers, which are written both ways."""
_SHORTEST = 4
"""Letters that a word must have to be made shorter."""
_ENDINGS = (
    "ational",
    "ation",
    "ement",
    "ment",
    "ness",
    "fully",
    "ful",
    "ally",
    "ably",
    "ibly",
    "ly",
)


def words(text: str) -> list[str]:
    """The words of a text, in order and in small letters. "3/7" is three days, "d/c" is one word."""
    text = _WEEKS.sub(r"\1 weeks", _DAYS.sub(r"\1 days", text.lower()))
    text = _JOINED.sub(lambda match: "".join(filter(None, match.groups())), _NOT.sub("not", text))
    return _WORD.findall(_SLASHED.sub(r"\1\2", text))


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """What the forms of a word have in common."""
    word = word.removesuffix("'s").removesuffix("\u2019s")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    word = _without_inflection(_singular(word))
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return _plain(word.removesuffix(ending))
    return _plain(word)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > _SHORTEST:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _without_inflection(word: str) -> str:
    """The verb of "running" and "stopped". A part without a vowel is no verb: "string", "bed"."""
    for ending in ("ied", "ed", "ing"):
        root = word.removesuffix(ending)
        if root != word and root[1:] and _VOWEL.search(root):
            return root + "y" if ending == "ied" else _DOUBLE.sub(r"\1", root)
    return word


def _plain(word: str) -> str:
    """One form for "dose" and "dos", "injury" and "injuri", "restriction" and "restrict"."""
    if word.endswith(("sion", "tion")) and len(word) > _SHORTEST + 1:
        word = word[:-3]
    if word.endswith(("iz", "ize")):
        word = word.removesuffix("e")[:-1] + "s"
    word = word.removesuffix("e") if len(word) >= _SHORTEST else word
    return word[:-1] + "i" if word.endswith("y") and len(word) >= _SHORTEST else word
