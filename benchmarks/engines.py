"""An empty database on each engine, and the bot's use cases on it."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from tempfile import TemporaryDirectory

from bot.domain.service.service import Service
from bot.usecases.context import Clock, Context
from bot.usecases.service.load import load_service
from storage.engine import connect
from storage.engine.encryption import Keyring, new_key
from tests import postgres

ENGINES = ("SQLite", "PostgreSQL")


@contextmanager
def database(engine: str) -> Iterator[str]:
    """The address of a database that nobody has used, durable as in service: every COMMIT reaches the disk."""
    if engine == "SQLite":
        with TemporaryDirectory() as folder:
            yield f"sqlite:///{folder}/candour.db"
        return
    programs = postgres.programs()
    if programs is None:
        raise SystemExit(postgres.MISSING)
    with postgres.running(programs, options=postgres.DURABLE) as server, server.database() as url:
        yield url


@contextmanager
def context(engine: str, service: Service, clock: Clock) -> Iterator[Context]:
    """A house with an empty database and this service."""
    keyring = Keyring.from_text(f"bench:{new_key()}")
    with database(engine) as url, closing(connect.make_or_open_database(url, keyring)) as opened:
        load_service(opened, service, now=clock.now())
        yield Context(opened, clock, service)
