"""Figures, papers and forums from the database: who may read them, and when a forum is told."""

from datetime import date, timedelta

import pytest

from bot.domain.evidence.figures import Figure, Shown
from bot.domain.evidence.papers import Audience, Measure, Split, Step
from bot.domain.evidence.period import Period, month_of
from bot.domain.incidents.conversation import EntryKind, EntryWords
from bot.domain.reports.report import AtRisk
from bot.domain.service.access import reads_figures
from bot.domain.service.service import PAPER_ROLES, Role
from bot.usecases.actions.answers import complete_action
from bot.usecases.actions.checks import say_it_works
from bot.usecases.evidence.figures import figures_for, figures_of
from bot.usecases.evidence.papers import evidence, evidence_for
from bot.usecases.home import home_data
from bot.usecases.incidents.converse import write_entry
from bot.usecases.incidents.danger import take_danger
from bot.usecases.incidents.open_incident import mark_read
from bot.usecases.incidents.own_report import write_to_own_report
from bot.usecases.permissions import NotForYou
from storage import due
from storage.due import DueTime
from tests.domain.examples import ELM, NOON, OAK, PROOF, QUALITY, a_person, a_service
from tests.usecases.bot_without_slack import at

NOVEMBER = month_of(date(2026, 11, 1), a_service().zone)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def announced(bot):
    return [(each.at, each.target, each.subject["month"]) for each in bot.of_kind("paper_due")]


@pytest.fixture
def forum(bot):
    bot.configure(a_service(forums=(QUALITY,)))
    bot.tick()
    return QUALITY


def test_a_forum_is_told_once_a_month_on_its_working_day(bot, forum):
    for when in ("2026-12-05 09:00", "2026-12-07 08:59", "2026-12-07 09:00", "2026-12-07 09:05", "2027-01-04 10:00"):
        bot.clock.to(at(when))
        bot.tick()
        bot.restart()
    told = at("2026-12-07 09:00")
    assert announced(bot) == [(told, target, "2026-11-01") for target in ("U0SAFETY", "U0BOTH", "C0QUALITY")]
    bot.clock.to(at("2027-01-05 09:00"))
    bot.tick()
    assert [month for _, _, month in announced(bot)[3:]] == ["2026-12-01"] * 3


def test_months_that_were_missed_are_told_once_and_at_once(bot, forum):
    bot.clock.to(at("2026-12-07 09:00"))
    bot.tick()
    bot.clock.to(at("2027-03-20 12:00"))
    bot.restart()
    bot.tick()
    bot.tick()
    assert [month for _, _, month in announced(bot)[3:]] == ["2027-02-01"] * 3


def test_a_forum_that_is_new_is_not_told_of_a_day_that_has_gone(bot):
    bot.configure(a_service(forums=(QUALITY,)))
    for when in ("2026-11-24 12:05", "2026-12-01 09:00"):
        bot.clock.to(at(when))
        bot.tick()
    assert announced(bot) == []


def test_what_was_told_while_the_clock_was_ahead_is_told_again_when_its_time_comes(bot, forum):
    bot.clock.to(at("2026-12-07 09:00"))
    bot.tick()
    bot.clock.to(at("2027-01-05 09:00"))
    bot.tick()
    bot.clock.back(timedelta(days=25))
    bot.restart()
    bot.tick()
    bot.clock.to(at("2027-01-05 09:05"))
    bot.tick()
    assert [month for _, _, month in announced(bot)].count("2026-12-01") == 6
    assert [month for _, _, month in announced(bot)].count("2026-11-01") == 3


def test_a_row_that_comes_for_a_month_that_was_told_tells_nothing(bot, forum):
    with bot.context.database.writing() as transaction:
        due.put_whole_kind(transaction, "paper_due", [DueTime("paper_due", "quality", NOON)])
    assert bot.tick() == 0
    with bot.context.database.reading() as transaction:
        coming = [row.due_at for row in due.coming(transaction, limit=20) if row.kind == "paper_due"]
    assert coming == [at("2026-12-07 09:00")]


def test_a_forum_that_is_gone_is_told_nothing(bot, forum):
    bot.configure(a_service())
    bot.clock.to(at("2026-12-07 09:00"))
    bot.tick()
    assert announced(bot) == []


def test_whoever_stops_signing_before_it_leaves_is_not_told(bot, forum):
    bot.clock.to(at("2026-12-07 09:00"))
    bot.queue_what_is_due()
    bot.configure(a_service(forums=(QUALITY.model_copy(update={"signers": ("U0BOTH",), "channel": None}),)))
    bot.post_all()
    assert [target for _, target, _ in announced(bot)] == ["U0BOTH"]


def test_the_forum_reads_who_has_the_paper_and_a_signer_has_the_button(bot, forum):
    bot.clock.to(at("2026-12-07 09:00"))
    bot.tick()
    to_signer, _, to_forum = bot.of_kind("paper_due")
    assert "Sunita Rao and Bea Lund read and sign it." in to_forum.message.text
    assert "first_page" in str(to_signer.message.blocks)
    assert "first_page" not in str(to_forum.message.blocks)


@pytest.mark.parametrize(
    ("forums", "words"),
    [
        ((QUALITY, QUALITY), "another forum has the same code"),
        ((QUALITY.model_copy(update={"signers": ("U0SAFETY", "U0SAFETY")}),), "signs twice"),
        ((QUALITY.model_copy(update={"signers": ("U0ONCALL",)}),), "one of these roles"),
        ((QUALITY.model_copy(update={"signers": ("U0NOBODY",)}),), "one of these roles"),
    ],
)
def test_forums_that_do_not_fit_are_refused(forums, words):
    with pytest.raises(ValueError, match=words):
        a_service(forums=forums)


def test_exactly_the_roles_that_may_sign_may_read():
    for role in Role:
        service = a_service(
            people=(*a_service().people, a_person(slack_id="U0NEW", roles=frozenset({role}), team="oak"))
        )
        assert reads_figures(service, "U0NEW") is (role in PAPER_ROLES), role


def test_a_forum_is_stored_and_read_again_and_one_without_a_forum_has_none(bot, forum):
    assert bot.context.service.forum("quality") == QUALITY
    assert bot.context.service.forum("other") is None
    bot.configure(a_service())
    assert bot.context.service.forums == ()


def _a_month(bot):
    """Six reports, three with danger of which one is taken, all read; five answered, helped; five actions."""
    sent = [bot.report(key=str(number), kind="violence") for number in range(5)]
    danger = bot.report(key="danger", still_at_risk=AtRisk.YES, kind="violence")
    bot.clock.forward(4 * MINUTE)
    now = bot.clock.now()
    take_danger(bot.context, danger.incident_id, by="U0ONCALL", now=now)
    mark_read(bot.context, [each.id for each in (*sent, danger)], by="U0SAFETY", now=now)
    for number, report in enumerate(sent):
        words = EntryWords(text="The alarm is mended.")
        write_entry(bot.context, report.id, EntryKind.ANSWER, words, key=f"answer {number}", by="U0SAFETY")
        write_to_own_report(
            bot.context, report.id, EntryKind.IT_HELPED, None, by=report.reporter, key=f"helped {number}"
        )
        action = bot.agree(report, key=f"action {number}", due_on=date(2026, 11, 27))
        complete_action(bot.context, action.id, PROOF, by="U0OWNER", now=now + DAY)
        say_it_works(bot.context, action.id, by="U0SAFETY", now=now + 2 * DAY)
    return sent


def test_figures_count_what_the_use_cases_wrote(bot):
    sent = _a_month(bot)
    withdrawn = bot.report(key="withdrawn")
    why = EntryWords(text="Sent by mistake.")
    write_to_own_report(bot.context, withdrawn.id, EntryKind.WITHDRAWAL, why, by=withdrawn.reporter, key="back")
    period, found, _ = figures_for(bot.context, by="U0SAFETY", now=bot.clock.now())
    assert (period.first, period.last) == (date(2026, 10, 26), date(2026, 11, 24))
    assert found[Figure.REPORTS] == Shown(6), "What was taken back does not count."
    assert found[Figure.READ_IN_TIME] == Shown(6, 6)
    assert found[Figure.ANSWERED] == Shown(None, 6), "One is left: that is hidden."
    with bot.context.database.reading() as transaction:
        of_month = figures_of(transaction, bot.context.service, NOVEMBER)
    assert of_month[Figure.ACTIONS_DUE] == Shown(5)
    assert of_month[Figure.DONE_IN_TIME] == of_month[Figure.CHECKED] == Shown(5, 5)
    assert len(sent) == 5


def test_a_paper_counts_what_the_use_cases_wrote(bot):
    _a_month(bot)
    with bot.context.database.reading() as transaction:
        found = evidence(transaction, bot.context.service, NOVEMBER, Audience.GOVERNANCE)
    assert found.breakdowns[Split.KIND].counts == {"violence": 6}
    assert found.steps[Step.READ] == Shown(6, 6)
    assert found.dangers == Shown(None, None), "One danger is few."
    assert found.silent_teams == (ELM.name,)
    assert [each.values for each in found.series if each.measure is Measure.REPORTS] == [(6,)]
    assert OAK.name not in found.silent_teams


def test_a_paper_of_a_service_without_reports_is_empty(bot):
    autumn = Period(date(2026, 9, 1), date(2026, 11, 30), bot.context.service.zone)
    found = evidence_for(bot.context, autumn, by="U0SAFETY", now=NOON)
    assert found.figures[Figure.REPORTS] == Shown(0)
    assert len(found.months) == 3


@pytest.mark.parametrize("person", ["U0AMARA", "U0ONCALL", "U0STRANGER"])
def test_whoever_may_not_read_figures_is_refused_and_that_is_recorded(bot, person):
    for read in (
        lambda: figures_for(bot.context, by=person, now=NOON),
        lambda: evidence_for(bot.context, NOVEMBER, by=person, now=NOON),
    ):
        with pytest.raises(NotForYou):
            read()
    recorded = bot.rows("SELECT actor, subject FROM audit WHERE action = 'access.refused' ORDER BY seq")
    assert recorded == [(person, "figures"), (person, "paper")]


def test_home_shows_numbers_to_whoever_may_read_them_and_to_nobody_else(bot):
    assert home_data(bot.context, "U0SAFETY").figures
    assert home_data(bot.context, "U0AMARA").figures is None
