"""Names of people: those of a directory, those of the word lists, and words that stand where a name stands."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bot.domain.reports.identifying.marks import Identifier, IdentifierKind
from bot.domain.reports.identifying.wordlists import cues
from bot.domain.reports.identifying.wordlists.given_names import GIVEN_NAMES, WORD_NAMES
from bot.domain.reports.identifying.wordlists.ordinary_words import NOT_NAMES, ORDINARY_WORDS
from bot.domain.reports.identifying.wordlists.surnames import SURNAMES, WORD_SURNAMES
from bot.domain.reports.identifying.wordlists.words import words

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_SENTENCE = re.compile(r"[^.!?\n]+")
_NEW_SENTENCE = re.compile(r"(?:^|[.!?:\n])[\s\"'(*-]*$")
_BESIDE = re.compile(r" ?[,:(\"'-]?[ \"']?|\. ")
"""What may stand between a word such as "patient" and the name."""
_NO_PART_OF_A_NAME = str.maketrans(dict.fromkeys(".,;:()/\t", " "))
_LONGEST_NAME = 5
"""Words."""
_SHOUTING = 0.7
"""Of the letters of a sentence: above this share of capitals, a capital says nothing."""
_UNLIKE_A_NAME = re.compile(r"..+(?:ed|ing|ly|s|tion|ment|ness|ful|less|ble|ive|ous)")
_SHAPE_OF_SURNAMES = re.compile(
    r"(?:mc|o')[a-z]{3,20}|[a-z]{3,20}(?:ski|ska|wicz|czyk|escu|enko|oglu|poulos|sson|shvili)"
)
_ALL_GIVEN = GIVEN_NAMES | WORD_NAMES
_ALL_SURNAMES = SURNAMES | WORD_SURNAMES
_LISTED = _ALL_GIVEN | _ALL_SURNAMES
_BESIDE_NAMES = cues.TITLES | cues.PEOPLE | cues.RELATIVES
_NAMING = frozenset({"called", "named", "known", "name"})
_FILLERS = _NAMING | {"as", "is", "was"}
_SURNAMES_OF_PLACES = _ALL_SURNAMES - cues.NAMING_NOUNS
_THINGS = cues.EPONYM_NOUNS | cues.PLACES
_VERBS = cues.HUMAN_VERBS | cues.OTHER_VERBS
_ABBREVIATED = cues.TITLES | {"pt"}
_BETWEEN_NAMES = re.compile(r"-|,? {1,2}")
_ON_SHIFT = re.compile(
    r" (?:(?:is |was )?on (?:nights?|lates?|earl(?:y|ies)|shift|days|duty|leave|break|[1-4]:1)"
    r"|from (?:the )?(?:bank|agency|security|pharmacy|estates)|\((?:agency|bank|hca|rmn|rn|sn|nic|nurse|doctor))\b",
    re.IGNORECASE,
)
"""What follows the name of somebody who works, and no other word that is a name too."""
_NO_INITIAL = frozenset("ai")
_NO_SMALL_INITIAL = frozenset("acilnrsuvwxy")
"""Letters that stand for words: "with", "right", "and"."""
_SURNAMES_ONLY = _ALL_SURNAMES - NOT_NAMES
_ACTING = cues.HUMAN_VERBS | cues.ACTING_VERBS | {"he", "she", "had", "has", "don't", "dont", "didn't", "didnt"}
_NUMBERED = re.compile(r" ?\d")
_AND = re.compile(r" ?[&+/,] ?")
_WRITER = frozenset({"i", "me", "myself"})
_TOLD = frozenset({"told", "asked", "texted"})
_SPOKE = frozenset({"spoke", "speak", "spoken", "speaking", "talked", "talking", "over"})
_NO_PERSON_BEFORE = words("the a an of in on at every this that no our their")
_HERE_OR_THERE = _NO_PERSON_BEFORE | {"from", "to"}


class _Word(NamedTuple):
    """A word and how it was typed. `capital` is false where a capital letter says nothing."""

    start: int
    end: int
    low: str
    capital: bool
    possessive: bool

    @property
    def letter(self) -> bool:
        return len(self.low) == 1


@dataclass(frozen=True, slots=True)
class _Directory:
    """The known names that share a word with the text."""

    full: frozenset[str] = frozenset()
    first: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()


class _Name(NamedTuple):
    """The first word of a name, the word after its last, and what it is."""

    start: int
    end: int
    kind: IdentifierKind = IdentifierKind.NAME


def names_in(text: str, known_names: str) -> Iterator[Identifier]:
    """Names in `text`, in order and apart; `known_names` has one a line."""
    words = tuple(_words(text))
    reader = _Reader(text, words, _directory(known_names, {word.low for word in words}))
    position = 0
    while position < len(words):
        end = position + 1
        for rule in _RULES:
            if name := rule(reader, position):
                end = name.end
                reader.named.add(end - 1)
                yield Identifier(words[name.start].start, words[end - 1].end, name.kind)
                break
        position = end


def _words(text: str) -> Iterator[_Word]:
    for sentence in _SENTENCE.finditer(text):
        quiet = not _shouts(sentence[0])
        for match in _WORD.finditer(text, sentence.start(), sentence.end()):
            yield _word(match, quiet=quiet)


def _shouts(sentence: str) -> bool:
    capitals = sum(map(str.isupper, sentence))
    return capitals > 3 and capitals > _SHOUTING * sum(map(str.isalpha, sentence))  # noqa: PLR2004 - an abbreviation


def _word(match: re.Match[str], *, quiet: bool) -> _Word:
    typed = match[0]
    low = typed.lower()
    possessive = low.endswith("'s")
    return _Word(
        match.start(),
        match.end(),
        low[:-2] if possessive else low,
        capital=quiet and typed[0].isupper() and (len(typed) == 1 or not typed.isupper()),
        possessive=possessive,
    )


def _directory(known_names: str, used: set[str]) -> _Directory:
    """Looks at whole sets, never at name after name: there may be 10,000."""
    lines = known_names.lower().translate(_NO_PART_OF_A_NAME).replace("  ", " ").split("\n")
    return _Directory(
        full=frozenset(lines),
        first=frozenset({line.partition(" ")[0] for line in lines} & used),
        last=frozenset({line.rpartition(" ")[2] for line in lines} & used),
    )


class _Reader:
    """Answers what stands at a word and around it."""

    def __init__(self, text: str, words: tuple[_Word, ...], directory: _Directory) -> None:
        self.words = words
        self.directory = directory
        self.named: set[int] = set()
        """The last words of the names so far."""
        self._text = text

    def low(self, position: int) -> str:
        """The word in lower case; nothing before the first and after the last."""
        return self.words[position].low if 0 <= position < len(self.words) else ""

    def gap(self, position: int) -> str:
        """What stands between this word and the next; an end of line after the last."""
        if not 0 <= position < len(self.words) - 1:
            return "\n"
        return self._text[self.words[position].end : self.words[position + 1].start]

    def after(self, position: int, pattern: re.Pattern[str]) -> bool:
        """Whether the text goes on with `pattern` after this word."""
        return bool(pattern.match(self._text, self.words[position].end))

    def first(self, position: int) -> bool:
        """Whether the word begins a sentence, where every word has a capital."""
        start = self.words[position].start
        return bool(_NEW_SENTENCE.search(self._text[max(0, start - 4) : start]))

    def next_to(self, position: int) -> bool:
        """Whether only a space or a hyphen separates this word from the next."""
        return self.gap(position) in {" ", "-", "  "}

    def firm(self, position: int) -> bool:
        """Whether the word is a given name in any case."""
        word = self.words[position]
        known = (word.low in self.directory.first and not _ordinary(word.low)) or _is_double_name(word.low)
        return (word.low in GIVEN_NAMES or known) and (len(word.low) > 2 or word.capital)  # noqa: PLR2004 - "na", "jo"

    def surname(self, position: int) -> bool:
        """Whether the word is a surname and nothing else."""
        low = self.low(position)
        return (
            low in SURNAMES
            or bool(_SHAPE_OF_SURNAMES.fullmatch(low))
            or (low in self.directory.last and not _ordinary(low))
        )

    def unknown(self, position: int) -> bool:
        """Whether the word has a capital and is in no list of words that do not name anybody."""
        word = self.words[position]
        return word.capital and len(word.low) > 2 and not _ordinary(word.low)  # noqa: PLR2004 - "Mx"

    def a_place(self, position: int) -> bool:
        """Whether the word belongs to the name of a place, a disease, a law or a test."""
        if self.low(position - 1) == "st" and self.gap(position - 1) in {" ", ". "}:
            return True
        if self._a_named_thing(position) or self._a_named_thing(position - 1):
            return True
        last = position
        while self.next_to(last) and last - position < _LONGEST_NAME:
            if self._names_a_thing(last):
                return not (self.firm(position) and self.low(last + 1) in _SURNAMES_OF_PLACES)
            last += 1
            if not self.words[last].capital:
                break
        return False

    def _a_named_thing(self, position: int) -> bool:
        return f"{self.low(position)}-{self.low(position + 1)}" in cues.NAMED_THINGS and self.gap(position) == " "

    def _names_a_thing(self, position: int) -> bool:
        thing = self.words[position + 1]
        if thing.low in cues.NAMING_NOUNS:
            return True
        return thing.low in _THINGS and (
            thing.capital or (self.words[position].possessive and thing.low in cues.EPONYM_NOUNS)
        )

    def end_of_name(self, start: int) -> int:
        """The word after the name that begins at `start`."""
        end = start + 1
        while end - start < _LONGEST_NAME and self._joins(end - 1) and self._continues(start, end):
            end += 1
        return end

    def _joins(self, position: int) -> bool:
        return self.next_to(position) or (self.words[position].letter and self.gap(position) == ". ")

    def _continues(self, start: int, position: int) -> bool:
        word = self.words[position]
        if word.low in cues.PARTICLES:
            return self._joins(position) and self._continues(start, position + 1)
        if word.letter:
            return word.low not in (_NO_INITIAL if word.capital else _NO_SMALL_INITIAL)
        if word.capital:
            return word.low not in NOT_NAMES or word.low in _ALL_SURNAMES
        in_lists = word.low in _LISTED or self.surname(position)
        return not self.words[start].capital and in_lists and word.low not in NOT_NAMES

    def a_name_beside(self, position: int, title: str) -> bool:
        """Whether a name stands here, after a title or a word for a person."""
        word = self.words[position]
        civil = title in cues.CIVIL_TITLES
        if word.letter:
            return word.capital and (civil or self.surname(position + 1))
        if self.a_place(position) and not civil:
            return False
        return self._capital_name(word, civil=civil) if word.capital else self._small_name(position, civil=civil)

    def _capital_name(self, word: _Word, *, civil: bool) -> bool:
        if word.low in WORD_NAMES or (civil and word.low in _ALL_SURNAMES):
            return True
        known = word.low in _LISTED or word.low in self.directory.first or word.low in self.directory.last
        return word.low not in NOT_NAMES and (known or word.low not in ORDINARY_WORDS)

    def _small_name(self, position: int, *, civil: bool) -> bool:
        if self.firm(position) or self.surname(position):
            return True
        low = self.low(position)
        if civil and (low in _ALL_SURNAMES or _is_unlike_words(low)):
            return True
        following = self.low(position + 1)
        if _is_unlike_words(low):
            return following in cues.HUMAN_VERBS
        initial = len(following) == 1 and following not in _NO_SMALL_INITIAL
        named_so = low in WORD_NAMES or low in self.directory.first
        return named_so and (initial or following in _VERBS or self.surname(position + 1))


def _ordinary(low: str) -> bool:
    return low in NOT_NAMES or low in ORDINARY_WORDS


def _is_double_name(low: str) -> bool:
    first, hyphen, second = low.partition("-")
    return bool(hyphen) and first in GIVEN_NAMES and second in _ALL_GIVEN


def _is_unlike_words(low: str) -> bool:
    return len(low) > 2 and low.isalpha() and not _ordinary(low) and not _UNLIKE_A_NAME.fullmatch(low)  # noqa: PLR2004 - "re", "hx"


def _known(reader: _Reader, start: int) -> _Name | None:
    """A known name in full, in either order."""
    low = reader.low(start)
    if low not in reader.directory.first and low not in reader.directory.last:
        return None
    for length in (4, 3, 2):
        end = start + length
        if end <= len(reader.words) and all(_BETWEEN_NAMES.fullmatch(reader.gap(at)) for at in range(start, end - 1)):
            name = reader.words[start:end]
            if _in_full(reader.directory, [word.low for word in name]) and _says_so(name):
                return _Name(start, end)
    return None


def _in_full(directory: _Directory, lows: list[str]) -> bool:
    return " ".join(lows) in directory.full or " ".join([*lows[1:], lows[0]]) in directory.full


def _says_so(name: tuple[_Word, ...]) -> bool:
    """Whether a name that consists of ordinary words has its capitals."""
    return all(word.capital for word in name) or not all(_ordinary(word.low) for word in name)


def _beside(reader: _Reader, start: int) -> _Name | None:
    """A name after a title, a relative or another word for a person."""
    title = reader.words[start]
    at = _candidate(reader, start) if title.low in _BESIDE_NAMES else 0
    if not at or not reader.a_name_beside(at, title.low):
        return None
    end = reader.end_of_name(at)
    if title.low in cues.TITLES and (title.capital or title.low not in cues.RELATIVES):
        return _Name(start, end, IdentifierKind.TITLE)
    if title.low in cues.RELATIVES:
        return _Name(start, end, IdentifierKind.RELATIVE)
    return _Name(at, end)


def _candidate(reader: _Reader, start: int) -> int:
    """The word that a title, or "patient called", introduces; 0 if it introduces none."""
    at = start + 1
    while reader.low(at) in _FILLERS and at - start < _LONGEST_NAME:
        at += 1
    between = [reader.low(start), *(reader.low(filler) for filler in range(start + 1, at))]
    introduces = at == start + 1 or not _NAMING.isdisjoint(between)
    gap = reader.gap(at - 1)
    beside = bool(_BESIDE.fullmatch(gap)) and (gap != ". " or reader.low(start) in _ABBREVIATED)
    return at if introduces and beside else 0


def _given(reader: _Reader, start: int) -> _Name | None:
    """A given name that is no other word."""
    if reader.firm(start) and not reader.a_place(start):
        return _Name(start, reader.end_of_name(start))
    return None


def _initial(reader: _Reader, start: int) -> _Name | None:
    """An initial before a surname."""
    word = reader.words[start]
    if not word.letter or reader.gap(start) not in ({" ", ". "} if word.capital else {". "}):
        return None
    if reader.gap(start) == ". " and reader.low(start + 1) in _SURNAMES_ONLY:
        return _Name(start, reader.end_of_name(start + 1))
    return _Name(start, reader.end_of_name(start + 1)) if _a_surname(reader, start + 1) else None


def _surname(reader: _Reader, start: int) -> _Name | None:
    """A surname alone, with its capital."""
    if _a_surname(reader, start) and not reader.a_place(start):
        return _Name(start, reader.end_of_name(start))
    return None


def _a_surname(reader: _Reader, position: int) -> bool:
    word = reader.words[position]
    return reader.surname(position) and (word.capital or word.low in reader.directory.last)


def _word_name(reader: _Reader, start: int) -> _Name | None:
    """A name that is an ordinary word too, where the sentence makes a name of it."""
    word = reader.words[start]
    if word.low not in WORD_NAMES and word.low not in reader.directory.first:
        return None
    if reader.a_place(start):
        return None
    beside_surname = reader.next_to(start) and reader.surname(start + 1) and not reader.a_place(start + 1)
    if beside_surname or reader.after(start, _ON_SHIFT) or _is_addressed(reader, start):
        return _Name(start, reader.end_of_name(start))
    if not word.capital or reader.after(start, _NUMBERED):
        return None
    named = _opens_as_a_name(reader, start) if reader.first(start) else _stands_as_a_name(reader, start)
    return _Name(start, reader.end_of_name(start)) if named else None


def _is_addressed(reader: _Reader, position: int) -> bool:
    return (
        reader.low(position - 1) in _TOLD and reader.low(position) not in NOT_NAMES and reader.next_to(position - 1)
    )


def _opens_as_a_name(reader: _Reader, position: int) -> bool:
    """Whether a word at the start of a sentence is a name."""
    low, following = reader.low(position), reader.low(position + 1)
    if reader.next_to(position) and reader.words[position + 1].capital:
        return following in _SURNAMES_ONLY or (low not in NOT_NAMES and reader.unknown(position + 1))
    if _AND.fullmatch(reader.gap(position)) or following == "and":
        return _another_name(reader, position + (1 if following != "and" else 2))
    if following in cues.POSTS and low not in NOT_NAMES:
        return True
    if low in {"will", "may"}:
        return following in cues.HUMAN_VERBS | {"has", "had", "was", "is"}
    return following in (cues.HUMAN_VERBS if low in cues.VERB_NAMES else _VERBS) or following in {"he", "she"}


def _another_name(reader: _Reader, position: int) -> bool:
    return position < len(reader.words) and reader.words[position].capital and reader.low(position) in _ALL_GIVEN


def _stands_as_a_name(reader: _Reader, position: int) -> bool:
    """Whether a word with a capital inside a sentence is a name."""
    low, before = reader.low(position), reader.low(position - 1)
    if low in cues.MONTH_NAMES:
        return before in cues.ADDRESSED or reader.low(position + 1) in cues.HUMAN_VERBS | _SURNAMES_ONLY
    if before in (_HERE_OR_THERE if low in cues.PLACE_NAMES else _NO_PERSON_BEFORE):
        return False
    following = reader.low(position + 1)
    titled = reader.next_to(position) and reader.words[position + 1].capital
    return not (titled and following in NOT_NAMES and following not in _ALL_SURNAMES)


def _pair(reader: _Reader, start: int) -> _Name | None:
    """Two words with capitals that are in no list of words, or one before a surname."""
    if not reader.unknown(start) or not reader.next_to(start) or reader.a_place(start):
        return None
    second = reader.words[start + 1]
    if not second.capital or not (second.low in _SURNAMES_ONLY or reader.unknown(start + 1)):
        return None
    return _Name(start, reader.end_of_name(start))


def _unknown(reader: _Reader, start: int) -> _Name | None:
    """An unknown word with a capital that stands or acts as only somebody does."""
    if not reader.unknown(start) or reader.a_place(start):
        return None
    if _acts(reader, start) or _stands_alone(reader, start) or _is_with_others(reader, start):
        return _Name(start, reader.end_of_name(start))
    return None


def _acts(reader: _Reader, position: int) -> bool:
    """Whether the next words tell of somebody."""
    verbs = cues.HUMAN_VERBS if _UNLIKE_A_NAME.fullmatch(reader.low(position)) else _ACTING
    following = reader.low(position + 1)
    acts = reader.gap(position) == " " and following in verbs
    return acts or reader.after(position, _ON_SHIFT) or (following == "and" and _another_name(reader, position + 2))


def _stands_alone(reader: _Reader, position: int) -> bool:
    """Whether the capital is neither that of a sentence nor of a title, a place or a brand."""
    before = reader.low(position - 1)
    if before == "to" and reader.low(position - 2) in _SPOKE:
        return True
    if reader.first(position) or before in _HERE_OR_THERE or reader.words[position - 1].capital:
        return False
    return not _UNLIKE_A_NAME.fullmatch(reader.low(position))


def _is_with_others(reader: _Reader, position: int) -> bool:
    """Whether "and" joins the word to a name, or to whoever writes."""
    if reader.low(position - 1) == "and":
        return position - 2 in reader.named or reader.low(position - 2) in _WRITER
    beside_name = position - 1 in reader.named and bool(_AND.fullmatch(reader.gap(position - 1)))
    return beside_name or (reader.low(position + 1) == "and" and reader.low(position + 2) in _WRITER)


_RULES: tuple[Callable[[_Reader, int], _Name | None], ...] = (
    _known,
    _beside,
    _given,
    _initial,
    _surname,
    _word_name,
    _pair,
    _unknown,
)
