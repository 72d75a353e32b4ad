"""Learning points: short, approved by a second person, and looked at once for names and blame."""

import pytest
from pydantic import ValidationError

from bot.domain.learning.blame_rules import BlameReason
from bot.domain.learning.hints import hints
from bot.domain.learning.point import (
    LONGEST_TRY,
    LONGEST_WORDS,
    MOST_TRY,
    MOST_WORDS,
    LearningForm,
    LearningReason,
    LearningRefused,
    PointState,
    approve,
    send_back,
)
from bot.domain.reports.identifying.marks import IdentifierKind
from tests.domain.examples import NOON, a_point


@pytest.mark.parametrize(
    ("words", "to_try", "wrong"),
    [
        ("a" * LONGEST_WORDS, None, []),
        ("a" * (LONGEST_WORDS + 1), None, ["words"]),
        ("a " * MOST_WORDS, "b " * MOST_TRY, []),
        ("a " * (MOST_WORDS + 1), "b " * (MOST_TRY + 1), ["words", "to_try"]),
        ("Fine.", "b" * (LONGEST_TRY + 1), ["to_try"]),
        (" \u2800", None, ["words"]),
        ("Fine.", "", ["to_try"]),
    ],
)
def test_a_learning_point_is_one_or_two_sentences(words, to_try, wrong):
    try:
        LearningForm(words=words, to_try=to_try)
        refused = []
    except ValidationError as error:
        refused = [each["loc"][0] for each in error.errors()]
    assert refused == wrong


def test_a_second_person_approves_and_nobody_their_own():
    approved = approve(a_point(), by="U0BOTH", now=NOON)
    assert (approved.state, approved.approved_by, approved.approved_at) == (PointState.APPROVED, "U0BOTH", NOON)
    with pytest.raises(LearningRefused) as refusal:
        approve(a_point(), by="U0SAFETY", now=NOON)
    assert refusal.value.reason is LearningReason.OWN_WORDS


@pytest.mark.parametrize("by", ["U0BOTH", "U0SAFETY"])
def test_it_can_be_sent_back_and_its_writer_can_take_it_back(by):
    back = send_back(a_point(), by=by)
    assert (back.state, back.sent_back_by) == (PointState.SENT_BACK, by)


def test_what_was_decided_is_not_decided_again():
    for decided in (approve(a_point(), by="U0BOTH", now=NOON), send_back(a_point(), by="U0BOTH")):
        for again in (lambda point: approve(point, by="U0OTHER", now=NOON), lambda point: send_back(point, by="U0X")):
            with pytest.raises(LearningRefused) as refusal:
                again(decided)
            assert refusal.value.reason is LearningReason.ALREADY_DECIDED


def test_names_and_blame_are_found_with_their_words_in_order():
    found = hints("The nurse failed to check. Zorana Quibble helped.", known_names=["Zorana Quibble"])
    assert [(hint.words, hint.reason) for hint in found][-1] == ("Zorana Quibble", IdentifierKind.NAME)
    assert found[0].reason is BlameReason.OMISSION
    assert "failed to" in found[0].words


def test_words_about_the_work_give_no_hint():
    assert hints(a_point().words, known_names=["Amara Okafor"]) == ()
