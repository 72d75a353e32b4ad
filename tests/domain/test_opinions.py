"""What reporters think of reporting: who is asked what, when counts are published, and which quarter a day is in."""

from datetime import date

import pytest

from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.opinions import (
    ANSWERS,
    NO,
    YES,
    OpinionRefused,
    Question,
    WhyAnonymous,
    accept_opinion,
    empty,
    last_day,
    quarter_of,
    quarters,
    still_asked,
    with_answer,
)


def test_only_the_anonymous_are_asked_why():
    assert still_asked(NameChoice.NAMED, ()) == (Question.USEFUL, Question.AGAIN)
    assert still_asked(NameChoice.CONFIDENTIAL, {Question.USEFUL}) == (Question.AGAIN,)
    assert still_asked(NameChoice.ANONYMOUS, {Question.AGAIN}) == (Question.USEFUL, Question.WHY_ANONYMOUS)


def test_there_are_the_eight_reasons_of_the_national_list():
    assert len(WhyAnonymous) == 8
    assert ANSWERS[Question.WHY_ANONYMOUS] == tuple(WhyAnonymous)


def test_counts_are_published_with_every_fifth_answer():
    tally, published = empty(Question.USEFUL), []
    for answer in (YES, YES, NO, YES, YES, NO):
        tally = with_answer(tally, answer)
        published.append(dict(tally.published))
    nothing, five = {YES: 0, NO: 0}, {YES: 4, NO: 1}
    assert published == [nothing] * 4 + [five] * 2
    assert tally.counts == {YES: 4, NO: 2}


@pytest.mark.parametrize(
    ("question", "answer"),
    [(Question.AGAIN, YES), (Question.USEFUL, "perhaps"), (Question.USEFUL, WhyAnonymous.OTHER.value)],
)
def test_what_is_not_asked_and_what_is_no_answer_is_refused(question, answer):
    with pytest.raises(OpinionRefused):
        accept_opinion(question, answer, still=(Question.USEFUL,))


def test_an_answer_to_what_is_asked_is_accepted():
    assert accept_opinion(Question.USEFUL, NO, still=(Question.USEFUL,)) == NO


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2026, 1, 1), date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 9, 30), date(2026, 7, 1), date(2026, 9, 30)),
        (date(2026, 12, 31), date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_a_quarter_has_three_months(day, first, last):
    assert quarter_of(day) == first
    assert last_day(first) == last


def test_a_period_touches_each_of_its_quarters():
    expected = [date(2026, 7, 1), date(2026, 10, 1), date(2027, 1, 1)]
    assert quarters(date(2026, 9, 30), date(2027, 1, 1)) == expected
