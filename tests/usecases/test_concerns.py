"""A concern is found by the safety lead, or by the guardian alone; never by whoever leads the team of it."""

import pytest

from bot.domain.evidence.period import latest_days
from bot.domain.incidents.conversation import EntryKind, EntryWords
from bot.domain.reports.types import ReportType
from bot.domain.sensitivity import Sensitivity, strictest
from bot.domain.service.findable import findable
from bot.domain.service.service import Role
from bot.usecases.incidents.own_report import write_to_own_report
from storage import facts, incidents, queue
from storage import figures as counts
from storage.figures import Day
from tests.domain.examples import AMARA, BOTH, ON_CALL, a_person, a_service

LEAD = a_person(slack_id="U0LEAD", name="Lena Moss", roles=frozenset({Role.SAFETY_LEAD}))
TRIAGER = a_person(slack_id="U0SAFETY", name="Sunita Rao", roles=frozenset({Role.SAFETY_TEAM}))
GUARDIAN = a_person(slack_id="U0GUARD", name="Gwen Hale", roles=frozenset({Role.GUARDIAN}))
WARD = a_person(
    slack_id="U0WARD", name="Will Dean", team="oak", roles=frozenset({Role.TEAM_LEAD, Role.SAFETY_DEPUTY})
)
NAMED = {"guardian_name": "Gwen Hale", "guardian_phone": "01632 960 040"}
SERVICE = a_service(people=(AMARA, LEAD, TRIAGER, GUARDIAN, WARD, ON_CALL, BOTH), **NAMED)


@pytest.fixture(autouse=True)
def _service(bot):
    bot.configure(SERVICE)


def concern(bot, *, guardian=False, **answers):
    return bot.report(type=ReportType.CONCERN, for_guardian=guardian, **answers)


def finders_in_queries(bot):
    found = set()
    with bot.context.database.reading() as transaction:
        for person in SERVICE.people:
            page = queue.page(transaction, findable(SERVICE, person.slack_id), queue.QueuePlace())
            found |= {person.slack_id} if page.rows else set()
    return found


def cards(bot):
    bot.post_all()
    return {posted.target for posted in bot.of_kind("card")}


@pytest.mark.parametrize(("guardian", "expected"), [(False, {"U0LEAD"}), (True, {"U0GUARD"})])
def test_one_person_finds_it_and_is_told_of_it(bot, guardian, expected):
    concern(bot, guardian=guardian)
    assert finders_in_queries(bot) == expected
    assert cards(bot) == expected


def test_of_another_team_the_same_deputy_finds_it(bot):
    concern(bot, team="elm")
    assert finders_in_queries(bot) == {"U0LEAD", "U0WARD"}


def test_what_is_added_to_it_is_told_to_its_readers_alone(bot):
    report = concern(bot, guardian=True)
    words = EntryWords(text="There is more")
    write_to_own_report(bot.context, report.id, EntryKind.ADDITION, words, by="U0AMARA", key="entry")
    bot.post_all()
    assert [posted.target for posted in bot.of_kind("reporter_wrote")] == ["U0GUARD"]


def test_other_answers_make_it_stricter_and_never_less_strict(bot):
    report = concern(bot)
    concern(bot, guardian=True)
    assert sensitivity(bot, report) is Sensitivity.GUARDIAN
    concern(bot, text="With other words")
    assert sensitivity(bot, report) is Sensitivity.GUARDIAN
    assert strictest(Sensitivity.GUARDIAN, Sensitivity.RESTRICTED) is Sensitivity.GUARDIAN


def test_it_is_never_counted_by_team(bot):
    concern(bot)
    bot.report(key="another form")
    now = bot.clock.now()
    period = latest_days(1, now=now, zone=SERVICE.zone)
    with bot.context.database.reading() as transaction:
        day = Day(period.starts_at, period.ends_at, period.ends_at)
        assert counts.read_in_time(transaction, ["oak"], [day])["oak"].reports == 1
        found = facts.reports_and_actions(transaction, SERVICE, period).reports
        assert sorted(report.team for report in found) == ["", "oak"]


def sensitivity(bot, report):
    with bot.context.database.writing() as transaction:
        return incidents.of_report(transaction, report.id).sensitivity
