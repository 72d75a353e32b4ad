"""A bot without Slack, started on a Tuesday at noon, with a clock that the test moves."""

import pytest

from storage.encryption import Keyring, new_key
from tests.domain.examples import NOON
from tests.usecases.living import Bot, FrozenClock


@pytest.fixture
def clock():
    return FrozenClock(NOON)


@pytest.fixture
def bot(tmp_path, clock):
    bot = Bot(tmp_path / "candour.db", Keyring.from_text(f"test:{new_key()}"), clock)
    yield bot
    bot.stop()


@pytest.fixture
def house(bot):
    return bot.house
