"""Denominators in the database: replaced month by month, and shown as rates."""

from datetime import date

from bot.domain.evidence.denominators import Basis, Denominator
from bot.domain.evidence.period import month_of
from bot.usecases.evidence.denominators import keep_denominators
from bot.usecases.evidence.papers import evidence_for
from storage import denominators
from tests.domain.examples import NOON, a_service

NOVEMBER = date(2026, 11, 1)


def test_a_month_that_is_read_again_is_replaced_and_a_newer_basis_is_left_out(bot):
    for count in (800, 900):
        keep_denominators(bot.context.database, [Denominator(Basis.BED_DAYS, NOVEMBER, count)], now=NOON)
    bot.execute("INSERT INTO denominator VALUES ('visits', '2026-11-01', 5)")
    with bot.context.database.reading() as transaction:
        known = denominators.known(transaction, NOVEMBER, NOVEMBER)
    assert known == [Denominator(Basis.BED_DAYS, NOVEMBER, 900)]
    events = bot.rows("SELECT actor, detail FROM audit WHERE action = 'denominators.read'")
    assert events == [("operator", '{"count":"1"}')] * 2


def test_a_paper_has_rates_where_there_are_denominators(bot):
    for number in range(6):
        bot.report(key=str(number))
    november = month_of(NOVEMBER, a_service().zone)
    assert evidence_for(bot.context, november, by="U0SAFETY", now=NOON).rates == {}
    keep_denominators(bot.context.database, [Denominator(Basis.BED_DAYS, NOVEMBER, 1200)], now=NOON)
    [rate] = evidence_for(bot.context, november, by="U0SAFETY", now=NOON).rates[Basis.BED_DAYS]
    assert (rate.reports, rate.against, rate.rate) == (6, 1200, 5.0)
