"""One tap back: each person once, nobody by name, nothing under five; and words that only the lead reads."""

from datetime import timedelta
from uuid import UUID

import pytest

from bot.domain.bulletins.answers import BulletinAnswer, reached
from bot.domain.bulletins.schedule import WEEK
from bot.domain.service.service import Role
from bot.usecases.actions.hold_answers import Taken
from bot.usecases.bulletins.answers import answer_bulletin, read_written
from bot.usecases.permissions import NotForYou, NotFound
from tests.domain.examples import BOTH, ON_CALL, SAFETY, a_person, a_service
from tests.storage.examples import at_once
from tests.usecases.bot_without_slack import at, started
from tests.usecases.bulletin_answers import DRAFTED, POSTED, WROTE, latest, many_answer, posted, writes

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
LEAD = a_person(slack_id="U0WARD", name="Wilma Dunn", team="oak", roles=frozenset({Role.TEAM_LEAD}))
TOLD = at("2026-12-02 09:00")
"""Two days after the posting."""


def _tick_at(bot, *moments):
    for moment in moments:
        bot.clock.to(moment)
        bot.tick()


def _says(bot):
    """What the newest bulletin says."""
    return str(bot.of_kind("bulletin")[-1].message.blocks)


def _marks(bot):
    return bot.rows("SELECT count(*) FROM answer_mark")[0][0], bot.rows("SELECT count(*) FROM answer_key")[0][0]


def _counts(bot):
    return dict(bot.rows("SELECT answer, count FROM bulletin_answer"))


@pytest.fixture
def ward(bot):
    """A bot whose ward has a lead."""
    bot.configure(a_service(people=(SAFETY, ON_CALL, BOTH, LEAD)))
    return bot


def test_each_person_answers_once_whatever_they_press(bot):
    draft = posted(bot)
    taken = [
        answer_bulletin(bot.context, draft.id, answer, by="U0AMARA", now=bot.clock.now())
        for answer in (BulletinAnswer.TRY, BulletinAnswer.TRY, BulletinAnswer.HUDDLE)
    ]
    assert taken == [Taken.SAVED, Taken.AGAIN, Taken.AGAIN]
    assert _counts(bot) == {"try": 1}
    assert bot.rows("SELECT count(*) FROM audit WHERE actor = 'U0AMARA'") == [(0,)]


@pytest.mark.parametrize(("people", "told"), [(4, False), (5, True), (9, True)])
def test_the_next_bulletin_says_what_five_or_more_answered_and_never_how_many(bot, people, told):
    many_answer(bot, posted(bot), BulletinAnswer.TRY, people)
    _tick_at(bot, DRAFTED + WEEK, POSTED + WEEK)
    assert ("Five or more will try it." in _says(bot)) is told
    assert _counts(bot) == ({"try": 5} if told else {})


def test_what_fewer_than_five_answered_is_left_out_beside_what_five_did(bot):
    draft = posted(bot)
    many_answer(bot, draft, BulletinAnswer.DO_ALREADY, 5)
    many_answer(bot, draft, BulletinAnswer.HUDDLE, 5, named="U0NIGHT")
    many_answer(bot, draft, BulletinAnswer.NOT_FOR_US, 4, named="U0DAY")
    _tick_at(bot, DRAFTED + WEEK, POSTED + WEEK)
    assert "Five or more already do it. Five or more talked about it in a huddle." in _says(bot)
    assert "not for us" not in _says(bot)


def test_it_is_told_once_and_a_swap_says_it_too(bot):
    many_answer(bot, posted(bot), BulletinAnswer.TRY, 5)
    _tick_at(bot, DRAFTED + WEEK, POSTED + WEEK)
    assert "From last time" in _says(bot)
    _tick_at(bot, DRAFTED + 2 * WEEK, POSTED + 2 * WEEK)
    assert len(bot.of_kind("bulletin")) == 3
    assert "From last time" not in _says(bot)


def test_after_seven_days_the_key_the_hashes_and_the_small_counts_are_gone(bot):
    draft = posted(bot, points=1)
    many_answer(bot, draft, BulletinAnswer.TRY, 5)
    many_answer(bot, draft, BulletinAnswer.HUDDLE, 2, named="U0NIGHT")
    assert _marks(bot) == (7, 1)
    _tick_at(bot, TOLD, POSTED + WEEK - timedelta(seconds=1))
    assert _marks(bot) == (7, 1)
    _tick_at(bot, POSTED + WEEK)
    assert (_marks(bot), _counts(bot)) == ((0, 0), {"try": 5})
    answered = answer_bulletin(bot.context, draft.id, BulletinAnswer.TRY, by="U0LATE", now=bot.clock.now())
    assert answered is Taken.CLOSED
    assert bot.rows("SELECT count(*) FROM due WHERE kind = 'bulletin_written'") == [(0,)]


def test_what_is_not_posted_or_not_there_takes_no_answer(bot):
    bot.approved_points(teams=frozenset({"oak"}))
    _tick_at(bot, DRAFTED)
    [(waiting,)] = bot.rows("SELECT id FROM bulletin")
    for draft in (UUID(str(waiting)), UUID(int=99)):
        answered = answer_bulletin(bot.context, draft, BulletinAnswer.TRY, by="U0AMARA", now=bot.clock.now())
        assert answered is Taken.CLOSED


def test_words_reach_the_lead_after_two_days_in_a_modal_alone(ward):
    draft = posted(ward)
    assert writes(ward, draft) is Taken.SAVED
    _tick_at(ward, TOLD - HOUR)
    assert ward.of_kind("bulletin_written") == []
    _tick_at(ward, TOLD, TOLD + DAY)
    [told] = ward.of_kind("bulletin_written")
    assert told.target == "U0WARD"
    assert WROTE not in str(told.message)
    found, written = read_written(ward.context, draft.id, by="U0WARD", now=ward.clock.now())
    assert (found.id, [each.words for each in written]) == (draft.id, [WROTE])
    assert ward.rows("SELECT actor FROM audit WHERE action = 'bulletin.words_read'") == [("U0WARD",)]


def test_words_that_come_later_are_told_at_the_end_and_in_working_hours(ward):
    draft = posted(ward)
    _tick_at(ward, TOLD)
    writes(ward, draft)
    _tick_at(ward, POSTED + WEEK - HOUR)
    assert ward.of_kind("bulletin_written") == []
    _tick_at(ward, POSTED + WEEK)
    assert [told.at for told in ward.of_kind("bulletin_written")] == [POSTED + WEEK]


def test_what_may_not_be_told_at_night_waits_for_the_morning(ward):
    writes(ward, posted(ward))
    _tick_at(ward, at("2026-12-02 22:00"))
    assert ward.of_kind("bulletin_written") == []
    _tick_at(ward, at("2026-12-03 08:00"))
    assert len(ward.of_kind("bulletin_written")) == 1


def test_without_a_lead_of_the_team_the_safety_lead_is_told(bot):
    writes(bot, posted(bot))
    _tick_at(bot, TOLD)
    assert {told.target for told in bot.of_kind("bulletin_written")} == {"U0SAFETY", "U0BOTH"}


def test_whoever_does_not_lead_the_team_any_more_is_not_told(ward):
    writes(ward, posted(ward))
    ward.clock.to(TOLD)
    ward.queue_what_is_due()
    ward.configure(a_service(people=(SAFETY, ON_CALL, BOTH)))
    ward.post_all()
    assert ward.of_kind("bulletin_written") == []


def test_only_the_lead_of_the_team_and_the_safety_lead_read_words(ward):
    draft = posted(ward)
    writes(ward, draft)
    other = a_person(slack_id="U0OTHER", name="Olu Ade", team="elm", roles=frozenset({Role.TEAM_LEAD}))
    ward.configure(a_service(people=(SAFETY, ON_CALL, BOTH, LEAD, other)))
    for by in ("U0AMARA", "U0OTHER", "U0ONCALL"):
        with pytest.raises(NotForYou):
            read_written(ward.context, draft.id, by=by, now=ward.clock.now())
    with pytest.raises(NotFound):
        read_written(ward.context, UUID(int=99), by="U0SAFETY", now=ward.clock.now())


def test_words_are_kept_once_a_form_and_up_to_twenty(bot):
    draft = posted(bot)
    assert [writes(bot, draft), writes(bot, draft)] == [Taken.SAVED, Taken.SAVED]
    taken = [writes(bot, draft, key=f"more {number}") for number in range(20)]
    assert taken == [Taken.SAVED] * 19 + [Taken.AGAIN]
    bot.clock.forward(WEEK)
    assert writes(bot, draft, key="late") is Taken.CLOSED


def test_who_wrote_and_when_stands_in_no_column(bot):
    draft = posted(bot)
    writes(bot, draft)
    [row] = bot.rows("SELECT * FROM written_back")
    assert len(row) == 5
    assert row[-1] is None  # When the lead was told.
    assert WROTE.encode() not in row[3]


def test_a_row_whose_bulletin_is_not_there_ends(bot):
    posted(bot)
    bot.execute("UPDATE due SET subject = :gone WHERE kind = 'bulletin_written'", gone=str(UUID(int=99)))
    _tick_at(bot, TOLD)
    assert bot.rows("SELECT count(*) FROM due WHERE kind = 'bulletin_written'") == [(0,)]


def test_two_who_press_at_once_are_both_counted(url):
    with started(url, at("2026-11-24 12:00")) as bot:
        draft = posted(bot)

        def press(number):
            person = f"U0NURSE{number}"
            assert (
                answer_bulletin(bot.context, draft.id, BulletinAnswer.TRY, by=person, now=bot.clock.now())
                is Taken.SAVED
            )

        at_once(press, threads=4)
        assert _counts(bot) == {"try": 4}


def test_five_are_needed_for_each_answer_by_itself():
    assert reached({BulletinAnswer.TRY: 4, BulletinAnswer.HUDDLE: 5}) == (BulletinAnswer.HUDDLE,)
    assert reached({}) == ()


def test_the_bulletin_that_is_answered_is_the_latest_of_its_team(bot):
    assert latest(bot, posted(bot).team).monday.isoformat() == "2026-11-30"
