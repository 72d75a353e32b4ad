"""Tests open a database each, and share what SQLAlchemy has compiled, as one program does from its first day on.

SQLAlchemy keeps compiled statements for each engine, by the identity of its dialect. To compile the same statements
again was a large part of a test's computing.
"""

from typing import Any

from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import Engine
from sqlalchemy.util import LRUCache

_STATEMENTS = 20_000


class _OneForAll:
    """In place of the attribute in which each engine keeps a cache of its own."""

    def __init__(self) -> None:
        self._cache: LRUCache[Any, Any] = LRUCache(_STATEMENTS)

    def __get__(self, engine: object, owner: type) -> LRUCache[Any, Any]:
        return self._cache

    def __set__(self, engine: object, value: object) -> None:
        """What an engine makes for itself is not used."""


def share() -> None:
    """From now on, in this process: one cache for all engines, and dialects of one class are equal."""
    for dialect in (SQLiteDialect_pysqlite, PGDialect_psycopg):
        dialect.__eq__ = _is_of_one_class  # type: ignore[method-assign, assignment]
        dialect.__hash__ = _hash_of_class  # type: ignore[method-assign, assignment]
    Engine._compiled_cache = _OneForAll()  # type: ignore[method-assign]  # noqa: SLF001 - no option of theirs does it


def _is_of_one_class(dialect: object, other: object) -> bool:
    return type(dialect) is type(other)


def _hash_of_class(dialect: object) -> int:
    return hash(type(dialect))
