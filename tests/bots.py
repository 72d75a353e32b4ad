"""The real bot, started against the sandbox with a database of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot import app
from bot.settings import Settings
from bot.usecases.house import House
from sandbox.people import PeopledWorkspace
from storage.encryption import new_key

SERVICE_FILE = Path(__file__).parent.parent / "sandbox" / "invented" / "service.toml"


def settings_for(workspace: PeopledWorkspace, folder: Path, **changed: object) -> Settings:
    """Settings for this workspace, with a fresh key, short waits, and a database in `folder`."""
    given: dict[str, object] = {
        "slack_api_url": f"{workspace.address}/api/",
        "slack_bot_token": "xoxb-sandbox",
        "slack_app_token": "xapp-sandbox",
        "candour_database_url": f"sqlite:///{folder}/candour.db",
        "candour_keys": f"test:{new_key()}",
        "candour_service_file": SERVICE_FILE,
        "candour_messages_per_minute": 6000,
        "candour_tick_seconds": 0.2,
        "candour_lease_seconds": 3,
        "candour_doubt_seconds": 0.5,
        "candour_look_seconds": 0.1,
        "candour_demo": True,
    }
    return Settings(_env_file=None, **(given | changed))  # type: ignore[arg-type]  # The environment is not asked.


@contextmanager
def running(workspace: PeopledWorkspace, settings: Settings) -> Iterator[House]:
    """The bot, connected, until the block ends."""
    with app.running(settings) as house:
        workspace.wait_for_bot()
        yield house
