"""Opinions are counted once a report and question, apart from each other's quarter."""

from datetime import date
from uuid import UUID

from bot.domain.reports.opinions import NO, YES, Question, WhyAnonymous
from storage import opinions

AUTUMN, WINTER = date(2026, 10, 1), date(2027, 1, 1)


def counts(database, number, answer=YES, *, question=Question.USEFUL, quarter=AUTUMN):
    with database.writing() as transaction:
        opinions.count_once(transaction, UUID(int=number), question, answer, quarter=quarter)


def test_of_one_report_the_first_answer_counts(database):
    for number in range(5):
        counts(database, number)
        counts(database, number, NO)
        counts(database, number, quarter=WINTER)
    with database.reading() as transaction:
        assert opinions.published(transaction, [AUTUMN, WINTER])[AUTUMN][Question.USEFUL] == {YES: 5, NO: 0}
        assert list(opinions.published(transaction, [WINTER])) == []


def test_what_was_asked_of_a_report_is_known_of_that_report_alone(database):
    counts(database, 1)
    counts(database, 1, WhyAnonymous.OTHER, question=Question.WHY_ANONYMOUS)
    with database.reading() as transaction:
        assert opinions.asked(transaction, UUID(int=1)) == {Question.USEFUL, Question.WHY_ANONYMOUS}
        assert opinions.asked(transaction, UUID(int=2)) == frozenset()
