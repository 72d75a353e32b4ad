"""What blames a person is found, and what speaks of systems is left alone.

All sentences are invented. Those in `held_out` were written before the rules that they measure, or before these were
widened, by the author of the rules: they are unseen, but not independent. `docs/learning.md` gives the figures.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.learning.blame import Span, found
from bot.domain.learning.blame_rules import BlameReason
from tests.domain.sentences import BLAMES, accuracy, lines_of

HELD_OUT = ("held_out/blame.txt", "held_out/blame_later.txt", "held_out/blame_last.txt")


@pytest.mark.parametrize("name", HELD_OUT)
def test_of_sentences_that_were_held_out_most_are_judged_rightly(name):
    measured = accuracy(name, found)
    assert measured.sentences >= 80
    assert measured.precision >= 0.85
    assert measured.recall >= 0.80


@pytest.mark.parametrize("name", ["tuned_on/blame.txt", "tuned_on/blame_later.txt"])
def test_the_sentences_of_the_tuning_are_all_judged_rightly(name):
    assert [line for line in lines_of(name) if bool(found(line[2:])) != line.startswith(BLAMES)] == []


def test_who_writes_in_system_terms_is_hardly_ever_bothered():
    points = lines_of("held_out/learning_points.txt")
    assert len(points) == 50
    assert sum(bool(found(point[2:])) for point in points) <= 2


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("The nurse failed to check the chart.", "failed to", BlameReason.OMISSION),
        ("At 3 am the nurse forgot the key.", "forgot", BlameReason.OMISSION),
        ("Staff should have called.", "should have called", BlameReason.HINDSIGHT),
        ("Human error was the cause.", "Human error", BlameReason.ERROR),
        ("The nurse was at fault.", "at fault", BlameReason.FAULT),
        ("A careless nurse left.", "careless", BlameReason.CHARACTER),
        ("She ignored the advice.", "ignored", BlameReason.RULE_BREAKING),
        ("Staff must be more careful.", "must be more careful", BlameReason.EXHORTATION),
        ("He is attention-seeking.", "attention-seeking", BlameReason.LABEL),
        ("They should be disciplined.", "be disciplined", BlameReason.PUNISHMENT),
    ],
)
def test_the_span_holds_the_words_and_the_reason(text, words, reason):
    assert [(text[span.start : span.end], span.reason) for span in found(text)] == [(words, reason)]


@pytest.mark.parametrize(
    "text",
    [
        "The alarm failed to sound.",
        "Alarms failed to sound.",
        "Datix failed to save.",
        "The alarm in the nurse station failed to sound.",
        "The cutter was locked away and failed to help.",
        "The system should have sent a text.",
        "A cutter should have been available.",
        "There should have been two radios.",
        "No fault found.",
        "By default the form is short.",
        "Human factors matter.",
        "An error message came up.",
        "It was a medication error.",
        "The review is blame-free.",
        "We do not blame.",
        "There is a fault line in the process.",
        "Should the nurse have called?",
        "Nobody was at fault.",
        'We do not write "failed to" in a review.',
        "If a nurse forgets, the screen reminds.",
        "She never failed to help.",
        "The nurse did not check the chart because it was locked away.",
        "The patient forgot her coat.",
        "Staff should have been given training.",
        "The word 'careless' hurts.",
        'We avoid "failed to".',
        "",
    ],
)
def test_words_that_look_like_blame_and_are_not_are_left_alone(text):
    assert found(text) == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The nurse failed to see it.", "The screen failed to show it."),
        ("The nurse on the late shift failed to call.", "The pump on the late shift failed to call."),
        ("On Monday the nurse failed to call.", "On Monday the pump failed to call."),
        ("On Monday the nurse on the ward failed to call.", "On Monday the pump on the ward failed to call."),
        ("Sarah failed to call.", "Equipment failed to call."),
        ("Dr Hall failed to call.", "Door three failed to open."),
        ("On arrival Sarah failed to call.", "On arrival it failed to call."),
        ("The nurse left and failed to call.", "The screen froze and failed to call."),
        ("The nurse, who was new, failed to call.", "The screen, which was new, failed to call."),
        ("Failed to call the doctor.", "It failed to call the doctor."),
        ("The keyholder failed to call.", "The printer failed to call."),
    ],
)
def test_the_same_verb_blames_a_person_and_not_a_thing(before, after):
    assert (bool(found(before)), bool(found(after))) == (True, False)


def test_each_sentence_is_judged_for_itself_and_the_places_are_those_of_the_whole_text():
    text = "The door was open. Staff failed to look; she was lazy.\nWas it dark?"
    assert [text[span.start : span.end] for span in found(text)] == ["failed to", "lazy"]


def test_why_somebody_did_not_is_blame_although_it_is_a_question():
    assert found("Why did the nurse not check?") == (Span(0, 21, BlameReason.HINDSIGHT),)
    assert found("Why was the door open?") == ()


_WORDS = st.lists(
    st.sampled_from(["the nurse", "failed to", "and", "not", "careless", "should have seen", ".", "?", "'"])
)


@given(st.text() | _WORDS.map(" ".join))
def test_spans_are_in_order_without_overlap_and_inside_the_text(text):
    ends = [0, *(place for span in found(text) for place in (span.start, span.end)), len(text)]
    assert ends == sorted(ends)
    assert all(span.start < span.end for span in found(text))
