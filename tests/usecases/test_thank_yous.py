"""Good care is told to whoever gave it; they read the words that are for them, and nobody else does."""

from datetime import timedelta
from uuid import UUID

import pytest

from bot.domain.incidents.conversation import EntryKind, EntryWords
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.types import ReportType
from bot.usecases.incidents.own_report import write_to_own_report
from bot.usecases.incidents.thank_yous import open_thank_you
from bot.usecases.permissions import NotFound

CHLOE, DEV = "U0CHLOE", "U0DEV"


def thanks(bot, *people, **answers):
    return bot.report(type=ReportType.GOOD_CARE, kind="good_care", thanked=people, **answers)


def told(bot):
    bot.post_all()
    return [posted.target for posted in bot.of_kind("thanked")]


def ids(bot):
    return {person: UUID(str(each)) for each, person in bot.rows("SELECT id, person FROM thank_you")}


def opens(bot, thank_you_id, by):
    return open_thank_you(bot.context, thank_you_id, by=by, now=bot.clock.now())


def test_each_is_told_once_and_reads_the_words(bot):
    thanks(bot, CHLOE, DEV)
    thanks(bot, CHLOE, DEV, text="The same form with more")
    assert sorted(told(bot)) == [CHLOE, DEV]
    assert opens(bot, ids(bot)[CHLOE], CHLOE).words.text == "You stayed so calm"
    [(actor,)] = bot.rows("SELECT actor FROM audit WHERE action = 'thank_you.opened'")
    assert actor == CHLOE


@pytest.mark.parametrize("by", [DEV, "U0SAFETY", "U0AMARA"])
def test_nobody_else_opens_them(bot, by):
    thanks(bot, CHLOE)
    with pytest.raises(NotFound):
        opens(bot, ids(bot)[CHLOE], by)


def test_what_is_no_good_care_thanks_nobody(bot):
    bot.report(thanked=[CHLOE])
    assert told(bot) == []


def test_thanks_that_were_taken_back_are_told_to_nobody_and_opened_by_nobody(bot):
    report = thanks(bot, CHLOE)
    words = EntryWords(text="The wrong person")
    write_to_own_report(bot.context, report.id, EntryKind.WITHDRAWAL, words, by="U0AMARA", key="back")
    assert told(bot) == []
    with pytest.raises(NotFound):
        opens(bot, ids(bot)[CHLOE], CHLOE)


def test_thanks_of_somebody_anonymous_are_told_at_the_full_hour(bot):
    bot.clock.forward(timedelta(minutes=17))
    bot.queue_what_is_due()
    thanks(bot, CHLOE, name_choice=NameChoice.ANONYMOUS)
    thanks(bot, CHLOE, DEV, name_choice=NameChoice.ANONYMOUS, text="Sent again")
    assert told(bot) == []
    bot.clock.forward(timedelta(minutes=44))
    bot.queue_what_is_due()
    assert sorted(told(bot)) == [CHLOE, DEV]
    assert opens(bot, ids(bot)[DEV], DEV).report.reporter == "anonymous"


def test_words_that_cannot_be_read_are_none(bot):
    thanks(bot, CHLOE)
    bot.execute("UPDATE thank_you SET words_sealed = :broken", broken=b"\x01\x04test" + b"0" * 40)
    assert opens(bot, ids(bot)[CHLOE], CHLOE).words is None
