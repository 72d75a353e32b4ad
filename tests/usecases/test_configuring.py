"""Loading the service file: recorded when it changes something, and silent when it does not."""

from bot.usecases import configuring
from storage import service
from tests.domain.examples import ELM, ON_CALL, SAFETY, a_service

CHANGED = a_service(teams=(ELM,), people=(SAFETY, ON_CALL), on_call_phone="01632 960 999")


def _entries(bot):
    return bot.rows("SELECT actor, action, subject, detail FROM audit")


def test_the_first_loading_is_recorded(bot):
    assert _entries(bot) == [("service-file", "service.loaded", "service", "{}")]


def test_the_same_file_changes_and_records_nothing(bot, house, clock):
    assert not configuring.load_service(house.database, a_service(), now=clock.now())
    bot.restart()
    assert len(_entries(bot)) == 1


def test_a_changed_file_is_in_the_tables_and_recorded(bot, house, clock):
    assert configuring.load_service(house.database, CHANGED, now=clock.now())
    with house.database.reading() as work:
        assert service.current(work) == CHANGED
    assert len(_entries(bot)) == 2
