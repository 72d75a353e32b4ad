"""Seals everything anew with the newest key, so that the older ones are needed no longer."""

from datetime import datetime
from typing import NamedTuple

from bot.usecases.context import BACKGROUND_SECONDS
from storage import audit
from storage.audit import AuditEvent
from storage.engine import keys_in_use
from storage.engine.transactions import Database


class Resealed(NamedTuple):
    """How many texts were sealed anew, and which keys are needed as well as the newest, if some do not open."""

    texts: int
    still_needed: list[str]


def reseal(database: Database, *, now: datetime) -> Resealed:
    """It may break off and be started again: what has been sealed anew is not sealed again."""
    newest = database.keyring.newest
    texts = sum(_reseal_column(database, place) for place in range(len(keys_in_use.sealed_columns())))
    with database.writing(wait=BACKGROUND_SECONDS) as transaction:
        still_needed = sorted(keys_in_use.found_in_seals(transaction) - {newest})
        if not still_needed:
            keys_in_use.forget_all_but_the_newest(transaction)
        count = str(texts)
        audit.add(transaction, actor="operator", event=AuditEvent.KEYS_RESEALED, subject=newest, at=now, texts=count)
    return Resealed(texts, still_needed)


def _reseal_column(database: Database, place: int) -> int:
    """Each batch is a transaction of its own, so that others can write in between."""
    column, after, texts = keys_in_use.sealed_columns()[place], None, 0
    while True:
        with database.writing(wait=BACKGROUND_SECONDS) as transaction:
            batch = keys_in_use.reseal_batch(transaction, column, after=after)
        if batch is None:
            return texts
        after, texts = batch.last, texts + batch.texts
