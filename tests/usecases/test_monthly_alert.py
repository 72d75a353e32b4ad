"""The test alert of each month, under time and from the press to Home."""

from datetime import timedelta
from uuid import UUID

import pytest

from bot.domain.service.service import Role
from bot.usecases.home import home_data
from bot.usecases.permissions import NotForYou, NotFound
from bot.usecases.service import rota
from bot.usecases.service.monthly_alert import copies_of_test, see_alert_test
from tests.domain.examples import SAFETY, a_person, a_service
from tests.usecases.bot_without_slack import at

LEE = a_person(slack_id="U0LEE", name="Lee Fraser", roles=frozenset({Role.ON_CALL}))
KIM = a_person(slack_id="U0KIM", name="Kim Adeyemi", roles=frozenset({Role.ON_CALL}))
SERVICE = a_service(people=(LEE, KIM, SAFETY), urgent_channel="C0URGENT")


@pytest.fixture(autouse=True)
def _service(bot):
    bot.configure(SERVICE)
    bot.tick()


def sent(bot):
    return [(each.at, each.target) for each in bot.of_kind("test_alert")]


@pytest.fixture
def december(bot):
    bot.clock.to(at("2026-12-01 11:00"))
    bot.tick()
    return UUID(bot.of_kind("test_alert")[0].subject["test"])


def test_it_goes_to_the_danger_channel_and_whoever_is_on_call_once_a_month(bot):
    for when in ("2026-12-01 10:59", "2026-12-01 11:00", "2026-12-01 11:05", "2026-12-31 11:00"):
        bot.clock.to(at(when))
        bot.tick()
        bot.restart()
    assert sent(bot) == [(at("2026-12-01 11:00"), "C0URGENT"), (at("2026-12-01 11:00"), "U0LEE")]
    bot.clock.to(at("2027-01-03 00:00"))
    rota.begin_shift(bot.context, at("2027-01-03 20:00"), by="U0KIM", now=bot.clock.now())
    bot.clock.to(at("2027-01-04 11:00"))
    bot.tick()
    assert sent(bot)[2:] == [(at("2027-01-04 11:00"), "C0URGENT"), (at("2027-01-04 11:00"), "U0LEE")]


def test_it_asks_whoever_is_on_call_then(bot):
    bot.clock.to(at("2026-12-01 08:00"))
    rota.take_over(bot.context, by="U0KIM", now=bot.clock.now())
    bot.clock.to(at("2026-12-01 11:00"))
    bot.tick()
    assert sent(bot)[1][1] == "U0KIM"


def test_after_an_outage_it_rings_nobody_at_night(bot, december):
    bot.clock.to(at("2027-01-05 02:00"))
    bot.tick()
    assert len(sent(bot)) == 2
    bot.clock.to(at("2027-01-05 11:00"))
    bot.tick()
    assert len(sent(bot)) == 4


def test_each_text_begins_with_test_and_nothing_else_is_said_of_danger(bot, december):
    for posted in bot.of_kind("test_alert"):
        assert posted.message.text.startswith("TEST")
        for block in posted.message.blocks:
            assert block["type"] == "actions" or block["text"]["text"].startswith("TEST")


def test_the_first_who_has_seen_it_counts_and_home_of_the_safety_team_says_so(bot, december):
    test = home_data(bot.context, "U0SAFETY").alert_test
    assert test is not None
    assert test.minutes is None
    bot.clock.forward(timedelta(minutes=3))
    assert see_alert_test(bot.context, december, by="U0LEE", now=bot.clock.now()).seen_by == "U0LEE"
    bot.clock.forward(timedelta(minutes=3))
    assert see_alert_test(bot.context, december, by="U0KIM", now=bot.clock.now()).seen_by == "U0LEE"
    test = home_data(bot.context, "U0SAFETY").alert_test
    assert test is not None
    assert (test.seen_by, test.minutes) == ("U0LEE", 3)
    assert home_data(bot.context, "U0LEE").alert_test is None
    assert bot.rows("SELECT actor FROM audit WHERE action = 'alert_test.seen'") == [("U0LEE",)]
    assert {copy.target for copy in copies_of_test(bot.context, december)} == {"C0URGENT", "U0LEE"}


def test_a_message_that_leaves_after_the_answer_says_who_answered(bot):
    bot.clock.to(at("2026-12-01 11:00"))
    bot.queue_what_is_due()
    [(test,)] = bot.rows("SELECT id FROM alert_test")
    see_alert_test(bot.context, UUID(str(test)), by="U0LEE", now=bot.clock.now())
    bot.post_all()
    assert [each.message.text for each in bot.of_kind("test_alert")] == ["TEST. Lee Fraser answered in 1 minute."] * 2


def test_who_takes_no_dangers_cannot_answer_it_and_no_test_is_made_up(bot, december):
    with pytest.raises(NotForYou):
        see_alert_test(bot.context, december, by="U0STRANGER", now=bot.clock.now())
    with pytest.raises(NotFound):
        see_alert_test(bot.context, UUID(int=9), by="U0LEE", now=bot.clock.now())
