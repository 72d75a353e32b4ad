"""Bulletins: one a week for each team, of words that people approved; nothing to say, nothing posted."""

import threading
from contextlib import ExitStack
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
import sqlalchemy as sa

from bot.domain.bulletins.draft import DraftReason, DraftRefused, DraftState
from bot.domain.bulletins.schedule import WEEK
from bot.domain.learning.point import PointState
from bot.domain.service.service import Role
from bot.usecases.bulletins import approve, drafts, weekly
from bot.usecases.context import BACKGROUND_SECONDS
from bot.usecases.incidents.merge import merge_incident
from bot.usecases.permissions import NotForYou, NotFound
from storage import bulletins, due, learning
from storage.due import DueTime
from storage.engine.encryption import Keyring, new_key
from tests.domain.examples import BOTH, ELM, NOON, OAK, ON_CALL, SAFETY, a_person, a_service, a_team
from tests.storage.examples import at_once
from tests.usecases.bot_without_slack import TICK, Bot, FrozenClock, at, started

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
DRAFTED = at("2026-11-26 09:00")
"""The Thursday after the bot was started."""
MONDAY = at("2026-11-30 09:00")
FIRST = date(2026, 11, 30)
PEOPLE = (SAFETY, ON_CALL)
LEADS = ("U0SAFETY", "U0BOTH")
"""Nobody is named as safety lead here, so that the safety team acts as one."""


def _tick_at(bot, *moments: datetime) -> None:
    for moment in moments:
        bot.clock.to(moment)
        bot.tick()


def _posted(bot, team=OAK) -> list[datetime]:
    return [posted.at for posted in bot.of_kind("bulletin") if posted.target == team.channel]


def _mondays(bot, team="oak") -> list[str]:
    editions = [posted.subject["edition"] for posted in bot.of_kind("bulletin")]
    return [edition["monday"] for edition in editions if edition["team"] == team]


def _draft(bot, team="oak"):
    with bot.context.database.reading() as transaction:
        return next(each for each in bulletins.waiting(transaction, limit=10) if each.team == team)


def _states(bot, team="oak") -> list[tuple[str, str]]:
    return bot.rows(f"SELECT monday, state FROM bulletin WHERE team = '{team}' ORDER BY monday")  # noqa: S608 - ours


def _decide(bot, draft, state=DraftState.APPROVED, *, by="U0SAFETY", point=None):
    facts = {"point": point or draft.point, "by": by, "now": bot.clock.now()}
    return approve.decide_draft(bot.context, draft.id, state, **facts)


@pytest.fixture
def stocked(bot):
    """Approved words for many weeks, and somebody who approves each draft at once."""
    bot.approved_points(12)
    bot.approves_drafts = True
    return bot


def test_an_approved_bulletin_comes_on_monday_at_nine_in_the_channel_of_its_team(stocked):
    _tick_at(stocked, DRAFTED, MONDAY - timedelta(microseconds=1))
    assert stocked.of_kind("bulletin") == []
    _tick_at(stocked, MONDAY)
    assert [(posted.at, posted.target) for posted in stocked.of_kind("bulletin")] == [
        (MONDAY, "C0ELM"),
        (MONDAY, "C0OAK"),
    ]


def test_a_team_is_told_each_learning_point_once_and_the_one_approved_first_comes_first(bot):
    bot.approves_drafts = True
    for words in ("First we learned this.", "Then we learned that."):
        bot.approved_points(words=words)
        bot.clock.forward(HOUR)
    _tick_at(bot, *(DRAFTED + week * WEEK + days * DAY for week in range(4) for days in (0, 4)))
    told = [str(posted.message.blocks) for posted in bot.of_kind("bulletin") if posted.target == OAK.channel]
    assert ["First we" in words for words in told] == [True, False]
    assert "Then we learned that." in told[1]


def test_a_week_without_approved_words_posts_nothing_and_says_nothing(bot):
    bot.approves_drafts = True
    _tick_at(bot, *(NOON + days * DAY for days in range(1, 30)))
    assert {posted.kind for posted in bot.posted} == {"test_alert"}  # On the first working day of the month.


def test_a_learning_point_for_one_team_is_told_to_that_team_only(bot):
    bot.approves_drafts = True
    bot.approved_points(teams=frozenset({"elm"}))
    _tick_at(bot, DRAFTED, MONDAY)
    assert (_posted(bot), _posted(bot, ELM)) == ([], [MONDAY])


def test_words_that_nobody_approved_are_never_told(bot):
    bot.approves_drafts = True
    bot.approved_points(state=PointState.WAITING, approved_by=None, approved_at=None)
    bot.approved_points(state=PointState.SENT_BACK, approved_by=None, approved_at=None, sent_back_by="U0BOTH")
    _tick_at(bot, DRAFTED, MONDAY)
    assert bot.posted == []


def test_the_approvers_are_asked_two_working_days_before_without_the_words(bot):
    bot.approved_points()
    _tick_at(bot, DRAFTED - timedelta(microseconds=1))
    assert bot.posted == []
    _tick_at(bot, DRAFTED)
    asked = bot.of_kind("bulletin_draft")
    assert sorted(posted.target for posted in asked) == sorted(LEADS * 2)
    assert all("Door alarms" not in str(posted.message) for posted in asked)
    assert all("waits for you" in posted.message.text for posted in asked)


def test_what_nobody_approved_is_not_posted_and_approver_and_team_lead_are_told_once(bot):
    lead = a_person(slack_id="U0WARD", name="Wilma Dunn", team="oak", roles=frozenset({Role.TEAM_LEAD}))
    bot.configure(a_service(people=(SAFETY, ON_CALL, BOTH, lead)))
    bot.approved_points(teams=frozenset({"oak"}))
    _tick_at(bot, DRAFTED, MONDAY, MONDAY + TICK, MONDAY + HOUR, MONDAY + WEEK)
    assert _posted(bot) == []
    told = bot.of_kind("bulletin_not_sent")
    assert [posted.at for posted in told] == [MONDAY] * 3
    assert sorted(posted.target for posted in told) == ["U0BOTH", "U0SAFETY", "U0WARD"]
    assert all("nobody approved it" in posted.message.text for posted in told)
    offered = {posted.target for posted in told if "see_bulletin" in str(posted.message.blocks)}
    assert offered == set(LEADS)


@pytest.mark.parametrize(
    ("approved", "leaves"),
    [
        ("2026-11-30 08:59", "2026-11-30 09:00"),
        ("2026-11-30 14:00", "2026-11-30 14:00"),
        ("2026-11-30 17:59", "2026-11-30 17:59"),
        ("2026-11-30 18:00", "2026-12-01 08:00"),
        ("2026-12-01 03:00", "2026-12-01 08:00"),
    ],
)
def test_what_is_approved_late_leaves_at_once_within_working_hours_else_at_the_next(bot, approved, leaves):
    bot.approved_points(teams=frozenset({"oak"}))
    _tick_at(bot, DRAFTED, *([MONDAY] if at(approved) > MONDAY else []), at(approved))
    seen = _decide(bot, _draft(bot))
    assert seen.leaves_at == at(leaves)
    bot.tick()
    if at(leaves) > at(approved):
        _tick_at(bot, at(leaves) - timedelta(seconds=1))
        assert _posted(bot) == []
        _tick_at(bot, at(leaves))
    assert _posted(bot) == [at(leaves)]
    assert _mondays(bot) == ["2026-11-30"]
    _tick_at(bot, at(leaves) + TICK, at("2026-12-07 09:00"))
    assert len(_posted(bot)) == 1


def test_what_was_not_approved_is_dropped_once_the_next_draft_exists(bot):
    bot.approved_points(2, teams=frozenset({"oak"}))
    _tick_at(bot, DRAFTED, MONDAY)
    old = _draft(bot)
    _tick_at(bot, DRAFTED + WEEK)
    assert [state for _, state in _states(bot)] == ["dropped", "waiting"]
    with pytest.raises(DraftRefused) as refusal:
        _decide(bot, old)
    assert refusal.value.reason is DraftReason.ALREADY_DECIDED
    _decide(bot, _draft(bot))
    _tick_at(bot, MONDAY + WEEK)
    assert _mondays(bot) == ["2026-12-07"]


def test_what_was_approved_before_an_outage_leaves_after_it_or_is_dropped(bot):
    bot.approved_points(3, teams=frozenset({"oak"}))
    _tick_at(bot, DRAFTED)
    _decide(bot, _draft(bot))
    _tick_at(bot, at("2026-12-01 22:00"))
    assert _posted(bot) == []
    _tick_at(bot, at("2026-12-02 08:00"), DRAFTED + WEEK)
    assert _posted(bot) == [at("2026-12-02 08:00")]
    _decide(bot, _draft(bot))
    _tick_at(bot, DRAFTED + 2 * WEEK, MONDAY + 2 * WEEK)
    assert [state for _, state in _states(bot)] == ["approved", "dropped", "waiting"]
    assert _mondays(bot) == ["2026-11-30"]


def test_the_bytes_that_were_approved_are_what_is_posted(bot):
    bot.approved_points(words="Ring twice & wait. <!channel> *now*", to_try="Ring aloud.")
    _tick_at(bot, DRAFTED)
    draft = _draft(bot)
    seen = approve.preview(bot.context, draft.id, by="U0SAFETY", now=bot.clock.now())
    _decide(bot, draft)
    for number in range(30):  # Whatever is reported afterwards changes nothing.
        bot.report(key=f"later {number}")
    bot.configure(a_service(teams=(a_team(name="Another name"), ELM)))
    _tick_at(bot, MONDAY)
    [posted] = [posted for posted in bot.of_kind("bulletin") if posted.target == OAK.channel]
    assert posted.message == seen.message


def test_only_the_safety_lead_and_the_deputy_read_approve_and_skip(bot):
    lead = a_person(slack_id="U0LEAD", name="Lena Ott", roles=frozenset({Role.SAFETY_LEAD}))
    bot.configure(a_service(people=(SAFETY, ON_CALL, BOTH, lead)))
    bot.approved_points()
    _tick_at(bot, DRAFTED)
    assert {posted.target for posted in bot.of_kind("bulletin_draft")} == {"U0LEAD"}
    draft = _draft(bot)
    for by in ("U0SAFETY", "U0AMARA"):
        with pytest.raises(NotForYou):
            approve.preview(bot.context, draft.id, by=by, now=bot.clock.now())
        with pytest.raises(NotForYou):
            _decide(bot, draft, by=by)
        with pytest.raises(NotForYou):
            approve.swap_point(bot.context, draft.id, point=draft.point, by=by, now=bot.clock.now())
    assert _decide(bot, draft, by="U0LEAD").draft.decided_by == "U0LEAD"


def test_a_draft_that_is_skipped_is_not_posted_and_its_words_may_come_later(bot):
    bot.approved_points(teams=frozenset({"oak"}))
    _tick_at(bot, DRAFTED)
    assert _decide(bot, _draft(bot), DraftState.SKIPPED).draft.state is DraftState.SKIPPED
    _tick_at(bot, MONDAY, DRAFTED + WEEK)
    assert (_posted(bot), bot.of_kind("bulletin_not_sent")) == ([], [])
    _decide(bot, _draft(bot))
    _tick_at(bot, MONDAY + WEEK)
    assert _mondays(bot) == ["2026-12-07"]


def test_a_swap_goes_round_all_learning_points_and_what_was_read_before_it_cannot_be_approved(bot):
    points = bot.approved_points(3, teams=frozenset({"oak"}))
    _tick_at(bot, DRAFTED)
    draft = first = _draft(bot)
    seen = [draft.point]
    for _ in range(3):
        swapped = approve.swap_point(bot.context, draft.id, point=draft.point, by="U0SAFETY", now=bot.clock.now())
        assert swapped.others
        draft = swapped.draft
        seen.append(draft.point)
    assert (set(seen), seen[3]) == ({point.id for point in points}, seen[0])
    swapped = approve.swap_point(bot.context, draft.id, point=draft.point, by="U0SAFETY", now=bot.clock.now())
    with pytest.raises(DraftRefused) as refusal:
        _decide(bot, first)
    assert refusal.value.reason is DraftReason.CHANGED
    _decide(bot, swapped.draft)
    _tick_at(bot, MONDAY)
    assert bot.of_kind("bulletin")[0].message == swapped.message


def test_a_draft_with_the_only_learning_point_cannot_be_swapped(bot):
    bot.approved_points(teams=frozenset({"oak"}))
    _tick_at(bot, DRAFTED)
    draft = _draft(bot)
    now = bot.clock.now()
    assert not approve.preview(bot.context, draft.id, by="U0SAFETY", now=now).others
    swapped = approve.swap_point(bot.context, draft.id, point=draft.point, by="U0SAFETY", now=now)
    assert swapped.draft == draft


def test_what_is_not_there_or_cannot_be_read_is_not_found(bot):
    now = bot.clock.now()
    with pytest.raises(NotFound):
        approve.preview(bot.context, uuid4(), by="U0SAFETY", now=now)
    bot.approved_points()
    _tick_at(bot, DRAFTED)
    draft = _draft(bot)
    bot.execute("UPDATE learning_point SET words_sealed = submission_hash")
    with pytest.raises(NotFound):
        approve.swap_point(bot.context, draft.id, point=draft.point, by="U0SAFETY", now=now)
    bot.execute("UPDATE bulletin SET message_sealed = learning_point.submission_hash FROM learning_point")
    with pytest.raises(NotFound):
        approve.preview(bot.context, draft.id, by="U0SAFETY", now=now)


def test_a_learning_point_whose_words_cannot_be_read_makes_no_draft(bot):
    bot.approved_points()
    bot.execute("UPDATE learning_point SET words_sealed = submission_hash")
    _tick_at(bot, DRAFTED)
    assert bot.posted == []


def test_a_team_hears_nothing_of_its_own_last_weeks_unless_it_is_named(bot):
    reports = [bot.report(key=f"form {number}") for number in range(5)]
    bot.approves_drafts = True
    bot.approved_points(source=reports[0].incident_id)
    _tick_at(bot, DRAFTED, MONDAY)
    assert (_posted(bot), len(_posted(bot, ELM))) == ([], 1)
    named = bot.approved_points(source=reports[1].incident_id, teams=frozenset({"oak"}))
    _tick_at(bot, DRAFTED + WEEK, MONDAY + WEEK)
    assert len(_posted(bot)) == 1
    _tick_at(bot, DRAFTED + 5 * WEEK, MONDAY + 5 * WEEK)
    assert len(_posted(bot)) == 2
    assert len(_posted(bot, ELM)) == 1
    assert named[0].teams == {"oak"}


@pytest.mark.parametrize(("events", "told"), [(4, False), (5, True)])
def test_nothing_is_told_of_a_kind_with_fewer_than_five_events_in_a_year(bot, events, told):
    reports = [bot.report(key=f"form {number}", kind="medication") for number in range(events)]
    bot.report(key="another kind", kind="environment")
    bot.approves_drafts = True
    bot.approved_points(source=reports[0].incident_id)
    _tick_at(bot, DRAFTED, MONDAY)
    assert bool(_posted(bot, ELM)) is told


def test_reports_that_were_merged_are_one_event(bot):
    reports = [bot.report(key=f"form {number}", kind="medication") for number in range(5)]
    merge_incident(bot.context, reports[4].incident_id, reports[3].reference, by="U0SAFETY")
    bot.approves_drafts = True
    bot.approved_points(source=reports[0].incident_id)
    _tick_at(bot, DRAFTED, MONDAY)
    assert bot.of_kind("bulletin") == []


def test_nine_oclock_is_nine_oclock_where_the_team_is(stocked):
    teams = (OAK, a_team(code="elm", name="Elm", channel="C0ELM", time_zone="America/New_York"))
    stocked.configure(a_service(teams=teams, people=PEOPLE))
    _tick_at(stocked, *(at("2026-11-26 00:00") + number * HOUR for number in range(130)))
    assert (_posted(stocked), _posted(stocked, ELM)) == ([MONDAY], [at("2026-11-30 14:00")])


@pytest.mark.parametrize("engine", ["sqlite"])  # Thousands of ticks: on PostgreSQL they take a minute.
@pytest.mark.parametrize(
    ("start", "end", "mondays"),
    [
        pytest.param(
            "2026-10-21 12:00",
            "2026-11-02 16:00",
            {
                OAK.code: ["2026-10-26 09:00", "2026-11-02 09:00"],
                ELM.code: ["2026-10-26 13:00", "2026-11-02 14:00"],
            },
            id="the clocks go back",
        ),
        pytest.param(
            "2027-03-17 12:00",
            "2027-03-30 16:00",
            {
                OAK.code: ["2027-03-22 09:00", "2027-03-30 08:00"],
                ELM.code: ["2027-03-22 13:00", "2027-03-30 13:00"],
            },
            id="the clocks go forward, and Easter Monday",
        ),
    ],
)
def test_weeks_of_missed_ticks_and_restarts_give_one_bulletin_a_week(url, start, end, mondays, luck):
    teams = (OAK, a_team(code="elm", name="Elm", channel="C0ELM", time_zone="America/New_York"))
    with started(url, at(start)) as bot:
        bot.configure(a_service(teams=teams, people=PEOPLE))
        bot.approved_points(5)
        bot.approves_drafts = True
        bot.live_until(at(end), luck=luck)
        for team in teams:
            due_at = [at(moment) for moment in mondays[team.code]]
            sent = _posted(bot, team)
            assert len(sent) == len(due_at)
            assert all(timedelta(0) <= came - moment < HOUR for came, moment in zip(sent, due_at, strict=True))


@pytest.mark.parametrize(
    ("start", "drafted", "posted", "name"),
    [
        ("2026-12-21 12:00", "2026-12-23 09:00", "2026-12-29 09:00", "2026-12-28"),  # It stands in for Boxing Day.
        ("2027-03-22 12:00", "2027-03-24 09:00", "2027-03-30 08:00", "2027-03-29"),  # Good Friday, Easter Monday.
        ("2028-12-18 12:00", "2028-12-21 09:00", "2028-12-27 09:00", "2028-12-25"),  # Christmas and Boxing Day.
    ],
)
def test_a_bank_holiday_moves_the_posting_and_not_the_name_of_the_week(url, start, drafted, posted, name):
    with started(url, at(start)) as bot:
        bot.approved_points(3)
        bot.approves_drafts = True
        for moment in (drafted, posted):
            before = len(bot.posted)
            _tick_at(bot, at(moment) - timedelta(microseconds=1))
            assert len(bot.posted) == before
            _tick_at(bot, at(moment))
        assert (_posted(bot), _mondays(bot)) == ([at(posted)], [name])


def test_an_outage_of_nine_days_is_followed_by_one_bulletin_at_the_next_time(stocked):
    _tick_at(stocked, DRAFTED, MONDAY)
    stocked.stop()
    stocked.clock.to(at("2026-12-02 03:00") + 9 * DAY)
    stocked.restart()
    _tick_at(stocked, stocked.clock.now(), stocked.clock.now() + TICK, at("2026-12-14 09:00"))
    assert _mondays(stocked) == ["2026-11-30", "2026-12-14"]


def test_a_team_that_joins_has_its_first_bulletin_at_the_next_time(stocked):
    ash = a_team(code="ash", name="Ash", channel="C0ASH")
    _tick_at(stocked, at("2026-12-02 12:00"))
    stocked.configure(a_service(teams=(OAK, ELM, ash)))
    _tick_at(stocked, stocked.clock.now(), at("2026-12-03 09:00"), at("2026-12-07 09:00"))
    assert _mondays(stocked, "ash") == ["2026-12-07"]


def test_a_team_that_was_gone_hears_nothing_of_that_time_when_it_is_back(stocked):
    _tick_at(stocked, DRAFTED, MONDAY)
    stocked.configure(a_service(teams=(ELM,), people=PEOPLE))
    _tick_at(stocked, *(moment + week * WEEK for week in (1, 2) for moment in (DRAFTED, MONDAY)))
    assert len(_posted(stocked)) == 1
    stocked.configure(a_service(teams=(OAK, ELM), people=PEOPLE))
    _tick_at(stocked, DRAFTED + 3 * WEEK, MONDAY + 3 * WEEK)
    assert _mondays(stocked) == ["2026-11-30", "2026-12-21"]
    assert len(_posted(stocked, ELM)) == 4


def test_a_team_that_leaves_while_its_bulletin_waits_gets_none(stocked):
    _tick_at(stocked, DRAFTED)
    stocked.clock.to(MONDAY)
    stocked.queue_what_is_due()
    stocked.configure(a_service(teams=(ELM,), people=PEOPLE))
    stocked.post_all()
    assert [posted.target for posted in stocked.of_kind("bulletin")] == ["C0ELM"]


def test_a_draft_of_a_team_that_has_left_is_not_found(bot):
    bot.approved_points()
    _tick_at(bot, DRAFTED)
    draft = _draft(bot)
    bot.configure(a_service(teams=(ELM,), people=PEOPLE))
    with pytest.raises(NotFound):
        _decide(bot, draft)


def test_nobody_is_asked_or_told_about_a_draft_that_was_decided_meanwhile(bot):
    bot.approved_points(teams=frozenset({"oak"}))
    bot.clock.to(DRAFTED)
    assert bot.queue_what_is_due() == len(LEADS)
    draft = _draft(bot)
    bot.clock.to(MONDAY)
    assert bot.queue_what_is_due() == len(LEADS)
    _decide(bot, draft)
    bot.post_all()
    assert bot.posted == []


def test_a_repeated_tick_posts_nothing_and_wakes_nobody(stocked):
    _tick_at(stocked, DRAFTED)
    stocked.clock.to(MONDAY)
    before = stocked.rings
    assert [stocked.queue_what_is_due() for _ in range(3)] == [2, 0, 0]
    assert stocked.rings == before + 1


def test_a_clock_that_goes_back_repeats_no_bulletin(stocked):
    _tick_at(stocked, DRAFTED, MONDAY)
    for back in (timedelta(minutes=1), HOUR, WEEK, 3 * WEEK):
        stocked.clock.back(back)
        _tick_at(stocked, stocked.clock.now(), MONDAY, MONDAY + TICK)
    assert _mondays(stocked) == ["2026-11-30"]
    _tick_at(stocked, DRAFTED + WEEK, MONDAY + WEEK)
    assert _mondays(stocked) == ["2026-11-30", "2026-12-07"]


@pytest.mark.parametrize("ahead", [2 * DAY, 8 * DAY, 40 * DAY])
def test_a_clock_that_was_ahead_and_is_put_right_silences_no_week_and_repeats_none(stocked, ahead):
    stocked.tick()
    stocked.clock.back(-ahead)
    for _ in range(10):
        stocked.clock.forward(HOUR)
        stocked.tick()
    stocked.clock.back(ahead)
    for week in range(3):
        _tick_at(stocked, DRAFTED + week * WEEK, MONDAY + week * WEEK)
    mondays = _mondays(stocked)
    assert {"2026-11-30", "2026-12-07", "2026-12-14"} <= set(mondays)
    assert len(mondays) == len(set(mondays))


def test_who_was_overtaken_by_another_tick_posts_nothing(stocked):
    """The other looks, and finds bulletins due; before it gets its turn to write, they are queued."""
    bot = stocked
    _tick_at(bot, DRAFTED)
    bot.clock.to(MONDAY)
    before = bot.rows("SELECT count(*) FROM outbox")
    looked, overtaken, queued = threading.Event(), threading.Event(), list[int]()

    def wait_after_the_look(*_: object) -> None:
        looked.set()
        assert overtaken.wait(BACKGROUND_SECONDS)

    other = threading.Thread(target=lambda: queued.append(bot.ticking().queued))
    with bot.context.database.writing(wait=BACKGROUND_SECONDS) as transaction:
        sa.event.listen(bot.context.database.engine, "checkin", wait_after_the_look)
        other.start()
        assert looked.wait(BACKGROUND_SECONDS)
        rows = due.take(transaction, "bulletin", furthest=weekly.FURTHEST, now=MONDAY)
        due.replace(transaction, rows, weekly.serve(transaction, bot.context, rows, now=MONDAY).following)
        overtaken.set()
    other.join()
    assert (len(rows), queued) == (2, [0])
    assert bot.rows("SELECT count(*) FROM outbox") == before


def test_a_bulletin_that_was_posted_before_is_not_queued_again(stocked):
    """Its row may have been written anew meanwhile."""
    _tick_at(stocked, DRAFTED)
    stocked.clock.to(MONDAY)
    with stocked.context.database.writing(wait=BACKGROUND_SECONDS) as transaction:
        rows = [DueTime("bulletin", team, MONDAY) for team in ("oak", "elm")]
        both = [weekly.serve(transaction, stocked.context, rows, now=MONDAY) for _ in range(2)]
    assert [[message.target for message in result.messages] for result in both] == [["C0ELM", "C0OAK"], []]
    assert {row.due_at for result in both for row in result.following} == {MONDAY + WEEK}


def test_two_replicas_that_look_at_the_same_moment_queue_each_bulletin_and_each_draft_once(url):
    """Each has a database of its own to the same file, so that only what is stored can hold one of them back."""
    keyring, clock = Keyring.from_text(f"test:{new_key()}"), FrozenClock(NOON)
    with ExitStack() as stack:
        replicas = [Bot(url, keyring, clock) for _ in range(2)]
        for replica in replicas:
            stack.callback(replica.stop)
        replicas[0].approved_points(10)
        for week in range(5):
            clock.to(DRAFTED + week * WEEK)
            assert _queued_at_once(replicas) == 2 * len(LEADS)
            replicas[0].approve_drafts()
            clock.to(MONDAY + week * WEEK + (DAY if week == 4 else timedelta()))
            assert _queued_at_once(replicas) == 2
        replicas[0].post_all()
        assert _mondays(replicas[0]) == [str(FIRST + week * WEEK) for week in range(5)]


def _queued_at_once(replicas: list[Bot]) -> int:
    """How many messages about bulletins both have queued together."""

    def queued() -> int:
        [(count,)] = replicas[0].rows("SELECT count(*) FROM outbox WHERE kind IN ('bulletin', 'bulletin_draft')")
        return int(count)

    before = queued()
    at_once(lambda number: replicas[number].queue_what_is_due(), threads=len(replicas))
    return queued() - before


def test_words_approved_after_the_time_of_the_draft_make_one_at_once_until_the_bulletin_is_due(bot):
    _tick_at(bot, DRAFTED)
    assert bot.posted == []
    bot.clock.to(DRAFTED + DAY)
    bot.approved_points()
    with bot.context.database.writing() as transaction:
        due.put(transaction, [DueTime("bulletin_draft", "oak", bot.clock.now())])
    bot.tick()
    assert len(bot.of_kind("bulletin_draft")) == len(LEADS)
    bot.approve_drafts()
    _tick_at(bot, MONDAY)
    assert _posted(bot) == [MONDAY]


def test_the_database_itself_refuses_a_second_telling(bot):
    [point] = bot.approved_points(teams=frozenset({"oak"}))
    _tick_at(bot, DRAFTED)
    _decide(bot, _draft(bot))
    _tick_at(bot, MONDAY)
    with bot.context.database.reading() as transaction:
        assert learning.find(transaction, point.id) == point
        assert learning.untold(transaction, "oak", since=drafts.since(bot.clock.now())) == []
        assert [draft.posted_at for draft in bulletins.posted(transaction, "oak", limit=5)] == [MONDAY]
    with pytest.raises(sa.exc.IntegrityError, match="team"):
        bot.execute(
            "INSERT INTO bulletin (id, team, monday, point_id, state, message_sealed, made_at, decided_by) "
            "SELECT point_id, team, '2027-01-04', point_id, state, message_sealed, made_at, decided_by FROM bulletin"
        )
