"""A reporter who has read an answer says what they think of reporting. Their report and their name are kept out."""

from collections import Counter
from datetime import date, timedelta

import pytest

from bot.domain.incidents.conversation import EntryKind, EntryWords
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.opinions import NO, YES, OpinionRefused, Question, WhyAnonymous
from bot.usecases.evidence.figures import figures_for
from bot.usecases.incidents.by_claim_code import PassExpired, code_of_form, enter, read_by_code
from bot.usecases.incidents.converse import write_entry
from bot.usecases.incidents.opinions import give_opinion, give_opinion_by_code
from bot.usecases.incidents.own_report import my_report
from bot.usecases.permissions import NotForYou

AMARA, SAFETY = "U0AMARA", "U0SAFETY"
QUARTER = date(2026, 10, 1)


def answered(bot, number=0):
    report = bot.report(key=f"form {number}", text=f"Report {number}")
    words = EntryWords(text="The alarm is mended.")
    write_entry(bot.context, report.id, EntryKind.ANSWER, words, key=f"answer {number}", by=SAFETY)
    return report


def says(bot, report, question=Question.USEFUL, answer=YES, *, by=AMARA):
    give_opinion(bot.context, report.id, question, answer, by=by, now=bot.clock.now())


def published(bot):
    return figures_for(bot.context, by=SAFETY, now=bot.clock.now())[2]


def asked(bot, report):
    return my_report(bot.context, report.id, by=AMARA, now=bot.clock.now()).opinions_asked


def test_nothing_is_asked_before_there_is_an_answer(bot):
    report = bot.report()
    assert asked(bot, report) == ()
    with pytest.raises(OpinionRefused):
        says(bot, report)
    assert bot.rows("SELECT count(*) FROM opinion_mark") == [(0,)]


def test_each_question_is_asked_once(bot):
    report = answered(bot)
    assert asked(bot, report) == (Question.USEFUL, Question.AGAIN)
    says(bot, report)
    assert asked(bot, report) == (Question.AGAIN,)
    with pytest.raises(OpinionRefused):
        says(bot, report, answer=NO)


def test_five_answers_are_shown_and_four_are_not(bot):
    for number in range(5):
        assert published(bot).get(QUARTER, {}).get(Question.USEFUL, {}).get(YES, 0) == 0
        says(bot, answered(bot, number))
    assert published(bot)[QUARTER][Question.USEFUL] == {YES: 5, NO: 0}
    says(bot, answered(bot, 5), answer=NO)
    assert published(bot)[QUARTER][Question.USEFUL] == {YES: 5, NO: 0}


def test_a_new_quarter_begins_with_nothing(bot):
    for number in range(5):
        says(bot, answered(bot, number))
    bot.clock.forward(timedelta(days=92))
    says(bot, answered(bot, 6))
    assert bot.rows("SELECT count(*) FROM opinion_count") == [(2,)]


def test_an_answer_leaves_no_trace_of_the_person_the_report_or_the_moment(bot):
    report = answered(bot)
    before = {table: Counter(map(str, bot.rows(f"SELECT * FROM {table}"))) for table in TABLES}  # noqa: S608 - our own
    says(bot, report, answer=NO)
    changed = {
        table
        for table in TABLES
        if Counter(map(str, bot.rows(f"SELECT * FROM {table}"))) != before[table]  # noqa: S608 - our own
    }
    assert changed == {"opinion_mark", "opinion_count"}
    [(mark,)] = bot.rows("SELECT mark FROM opinion_mark")
    [(quarter, sealed)] = bot.rows("SELECT quarter, counts_sealed FROM opinion_count")
    assert report.id.bytes not in mark
    assert str(quarter) == "2026-10-01"
    assert b"useful" not in sealed


TABLES = ("report", "entry", "audit", "incident", "outbox", "due", "unrecorded", "opinion_mark", "opinion_count")


def test_the_sealed_counts_have_one_length(bot):
    lengths = set()
    for number, answer in enumerate((YES, NO, YES)):
        says(bot, answered(bot, number), answer=answer)
        lengths |= {len(sealed) for (sealed,) in bot.rows("SELECT counts_sealed FROM opinion_count")}
    assert len(lengths) == 1


def test_nobody_answers_for_the_reporter(bot):
    report = answered(bot)
    with pytest.raises(NotForYou):
        says(bot, report, by=SAFETY)
    assert bot.rows("SELECT count(*) FROM opinion_mark") == [(0,)]


def test_whoever_has_the_claim_code_says_why_anonymous(bot):
    nonce = "nonce of an anonymous form"
    report = bot.report(key=nonce, name_choice=NameChoice.ANONYMOUS)
    words = EntryWords(text="The alarm is mended.")
    write_entry(bot.context, report.id, EntryKind.ANSWER, words, key="answer", by=SAFETY)
    given = enter(bot.context, code_of_form(bot.context, nonce), now=bot.clock.now())
    assert given is not None
    said = Question.WHY_ANONYMOUS, WhyAnonymous.CAREER.value
    give_opinion_by_code(bot.context, given, *said, now=bot.clock.now())
    assert report.name_choice is NameChoice.ANONYMOUS
    found = read_by_code(bot.context, given, now=bot.clock.now())
    assert found.opinions_asked == (Question.USEFUL, Question.AGAIN)
    bot.clock.forward(timedelta(hours=1))
    with pytest.raises(PassExpired):
        give_opinion_by_code(bot.context, given, *said, now=bot.clock.now())
