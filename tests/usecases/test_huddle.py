"""Tonight on this ward: one card after each bulletin, at hand-over, in words that were approved for this channel."""

from datetime import time, timedelta

import pytest

from bot.domain.bulletins.answers import BulletinAnswer
from bot.domain.learning.consent import Consent, ConsentAnswer
from bot.usecases.bulletins.answers import answer_bulletin
from bot.usecases.bulletins.board import change_schedule
from storage import consents
from tests.usecases.bot_without_slack import at
from tests.usecases.bulletin_answers import posted

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
HANDOVER = at("2026-11-30 21:00")
"""On the day of the bulletin."""


@pytest.fixture
def engine() -> str:
    return "sqlite"


def _wants(bot, handover=time(21)):
    schedule = bot.context.service.team("oak").schedule
    wanted = schedule.model_copy(update={"handover": handover})
    change_schedule(bot.context, "oak", wanted, by="U0SAFETY", now=bot.clock.now())


def _tick_at(bot, *moments):
    for moment in moments:
        bot.clock.to(moment)
        bot.tick()


def _cards(bot):
    return [posted.at for posted in bot.of_kind("huddle")]


def _refuses(bot, draft):
    report = bot.report()
    refusal = Consent(point=draft.point, report=report.id, until_at=bot.clock.now() - DAY)
    with bot.context.database.writing() as transaction:
        consents.add(transaction, refusal)
        consents.answer(transaction, refusal.model_copy(update={"answer": ConsentAnswer.PLEASE_NOT}))


def test_nothing_comes_to_a_team_that_has_not_asked_for_it(bot):
    posted(bot)
    _tick_at(bot, HANDOVER, HANDOVER + DAY)
    assert _cards(bot) == []


def test_a_bulletin_is_told_at_one_hand_over_and_never_twice(bot):
    draft = posted(bot)
    _wants(bot)
    _tick_at(bot, *(HANDOVER - HOUR + HOUR * number for number in range(30)))
    [card] = bot.of_kind("huddle")
    assert card.at == HANDOVER
    assert card.target == bot.context.service.team("oak").channel
    bulletin = bot.of_kind("bulletin")[-1].message
    approved = [block for block in bulletin.blocks if block["type"] == "rich_text"]
    told = [block for block in card.message.blocks if block["type"] == "rich_text"]
    assert told
    assert all(block in approved for block in told)
    assert str(draft.id) in str(card.message.blocks)


def test_the_next_bulletin_is_told_at_the_next_hand_over(bot):
    posted(bot)
    _wants(bot)
    _tick_at(bot, HANDOVER, at("2026-12-03 09:00"), at("2026-12-07 09:00"), at("2026-12-07 21:00"))
    assert _cards(bot) == [HANDOVER, at("2026-12-07 21:00")]


def test_without_a_bulletin_this_week_there_is_no_card(bot):
    posted(bot, points=1)
    _wants(bot)
    _tick_at(bot, HANDOVER, *(HANDOVER + DAY * number for number in range(1, 16)))
    assert _cards(bot) == [HANDOVER]


def test_a_hand_over_that_is_over_gets_no_card_and_the_next_one_does(bot):
    posted(bot)
    _wants(bot)
    _tick_at(bot, HANDOVER + HOUR)
    assert _cards(bot) == []
    _tick_at(bot, HANDOVER + DAY)
    assert _cards(bot) == [HANDOVER + DAY]


def test_words_that_a_reporter_refuses_after_the_bulletin_are_not_told_again(bot):
    draft = posted(bot)
    _wants(bot)
    _refuses(bot, draft)
    _tick_at(bot, HANDOVER, HANDOVER + DAY)
    assert _cards(bot) == []


def test_a_no_between_queue_and_channel_still_holds_it_back(bot):
    draft = posted(bot)
    _wants(bot)
    bot.clock.to(HANDOVER)
    bot.queue_what_is_due()
    card = next(each for each in iter(bot.next_message, None) if each.kind == "huddle")
    assert bot.composed(card)
    _refuses(bot, draft)
    assert bot.composed(card) is None


def test_whoever_switches_it_off_gets_none(bot):
    posted(bot)
    _wants(bot)
    _wants(bot, None)
    _tick_at(bot, HANDOVER, HANDOVER + DAY)
    assert _cards(bot) == []
    assert bot.rows("SELECT count(*) FROM due WHERE kind = 'huddle'") == [(0,)]


def test_talked_about_is_counted_with_the_answers_to_the_bulletin(bot):
    draft = posted(bot)
    _wants(bot)
    _tick_at(bot, HANDOVER)
    answer_bulletin(bot.context, draft.id, BulletinAnswer.HUDDLE, by="U0AMARA", now=bot.clock.now())
    assert bot.rows("SELECT answer, count FROM bulletin_answer") == [("huddle", 1)]
