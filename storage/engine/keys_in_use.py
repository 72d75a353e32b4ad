"""Which keys a database needs. A key that is dropped too early makes everything unreadable that it sealed.

Each program notes the key that it seals with, as a row of `secret` that this key seals. So a start looks at a few
rows only. A database of an older version has no such rows: there every sealed text is looked through once.
"""

import base64
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlmodel import SQLModel, col, select

from storage.engine.backends import DatabaseRefused
from storage.engine.encryption import SealBroken, key_id_of, seal_prefix
from storage.engine.transactions import Transaction
from storage.tables.base import SecretRow

FINDING = "claim finding"
"""What a key of the keyring is made into, to find the thread of a claim code."""
_NOTED = "key."
"""The names of these rows begin with it."""
_BATCH = 200
_HEADER_BYTES = 34
"""The longest header of a seal: version, length, and an id of 32 letters."""


def raise_if_missing(transaction: Transaction) -> None:
    """Raise `DatabaseRefused` if CANDOUR_KEYS lacks a key that this database needs."""
    needed = noted(transaction) or found_in_seals(transaction)
    missing = sorted(needed - transaction.keyring.key_ids)
    if missing:
        raise DatabaseRefused(
            f"CANDOUR_KEYS lacks the key {' and '.join(missing)}, which sealed a part of this database. "
            "Put it back behind the newest key; without it nobody can read what was reported."
        )


def note(transaction: Transaction) -> None:
    """Remember every key in use, the newest of the keyring included."""
    known = noted(transaction)
    wanted = {transaction.keyring.newest} | (set() if known else found_in_seals(transaction))
    for key_id in sorted(wanted - known):
        _note(transaction, key_id)


def note_first(transaction: Transaction) -> None:
    """The same for a new database, whose secrets this transaction has made: no other key has sealed anything."""
    _note(transaction, transaction.keyring.newest)


def forget_all_but_the_newest(transaction: Transaction) -> None:
    """Every text has been sealed anew: the older keys are needed no longer.

    Only what finds the threads of claim codes given out in their time is kept, sealed with the newest key.
    """
    for key_id, secret in transaction.keyring.derived(FINDING).items():
        if key_id != transaction.keyring.newest:
            name = f"{FINDING}.{key_id}"
            sealed = transaction.seal(base64.b64encode(secret).decode(), bound_to=_bound(name))
            transaction.insert_once(SecretRow(name=name, value_sealed=sealed))
    newest = f"{_NOTED}{transaction.keyring.newest}"
    transaction.exec(
        sa.delete(SecretRow).where(col(SecretRow.name).startswith(_NOTED), col(SecretRow.name) != newest)
    )


def noted(transaction: Transaction) -> set[str]:
    """The ids of the keys that programs have sealed with."""
    names = transaction.exec(select(SecretRow.name).where(col(SecretRow.name).startswith(_NOTED)))
    return {name.removeprefix(_NOTED) for name in names}


def found_in_seals(transaction: Transaction) -> set[str]:
    """The ids of the keys that stand in the headers of sealed texts. A damaged header tells nothing."""
    return {found for column in sealed_columns() for found in _found_in(transaction, column)}


def sealed_columns() -> list[sa.Column[bytes]]:
    """Every column that holds sealed texts."""
    return [
        column
        for table in SQLModel.metadata.sorted_tables
        for column in table.columns
        if column.name.endswith("_sealed")
    ]


class Batch(NamedTuple):
    """How many texts were sealed anew, and the primary key of the last row that was looked at."""

    texts: int
    last: object


def reseal_batch(transaction: Transaction, column: sa.Column[bytes], *, after: object) -> Batch | None:
    """Seal the next texts anew that an older key sealed; None if there are none. One that does not open stays."""
    rows = transaction.core.execute(_older_seals(transaction, column, after)).all()
    texts = 0
    for key, row_id, sealed in rows:
        bound_to = f"{column.table.name}.{column.name.removesuffix('_sealed')}:{row_id}"
        try:
            fresh = transaction.seal(transaction.unseal(sealed, bound_to=bound_to), bound_to=bound_to)
        except SealBroken:
            continue
        transaction.core.execute(sa.update(column.table).where(_key(column) == key).values({column.name: fresh}))
        texts += 1
    return Batch(texts, rows[-1][0]) if rows else None


def _older_seals(transaction: Transaction, column: sa.Column[bytes], after: object) -> sa.Select[Any]:
    key, prefix = _key(column), seal_prefix(transaction.keyring.newest)
    # Text is bound to the id of its row, which is not always the primary key.
    row_id = column.table.c.get("id", key)
    older = sa.func.substr(column, 1, len(prefix), type_=sa.LargeBinary) != prefix
    noted_elsewhere = [sa.not_(key.startswith(_NOTED))] if column.table.name == SecretRow.__tablename__ else []
    chosen = sa.select(key, row_id, column).where(older, *noted_elsewhere).order_by(key).limit(_BATCH)
    return chosen if after is None else chosen.where(key > after)


def _key(column: sa.Column[bytes]) -> sa.Column[Any]:
    (key,) = column.table.primary_key
    return key


def _found_in(transaction: Transaction, column: sa.Column[bytes]) -> set[str]:
    found: set[str] = set()
    while True:
        header = transaction.core.execute(_another_header(column, found)).scalar()
        key_id = key_id_of(bytes(header)) if header else None
        if key_id is None:
            return found
        found.add(key_id)


def _another_header(column: sa.Column[bytes], known: set[str]) -> sa.Select[bytes]:
    """One header with another key than these."""
    others: list[sa.ColumnElement[bool]] = [
        sa.func.substr(column, 1, len(prefix), type_=sa.LargeBinary) != prefix for prefix in map(seal_prefix, known)
    ]
    begins = sa.func.substr(column, 1, 1, type_=sa.LargeBinary) == seal_prefix("")[:1]
    header = sa.func.substr(column, 1, _HEADER_BYTES, type_=sa.LargeBinary)
    if column.table.name == SecretRow.__tablename__:  # These rows say which keys are noted, not which are needed.
        others.append(sa.not_(column.table.c.name.startswith(_NOTED)))
    return sa.select(header).where(begins, *others).limit(1)


def _note(transaction: Transaction, key_id: str) -> None:
    name = f"{_NOTED}{key_id}"
    sealed = transaction.keyring.seal(key_id, bound_to=_bound(name), key_id=key_id)
    transaction.insert_once(SecretRow(name=name, value_sealed=sealed))


def prove(transaction: Transaction) -> None:
    """Raise `DatabaseRefused` if a key has the right id and is another one."""
    chosen = select(SecretRow).where(col(SecretRow.name).startswith(_NOTED))
    for row in transaction.exec(chosen):
        try:
            transaction.unseal(row.value_sealed, bound_to=_bound(row.name))
        except SealBroken:
            raise DatabaseRefused(
                f"CANDOUR_KEYS is not the key that this database was sealed with: {row.name.removeprefix(_NOTED)} "
                "is another one. Put the right key back; without it nobody can read what was reported."
            ) from None


def _bound(name: str) -> str:
    return f"secret.value:{name}"
