"""A list takes as many queries when it is long as when it is short."""

from datetime import timedelta

import pytest

from bot.usecases.home import MOST, home_data
from bot.usecases.incidents.open_incident import open_incident
from tests.storage.examples import queries_of


@pytest.fixture
def queries(bot):
    """How many statements the database is sent while this is done."""

    def count(act) -> int:
        with queries_of(bot.context.database) as asked:
            act()
        return len(asked)

    return count


def _live_a_while(bot, reports: int) -> None:
    """Reports of one person, each with an action of the same person and an amendment."""
    for number in range(reports):
        bot.clock.forward(timedelta(minutes=1))
        report = bot.report(key=f"form {number}")
        bot.submit(key=f"form {number}", text="Other words")
        bot.agree(report, key=f"action {number}", owner="U0AMARA")


@pytest.mark.parametrize(("person", "most"), [("U0AMARA", 10), ("U0SAFETY", 25)])
def test_home_takes_as_many_queries_for_ten_reports_and_actions_as_for_one(bot, queries, person, most):
    _live_a_while(bot, 1)
    few = queries(lambda: home_data(bot.context, person))
    _live_a_while(bot, MOST)
    assert len(home_data(bot.context, "U0AMARA").reports) == MOST
    assert queries(lambda: home_data(bot.context, person)) == few <= most


def test_an_opened_report_takes_as_many_queries_for_ten_amendments_and_actions_as_for_none(bot, queries):
    def open_it() -> None:
        open_incident(bot.context, report.id, by="U0SAFETY", now=bot.clock.now())

    report = bot.report(key="form")
    open_it()  # The first opening marks it as read.
    few = queries(open_it)
    for number in range(10):
        bot.submit(key="form", text=f"Other words {number}")
        bot.agree(report, key=f"action {number}")
    assert queries(open_it) == few
