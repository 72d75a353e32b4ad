"""Which incidents are like this one. A pure function of texts: it stores nothing and keeps no text in memory.

Words are compared as stems, by what they mean (`synonyms`) and in spite of typing errors. A word counts more the fewer
texts have it. What each part gives is measured by `python -m tests.usecases.likeness`; see `docs/learning.md`.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from math import log

from bot.usecases.incidents.stems import stem, words
from bot.usecases.incidents.synonyms import GROUPS

Features = Mapping[str, float]
"""What a text is compared by, each with its weight: stems, and names of groups with a "@" before them."""

WORTH_OF_A_GROUP = 2.0
"""How much a shared meaning counts beside a shared word."""
LENGTH_COUNTS = 0.25
"""How much a long text loses: 0.5 would be the cosine. Long reports tell more, and are not less alike for that."""
SPELLED_ALIKE = 0.66
"""From which likeness on an unknown word is read as a known one."""
_SHORTEST_TO_CORRECT = 4
_LONGEST_GAP = 2
"""Words that may stand between two words of a phrase."""
_STOP_WORDS = frozenset(
    """a about after again all also am an and any are as at be because been before being both but by can could did do does
    during each for from further had has have he her here hers him his how i if in into is it its itself me more most my
    nor of on once only or other our over own same she so some such than that the their them then there these they this
    those through to too under until very was we were what when where which while who whom why will with would you your w
    pt pts patient patients re s t""".split()  # noqa: SIM905 - a list of words is read as a text.
)


def ranked(query: str, texts: Mapping[str, str]) -> list[str]:
    """Every id of `texts`, those whose text is most like `query` first. Equally alike ones stand in the order of ids."""
    return Index(texts).ranked(query)


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
        self._by_letter = _by_first_letter(feature for feature in counts if feature.isalpha())

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
                for other, alike in _spelled_alike(feature, self._by_letter):
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
    stems = [stem(word) for word in words(text) if word not in _STOP_WORDS]
    return _counted([*((each, 1.0) for each in stems), *((group, WORTH_OF_A_GROUP) for group in _groups(stems))])


def by_meaning_and_spelling(text: str) -> Features:
    """The same, and an unknown word is read as the known one that is spelled alike."""
    written = [word for word in words(text) if word not in _STOP_WORDS]
    read = [_corrected(word) for word in written]
    stems = [stem(word) for word in read]
    own = ((stem(word), 1.0) for word in written)
    meant = ((each, SPELLED_ALIKE) for word, other, each in zip(written, read, stems, strict=True) if word != other)
    return _counted([*own, *meant, *((group, WORTH_OF_A_GROUP) for group in _groups(stems))])


def _counted(features: Iterable[tuple[str, float]]) -> Features:
    """A feature that comes again counts, but less each time."""
    total: dict[str, float] = defaultdict(float)
    times: Counter[str] = Counter()
    for feature, weight in features:
        times[feature] += 1
        total[feature] += weight / times[feature]
    return total


def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Each phrase of the synonyms by its first stem, with its group."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for name, phrases in GROUPS.items():
        stems = {tuple(stem(word) for word in words(each) if word not in _STOP_WORDS) for each in phrases}
        for phrase in sorted(filter(None, stems)):
            table[phrase[0]].append((phrase, f"@{name}"))
    return table


_PHRASES = _phrases()


def _groups(stems: Sequence[str]) -> set[str]:
    """The groups whose words or phrases stand in the text."""
    return {
        group
        for place, each in enumerate(stems)
        for phrase, group in _PHRASES.get(each, ())
        if _continues(stems, place, phrase[1:])
    }


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


def _by_first_letter(known: Iterable[str]) -> dict[str, list[tuple[str, frozenset[str]]]]:
    table: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for word in sorted(known):
        if len(word) >= _SHORTEST_TO_CORRECT:
            table[word[0]].append((word, _pairs(word)))
    return table


@lru_cache(maxsize=65_536)
def _pairs(word: str) -> frozenset[str]:
    """The pairs of neighbouring letters, with the edges."""
    edged = f"^{word}$"
    return frozenset(edged[place : place + 2] for place in range(len(edged) - 1))


_KNOWN_BY_LETTER = _by_first_letter(_KNOWN_WORDS)


@lru_cache(maxsize=65_536)
def _corrected(word: str) -> str:
    """The word of the synonyms that was probably meant."""
    if word in _KNOWN_WORDS or stem(word) in _KNOWN_STEMS:
        return word
    return max(_spelled_alike(word, _KNOWN_BY_LETTER), key=lambda each: each[1], default=(word, 1.0))[0]


def _spelled_alike(word: str, known: Mapping[str, list[tuple[str, frozenset[str]]]]) -> list[tuple[str, float]]:
    """Known words with the same first letter and mostly the same pairs of letters, or the same letters in another order."""
    if len(word) < _SHORTEST_TO_CORRECT or not word.isalpha():
        return []
    pairs, letters = _pairs(word), sorted(word)
    found = [
        (other, 2 * len(pairs & theirs) / (len(pairs) + len(theirs))) for other, theirs in known.get(word[0], ())
    ]
    found += [
        (other, 0.85) for other, _ in known.get(word[0], ()) if len(other) == len(word) and sorted(other) == letters
    ]
    return [each for each in found if each[1] >= SPELLED_ALIKE]
