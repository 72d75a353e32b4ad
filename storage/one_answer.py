"""One answer a person and question, without a list of who answered.

A question has a random key of its own. A person is remembered as a hash with that key, which is deleted together with
the hashes when the question closes: afterwards nobody can ask whether somebody has answered.
"""

import base64
import hashlib
import hmac
import os
from uuid import UUID

import sqlalchemy as sa

from storage.engine.transactions import Transaction, table
from storage.tables.holds import AnswerKeyRow, AnswerMarkRow

_KEY_BYTES = 32
_KEYS, _MARKS = table(AnswerKeyRow), table(AnswerMarkRow)


def begin(transaction: Transaction, question: UUID) -> None:
    """From now on people may answer this question."""
    key = base64.b64encode(os.urandom(_KEY_BYTES)).decode()
    sealed = transaction.seal(key, bound_to=_bound_to(question))
    transaction.insert(AnswerKeyRow, {"id": question, "key_sealed": sealed})


def is_first(transaction: Transaction, question: UUID, person: str) -> bool:
    """Remember that this person answers. False if they have answered before, or if the question has closed."""
    sealed = transaction.core.execute(sa.select(_KEYS.c.key_sealed).where(_KEYS.c.id == question)).scalar()
    if sealed is None:
        return False
    key = base64.b64decode(transaction.unseal(sealed, bound_to=_bound_to(question)))
    mark = hmac.digest(key, person.encode(), hashlib.sha256)
    return bool(transaction.insert_all_once(AnswerMarkRow, [{"question": question, "mark": mark}]))


def end(transaction: Transaction, question: UUID) -> None:
    """Throw away the key of this question, and every hash that was made with it."""
    transaction.core.execute(sa.delete(_MARKS).where(_MARKS.c.question == question))
    transaction.core.execute(sa.delete(_KEYS).where(_KEYS.c.id == question))


def _bound_to(question: UUID) -> str:
    return f"answer_key.key:{question}"
