"""Which engine an address names."""

from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from storage.engine.backends import Backend, DatabaseRefused
from storage.engine.postgresql import PostgreSQL
from storage.engine.sqlite import SQLite

_EXAMPLES = (
    "CANDOUR_DATABASE_URL must name a SQLite file, such as sqlite:///data/candour.db, or a PostgreSQL database, "
    "such as postgresql+psycopg://candour@db.example/candour"
)


def choose_backend(url: str) -> Backend:
    """The engine for this address, or raise `DatabaseRefused`."""
    try:
        parts = make_url(url)
    except (ArgumentError, ValueError):
        raise DatabaseRefused(_EXAMPLES) from None
    if parts.drivername == "postgresql+psycopg" and parts.database:
        return PostgreSQL(url)
    if parts.drivername == "sqlite" and not parts.host and parts.database and parts.database != ":memory:":
        return SQLite(Path(parts.database))
    raise DatabaseRefused(_EXAMPLES)
