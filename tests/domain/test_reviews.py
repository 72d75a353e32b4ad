"""Reviews: boxes of one's own, nobody overwrites, and its lead agrees once somebody has written."""

from uuid import UUID

import pytest
from pydantic import ValidationError

from bot.domain.incidents.incident import LearningResponse
from bot.domain.refusals import Reason
from bot.domain.reviews import review
from bot.domain.reviews.review import Agreement, Box, Contribution, ReviewForm, ReviewReason, ReviewRefused
from tests.domain.examples import INVISIBLE, NOON, a_decision, an_incident

INCIDENT = UUID(int=1)
FORM = ReviewForm(what_helped="The torch was near.")
AGREED = Agreement(by="U0SAFETY", at=NOON)


def _written(before=None, form=FORM, *, seen=0, by="U0AMARA"):
    return review.write(before, form, incident_id=INCIDENT, seen=seen, by=by, now=NOON)


def _refused(act) -> Reason:
    with pytest.raises(ReviewRefused) as refusal:
        act()
    return refusal.value.reason


def test_whoever_saves_again_keeps_their_place_and_its_version_grows():
    first = _written()
    second = _written(first, ReviewForm(what_happened="It was silent."), seen=1)
    assert (second.id, first.version, second.version) == (first.id, 1, 2)
    assert second.boxes.words(Box.WHAT_HELPED) is None


def test_a_form_that_showed_an_older_version_overwrites_nothing():
    assert _refused(lambda: _written(_written(), seen=0)) is ReviewReason.SAVED_MEANWHILE


def test_all_boxes_empty_is_refused_and_once_agreed_everything_is():
    assert _refused(lambda: _written(form=ReviewForm())) is ReviewReason.NOTHING_WRITTEN
    assert _refused(lambda: review.require_open(AGREED)) is ReviewReason.AGREED
    review.require_open(None)


@pytest.mark.parametrize("words", [*INVISIBLE, "x" * (review.LONGEST_BOX + 1)])
def test_a_box_takes_no_text_that_shows_nothing_and_none_that_is_too_long(words):
    with pytest.raises(ValidationError):
        ReviewForm(what_happened=words)


def test_there_are_four_boxes_and_none_of_them_is_a_statement():
    assert list(ReviewForm.model_fields) == [box.value for box in Box]
    assert not [box for box in Box if "statement" in box or "who" in box.split("_")]


def test_the_lead_is_not_invited_and_nobody_who_is_involved_is():
    assert review.check_people(["U0A", "U0LEAD"], lead="U0LEAD", involved=()) == {"U0A"}
    refused = _refused(lambda: review.check_people(["U0A"], lead=None, involved={"U0A"}))
    assert refused is ReviewReason.PERSON_INVOLVED
    many = [f"U0{number}" for number in range(review.MOST_PEOPLE + 1)]
    assert _refused(lambda: review.check_people(many, lead=None, involved=())) is ReviewReason.TOO_MANY_PEOPLE


def test_it_is_agreed_once_and_not_before_somebody_has_written():
    assert _refused(lambda: review.agree(None, [], by="U0LEAD", now=NOON)) is ReviewReason.NOBODY_HAS_WRITTEN
    assert review.agree(None, [_written()], by="U0LEAD", now=NOON) == Agreement(by="U0LEAD", at=NOON)
    assert review.agree(AGREED, [_written()], by="U0LEAD", now=NOON) == AGREED


@pytest.mark.parametrize("response", LearningResponse)
def test_every_learning_response_but_none_is_a_review(response):
    decided = an_incident(decision=a_decision(response=response))
    assert review.is_reviewed(decided) is (response is not LearningResponse.NO_FURTHER_RESPONSE)
    assert not review.is_reviewed(an_incident())


def test_words_are_taken_out_of_every_box():
    written = _written(form=ReviewForm(what_happened="Sam was up.", what_we_will_try="Ask Sam."))
    after = review.without_words(written, "Sam")
    assert after.boxes == ReviewForm(what_happened="[taken out] was up.", what_we_will_try="Ask [taken out].")
    unreadable = written.model_copy(update={"boxes": None})
    assert review.without_words(unreadable, "Sam") == unreadable


def test_a_button_carries_whose_box_it_is():
    written: Contribution = _written()
    assert review.place_in(review.place_of(written, Box.WHAT_HELPED)) == (written.id, Box.WHAT_HELPED)


@pytest.mark.parametrize(
    ("text", "longest", "most_words", "expected"),
    [
        (" Two words ", 20, 5, "Two words"),
        ("one two three", 20, 2, "one two"),
        ("one two three", 9, 5, "one two"),
        ("onetwothree", 5, 5, "onetw"),
        ("a  \n b", 4, 5, "a b"),
    ],
)
def test_a_shorter_form_is_filled_with_as_many_words_as_fit(text, longest, most_words, expected):
    assert review.beginning(text, longest=longest, most_words=most_words) == expected
