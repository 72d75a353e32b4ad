"""Opening an incident: for the safety team only, and never without a trace."""

from datetime import timedelta
from uuid import UUID

import pytest

from bot.domain.incidents.own_report import OwnReport
from bot.domain.reports.report import Progress
from bot.usecases import home
from bot.usecases.incidents import open_incident
from bot.usecases.permissions import NotForYou, NotFound

NOBODY = UUID(int=9)


def _open(bot, report_id, *, by="U0SAFETY"):
    return open_incident.open_incident(bot.context, report_id, by=by, now=bot.clock.now())


def _entries(bot):
    return bot.rows("SELECT actor, action, subject FROM audit WHERE action LIKE 'report.open%' ORDER BY seq")


def test_the_safety_team_reads_what_was_written_with_what_was_added_and_agreed(bot, clock):
    report = bot.report(text="The door alarm stayed silent")
    clock.forward(timedelta(minutes=1))
    bot.submit(text="It was another door")
    action = bot.agree(report)
    opened = _open(bot, report.id)
    as_it_is_now = report.model_copy(update={"progress": Progress.ACTION_AGREED})
    [versions] = opened.reports
    assert versions[0][0] == as_it_is_now
    assert [words.text for _, words in versions] == ["The door alarm stayed silent", "It was another door"]
    assert opened.actions == [action]


def test_each_opening_is_recorded_with_who_and_what(bot):
    report = bot.report()
    _open(bot, report.id)
    _open(bot, report.id, by="U0BOTH")
    assert _entries(bot) == [
        ("U0SAFETY", "report.opened", str(report.id)),
        ("U0BOTH", "report.opened", str(report.id)),
    ]


def test_its_reporter_sees_that_it_was_read_once_it_was_shown_and_not_when_it_was_opened(bot):
    report = bot.report()
    assert _open(bot, report.id).reports[0][0][0].progress is Progress.RECEIVED
    assert [each.report.progress for each in home.home_data(bot.context, "U0AMARA").reports] == [Progress.RECEIVED]
    open_incident.mark_read(bot.context, [report.id], by="U0SAFETY", now=bot.clock.now())
    assert [each.report.progress for each in home.home_data(bot.context, "U0AMARA").reports] == [Progress.READ]


@pytest.mark.parametrize(
    "person",
    [
        pytest.param("U0AMARA", id="its own reporter"),
        pytest.param("U0ONCALL", id="somebody on call"),
        pytest.param("U0STRANGER", id="a stranger"),
    ],
)
def test_anyone_else_is_refused_and_the_attempt_is_recorded(bot, person):
    report = bot.report()
    with pytest.raises(NotForYou):
        _open(bot, report.id, by=person)
    assert _entries(bot) == [(person, "report.open.refused", str(report.id))]
    assert home.home_data(bot.context, "U0AMARA").reports == [OwnReport(report=report)]


def test_who_left_the_safety_team_reads_no_more(bot):
    report = bot.report()
    people = tuple(person for person in bot.context.service.people if person.slack_id != "U0SAFETY")
    bot.configure(bot.context.service.model_copy(update={"people": people}))
    with pytest.raises(NotForYou):
        _open(bot, report.id)


def test_a_report_that_does_not_exist_is_not_found_and_a_stranger_does_not_learn_that(bot):
    with pytest.raises(NotFound):
        _open(bot, NOBODY)
    with pytest.raises(NotForYou):
        _open(bot, NOBODY, by="U0STRANGER")
    assert _entries(bot) == [("U0STRANGER", "report.open.refused", str(NOBODY))]
