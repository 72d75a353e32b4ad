"""The reporter of a story reads the exact words before anybody is told, and can say no."""

from datetime import timedelta
from uuid import UUID

import pytest

from bot.domain.bulletins.draft import DraftReason, DraftRefused, DraftState
from bot.domain.learning.consent import ConsentAnswer
from bot.domain.learning.point import LearningForm
from bot.domain.reports.name_choice import NameChoice
from bot.usecases.bulletins import approve
from bot.usecases.bulletins.consents import answer_words, read_words
from bot.usecases.learning.approve import approve_point, is_theme_only, write_point
from bot.usecases.permissions import NotForYou, NotFound
from storage import bulletins
from tests.usecases.bot_without_slack import at

WEEK, HOUR = timedelta(days=7), timedelta(hours=1)
WORDS = "Doors were heavy. A spring helps."
UNTIL = at("2026-12-01 18:00")
"""The end of the fifth working day after Tuesday 24 November."""
DRAFTED, MONDAY = at("2026-12-03 09:00"), at("2026-12-07 09:00")


@pytest.fixture
def story(bot):
    """A report like four others, on whose story a learning point for its ward is approved."""
    return _learned(bot, _reports(bot)), bot


def _reports(bot, **answers):
    for number in range(4):
        bot.report(key=f"alike {number}", kind="environment", by=f"U0OTHER{number}", team="elm")
    return bot.report(key="story", kind="environment", by="U0AMARA", **answers)


def _learned(bot, report, words=WORDS, *, post=True):
    """Written and approved by the safety team, and named for the ward. Returns it with its report."""
    form, now = LearningForm(words=words, teams=frozenset({"oak"})), bot.clock.now()
    point = write_point(bot.context, form, source=report.incident_id, key=words, by="U0SAFETY", now=now)
    approve_point(bot.context, point.id, by="U0BOTH", now=now)
    bot.queue_what_is_due()
    if post:
        bot.post_all()
    return point, report


def _answer(bot, asked, answer, *, by="U0AMARA"):
    point, report = asked
    return answer_words(bot.context, point.id, report.id, answer, by=by, now=bot.clock.now())


def _tick_at(bot, *moments):
    for moment in moments:
        bot.clock.to(moment)
        bot.tick()


def _told(bot):
    return [each for each in bot.of_kind("bulletin") if WORDS in str(each.message.blocks)]


def _drafts(bot):
    with bot.context.database.reading() as transaction:
        return bulletins.waiting(transaction, limit=9)


@pytest.mark.parametrize("choice", [NameChoice.NAMED, NameChoice.CONFIDENTIAL])
def test_the_reporter_is_told_that_words_wait_and_reads_them_in_a_modal_alone(bot, choice):
    asked = _learned(bot, _reports(bot, name_choice=choice))
    [told] = bot.of_kind("words_asked")
    assert told.target == "U0AMARA"
    assert "Doors" not in str(told.message)
    read = read_words(bot.context, asked[0].id, asked[1].id, by="U0AMARA", now=bot.clock.now())
    assert (read.point.words, read.consent.until_at, read.told) == (WORDS, UNTIL, False)


def test_silence_for_five_working_days_is_a_yes_and_before_that_nothing_is_drafted(story):
    _, bot = story
    bot.approves_drafts = True
    _tick_at(bot, at("2026-11-26 09:00"), UNTIL - HOUR)
    assert bot.rows("SELECT count(*) FROM bulletin") == [(0,)]
    _tick_at(bot, DRAFTED, MONDAY)
    assert [told.at for told in _told(bot)] == [MONDAY]


def test_silence_is_no_yes_while_the_question_has_not_arrived(bot):
    bot.approves_drafts = True
    report = _reports(bot)
    _learned(bot, report, post=False)
    for moment in (UNTIL - HOUR, DRAFTED, MONDAY):
        bot.clock.to(moment)
        bot.queue_what_is_due()
    assert bot.rows("SELECT count(*) FROM bulletin") == [(0,)]
    bot.post_all()
    _tick_at(bot, DRAFTED + timedelta(days=7), MONDAY + timedelta(days=7))
    assert [told.at for told in _told(bot)] == [MONDAY + timedelta(days=7)]


def test_a_fine_frees_it_no_sooner_so_that_nobody_sees_who_answered(story):
    asked, bot = story
    bot.approves_drafts = True
    assert _answer(bot, asked, ConsentAnswer.FINE).consent.answer is ConsentAnswer.FINE
    _tick_at(bot, at("2026-11-26 09:00"), at("2026-11-30 09:00"))
    assert _told(bot) == []
    _tick_at(bot, DRAFTED, MONDAY)
    assert len(_told(bot)) == 1


def test_after_a_please_not_no_draft_tells_it_and_the_mind_can_be_changed(story):
    asked, bot = story
    bot.approves_drafts = True
    _answer(bot, asked, ConsentAnswer.PLEASE_NOT)
    _tick_at(bot, DRAFTED, MONDAY)
    assert _told(bot) == []
    _answer(bot, asked, ConsentAnswer.FINE)
    _tick_at(bot, DRAFTED + WEEK, MONDAY + WEEK)
    assert len(_told(bot)) == 1


def test_a_please_not_takes_it_out_of_a_draft_and_the_next_one_takes_its_place(story):
    asked, bot = story
    bot.clock.forward(HOUR)
    [other] = bot.approved_points(words="Ring twice.", teams=frozenset({"oak"}))
    _tick_at(bot, DRAFTED)
    [draft] = _drafts(bot)
    assert draft.point == asked[0].id
    _answer(bot, asked, ConsentAnswer.PLEASE_NOT)
    [changed] = _drafts(bot)
    assert (changed.id, changed.point) == (draft.id, other.id)
    seen = approve.preview(bot.context, draft.id, by="U0SAFETY", now=bot.clock.now())
    assert "Ring twice." in str(seen.message.blocks)
    assert WORDS not in str(seen.message.blocks)
    assert seen.free


def test_also_out_of_one_that_was_approved_which_then_waits_for_approval_again(story):
    asked, bot = story
    bot.clock.forward(HOUR)
    bot.approved_points(words="Ring twice.", teams=frozenset({"oak"}))
    _tick_at(bot, DRAFTED)
    bot.approve_drafts()
    _answer(bot, asked, ConsentAnswer.PLEASE_NOT)
    assert [draft.state for draft in _drafts(bot)] == [DraftState.WAITING]
    _tick_at(bot, MONDAY)
    assert bot.of_kind("bulletin") == []
    assert bot.of_kind("bulletin_not_sent")


def test_without_another_one_there_is_no_bulletin_this_week(story):
    asked, bot = story
    _tick_at(bot, DRAFTED)
    bot.approve_drafts()
    _answer(bot, asked, ConsentAnswer.PLEASE_NOT)
    assert bot.rows("SELECT state FROM bulletin") == [("dropped",)]
    _tick_at(bot, MONDAY)
    assert bot.of_kind("bulletin") == []


def test_what_was_posted_stays_and_the_reporter_reads_so(story):
    asked, bot = story
    bot.approves_drafts = True
    _tick_at(bot, DRAFTED, MONDAY)
    assert _answer(bot, asked, ConsentAnswer.PLEASE_NOT).told
    assert bot.rows("SELECT state FROM bulletin") == [("approved",)]


def test_from_an_anonymous_report_nothing_is_asked_and_no_bulletin_tells_it(bot):
    bot.approves_drafts = True
    point, _ = _learned(bot, _reports(bot, name_choice=NameChoice.ANONYMOUS))
    assert bot.of_kind("words_asked") == []
    assert is_theme_only(bot.context, point)
    _tick_at(bot, DRAFTED, MONDAY)
    assert _told(bot) == []
    [theme] = bot.approved_points(words="Doors are a theme.", teams=frozenset({"oak"}))
    assert not is_theme_only(bot.context, theme)
    _tick_at(bot, DRAFTED + WEEK, MONDAY + WEEK)
    assert "Doors are a theme." in str(bot.of_kind("bulletin")[-1].message.blocks)


def test_what_stopped_being_free_since_its_draft_cannot_be_approved(story):
    asked, bot = story
    _tick_at(bot, DRAFTED)
    [draft] = _drafts(bot)
    bot.execute("UPDATE consent SET answer = 'please_not'")  # As another transaction would, at the same moment.
    assert not approve.preview(bot.context, draft.id, by="U0SAFETY", now=bot.clock.now()).free
    with pytest.raises(DraftRefused) as refusal:
        approve.decide_draft(
            bot.context, draft.id, DraftState.APPROVED, point=asked[0].id, by="U0SAFETY", now=bot.clock.now()
        )
    assert refusal.value.reason is DraftReason.NOT_FREE


def test_whoever_wrote_the_words_is_not_asked_about_them(bot):
    report = bot.report(kind="environment", by="U0SAFETY")
    _learned(bot, report)
    assert bot.of_kind("words_asked") == []
    assert bot.rows("SELECT count(*) FROM consent") == [(0,)]


def test_nobody_else_reads_or_answers_and_nothing_says_who_did(story):
    asked, bot = story
    for by in ("U0OTHER1", "U0SAFETY"):
        with pytest.raises(NotForYou):
            read_words(bot.context, asked[0].id, asked[1].id, by=by, now=bot.clock.now())
        with pytest.raises(NotForYou):
            _answer(bot, asked, ConsentAnswer.FINE, by=by)
    _answer(bot, asked, ConsentAnswer.FINE)
    assert bot.rows("SELECT actor, detail FROM audit WHERE action = 'learning.answered'") == [("reporter", "{}")]


def test_what_was_never_asked_is_not_found(story):
    asked, bot = story
    with pytest.raises(NotFound):
        read_words(bot.context, UUID(int=99), asked[1].id, by="U0AMARA", now=bot.clock.now())


def test_a_reporter_who_has_answered_before_it_leaves_is_not_told_any_more(bot):
    report = _reports(bot)
    form, now = LearningForm(words=WORDS), bot.clock.now()
    point = write_point(bot.context, form, source=report.incident_id, key="w", by="U0SAFETY", now=now)
    approve_point(bot.context, point.id, by="U0BOTH", now=now)
    answer_words(bot.context, point.id, report.id, ConsentAnswer.FINE, by="U0AMARA", now=now)
    bot.post_all()
    assert bot.of_kind("words_asked") == []
