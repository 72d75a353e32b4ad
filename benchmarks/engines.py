"""An empty database on each engine that is installed."""

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

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
