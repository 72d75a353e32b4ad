"""Home: a person's own reports and actions, and nobody else's."""

from datetime import timedelta

from bot.domain.incidents.conversation import EntryKind, EntryWords
from bot.domain.incidents.incident import IncidentState
from bot.domain.incidents.own_report import Milestone
from bot.usecases import home
from bot.usecases.actions import agree_and_answer
from bot.usecases.home import MOST, HomeData
from bot.usecases.incidents import open_incident
from bot.usecases.incidents.converse import write_entry
from bot.usecases.incidents.own_report import write_to_own_report
from bot.usecases.operations import delivery
from storage import incidents
from tests.domain.examples import NOON

MINUTE = timedelta(minutes=1)


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
    assert [own.report.reference for own in found.reports] == [second.reference, first.reference]
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
    first, second = (home.page_of_reports(bot.context, "U0AMARA", page=page) for page in (0, 1))
    assert [own.report.reference for own in (*first.rows, *second.rows)] == sent[::-1]
    assert (len(first.rows), first.later, second.later) == (home.REPORTS_ON_A_PAGE, True, False)
    agreed = [bot.agree(bot.report(key=f"form {number}"), key=f"action {number}") for number in range(11)]
    one, other = (home.page_of_actions(bot.context, "U0OWNER", page=page) for page in (0, 1))
    assert {action.id for action in (*one.rows, *other.rows)} == {action.id for action in agreed}
    assert (len(one.rows), one.later, other.later) == (home.ACTIONS_ON_A_PAGE, True, False)
    assert home.page_of_actions(bot.context, "U0STRANGER", page=0) == home.ListPage([], 0, later=False)


def _becomes(bot, report, **changes):
    with bot.context.database.writing() as transaction:
        before = incidents.of_report(transaction, report.id)
        incidents.change(transaction, before, before.model_copy(update=changes))


def _opens(bot):
    """As the handler does it: what is new is remembered once it has been shown."""
    now = bot.clock.now()
    news = home.home_data(bot.context, "U0AMARA").news
    if news:
        home.remember_news(bot.context, "U0AMARA", now=now)
    return [(own.report.reference, own.latest[0]) for own in news if own.latest]


def test_each_change_is_news_at_the_first_opening_after_it_and_at_no_other(bot, clock):
    report, other = bot.report(key="form 1"), bot.report(key="form 2")
    bot.submit(key="form 3", by="U0ONCALL")
    assert _opens(bot) == []
    clock.forward(MINUTE)
    open_incident.mark_read(bot.context, [report.id], by="U0SAFETY", now=clock.now())
    clock.forward(MINUTE)
    assert (_opens(bot), _opens(bot)) == ([(report.reference, Milestone.READ)], [])
    changes = (
        (Milestone.TAKEN, {"state": IncidentState.TAKEN, "taken_by": "U0SAFETY", "taken_at": clock.now() + MINUTE}),
        (Milestone.CLOSED, {"state": IncidentState.CLOSED, "unanswered": 0, "closed_at": clock.now() + 2 * MINUTE}),
    )
    for milestone, change in changes:
        clock.forward(MINUTE)
        _becomes(bot, other, **change)
        clock.forward(timedelta(seconds=1))
        assert (_opens(bot), _opens(bot)) == ([(other.reference, milestone)], [])


def test_a_question_an_answer_and_an_action_are_news(bot, clock):
    report = bot.report()
    for kind, milestone in ((EntryKind.QUESTION, Milestone.ASKED), (EntryKind.ANSWER, Milestone.ANSWERED)):
        clock.forward(MINUTE)
        write_entry(bot.context, report.id, kind, EntryWords(text="Words"), key=kind.value, by="U0SAFETY")
        clock.forward(MINUTE)
        assert _opens(bot) == [(report.reference, milestone)]
    clock.forward(MINUTE)
    bot.agree(report)
    clock.forward(MINUTE)
    assert _opens(bot) == [(report.reference, Milestone.ACTION_AGREED)]
    assert _opens(bot) == []


def test_nothing_is_remembered_of_somebody_without_news(bot):
    bot.report()
    _opens(bot)
    assert bot.rows("SELECT person FROM home_visit") == []


def test_a_report_that_was_taken_back_is_marked_in_the_list(bot):
    report = bot.report(key="form 1")
    bot.submit(key="form 2")
    words = EntryWords(text="A misunderstanding")
    write_to_own_report(bot.context, report.id, EntryKind.WITHDRAWAL, words, by="U0AMARA", key="k")
    listed = home.home_data(bot.context, "U0AMARA").reports
    assert {own.report.id: own.taken_back for own in listed}[report.id]
    assert sum(own.taken_back for own in listed) == 1
