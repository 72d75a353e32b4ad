"""A service that another replica has changed is read again within a tick."""

import pytest

from bot.usecases.service.load import load_service
from bot.usecases.service.refresh import refresh_service
from scheduler.due import Tick
from storage.engine.encryption import Keyring, new_key
from tests.domain.examples import ELM, NOON, OAK, ON_CALL, SAFETY, a_person, a_service
from tests.storage.examples import on_postgresql, queries_of, raw
from tests.usecases.bot_without_slack import Bot, FrozenClock

CHANGED = a_service(on_call_phone="01632 960 999", people=(SAFETY, ON_CALL, a_person(slack_id="U0NEW")))


@pytest.fixture
def replicas(url):
    """Two bots on one database. SQLite has one program at a time."""
    keyring, clock = Keyring.from_text(f"test:{new_key()}"), FrozenClock(NOON)
    bots = [Bot(url, keyring, clock) for _ in range(2)]
    yield bots
    for bot in bots:
        bot.stop()


@on_postgresql
def test_another_replica_uses_the_changed_service_after_its_next_tick(replicas):
    one, other = replicas
    other.tick()
    one.configure(CHANGED)
    assert other.context.service == a_service()
    other.tick()
    assert other.context.service == CHANGED


@on_postgresql
def test_a_team_that_one_replica_adds_is_offered_and_told_by_the_other(replicas):
    one, other = replicas
    one.configure(a_service(teams=(OAK,), people=(SAFETY, a_person(slack_id="U0CALL", roles=ON_CALL.roles))))
    other.tick()
    assert other.context.service.team("elm") is None
    one.configure(a_service())
    other.tick()
    assert other.report(team="elm").team == "elm"
    assert other.context.service.team_of_channel(ELM.channel) == ELM


def test_what_has_not_changed_is_one_look_and_the_service_stays_the_same_object(bot):
    refresh_service(bot.context)
    before = bot.context.service
    with queries_of(bot.context.database) as asked:
        assert not refresh_service(bot.context)
    assert len(asked) == 1
    assert bot.context.service is before


def test_the_first_look_after_a_start_changes_nothing(bot):
    before = bot.context.service
    assert not refresh_service(bot.context)
    assert bot.context.service is before
    assert bot.context.service_version == 1


def test_a_change_is_taken_over_once(bot):
    load_service(bot.context.database, CHANGED, now=NOON)
    assert refresh_service(bot.context)
    assert bot.context.service == CHANGED
    assert not refresh_service(bot.context)


def test_an_older_service_is_read_again_too_as_after_a_restored_backup(bot):
    refresh_service(bot.context)
    load_service(bot.context.database, CHANGED, now=NOON)
    raw(bot.context.database, "UPDATE service SET version = -1")
    assert refresh_service(bot.context)
    assert bot.context.service == CHANGED


def test_a_database_without_a_service_leaves_the_present_one(bot):
    refresh_service(bot.context)
    raw(bot.context.database, "DELETE FROM service")
    assert not refresh_service(bot.context)
    assert bot.context.service == a_service()


def test_a_service_that_cannot_be_read_fails_the_tick_and_what_is_due_is_served_all_the_same(bot, caplog):
    bot.tick()
    action = bot.agree(bot.report())
    raw(bot.context.database, "UPDATE service SET version = version + 1, on_call_phone = ''")
    bot.clock.to(NOON.replace(month=11, day=30, hour=12))
    result = Tick(bot.context)()
    assert result.failed == ["service"]
    assert bot.rows("SELECT kind FROM outbox WHERE kind = 'nudge'") == [("nudge",)]
    assert "the service was not read again: ValidationError" in caplog.text
    assert bot.context.service == a_service()
    assert action.due_on.isoformat() == "2026-12-01"
