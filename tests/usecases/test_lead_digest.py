"""The safety lead's weekly digest: once a week, counted from what this lead may find, skipped when they say so."""

from datetime import date, time, timedelta

import pytest

from bot.domain.bulletins.change import ScheduleRefused
from bot.domain.bulletins.digest import AGEING_AFTER, USUAL_DIGEST
from bot.domain.service.findable import findable
from bot.domain.service.service import Role, Schedule
from bot.usecases.bulletins.lead_digest import change_digest, next_for, see_schedule, skip_next
from bot.usecases.permissions import NotForYou
from storage import digests
from tests.domain.examples import BOTH, ON_CALL, SAFETY, a_person, a_service
from tests.usecases.bot_without_slack import at

WEEK, DAY, HOUR = timedelta(days=7), timedelta(days=1), timedelta(hours=1)
TUESDAY = at("2026-12-01 10:00")
LEAD = a_person(slack_id="U0LEAD", name="Lena Moss", roles=frozenset({Role.SAFETY_TEAM, Role.SAFETY_LEAD}))
LED = a_service(people=(SAFETY, ON_CALL, BOTH, LEAD))


@pytest.fixture
def led(bot):
    """A bot whose service has one safety lead. Something came, and waits."""
    bot.configure(LED)
    bot.report()
    bot.tick()
    return bot


def _tick_at(bot, *moments):
    for moment in moments:
        bot.clock.to(moment)
        bot.tick()


def _digests(bot):
    return [(posted.target, posted.at) for posted in bot.of_kind("lead_digest")]


def _told(bot, person="U0LEAD"):
    with bot.context.database.reading() as transaction:
        who = findable(bot.context.service, person)
        return digests.digest(transaction, who, bot.context.service, now=bot.clock.now())


def _skips(bot, by="U0LEAD"):
    return skip_next(bot.context, by=by, now=bot.clock.now())


def test_the_lead_gets_it_once_a_week_and_nobody_else_does(led):
    _tick_at(led, *(TUESDAY - DAY + 6 * HOUR * number for number in range(4 * 8)))
    _tick_at(led, TUESDAY + WEEK, TUESDAY + WEEK + HOUR)
    assert [target for target, _ in _digests(led)] == ["U0LEAD", "U0LEAD"]
    says = [posted.message.text for posted in led.of_kind("lead_digest")]
    waits = "1 new one has waited longer than a working day."
    assert says == [f"Your week: 1 incident came in the past seven days. {waits}", f"Your week: {waits}"]


def test_where_there_is_nothing_to_say_nothing_is_sent(bot):
    bot.configure(LED)
    bot.tick()
    _tick_at(bot, TUESDAY)
    assert _digests(bot) == []


def test_it_counts_what_came_what_is_old_and_what_waits(led):
    led.clock.to(at("2026-11-24 12:00") + AGEING_AFTER + HOUR)
    led.agree(led.report(key="form 2"), due_on=led.clock.now().date() + DAY)
    led.clock.forward(5 * DAY)
    counts = _told(led).counts
    assert (counts.came, counts.waiting, counts.ageing, counts.late_actions) == (1, 2, 1, 1)


def test_a_lead_who_is_involved_is_told_nothing_of_it(led):
    before = _told(led).counts
    led.report_involving("U0LEAD", key="about the lead")
    assert _told(led).counts == before
    assert _told(led, "U0SAFETY").counts.came == before.came + 1


def _sent_weekly(bot, weeks, *, until, key="weekly"):
    """One report in each of these weeks, the last a week before `until`."""
    for number in range(weeks):
        report = bot.report(key=f"{key} {number}")
        moment = (until - WEEK * (number + 1)).replace(tzinfo=None).isoformat(sep=" ", timespec="microseconds")
        suffix = "+00:00" if bot.context.database.engine.dialect.name == "postgresql" else ""
        hexed = report.id.hex if not suffix else str(report.id)
        bot.execute("UPDATE report SET reported_at = :at WHERE id = :id", at=moment + suffix, id=hexed)


def test_a_team_that_usually_sends_one_a_week_is_silent_after_four_weeks_without_any(bot):
    bot.configure(LED)
    _sent_weekly(bot, 24, until=bot.clock.now() - 4 * WEEK + 3 * DAY)
    assert _told(bot).silent == ("Oak ward",)
    bot.report(key="again")
    assert _told(bot).silent == ()


def test_a_team_that_seldom_sends_anything_is_not_called_silent(bot):
    bot.configure(LED)
    _sent_weekly(bot, 23, until=bot.clock.now() - 4 * WEEK + 3 * DAY)
    assert _told(bot).silent == ()


def test_a_lead_skips_the_next_one_and_gets_the_one_after(led):
    assert _skips(led) == TUESDAY + WEEK
    _tick_at(led, TUESDAY, TUESDAY + DAY)
    assert _digests(led) == []
    _tick_at(led, TUESDAY + WEEK)
    assert _digests(led) == [("U0LEAD", TUESDAY + WEEK)]
    assert led.rows("SELECT count(*) FROM audit WHERE action = 'digest.skipped' AND actor = 'U0LEAD'") == [(1,)]


def test_a_pause_of_a_month_ends_by_itself(led):
    schedule, next_at = see_schedule(led.context, by="U0LEAD", now=led.clock.now())
    assert (schedule, next_at) == (USUAL_DIGEST, TUESDAY)
    paused = schedule.model_copy(update={"paused_until": date(2027, 1, 11)})
    assert change_digest(led.context, paused, by="U0LEAD", now=led.clock.now()) == at("2027-01-12 10:00")
    _tick_at(led, *(TUESDAY + DAY * number for number in range(50)))
    assert _digests(led)[0] == ("U0LEAD", at("2027-01-12 10:00"))


def test_it_comes_at_the_time_that_the_lead_set_and_no_second_time_in_that_week(led):
    _tick_at(led, TUESDAY)
    thursday = Schedule(weekday=3, local_time=time(14))
    change_digest(led.context, thursday, by="U0LEAD", now=led.clock.now())
    _tick_at(led, TUESDAY + 2 * DAY + 4 * HOUR, TUESDAY + WEEK + 2 * DAY + 4 * HOUR)
    assert _digests(led) == [("U0LEAD", TUESDAY), ("U0LEAD", at("2026-12-10 14:00"))]


def test_of_two_windows_the_second_is_told_that_it_was_changed(led):
    thursday = Schedule(weekday=3)
    change_digest(led.context, thursday, by="U0LEAD", now=led.clock.now())
    with pytest.raises(ScheduleRefused):
        change_digest(led.context, thursday, by="U0LEAD", now=led.clock.now())


@pytest.mark.parametrize("act", [_skips, lambda bot, by: see_schedule(bot.context, by=by, now=bot.clock.now())])
def test_nobody_else_sees_or_skips_it(led, act):
    with pytest.raises(NotForYou):
        act(led, by="U0AMARA")


def test_after_an_outage_the_latest_comes_once_and_in_working_hours(led):
    _tick_at(led, TUESDAY)
    led.stop()
    led.clock.to(TUESDAY + 2 * WEEK + 11 * HOUR)  # 21:00 on a Tuesday
    led.restart()
    led.tick()
    assert len(_digests(led)) == 1
    _tick_at(led, *(TUESDAY + 2 * WEEK + 11 * HOUR + HOUR * number for number in range(24)))
    assert [moment for _, moment in _digests(led)] == [TUESDAY, at("2026-12-16 08:00")]


def test_somebody_who_leads_from_today_has_missed_none(bot):
    bot.report()
    bot.tick()
    bot.configure(LED)
    _tick_at(bot, at("2026-11-24 13:00"), at("2026-11-25 09:00"))
    assert _digests(bot) == []


def test_whoever_leads_no_more_gets_none(led):
    led.configure(a_service(people=(SAFETY, ON_CALL, BOTH)))
    led.tick()
    _tick_at(led, TUESDAY)
    assert {target for target, _ in _digests(led)} == {"U0SAFETY", "U0BOTH"}


def test_what_was_queued_for_somebody_who_leads_no_more_is_dropped(led):
    led.clock.to(TUESDAY)
    led.queue_what_is_due()
    line = next(each for each in iter(led.next_message, None) if each.kind == "lead_digest")
    assert led.composed(line) is not None
    other = LEAD.model_copy(update={"slack_id": "U0OTHER"})
    led.configure(a_service(people=(SAFETY, ON_CALL, BOTH, other)))
    assert led.composed(line) is None


def test_a_clock_that_was_ahead_and_is_put_right_silences_no_week(led):
    _tick_at(led, TUESDAY + 3 * WEEK)
    led.clock.back(3 * WEEK)
    led.tick()
    _tick_at(led, TUESDAY + WEEK)
    assert len(_digests(led)) >= 2


def test_home_says_to_the_lead_alone_when_it_comes(led):
    with led.context.database.reading() as transaction:
        service, now = led.context.service, led.clock.now()
        assert next_for(transaction, service, "U0LEAD", now=now) == TUESDAY
        assert next_for(transaction, service, "U0AMARA", now=now) is None


def test_ticks_that_rested_until_the_evening_send_it_in_the_morning(led):
    _tick_at(led, TUESDAY + 11 * HOUR)
    assert _digests(led) == []
    _tick_at(led, at("2026-12-02 08:00"))
    assert _digests(led) == [("U0LEAD", at("2026-12-02 08:00"))]
