"""The rota as people change it: who is told, who is rung, and what nobody may."""

from datetime import timedelta
from uuid import UUID

import pytest

from bot.domain.reports.report import AtRisk
from bot.domain.service.rota import RotaReason, RotaRefused
from bot.domain.service.service import Role
from bot.usecases.home import home_data
from bot.usecases.permissions import NotForYou
from bot.usecases.service import rota
from tests.domain.examples import SAFETY, a_person, a_service

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
LEE = a_person(slack_id="U0LEE", name="Lee Fraser", roles=frozenset({Role.ON_CALL}))
KIM = a_person(slack_id="U0KIM", name="Kim Adeyemi", roles=frozenset({Role.ON_CALL}))
JO = a_person(slack_id="U0JO", name="Jo Carter", roles=frozenset({Role.ON_CALL}))
SERVICE = a_service(people=(LEE, KIM, JO, SAFETY))


@pytest.fixture(autouse=True)
def _service(bot):
    bot.configure(SERVICE)


def does(bot, use_case, *given, by):
    found = use_case(bot.context, *given, by=by, now=bot.clock.now())
    bot.post_all()
    return found


def first(bot):
    with bot.context.database.reading() as transaction:
        return rota.who_is_on_call(transaction, bot.context, now=bot.clock.now())


def told(bot):
    """Who got which direct message about the rota, with its notification."""
    return [(each.target, each.message.text) for each in bot.posted if each.kind.startswith("shift")]


def offered(bot):
    [*_, question] = bot.of_kind("shift_offered")
    return UUID(question.subject["shift"])


def audited(bot):
    return [event for (event,) in bot.rows("SELECT action FROM audit WHERE action LIKE 'on_call%' ORDER BY seq")]


def refused(use_case, *given, **named):
    with pytest.raises(RotaRefused) as refusal:
        use_case(*given, **named)
    return refusal.value.reason


def test_somebody_is_on_call_until_the_time_they_say_and_then_the_list_counts_again(bot):
    now = bot.clock.now()
    does(bot, rota.begin_shift, now + 8 * HOUR, by="U0KIM")
    assert (first(bot).person, first(bot).until, first(bot).following) == ("U0KIM", now + 8 * HOUR, "U0LEE")
    assert told(bot) == [("U0LEE", "Kim Adeyemi is on call now, until 20:00. You are not on call any more.")]
    bot.clock.forward(8 * HOUR)
    assert (first(bot).person, first(bot).until) == ("U0LEE", None)


def test_the_same_form_twice_is_one_shift_and_another_time_replaces_it(bot):
    now = bot.clock.now()
    for _ in range(2):
        does(bot, rota.begin_shift, now + 8 * HOUR, by="U0LEE")
    assert bot.rows("SELECT count(*) FROM shift") == [(1,)]
    bot.clock.forward(MINUTE)
    does(bot, rota.begin_shift, now + 2 * HOUR, by="U0LEE")
    assert first(bot).until == now + 2 * HOUR
    assert told(bot) == []
    assert audited(bot) == ["on_call.began", "on_call.began"]


def test_a_danger_rings_whoever_has_taken_over_and_then_whoever_had_it_before(bot):
    does(bot, rota.take_over, by="U0JO")
    bot.report(still_at_risk=AtRisk.YES)
    bot.post_all()
    bot.clock.forward(10 * MINUTE)
    bot.tick()
    assert [each.target for each in bot.of_kind("rung") if each.target.startswith("U")] == ["U0JO", "U0LEE"]


def test_taking_over_lasts_as_long_as_the_shift_of_the_one_who_is_told(bot):
    until = bot.clock.now() + 3 * HOUR
    does(bot, rota.begin_shift, until, by="U0LEE")
    bot.clock.forward(MINUTE)
    assert does(bot, rota.take_over, by="U0KIM").until == until
    assert told(bot) == [("U0LEE", "Kim Adeyemi is on call now, until 15:00. You are not on call any more.")]
    bot.clock.forward(MINUTE)
    assert does(bot, rota.take_over, by="U0KIM").until == until
    assert audited(bot) == ["on_call.began", "on_call.taken_over"]


def test_nobody_is_told_that_they_are_not_on_call_who_is_again_meanwhile(bot):
    rota.take_over(bot.context, by="U0KIM", now=bot.clock.now())
    bot.clock.forward(MINUTE)
    does(bot, rota.take_over, by="U0LEE")
    assert [target for target, _ in told(bot)] == ["U0KIM"]


def test_a_hand_over_changes_nothing_before_the_other_says_yes(bot):
    until = bot.clock.now() + 8 * HOUR
    does(bot, rota.begin_shift, until, by="U0LEE")
    does(bot, rota.offer_shift, "U0KIM", by="U0LEE")
    assert (first(bot).person, first(bot).offered_to) == ("U0LEE", "U0KIM")
    bot.clock.forward(MINUTE)
    does(bot, rota.accept_shift, offered(bot), by="U0KIM")
    assert (first(bot).person, first(bot).until) == ("U0KIM", until)
    assert told(bot) == [
        ("U0KIM", "Lee Fraser asks you to take over on call until 20:00. Answer now."),
        ("U0LEE", "Kim Adeyemi is on call now, until 20:00. You are not on call any more."),
    ]
    assert does(bot, rota.accept_shift, offered(bot), by="U0KIM").person == "U0KIM"
    assert audited(bot) == ["on_call.began", "on_call.offered", "on_call.handed_over"]


def test_who_stands_first_on_the_list_hands_over_for_twelve_hours(bot):
    does(bot, rota.offer_shift, "U0KIM", by="U0LEE")
    does(bot, rota.offer_shift, "U0KIM", by="U0LEE")
    assert [target for target, _ in told(bot)] == ["U0KIM"]
    assert does(bot, rota.accept_shift, offered(bot), by="U0KIM").until == bot.clock.now() + 12 * HOUR


def test_who_cannot_take_over_says_so_and_the_other_stays_on_call_and_is_told(bot):
    does(bot, rota.offer_shift, "U0KIM", by="U0LEE")
    does(bot, rota.decline_shift, offered(bot), by="U0KIM")
    assert (first(bot).person, first(bot).offered_to) == ("U0LEE", None)
    assert told(bot)[-1] == ("U0LEE", "Kim Adeyemi cannot take over. You are still on call. Ask somebody else.")
    assert audited(bot)[-1] == "on_call.declined"
    no_longer = refused(rota.accept_shift, bot.context, offered(bot), by="U0KIM", now=bot.clock.now())
    assert no_longer is RotaReason.NO_LONGER_OFFERED


def test_only_the_one_who_was_asked_last_can_accept(bot):
    does(bot, rota.offer_shift, "U0KIM", by="U0LEE")
    shift = offered(bot)
    does(bot, rota.offer_shift, "U0JO", by="U0LEE")
    assert refused(rota.accept_shift, bot.context, shift, by="U0KIM", now=bot.clock.now())
    assert does(bot, rota.accept_shift, shift, by="U0JO").person == "U0JO"


def test_an_offer_is_over_when_somebody_else_has_taken_over_and_is_not_even_sent(bot):
    rota.offer_shift(bot.context, "U0KIM", by="U0LEE", now=bot.clock.now())
    bot.clock.forward(MINUTE)
    does(bot, rota.take_over, by="U0JO")
    assert [target for target, _ in told(bot)] == ["U0LEE"]
    [(shift,)] = bot.rows("SELECT id FROM shift WHERE offered_to IS NOT NULL")
    assert refused(rota.accept_shift, bot.context, UUID(str(shift)), by="U0KIM", now=bot.clock.now())


def test_an_offer_of_a_shift_that_is_later_than_another_is_not_sent(bot):
    rota.offer_shift(bot.context, "U0KIM", by="U0LEE", now=bot.clock.now())
    bot.clock.forward(MINUTE)
    does(bot, rota.begin_shift, bot.clock.now() + HOUR, by="U0JO")
    assert [target for target, _ in told(bot)] == ["U0LEE"]


def test_only_whoever_is_on_call_hands_over(bot):
    assert refused(rota.offer_shift, bot.context, "U0LEE", by="U0KIM", now=bot.clock.now()) is RotaReason.NOT_YOURS
    assert refused(rota.offer_shift, bot.context, "U0LEE", by="U0LEE", now=bot.clock.now()) is RotaReason.YOURSELF
    assert refused(rota.begin_shift, bot.context, bot.clock.now(), by="U0LEE", now=bot.clock.now())


@pytest.mark.parametrize("use_case", [rota.begin_shift, rota.offer_shift, rota.accept_shift, rota.decline_shift])
def test_who_is_not_on_the_rota_may_nothing_of_this_and_the_attempt_is_recorded(bot, use_case):
    with pytest.raises(NotForYou):
        use_case(bot.context, UUID(int=9), by="U0SAFETY", now=bot.clock.now())
    with pytest.raises(NotForYou):
        rota.take_over(bot.context, by="U0SAFETY", now=bot.clock.now())
    assert bot.rows("SELECT subject FROM audit WHERE action = 'access.refused'") == [("rota",), ("rota",)]
    assert bot.rows("SELECT count(*) FROM shift") == [(0,)]


def test_home_shows_it_to_people_on_the_rota_alone(bot):
    on_call = home_data(bot.context, "U0KIM").on_call
    assert on_call is not None
    assert on_call.person == "U0LEE"
    assert home_data(bot.context, "U0SAFETY").on_call is None
