"""Claim codes. The database knows none: it finds the row of one, and only the code unwraps which report it means."""

import hashlib
import hmac
import os
from collections.abc import Iterator
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.domain.reports.claim_codes import code_from
from storage.engine.transactions import Transaction
from storage.tables.anonymous import ClaimRow

_NONCE_BYTES = 12


def code_for(transaction: Transaction, nonce: str) -> str:
    """The code that the form with this nonce has got, or gets. The same nonce gives the same code."""
    codes = [_made(key, nonce) for key in transaction.claim_keys.making]
    given = [code for code in codes if find(transaction, code)]  # With an older key, if the newest came since.
    return given[0] if given else codes[0]


def add(transaction: Transaction, report_id: UUID, code: str) -> None:
    """From now on this code leads to this report."""
    finder, nonce = next(_finders(transaction, code)), os.urandom(_NONCE_BYTES)
    wrapped = nonce + _cipher(transaction, code).encrypt(nonce, report_id.bytes, finder)
    transaction.insert(ClaimRow, {"finder": finder, "report_wrapped": wrapped})


def find(transaction: Transaction, code: str) -> UUID | None:
    """The report that this code leads to, or None."""
    for finder in _finders(transaction, code):
        row = transaction.get(ClaimRow, finder)
        if row:
            return _unwrapped(transaction, code, row)
    return None


def _unwrapped(transaction: Transaction, code: str, row: ClaimRow) -> UUID | None:
    nonce, sealed = row.report_wrapped[:_NONCE_BYTES], row.report_wrapped[_NONCE_BYTES:]
    try:
        return UUID(bytes=_cipher(transaction, code).decrypt(nonce, sealed, row.finder))
    except InvalidTag:
        return None


def _made(key: bytes, nonce: str) -> str:
    return code_from(hmac.digest(key, nonce.encode(), hashlib.sha256))


def _finders(transaction: Transaction, code: str) -> Iterator[bytes]:
    for key in transaction.claim_keys.finding:
        yield hmac.digest(key, code.encode(), hashlib.sha256)


def _cipher(transaction: Transaction, code: str) -> AESGCM:
    return AESGCM(hmac.digest(transaction.claim_keys.unwrapping, code.encode(), hashlib.sha256))
