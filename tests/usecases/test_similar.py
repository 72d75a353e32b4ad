"""Similar incidents are found although they are told in other words and typed in haste. All texts are invented."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.usecases.incidents import similar
from bot.usecases.incidents.similar import Index, ranked, shared
from bot.usecases.incidents.stems import stem, words
from bot.usecases.incidents.synonyms import GROUPS
from tests.usecases.likeness.measure import KINDS, METHODS, later_pairs, pairs, score, table, texts

LEARNING = Path(__file__).parent.parent.parent / "docs" / "learning.md"


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(texts())


def test_there_are_enough_incidents_and_queries_to_measure_with():
    assert len(texts()) >= 300
    assert [sum(each.kind == kind for each in pairs()) >= 30 for kind in KINDS] == [True] * 3
    assert len(later_pairs()) >= 40


@pytest.mark.parametrize(("kind", "recall"), [("o", 0.95), ("w", 0.80), ("t", 0.95)])
@pytest.mark.parametrize("tuned_on", [True, False])
def test_what_is_told_again_is_among_the_first_five(index, kind, recall, tuned_on):
    wanted = [each for each in pairs() if each.kind == kind and each.tuned_on == tuned_on]
    assert score(index.ranked, wanted).recall >= recall


def test_queries_that_were_written_after_the_synonyms_are_found_too(index):
    assert score(index.ranked, later_pairs()).recall >= 0.75


def test_words_alone_hardly_ever_find_what_is_said_in_other_words():
    wanted = [each for each in pairs() if each.kind == "w"]
    assert score(Index(texts(), similar.by_words).ranked, wanted).recall <= 0.2


def test_each_part_of_the_method_is_worth_having():
    hasty = [each for each in pairs() if each.kind == "t"]
    ranks = [score(Index(texts(), read).ranked, hasty).mean_reciprocal_rank for read in METHODS.values()]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(METHODS)


def test_the_page_gives_the_figures_that_are_measured():
    assert table() in LEARNING.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("He went AWOL", "missing"),
        ("did not come back from leave", "missing"),
        ("Tablets were given two times", "medication"),
        ("noose round her neck", "ligature"),
        ("punched by another patient", "assault"),
        ("polcie looked for him", "missing"),
        ("RT given IM", "tranquillisation"),
    ],
)
def test_another_word_an_abbreviation_or_a_typing_error_finds_the_same(query, first):
    stored = {
        "assault": "A man hit a visitor.",
        "ligature": "A woman tied a cord and tried to hang herself.",
        "medication": "The medicine was administered twice.",
        "missing": "A man absconded and the police searched.",
        "tranquillisation": "Rapid tranquillisation was needed.",
    }
    assert ranked(query, stored)[0] == first


def test_a_word_that_no_list_knows_is_found_in_spite_of_a_typing_error():
    assert ranked("Zebrwood", {"a": "The chapel roof", "b": "The Zebrawood annex"}) == ["b", "a"]


def test_a_rare_word_counts_more_than_one_that_all_have():
    stored = {"a": "trolley moved", "b": "trolley moved", "c": "trolley and parrot"}
    assert ranked("parrot moved", stored)[0] == "c"


def test_equally_alike_texts_stand_in_the_order_of_their_ids():
    assert ranked("lift", {"c": "lift", "a": "lift", "b": "stairs", "d": ""}) == ["a", "c", "b", "d"]
    assert ranked("", {"b": "lift", "a": "stairs"}) == ["a", "b"]
    assert ranked("lift", {}) == []


def test_what_is_shared_is_said_in_the_words_of_the_query():
    assert shared("The AWOL man climbed the blue ladder", "He absconded over the fence with a ladder") == (
        "awol",
        "climbed",
        "ladder",
    )
    assert shared("lift", "stairs") == ()


@given(st.text(), st.dictionaries(st.text(), st.text()))
def test_every_id_comes_once_and_the_order_is_the_same_each_time(query, stored):
    assert sorted(ranked(query, stored)) == sorted(stored)
    assert ranked(query, stored) == ranked(query, dict(reversed(stored.items())))


def test_every_text_is_most_like_itself(index):
    assert [name for name, text in texts().items() if index.ranked(text)[0] != name] == []


@pytest.mark.parametrize(
    "forms",
    [
        ("abscond", "absconded", "absconding", "absconds"),
        ("dose", "doses"),
        ("stop", "stopped", "stops", "stopping"),
        ("injury", "injuries"),
        ("fall", "fell", "fallen", "falls", "falling"),
        ("carry", "carried", "carries"),
        ("restriction", "restrictions", "restrict"),
        ("tranquillise", "tranquillised", "tranquillisation", "tranquillize"),
        ("careless", "carelessly", "carelessness"),
        ("glass", "glasses"),
        ("box", "boxes"),
        ("nurse", "nurse's", "nurses"),
        ("nine", "9"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms):
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(("one", "other"), [("string", "str"), ("bed", "b"), ("bus", "bu"), ("thing", "th")])
def test_words_that_only_look_like_forms_stay_apart(one, other):
    assert stem(one) != stem(other)


def test_what_is_written_short_is_read_as_words():
    assert words("D/C 3/7 ago, 2/52 later: A&E, e-mail, X-ray; didn't, 1:1") == (
        ["dc", "3", "days", "ago", "2", "weeks", "later", "ae", "email", "xray", "not", "11"]
    )


def test_no_group_of_synonyms_is_empty_or_has_a_phrase_that_is_never_found():
    assert [name for name, phrases in GROUPS.items() if len(phrases) < 2] == []
    assert [
        (name, each)
        for name, phrases in GROUPS.items()
        for each in phrases
        if f"@{name}" not in similar.by_meaning(each)
    ] == []
