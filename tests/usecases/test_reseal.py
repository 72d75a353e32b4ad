"""After a change of the key everything is sealed anew; only then may the old key go."""

from datetime import timedelta

import pytest

from bot.usecases.operations import reseal, trail
from storage.engine import connect, keys_in_use
from storage.engine.backends import DatabaseRefused
from storage.engine.encryption import Keyring, new_key
from tests.domain.examples import NOON
from tests.storage.examples import raw
from tests.usecases.bot_without_slack import Bot, FrozenClock

OLD, NEW = f"old:{new_key()}", f"new:{new_key()}"
LATER = NOON + timedelta(days=1)


@pytest.fixture
def old(url):
    """What a bot kept under the old key: reports with changes, actions, messages that wait."""
    bot = Bot(url, Keyring.from_text(OLD), FrozenClock(NOON))
    for number in range(3):
        report = bot.report(key=f"form {number}")
    bot.submit(key="form 0", text="It was the fire door")
    bot.agree(report, measure="An alarm is tested each week")
    bot.stop()
    return bot


@pytest.fixture
def rotated(url, old, monkeypatch):
    """The same with a new key in front; several batches are needed."""
    monkeypatch.setattr(keys_in_use, "_BATCH", 2)
    database = connect.open_database(url, Keyring.from_text(f"{NEW},{OLD}"))
    yield database
    database.close()


def test_everything_is_sealed_anew_and_the_old_key_may_go(rotated, url):
    resealed = reseal.reseal(rotated, now=LATER)
    assert (resealed.texts > 10, resealed.still_needed) == (True, [])
    alone = connect.open_database(url, Keyring.from_text(NEW))
    assert trail.broken_trail(alone) is None
    with alone.reading() as transaction:
        assert keys_in_use.noted(transaction) == keys_in_use.found_in_seals(transaction) == {"new"}
    alone.close()


def test_until_then_the_old_key_stays(rotated, url):
    with pytest.raises(DatabaseRefused, match="lacks the key old"):
        connect.open_database(url, Keyring.from_text(NEW))


def test_sealing_anew_twice_seals_once(rotated):
    assert reseal.reseal(rotated, now=LATER).texts > 0
    assert reseal.reseal(rotated, now=LATER).texts == 0


def test_a_text_that_does_not_open_keeps_its_key_needed(rotated, url):
    raw(rotated, "UPDATE amendment SET narrative_sealed = (SELECT change_sealed FROM action)")
    assert reseal.reseal(rotated, now=LATER).still_needed == ["old"]
    with pytest.raises(DatabaseRefused, match="lacks the key old"):
        connect.open_database(url, Keyring.from_text(NEW))
