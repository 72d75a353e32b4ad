"""The name of a confidential reporter: hidden, looked up by the safety lead alone, and seen by the reporter."""

import pytest

from bot.domain.incidents.conversation import EntryKind, EntryWords
from bot.domain.incidents.incident import IncidentReason, IncidentRefused
from bot.domain.reports.name_choice import NameChoice
from bot.domain.service.service import Role
from bot.usecases.incidents.look_up import look_up_name
from bot.usecases.incidents.own_report import my_report
from bot.usecases.permissions import NotForYou
from storage import integrity
from tests.domain.examples import ON_CALL, SAFETY, a_person, a_service

WHY = EntryWords(text="They may be hurt")
LEAD = a_person(slack_id="U0LEAD", name="Lena Moss", roles=frozenset({Role.SAFETY_LEAD}))


def looks_up(bot, report, *, by="U0LEAD", key="look 1"):
    return look_up_name(bot.context, report.id, WHY, key=key, by=by)


@pytest.fixture
def report(bot):
    bot.configure(a_service(people=(SAFETY, ON_CALL, LEAD)))
    return bot.report(name_choice=NameChoice.CONFIDENTIAL)


def test_the_reporter_sees_who_looked_their_name_up_and_why(bot, report):
    assert looks_up(bot, report) == "U0AMARA"
    found = my_report(bot.context, report.id, by="U0AMARA", now=bot.clock.now())
    (entry,) = found.entries
    assert (entry.kind, entry.author) == (EntryKind.NAME_LOOKED_UP, "U0LEAD")
    assert found.words[entry.id] == WHY
    assert [line.by for line in found.time_line if line.what is EntryKind.NAME_LOOKED_UP] == ["U0LEAD"]


def test_each_look_is_recorded_once_however_often_the_form_is_sent(bot, report):
    looks_up(bot, report)
    looks_up(bot, report)
    looks_up(bot, report, key="look 2")
    recorded = bot.rows("SELECT actor, subject FROM audit WHERE action = 'name.looked_up'")
    assert recorded == [("U0LEAD", str(report.id))] * 2


def test_the_safety_team_may_not_look_a_name_up_where_there_is_a_lead(bot, report):
    with pytest.raises(NotForYou):
        looks_up(bot, report, by="U0SAFETY")
    assert bot.rows("SELECT actor, detail FROM audit WHERE action = 'access.refused'") == [
        ("U0SAFETY", '{"act":"look_up_name"}')
    ]
    assert bot.rows("SELECT count(*) FROM entry") == [(0,)]


def test_the_name_of_a_named_report_is_not_looked_up(bot, report):
    named = bot.report(key="form 2")
    with pytest.raises(IncidentRefused) as refusal:
        looks_up(bot, named)
    assert refusal.value.reason is IncidentReason.NO_NAME_TO_LOOK_UP


def test_a_choice_of_name_that_was_changed_by_other_means_is_found(bot, report):
    with bot.context.database.reading() as transaction:
        integrity.verify(transaction)
    bot.execute("UPDATE report SET name_choice = 'named'")
    with bot.context.database.reading() as transaction, pytest.raises(integrity.RowsDiffer):
        integrity.verify(transaction)
