"""Loading the service file: recorded when it changes something, and silent when it does not."""

import pytest

from bot.usecases.service import load
from storage import service
from tests.domain.examples import BOTH, ELM, OAK, ON_CALL, SAFETY, a_service, a_team
from tests.storage.examples import at_once, raw

CHANGED = a_service(teams=(ELM,), people=(SAFETY, ON_CALL), on_call_phone="01632 960 999")


def _entries(bot):
    return bot.rows("SELECT actor, action, subject, detail FROM audit")


def test_the_first_loading_is_recorded(bot):
    assert _entries(bot) == [("service-file", "service.loaded", "service", "{}")]


def test_the_same_file_changes_and_records_nothing(bot, context, clock):
    assert not load.load_service(context.database, a_service(), now=clock.now())
    bot.restart()
    assert len(_entries(bot)) == 1


def test_a_changed_file_is_in_the_tables_and_recorded(bot, context, clock):
    assert load.load_service(context.database, CHANGED, now=clock.now())
    with context.database.reading() as transaction:
        assert service.current(transaction) == CHANGED
    assert len(_entries(bot)) == 2


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "Alder Mental Health"},
        {"safety_channel": "C0OTHER"},
        {"read_within_working_days": 2},
        {"teams": (ELM, OAK)},
        {"teams": (OAK, a_team(code="elm", name="Elm community team", channel="C0ELM2"))},
        {"people": (SAFETY, BOTH)},
    ],
)
def test_each_change_and_its_undoing_is_loaded_once(bot, changes):
    loadings = [bot.configure(file) for file in (a_service(**changes), a_service(**changes), a_service())]
    assert loadings == [True, False, True]
    assert len(_entries(bot)) == 3


def test_a_team_that_left_the_file_keeps_its_reports(bot):
    report = bot.report(team="oak")
    bot.configure(CHANGED)
    assert bot.rows("SELECT reference, team FROM report") == [(report.reference, "oak")]


def test_the_same_change_loaded_by_several_at_once_is_loaded_once(bot):
    changed: list[bool] = []
    at_once(lambda _: changed.append(bot.configure(CHANGED)), threads=6)
    assert sorted(changed) == [False] * 5 + [True]
    assert len(_entries(bot)) == 2


@pytest.mark.parametrize(
    "laxer",
    [
        "UPDATE person SET slack_id = 'S0ONCALL' WHERE slack_id = 'U0AMARA'",
        "UPDATE team SET time_zone = 'Asia/Gone' WHERE code = 'oak'",
    ],
)
def test_what_the_rules_do_not_allow_any_more_is_replaced_by_the_file(bot, context, clock, laxer):
    with context.database.writing() as transaction:
        transaction.connection().exec_driver_sql(laxer)
    assert load.load_service(context.database, a_service(), now=clock.now())
    with context.database.reading() as transaction:
        assert service.current(transaction) == a_service()


def test_a_file_replaces_what_an_older_program_loaded_and_the_rules_refuse_by_now(bot):
    raw(bot.context.database, "UPDATE team SET name = '   ' WHERE code = 'oak'")
    assert bot.configure(a_service())
    with bot.context.database.reading() as transaction:
        assert service.current(transaction) == a_service()
