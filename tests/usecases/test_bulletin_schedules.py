"""A bulletin's day, time, zone, pause and approvers are changed in Slack: its due rows move, and replicas see it."""

from datetime import date, time, timedelta

import pytest

from bot.domain.bulletins.change import ScheduleReason, ScheduleRefused
from bot.domain.bulletins.draft import DraftState
from bot.domain.service.service import USUAL, Role, Schedule
from bot.usecases.bulletins import approve, overview
from bot.usecases.bulletins.board import change_schedule, see_bulletins
from bot.usecases.permissions import NotForYou, NotFound
from bot.usecases.service.refresh import refresh_service
from storage import bulletins
from tests.domain.examples import BOTH, ON_CALL, SAFETY, a_person, a_service
from tests.usecases.bot_without_slack import Bot, at

WEEK = timedelta(days=7)
DRAFTED, MONDAY = at("2026-11-26 09:00"), at("2026-11-30 09:00")
LEAD = a_person(slack_id="U0WARD", name="Wilma Dunn", team="oak", roles=frozenset({Role.TEAM_LEAD}))
WEDNESDAY = Schedule(weekday=2, local_time=time(14, 30))
"""The first one comes on 25 November, tomorrow; its draft should have been made on Monday."""


@pytest.fixture
def ward(bot):
    """A bot whose ward has a lead, with approved words for it."""
    bot.configure(a_service(people=(SAFETY, ON_CALL, BOTH, LEAD)))
    bot.approved_points(6, teams=frozenset({"oak"}))
    bot.approves_drafts = True
    bot.tick()
    return bot


def _change(bot, wanted=WEDNESDAY, *, by="U0WARD", **changes):
    version = bot.context.service.team("oak").schedule.version
    return change_schedule(
        bot.context, "oak", wanted.model_copy(update={"version": version, **changes}), by=by, now=bot.clock.now()
    )


def _tick_at(bot, *moments):
    for moment in moments:
        bot.clock.to(moment)
        bot.tick()


def _posted(bot):
    return [posted.at for posted in bot.of_kind("bulletin")]


def _due(bot, kind):
    return bot.rows(f"SELECT due_at FROM due WHERE kind = '{kind}' AND subject = 'oak'")[0][0]  # noqa: S608 - ours


def _states(bot):
    return bot.rows("SELECT state FROM bulletin WHERE team = 'oak' ORDER BY monday")


def test_it_comes_on_the_new_day_at_the_new_time_once_a_week(ward):
    _change(ward)
    _tick_at(ward, *(at("2026-11-25 00:00") + timedelta(minutes=30) * number for number in range(48 * 15)))
    assert _posted(ward) == [at("2026-11-25 14:30"), at("2026-12-02 14:30"), at("2026-12-09 14:30")]


def test_the_due_rows_move_in_the_same_transaction(ward):
    drafted, posted = _due(ward, "bulletin_draft"), _due(ward, "bulletin")
    _change(ward, WEDNESDAY, weekday=4)
    assert (_due(ward, "bulletin_draft"), _due(ward, "bulletin")) != (drafted, posted)
    assert str(_due(ward, "bulletin")).startswith("2026-11-27 14:30")


def test_the_time_is_that_of_its_zone(ward):
    _change(ward, Schedule(local_time=time(9), time_zone="America/New_York"))
    _tick_at(ward, DRAFTED, at("2026-11-26 14:00"), at("2026-11-30 13:59"))
    assert _posted(ward) == []
    _tick_at(ward, at("2026-11-30 14:00"))
    assert _posted(ward) == [at("2026-11-30 14:00")]


def test_a_bulletin_of_this_week_that_came_already_does_not_come_again_on_the_new_day(ward):
    _tick_at(ward, DRAFTED, MONDAY)
    _change(ward, WEDNESDAY)
    _tick_at(ward, at("2026-12-02 14:30"))
    assert _posted(ward) == [MONDAY]
    _tick_at(ward, at("2026-12-07 14:30"), at("2026-12-09 14:30"))
    assert _posted(ward) == [MONDAY, at("2026-12-09 14:30")]


def test_a_draft_whose_new_time_has_passed_falls_away_and_nobody_is_told_that_it_is_late(ward):
    ward.approves_drafts = False
    _change(ward, Schedule(weekday=4, local_time=time(9)))
    _tick_at(ward, at("2026-11-25 09:00"), at("2026-11-26 09:00"))
    _change(ward, Schedule(weekday=1, local_time=time(9)))
    assert _states(ward) == [("dropped",)]
    _tick_at(ward, at("2026-11-26 12:00"), at("2026-11-27 09:00"))
    assert ward.of_kind("bulletin_not_sent") == []
    assert str(_due(ward, "bulletin")).startswith("2026-12-01 09:00")


def test_a_draft_moves_with_its_week(ward):
    _tick_at(ward, DRAFTED)
    seen = _change(ward, WEDNESDAY)
    assert seen.posts_at == at("2026-12-02 14:30")
    assert seen.draft
    _tick_at(ward, MONDAY, at("2026-12-02 14:30"))
    assert _posted(ward) == [at("2026-12-02 14:30")]


def test_what_was_approved_late_and_waits_for_the_morning_stays(ward):
    ward.approves_drafts = False
    _tick_at(ward, DRAFTED, MONDAY, at("2026-11-30 20:00"))
    ward.approve_drafts()
    _change(ward, USUAL, deputy="U0BOTH")
    _tick_at(ward, at("2026-12-01 08:00"))
    assert _posted(ward) == [at("2026-12-01 08:00")]


def test_in_a_pause_nothing_is_drafted_or_posted_and_then_it_goes_on(ward):
    _tick_at(ward, DRAFTED)
    seen = _change(ward, USUAL, paused_until=date(2026, 12, 21))
    assert (seen.posts_at, seen.draft) == (at("2026-12-21 09:00"), None)
    _tick_at(ward, *(MONDAY + timedelta(hours=12) * number for number in range(14 * 3)))
    assert (_posted(ward), _states(ward)) == ([], [("dropped",), ("approved",)])
    _tick_at(ward, at("2026-12-21 09:00"))
    assert _posted(ward) == [at("2026-12-21 09:00")]


def test_a_paused_team_is_not_called_skipped(ward):
    _change(ward, USUAL, paused_until=date(2027, 1, 11))
    _tick_at(ward, at("2026-12-08 09:00"))
    with ward.context.database.reading() as transaction:
        seen = overview.for_safety_team(transaction, ward.context.service, "U0SAFETY", now=ward.clock.now())
    assert seen is not None
    assert seen.skipped == ("Elm community team",)


def test_another_replica_sees_it_within_a_tick_and_a_start_does_not_take_it_away(ward, url):
    other = Bot(url, ward._keyring, ward.clock, ward.context.service) if "postgresql" in url else None  # noqa: SLF001
    _change(ward)
    if other:
        other.tick()
        [oak] = [team for team in other.context.service.teams if team.code == "oak"]
        assert oak.schedule.weekday == 2
        other.stop()
    ward.restart()
    refresh_service(ward.context)
    assert ward.context.service.team("oak").schedule.weekday == 2
    assert not ward.configure(a_service(people=(SAFETY, ON_CALL, BOTH, LEAD)))


def test_it_is_audited_with_what_it_is_now(ward):
    _change(ward, approver="U0WARD")
    [(actor, subject, detail)] = ward.rows(
        "SELECT actor, subject, detail FROM audit WHERE action = 'bulletin.changed'"
    )
    assert (actor, subject) == ("U0WARD", "oak")
    assert '"weekday":"2"' in detail.replace(" ", "")
    assert '"approver":"U0WARD"' in detail.replace(" ", "")


def test_whoever_is_named_is_asked_and_approves_and_nobody_else_of_the_ward(ward):
    ward.approves_drafts = False
    _change(ward, USUAL, approver="U0WARD", deputy="U0BOTH")
    _tick_at(ward, DRAFTED)
    assert [asked.target for asked in ward.of_kind("bulletin_draft")] == ["U0WARD", "U0BOTH"]
    with ward.context.database.reading() as transaction:
        [draft] = bulletins.waiting(transaction, limit=2)
    now = ward.clock.now()
    with pytest.raises(NotForYou):
        approve.preview(ward.context, draft.id, by="U0ONCALL", now=now)
    decided = approve.decide_draft(
        ward.context, draft.id, DraftState.APPROVED, point=draft.point, by="U0WARD", now=now
    )
    assert decided.draft.decided_by == "U0WARD"


def test_a_named_approver_who_has_no_role_any_more_is_not_asked_and_the_safety_lead_is(ward):
    ward.approves_drafts = False
    _change(ward, USUAL, approver="U0WARD")
    ward.configure(a_service(people=(SAFETY, ON_CALL, BOTH, LEAD.model_copy(update={"roles": frozenset()}))))
    _tick_at(ward, DRAFTED)
    assert {asked.target for asked in ward.of_kind("bulletin_draft")} == {"U0SAFETY", "U0BOTH"}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"version": 7}, ScheduleReason.CHANGED),
        ({"approver": "U0STRANGER"}, ScheduleReason.CANNOT_APPROVE),
        ({"deputy": "U0ONCALL"}, ScheduleReason.CANNOT_APPROVE),
        ({"approver": "U0BOTH", "deputy": "U0BOTH"}, ScheduleReason.SAME_PERSON),
        ({"paused_until": date(2026, 11, 24)}, ScheduleReason.PAUSE_HAS_PASSED),
        ({"paused_until": date(2028, 11, 24)}, ScheduleReason.PAUSE_TOO_LONG),
        ({"local_time": time(3)}, ScheduleReason.OUTSIDE_THE_DAY),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(ward, changes, reason):
    with pytest.raises(ScheduleRefused) as refusal:
        _change(ward, **changes)
    assert refusal.value.reason is reason
    assert ward.rows("SELECT count(*) FROM bulletin_schedule") == [(0,)]


def test_a_pause_that_has_ended_does_not_stand_in_the_way_of_another_change(ward):
    _change(ward, USUAL, paused_until=date(2026, 12, 1))
    _tick_at(ward, at("2026-12-03 12:00"))
    assert _change(ward, WEDNESDAY, paused_until=date(2026, 12, 1)).team.schedule.weekday == 2


def test_only_the_lead_of_the_team_and_the_safety_lead_see_and_change_it(ward):
    now = ward.clock.now()
    for by in ("U0AMARA", "U0ONCALL"):
        with pytest.raises(NotForYou):
            _change(ward, by=by)
        with pytest.raises(NotForYou):
            see_bulletins(ward.context, "oak", by=by, now=now)
    with pytest.raises(NotForYou):
        see_bulletins(ward.context, "elm", by="U0WARD", now=now)
    assert see_bulletins(ward.context, "elm", by="U0SAFETY", now=now).past == []
    with pytest.raises(NotFound):
        see_bulletins(ward.context, "gone", by="U0SAFETY", now=now)


def test_what_a_press_carries_in_place_of_a_team_is_in_no_audit_entry(ward):
    with pytest.raises(NotForYou):
        see_bulletins(ward.context, "the door alarm stayed silent", by="U0AMARA", now=ward.clock.now())
    assert ward.rows("SELECT subject FROM audit WHERE action = 'access.refused'") == [("team",)]


def test_the_board_shows_what_was_posted_the_newest_first_and_the_next_draft(ward):
    _tick_at(ward, DRAFTED, MONDAY, DRAFTED + WEEK, MONDAY + WEEK, DRAFTED + 2 * WEEK)
    seen = see_bulletins(ward.context, "oak", by="U0WARD", now=ward.clock.now())
    assert [draft.monday for draft, _ in seen.past] == [date(2026, 12, 7), date(2026, 11, 30)]
    assert seen.draft
    assert seen.draft[0].monday == date(2026, 12, 14)
    assert seen.past[0][1] == ward.of_kind("bulletin")[-1].message
    assert seen.posts_at == MONDAY + 2 * WEEK
