"""Did it hold? Wards are asked in approved words, once; what they say is kept without names and counts."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.actions.action import ActionReason, ActionRefused, ActionState
from bot.domain.actions.hold import OPEN_FOR, HoldAnswer
from bot.domain.evidence.figures import Figure, Shown
from bot.usecases.actions import answers, checks, leading
from bot.usecases.actions.hold_answers import Taken, answer_question
from bot.usecases.evidence.figures import figures_for
from bot.usecases.incidents.steps import restrict_incident
from bot.usecases.permissions import NotForYou
from storage import integrity
from tests.domain.examples import PROOF, a_service
from tests.storage.examples import at_once
from tests.usecases.bot_without_slack import at, started
from tests.usecases.holds import (
    FIRST,
    FOR_WARD,
    WARD,
    answers_as,
    asks_the_ward,
    checked,
    with_a_large_ward,
)

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
SECOND, THIRD = at("2027-01-25 08:00"), at("2027-02-22 08:00")


@pytest.fixture
def ward(bot):
    """A bot whose ward has more than five people."""
    bot.configure(with_a_large_ward())
    return bot


def _asked(bot, *moments):
    """When questions were posted by ticks at these moments."""
    del bot.posted[:]
    for moment in moments:
        bot.clock.to(moment)
        bot.tick()
    return [(posted.at, posted.target) for posted in bot.of_kind("hold_asked")]


def _told(bot):
    return [(posted.target, posted.subject["answer"]) for posted in bot.of_kind("hold_news")]


def _hourly(start, days):
    return [start + number * HOUR for number in range(days * 24)]


def test_the_ward_is_asked_three_times_in_the_approved_words_and_no_more(ward):
    checked(ward)
    asked = _asked(ward, *_hourly(at("2026-12-20 00:00"), 80))
    assert asked == [(FIRST, "C0OAK"), (SECOND, "C0OAK"), (THIRD, "C0OAK")]
    [first, *_] = ward.of_kind("hold_asked")
    assert FOR_WARD in str(first.message.blocks)
    assert "Test the door alarm each Monday" not in str(first.message)
    assert FOR_WARD not in first.message.text


@pytest.mark.parametrize("left_out", [{"may_be_shown": False}, {"for_ward": None}])
def test_without_approved_words_no_channel_is_asked(ward, left_out):
    action = checked(ward, **left_out)
    assert action.checked_at
    assert action.words_for_channels is None
    assert _asked(ward, FIRST, SECOND, THIRD) == []
    assert ward.rows("SELECT count(*) FROM due WHERE kind = 'hold_asked'") == [(0,)]


def test_nobody_is_asked_about_a_restricted_incident_also_if_it_became_one_later(ward):
    checked(ward, report={"kind": "abuse"})
    later = checked(ward, key="2")
    restrict_incident(ward.context, later.report_id, by="U0SAFETY")
    assert _asked(ward, FIRST, SECOND, THIRD) == []


def test_a_question_on_its_way_is_dropped_when_its_incident_becomes_restricted(ward):
    action = checked(ward)
    ward.clock.to(FIRST)
    assert ward.queue_what_is_due() == 1
    restrict_incident(ward.context, action.report_id, by="U0SAFETY")
    ward.post_all()
    assert ward.of_kind("hold_asked") == []


def test_after_an_outage_only_the_latest_question_comes_and_in_working_hours(ward):
    checked(ward)
    assert _asked(ward, SECOND + 12 * HOUR, SECOND + 23 * HOUR) == []
    assert _asked(ward, SECOND + DAY, SECOND + DAY + HOUR) == [(SECOND + DAY, "C0OAK")]
    assert ward.rows("SELECT days FROM hold_question") == [(60,)]


def test_a_ward_gets_one_question_a_day(ward):
    checked(ward)
    checked(ward, key="2")
    assert _asked(ward, *_hourly(FIRST, 6)) == [(FIRST, "C0OAK"), (at("2026-12-29 08:00"), "C0OAK")]


def test_a_team_that_has_left_is_not_asked(ward):
    checked(ward)
    people = tuple(person for person in a_service().people if person.team != "oak")
    ward.configure(a_service(teams=a_service().teams[1:], people=people))
    assert _asked(ward, FIRST) == []


def test_each_person_answers_once_and_ten_presses_at_once_are_one(ward):
    asks_the_ward(ward)
    taken = []
    at_once(lambda _: taken.append(answers_as(ward, WARD[0], HoldAnswer.HOLDS)), threads=10)
    assert sorted(taken) == [Taken.AGAIN] * 9 + [Taken.SAVED]
    assert answers_as(ward, WARD[0], HoldAnswer.SLIPPED) is Taken.AGAIN
    assert answers_as(ward, WARD[1], HoldAnswer.PARTLY) is Taken.SAVED
    assert ward.rows("SELECT answer FROM hold_question") == [("partly",)]


def test_the_lead_is_told_the_most_careful_answer_after_two_days_and_never_before(ward):
    asks_the_ward(ward)
    answers_as(ward, WARD[0], HoldAnswer.SLIPPED)
    answers_as(ward, WARD[1], HoldAnswer.HOLDS)
    for moment in _hourly(FIRST, 4):  # Two days later is Boxing Day, and Monday stands in for it.
        ward.clock.to(moment)
        ward.tick()
    assert _told(ward) == []
    ward.clock.to(at("2026-12-29 08:00"))
    ward.tick()
    ward.tick()
    assert _told(ward) == [("U0SAFETY", "slipped")]
    [news] = ward.of_kind("hold_news")
    assert "It has slipped." in str(news.message.blocks)
    assert not any(person in str(news.message) for person in WARD)


def test_an_answer_that_comes_later_is_told_at_the_end_only(ward):
    asks_the_ward(ward)
    answers_as(ward, WARD[0], HoldAnswer.HOLDS)
    ward.clock.to(at("2026-12-29 08:00"))
    ward.tick()
    answers_as(ward, WARD[1], HoldAnswer.PARTLY)
    ward.clock.to(at("2026-12-30 12:00"))
    ward.tick()
    assert _told(ward) == [("U0SAFETY", "holds")]
    ward.clock.to(at("2026-12-31 08:00"))
    ward.tick()
    assert _told(ward) == [("U0SAFETY", "holds"), ("U0SAFETY", "partly")]


def test_nobody_is_told_of_a_question_that_nobody_answered(ward):
    asks_the_ward(ward)
    for moment in _hourly(FIRST, 12):
        ward.clock.to(moment)
        ward.tick()
    assert _told(ward) == []


def test_a_small_team_says_only_that_it_answered_or_wants_to_talk(bot):
    asks_the_ward(bot)
    assert answers_as(bot, "U0AMARA", HoldAnswer.SLIPPED) is Taken.CLOSED
    assert answers_as(bot, "U0AMARA", HoldAnswer.ANSWERED) is Taken.SAVED
    assert answers_as(bot, "U0OTHER", HoldAnswer.TALK) is Taken.SAVED
    bot.clock.to(at("2026-12-29 08:00"))
    bot.tick()
    assert _told(bot) == [("U0SAFETY", "talk")]
    [news] = bot.of_kind("hold_news")
    assert "Somebody wants to talk about it." in str(news.message.blocks)


def test_after_seven_days_key_and_hashes_are_gone_and_no_answer_is_taken(ward):
    asks_the_ward(ward)
    answers_as(ward, WARD[0], HoldAnswer.HOLDS)
    counts = "SELECT (SELECT count(*) FROM answer_key), (SELECT count(*) FROM answer_mark)"
    assert ward.rows(counts) == [(1, 1)]
    ward.clock.to(FIRST + OPEN_FOR - timedelta(seconds=1))
    ward.tick()
    assert answers_as(ward, WARD[1], HoldAnswer.HOLDS) is Taken.SAVED
    ward.clock.to(FIRST + OPEN_FOR)
    assert answers_as(ward, WARD[2], HoldAnswer.SLIPPED) is Taken.CLOSED
    ward.tick()
    assert ward.rows(counts) == [(0, 0)]
    assert ward.rows("SELECT count(*) FROM due WHERE kind = 'hold_news'") == [(0,)]


def test_who_answered_stands_nowhere_in_the_database(ward):
    asks_the_ward(ward)
    before = ward.rows("SELECT count(*) FROM audit")
    answers_as(ward, "U0UNIQUE", HoldAnswer.SLIPPED)
    names = ward.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
        if "sqlite" in str(ward.context.database.engine.url)
        else "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
    )
    assert [name for (name,) in names if "U0UNIQUE" in str(ward.rows(f'SELECT * FROM "{name}"'))] == []  # noqa: S608
    assert ward.rows("SELECT count(*) FROM audit") == before


def test_a_question_that_is_not_there_takes_no_answer(bot):
    taken = answer_question(bot.context, UUID(int=9), HoldAnswer.HOLDS, by="U0AMARA", now=bot.clock.now())
    assert taken is Taken.CLOSED


def test_what_has_slipped_is_opened_again_and_its_owner_is_told(ward):
    action = asks_the_ward(ward)
    due_on = date(2027, 1, 20)
    reopened = leading.reopen_action(ward.context, action.id, due_on, by="U0SAFETY", now=ward.clock.now())
    assert (reopened.state, reopened.due_on, reopened.checked_at) == (ActionState.OPEN, due_on, None)
    assert reopened.words_for_channels is None
    assert reopened.nudges == action.nudges
    ward.clock.forward(timedelta(minutes=6))
    ward.tick()
    assert [posted.target for posted in ward.of_kind("assigned")][-1] == "U0OWNER"
    assert answers_as(ward, WARD[0], HoldAnswer.HOLDS) is Taken.CLOSED
    assert _asked(ward, SECOND, THIRD) == []
    with ward.context.database.reading() as transaction:
        integrity.verify(transaction)


def test_a_question_and_its_news_are_dropped_once_the_action_is_open_again(ward):
    action = asks_the_ward(ward)
    answers_as(ward, WARD[0], HoldAnswer.SLIPPED)
    ward.clock.to(at("2026-12-29 08:00"))
    assert ward.queue_what_is_due() == 1
    leading.reopen_action(ward.context, action.id, date(2027, 1, 20), by="U0SAFETY", now=ward.clock.now())
    ward.post_all()
    assert _told(ward) == []


def test_only_who_may_agree_actions_opens_one_again_and_only_once(ward):
    action = asks_the_ward(ward)
    now, due_on = ward.clock.now(), date(2027, 1, 20)
    with pytest.raises(NotForYou):
        leading.reopen_action(ward.context, action.id, due_on, by=WARD[0], now=now)
    with pytest.raises(ActionRefused) as refusal:
        leading.reopen_action(ward.context, action.id, date(2026, 12, 1), by="U0SAFETY", now=now)
    assert refusal.value.reason is ActionReason.DATE_HAS_PASSED
    leading.reopen_action(ward.context, action.id, due_on, by="U0SAFETY", now=now)
    with pytest.raises(ActionRefused) as refusal:
        leading.reopen_action(ward.context, action.id, due_on, by="U0SAFETY", now=now)
    assert refusal.value.reason is ActionReason.NOT_CHECKED


def test_a_new_check_begins_the_questions_anew(ward):
    action = asks_the_ward(ward)
    now = ward.clock.now()
    leading.reopen_action(ward.context, action.id, date(2027, 1, 20), by="U0SAFETY", now=now)
    _done_and_checked(ward, action.id)
    assert _asked(ward, at("2027-01-25 08:00"), at("2027-02-22 08:00")) == [
        (at("2027-01-25 08:00"), "C0OAK"),
        (at("2027-02-22 08:00"), "C0OAK"),
    ]
    assert ward.rows("SELECT days FROM hold_question ORDER BY asked_at") == [(30,), (30,), (60,)]


def _done_and_checked(bot, action_id):
    now = bot.clock.now()
    answers.complete_action(bot.context, action_id, PROOF, by="U0OWNER", now=now)
    checks.say_it_works(bot.context, action_id, by="U0SAFETY", now=now, may_be_shown=True)


def test_checking_again_approves_nothing(ward):
    action = checked(ward, may_be_shown=False)
    again = checks.say_it_works(ward.context, action.id, by="U0BOTH", now=ward.clock.now(), may_be_shown=True)
    assert again == action


def test_the_database_refuses_an_approval_without_words(ward):
    checked(ward, for_ward=None)
    with pytest.raises(IntegrityError):
        ward.execute("UPDATE action SET ward_approved_by = 'U0SAFETY'")


def test_an_approval_that_somebody_wrote_by_other_means_is_found(ward):
    checked(ward, may_be_shown=False)
    ward.execute("UPDATE action SET ward_approved_by = 'U0SAFETY'")
    with ward.context.database.reading() as transaction, pytest.raises(integrity.RowsDiffer):
        integrity.verify(transaction)


def test_four_replicas_and_restarts_ask_once(url):
    with started(url, at("2026-11-24 12:00")) as bot:
        bot.configure(with_a_large_ward())
        checked(bot)
        bot.clock.to(FIRST)
        at_once(lambda _: bot.queue_what_is_due(), threads=4)
        bot.restart()
        bot.queue_what_is_due()
        bot.post_all()
        assert len(bot.of_kind("hold_asked")) == 1


def _answered_each_morning(bot, given, *, by):
    """A question a working day, answered at once, until there are no more answers to give; then all are closed."""
    left, morning = list(given), FIRST
    while left:
        asked = len(bot.of_kind("hold_asked"))
        bot.clock.to(morning)
        bot.tick()
        if len(bot.of_kind("hold_asked")) > asked:
            posted = UUID(bot.of_kind("hold_asked")[-1].subject["question"])
            assert answer_question(bot.context, posted, left.pop(), by=by, now=morning) is Taken.SAVED
        morning += DAY
    open_now = figures_for(bot.context, by="U0SAFETY", now=bot.clock.now())[1]
    bot.clock.to(morning + OPEN_FOR)
    bot.tick()
    return open_now, figures_for(bot.context, by="U0SAFETY", now=bot.clock.now())[1]


def test_what_wards_answered_is_counted_in_figures_once_a_question_has_closed(ward):
    for number in range(10):
        checked(ward, key=f"many {number}")
    given = [HoldAnswer.HOLDS] * 5 + [HoldAnswer.PARTLY] * 5
    open_now, found = _answered_each_morning(ward, given, by=WARD[0])
    assert open_now[Figure.HOLD_ANSWERED] != Shown(10), "The latest are still open."
    assert (found[Figure.HOLD_ANSWERED], found[Figure.HOLDING]) == (Shown(10), Shown(5, 10))


def test_what_a_small_team_says_is_not_counted(bot):
    for number in range(6):
        checked(bot, key=f"few {number}")
    _, found = _answered_each_morning(bot, [HoldAnswer.ANSWERED] * 6, by="U0AMARA")
    assert found[Figure.HOLD_ANSWERED] == Shown(0)
