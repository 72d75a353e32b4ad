"""You said, we did: a checked action in its wording for the ward, once for each team, below 150 words."""

from datetime import timedelta
from uuid import UUID

import pytest

from bot.domain.bulletins.answers import BulletinAnswer
from bot.domain.bulletins.draft import DraftState
from bot.usecases.actions import leading
from bot.usecases.bulletins import approve
from bot.usecases.incidents.steps import restrict_incident
from bot.views.shared import bulletin_messages
from storage import bulletins
from tests.domain.examples import ELM, OAK, bulletin_words
from tests.usecases.bot_without_slack import at
from tests.usecases.bulletin_answers import latest, many_answer, posted
from tests.usecases.holds import FOR_WARD, checked

WEEK, HOUR = timedelta(days=7), timedelta(hours=1)
DRAFTED, MONDAY = at("2026-11-26 09:00"), at("2026-11-30 09:00")
LONG = "a " * 99 + "b"


@pytest.fixture
def ward(bot):
    """Approved words for the ward, and somebody who approves each draft at once."""
    bot.approved_points(6, teams=frozenset({"oak"}))
    bot.approves_drafts = True
    return bot


def _weeks(bot, count):
    """What the ward's bulletins of these weeks say."""
    for week in range(count):
        for moment in (DRAFTED, MONDAY):
            bot.clock.to(moment + week * WEEK)
            bot.tick()
    return [str(each.message.blocks) for each in bot.of_kind("bulletin") if each.target == OAK.channel]


def test_each_is_told_once_the_longest_checked_first(ward):
    checked(ward, key="1", for_ward="First we fitted springs.")
    ward.clock.forward(HOUR)
    checked(ward, key="2", for_ward="Then we tested alarms.")
    first, second, third = _weeks(ward, 3)
    assert "You said, we did" in first
    assert "First we fitted springs." in first
    assert "Then we tested alarms." not in first
    assert "Then we tested alarms." in second
    assert "You said, we did" not in third


def test_another_team_is_not_told_what_one_ward_did(ward):
    ward.approved_points(2, teams=frozenset({"elm"}))
    checked(ward)
    _weeks(ward, 1)
    told = {each.target: FOR_WARD in str(each.message.blocks) for each in ward.of_kind("bulletin")}
    assert told == {"C0OAK": True, "C0ELM": False}


@pytest.mark.parametrize("left_out", [{"may_be_shown": False}, {"for_ward": None}])
def test_without_words_that_its_checker_approved_nothing_is_told(ward, left_out):
    checked(ward, **left_out)
    assert "You said, we did" not in _weeks(ward, 1)[0]


def test_nothing_of_a_restricted_incident_is_told(ward):
    action = checked(ward)
    restrict_incident(ward.context, action.report_id, by="U0SAFETY")
    assert "You said, we did" not in _weeks(ward, 1)[0]


def test_what_has_slipped_and_is_open_again_is_not_told(ward):
    action = checked(ward)
    now = ward.clock.now()
    leading.reopen_action(ward.context, action.id, now.date() + WEEK, by="U0SAFETY", now=now)
    assert "You said, we did" not in _weeks(ward, 1)[0]


def test_what_was_skipped_may_come_the_next_week(ward):
    checked(ward)
    ward.approves_drafts = False
    ward.clock.to(DRAFTED)
    ward.tick()
    with ward.context.database.reading() as transaction:
        [draft] = bulletins.waiting(transaction, limit=2)
    now = ward.clock.now()
    approve.decide_draft(ward.context, draft.id, DraftState.SKIPPED, point=draft.point, by="U0SAFETY", now=now)
    ward.approves_drafts = True
    ward.clock.to(DRAFTED + WEEK)
    ward.tick()
    ward.clock.to(MONDAY + WEEK)
    ward.tick()
    assert FOR_WARD in str(ward.of_kind("bulletin")[-1].message.blocks)


def test_a_swap_of_the_learning_point_tells_it_too(ward):
    checked(ward)
    ward.approves_drafts = False
    ward.clock.to(DRAFTED)
    ward.tick()
    with ward.context.database.reading() as transaction:
        [draft] = bulletins.waiting(transaction, limit=2)
    now = ward.clock.now()
    seen = approve.swap_point(ward.context, draft.id, point=draft.point, by="U0SAFETY", now=now)
    assert FOR_WARD in str(seen.message.blocks)


def test_what_does_not_fit_waits_for_a_shorter_week_and_a_shorter_one_is_told(bot):
    bot.approves_drafts = True
    bot.approved_points(words="word " * 50, to_try="try " * 20, teams=frozenset({"oak"}))
    checked(bot, key="1", for_ward=LONG)
    bot.clock.forward(HOUR)
    checked(bot, key="2", for_ward="Springs.")
    [said] = _weeks(bot, 1)
    assert "Springs." in said
    assert LONG not in said


def test_answers_are_left_out_before_what_was_done(bot):
    draft = posted(bot, points=1)
    for number, answer in enumerate(BulletinAnswer):
        many_answer(bot, draft, answer, 5, named=f"U{number}NURSE")
    bot.clock.forward(HOUR)
    bot.approved_points(words="word " * 50, to_try="try " * 12, teams=frozenset({"oak"}))
    checked(bot, for_ward="We fitted springs to doors.")
    for moment in (DRAFTED + WEEK, MONDAY + WEEK):
        bot.clock.to(moment)
        bot.tick()
    said = bot.of_kind("bulletin")[-1].message
    assert "We fitted springs" in str(said.blocks)
    assert "Five or more say it is not for us." not in str(said.blocks)
    assert bulletin_messages.fits(said)


def test_what_fits_in_no_way_is_made_without_answers_and_without_what_was_done(bot):
    bot.approves_drafts = True
    long_named = OAK.model_copy(update={"name": "a " * 29 + "b"})
    bot.configure(bot.context.service.model_copy(update={"teams": (long_named, ELM)}))
    bot.approved_points(words="word " * 50, to_try="try " * 20, teams=frozenset({"oak"}))
    checked(bot, for_ward="Springs.")
    [said] = _weeks(bot, 1)
    assert "You said, we did" not in said


def test_all_words_count_those_of_buttons_too():
    few = bulletin_messages.bulletin(bulletin_words())
    many = bulletin_messages.bulletin(bulletin_words(learned="word " * 99))
    assert (bulletin_messages.fits(few), bulletin_messages.fits(many)) == (True, False)


def test_the_draft_remembers_which_action_it_tells_of(ward):
    action = checked(ward)
    _weeks(ward, 1)
    [(told,)] = ward.rows("SELECT action_id FROM bulletin WHERE team = 'oak'")
    assert UUID(str(told)) == action.id


def test_a_month_of_full_bulletins_stays_below_150_words(bot):
    bot.approves_drafts = True
    for number in range(4):
        bot.approved_points(words=f"{number} " + "word " * 49, to_try="try " * 20, teams=frozenset({"oak"}))
        checked(bot, key=str(number), for_ward=f"{number} " + "spring " * 20)
        bot.clock.forward(HOUR)
    for number in range(12):
        bot.report(key=f"of the month {number}")
    for week in range(4):
        said = _weeks_from(bot, week)
        assert len(_all_words(said.blocks)) < 150
        draft = latest(bot)
        for place, answer in enumerate(BulletinAnswer):
            many_answer(bot, draft, answer, 5, named=f"U{place}NURSE")


def _weeks_from(bot, week):
    for moment in (DRAFTED, MONDAY):
        bot.clock.to(moment + week * WEEK)
        bot.tick()
    return next(each.message for each in reversed(bot.of_kind("bulletin")) if each.target == OAK.channel)


def _all_words(part) -> list[str]:
    """What somebody counts who reads it aloud, with its buttons."""
    if isinstance(part, list):
        return [word for each in part for word in _all_words(each)]
    if isinstance(part, dict):
        said = part["text"].split() if isinstance(part.get("text"), str) else []
        return said + [word for name, each in part.items() if name != "text" or not said for word in _all_words(each)]
    return []
