"""Which incidents are like this one. A pure function of texts: it stores nothing and keeps no text in memory.

Words are compared as stems, by what they mean (`synonyms`) and in spite of typing errors. A word counts more the
fewer texts have it. What each part gives is measured by `python -m tests.usecases.likeness`; see `docs/learning.md`.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from math import log

from bot.usecases.incidents.stems import stem, words
from bot.usecases.incidents.synonyms import GROUPS

Features = Mapping[str, float]
"""What a text is compared by, each with its weight: stems, and names of groups with a "@" before them."""

Spellings = dict[tuple[str, int], list[tuple[str, frozenset[str]]]]
"""Words with their pairs of letters, by first letter and length."""

WORTH_OF_A_GROUP = 2.0
"""How much a shared meaning counts beside a shared word."""
LENGTH_COUNTS = 0.25
"""How much a long text loses: 0.5 would be the cosine. Long reports tell more, and are not less alike for that."""
SPELLED_ALIKE = 0.66
"""From which likeness on an unknown word is read as a known one."""
SAME_LETTERS = 0.85
"""The likeness of words whose letters are the same in another order, such as "polcie"."""
_SHORTEST_TO_CORRECT = 4
_LONGEST_GAP = 2
"""Words that may stand between two words of a phrase."""
_STOP_TEXT = """
a about after again all also am an and any are as at be because been before being both but by can could did do does
during each for from further had has have he her here hers him his how i if in into is it its itself me more most my
nor of on once only or other our over own same she so some such than that the their them then there these they this
those through to too under until very was we were what when where which while who whom why will with would you your
w pt pts patient patients re s t
"""
_STOP_WORDS = frozenset(_STOP_TEXT.split())
_EMPTY_TEXT = "a an the his her its their my your our was were is are be been being had has have did do does"
_EMPTY_WORDS = frozenset(_EMPTY_TEXT.split())
"""Words that do not belong to a phrase: "had cut her arm" is "cut arm"."""


def ranked(query: str, texts: Mapping[str, str]) -> list[str]:
    """Every id of `texts`, the most alike to `query` first. Equally alike ones stand in the order of their ids."""
    return Index(texts).ranked(query)


def shared(query: str, text: str) -> tuple[str, ...]:
    """Why they are alike: the words of `query` for which `text` has the same word or one that means the same."""
    there = by_meaning_and_spelling(text).keys()
    own = dict.fromkeys(word for word in words(query) if word not in _STOP_WORDS)
    return tuple(word for word in own if not there.isdisjoint(by_meaning_and_spelling(word)))


class Index:
    """Texts made ready for many queries. It holds stems and weights, so it is as confidential as the texts."""

    def __init__(self, texts: Mapping[str, str], read: Callable[[str], Features] | None = None) -> None:
        self._read = read or by_meaning_and_spelling
        self._ids = sorted(texts)
        features = [self._read(texts[each]) for each in self._ids]
        counts = Counter(feature for each in features for feature in each)
        self._rarity = {feature: log(1 + (len(features) + 1) / count) for feature, count in counts.items()}
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, each in enumerate(features):
            weights = {feature: weight * self._rarity[feature] for feature, weight in each.items()}
            length = sum(weight * weight for weight in weights.values()) ** LENGTH_COUNTS
            for feature, weight in weights.items():
                self._postings[feature].append((place, weight / length))
        self._spellings = _spellings(feature for feature in counts if feature.isalpha())

    def ranked(self, query: str) -> list[str]:
        """Every id, the most alike first."""
        scores = [0.0] * len(self._ids)
        for feature, weight in self._known(self._read(query)).items():
            worth = weight * self._rarity[feature]
            for place, share in self._postings[feature]:
                scores[place] += worth * share
        order = sorted(range(len(scores)), key=lambda place: (-scores[place], place))
        return [self._ids[place] for place in order]

    def _known(self, features: Features) -> Features:
        """A word that no text has is replaced by the words that are spelled alike."""
        known: dict[str, float] = defaultdict(float)
        for feature, weight in features.items():
            if feature in self._rarity:
                known[feature] += weight
            elif self._read is by_meaning_and_spelling:
                for other, alike in _spelled_alike(feature, self._spellings):
                    known[other] += weight * alike
        return known


def by_words(text: str) -> Features:
    """The words as they stand."""
    return _counted((word, 1.0) for word in words(text) if word not in _STOP_WORDS)


def by_stems(text: str) -> Features:
    """The stems of the words."""
    return _counted((stem(word), 1.0) for word in words(text) if word not in _STOP_WORDS)


def by_meaning(text: str) -> Features:
    """The stems, and the groups of synonyms to which words and phrases belong."""
    written = words(text)
    own = [(stem(word), 1.0) for word in written if word not in _STOP_WORDS]
    groups = _groups([stem(word) for word in written if word not in _EMPTY_WORDS])
    return _counted([*own, *((group, WORTH_OF_A_GROUP) for group in groups)])


def by_meaning_and_spelling(text: str) -> Features:
    """The same, and an unknown word is read as the known one that is spelled alike."""
    both = [(word, *_stems_of(word)) for word in words(text) if word not in _EMPTY_WORDS]
    telling = [(written, meant) for word, written, meant in both if word not in _STOP_WORDS]
    own = [(written, 1.0) for written, _ in telling]
    corrected = [(meant, SPELLED_ALIKE) for written, meant in telling if meant != written]
    groups = _groups([meant for *_, meant in both])
    return _counted([*own, *corrected, *((each, WORTH_OF_A_GROUP) for each in groups)])


def _counted(features: Iterable[tuple[str, float]]) -> Features:
    """A feature that comes again counts, but less each time."""
    total: dict[str, float] = defaultdict(float)
    times: Counter[str] = Counter()
    for feature, weight in features:
        times[feature] += 1
        total[feature] += weight / times[feature]
    return total


def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Each phrase of the synonyms by its first stem: its other stems, and its group."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for name, phrases in GROUPS.items():
        stems = {tuple(stem(word) for word in words(each) if word not in _EMPTY_WORDS) for each in phrases}
        for first, *rest in sorted(filter(None, stems)):
            table[first].append((tuple(rest), f"@{name}"))
    return table


_PHRASES = _phrases()


def _groups(stems: Sequence[str]) -> list[str]:
    """The groups whose words or phrases stand in the text, each once."""
    present = frozenset(stems)
    found = {
        group
        for place, each in enumerate(stems)
        for rest, group in _PHRASES.get(each, ())
        if not rest or (rest[0] in present and _continues(stems, place, rest))
    }
    return sorted(found)


def _continues(stems: Sequence[str], place: int, rest: tuple[str, ...]) -> bool:
    """Whether the rest of a phrase follows, with few words between."""
    for each in rest:
        window = stems[place + 1 : place + 2 + _LONGEST_GAP]
        if each not in window:
            return False
        place += 1 + window.index(each)
    return True


_KNOWN_WORDS = frozenset(word for phrases in GROUPS.values() for each in phrases for word in words(each))
_KNOWN_STEMS = frozenset(map(stem, _KNOWN_WORDS))


@lru_cache(maxsize=65_536)
def _stems_of(word: str) -> tuple[str, str]:
    """The stem of the word as it is written, and of the word of the synonyms that was probably meant."""
    written = stem(word)
    if word in _STOP_WORDS or word in _KNOWN_WORDS or written in _KNOWN_STEMS:
        return written, written
    meant, _ = max(_spelled_alike(word, _KNOWN_SPELLINGS), key=lambda each: each[1], default=(word, 1.0))
    return written, stem(meant)


def _spellings(known: Iterable[str]) -> Spellings:
    """Words by first letter and length, because a word is compared only with those."""
    table: Spellings = defaultdict(list)
    for word in sorted(known):
        if len(word) >= _SHORTEST_TO_CORRECT:
            table[word[0], len(word)].append((word, _pairs(word)))
    return table


@lru_cache(maxsize=65_536)
def _pairs(word: str) -> frozenset[str]:
    """The pairs of neighbouring letters, with the edges."""
    edged = f"^{word}$"
    return frozenset(edged[place : place + 2] for place in range(len(edged) - 1))


_KNOWN_SPELLINGS = _spellings(_KNOWN_WORDS)


def _spelled_alike(word: str, known: Spellings) -> list[tuple[str, float]]:
    """Known words that begin alike and share most pairs of letters, or have the same letters in another order."""
    if len(word) < _SHORTEST_TO_CORRECT or not word.isalpha():
        return []
    pairs, letters, size = _pairs(word), sorted(word), len(word)
    near = [each for length in range(size - 2, size + 3) for each in known.get((word[0], length), ())]
    found = [(other, 2 * len(pairs & theirs) / (len(pairs) + len(theirs))) for other, theirs in near]
    found += [(other, SAME_LETTERS) for other, _ in known.get((word[0], size), ()) if sorted(other) == letters]
    return [each for each in found if each[1] >= SPELLED_ALIKE]
