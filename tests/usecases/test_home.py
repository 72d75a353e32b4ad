"""Home: a person's own reports and actions, and nobody else's."""

from datetime import timedelta

from bot.usecases import home
from bot.usecases.actions import agree_and_answer
from bot.usecases.home import MOST, HomeData
from bot.usecases.operations import delivery
from tests.domain.examples import NOON


def test_a_new_person_finds_nothing(context):
    assert home.home_data(context, "U0STRANGER") == HomeData(reports=[], actions=[], undelivered=0)


def test_a_person_finds_their_own_reports_the_newest_first_and_their_own_actions(bot, clock):
    first = bot.report(key="form 1")
    clock.forward(timedelta(minutes=1))
    second = bot.report(key="form 2")
    bot.submit(key="form 3", by="U0ONCALL")
    done, open_ = bot.agree(first, key="action 1"), bot.agree(first, key="action 2")
    bot.agree(first, key="action 3", owner="U0ONCALL")
    done = agree_and_answer.complete_action(bot.context, done.id, by="U0OWNER", now=NOON)
    found = home.home_data(bot.context, "U0AMARA")
    assert [report.reference for report in found.reports] == [second.reference, first.reference]
    assert found.actions == []
    assert home.home_data(bot.context, "U0OWNER").actions == [open_, done]


def test_there_is_one_more_than_is_shown(bot):
    report = bot.report(key="form 0")
    for number in range(1, 15):
        bot.submit(key=f"form {number}")
        bot.agree(report, key=f"action {number}")
    assert len(home.home_data(bot.context, "U0AMARA").reports) == MOST
    assert len(home.home_data(bot.context, "U0OWNER").actions) == MOST


def test_messages_that_did_not_arrive_are_counted_for_the_safety_team_only(bot):
    bot.submit()
    card = bot.next_message()
    delivery.give_up(bot.context, card, error="is_archived")
    assert home.home_data(bot.context, "U0SAFETY").undelivered == 1
    assert home.home_data(bot.context, "U0AMARA").undelivered == 0
    assert home.home_data(bot.context, "U0ONCALL").undelivered == 0


def test_all_of_a_person_s_own_things_are_read_page_by_page(bot, clock):
    sent = []
    for number in range(home.REPORTS_ON_A_PAGE + 1):
        clock.forward(timedelta(minutes=1))
        sent.append(bot.report(key=f"form {number}").reference)
    first, second = (home.own_reports(bot.context, "U0AMARA", page=page) for page in (0, 1))
    assert [report.reference for report in (*first.rows, *second.rows)] == sent[::-1]
    assert (len(first.rows), first.later, second.later) == (home.REPORTS_ON_A_PAGE, True, False)
    agreed = [bot.agree(bot.report(key=f"form {number}"), key=f"action {number}") for number in range(11)]
    one, other = (home.own_actions(bot.context, "U0OWNER", page=page) for page in (0, 1))
    assert {action.id for action in (*one.rows, *other.rows)} == {action.id for action in agreed}
    assert (len(one.rows), one.later, other.later) == (home.ACTIONS_ON_A_PAGE, True, False)
    assert home.own_actions(bot.context, "U0STRANGER", page=0) == home.ListPage([], 0, later=False)
