"""Keys may not lie beside the data: whoever copies that folder could read every report."""

from bot.settings import Settings
from storage.engine.backends import DatabaseRefused
from storage.engine.choose import choose_backend

_LARGEST_KEY_FILE = 100_000


def refuse_keys_beside_the_data(settings: Settings) -> None:
    """Raise `DatabaseRefused` if a file in the database's folder holds a key. Only the demo may do that."""
    if settings.candour_demo:
        return
    keys = [part.partition(":")[2].strip() for part in settings.candour_keys.get_secret_value().split(",")]
    folder = choose_backend(settings.candour_database_url).folder
    for path in folder.iterdir() if folder else ():
        if path.is_file() and path.stat().st_size < _LARGEST_KEY_FILE:
            text = path.read_bytes().decode(errors="ignore")
            if any(key and key in text for key in keys):
                raise DatabaseRefused(
                    f"{path.name} holds the key and lies in the database's folder. Whoever copies that folder can "
                    "read every report. Keep the database in a folder of its own."
                )
