"""A file sealed as a whole: AES-256-GCM in chunks, under a key of its own that the keyring seals.

    header   what the file is, its random id, and its own key, sealed and bound to that id
    chunks   each bound to the whole header, to its place, and to whether it is the last

So whatever was changed, moved, left out, put in or cut off is noticed before the end is reached.
"""

import base64
import os
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.engine.encryption import Keyring, SealBroken

CHUNK = 1 << 20
_MAGIC = b"Candour backup 1\n"
_ID_BYTES = 16
_KEY_BYTES = 32
_PLACE_BYTES = 11
_LENGTH_BYTES = 2
_TAG_BYTES = 16


class BackupRefused(Exception):
    """A backup cannot be made or restored. The message says why."""


def seal(source: BinaryIO, into: BinaryIO, keyring: Keyring) -> None:
    """Seal everything that `source` holds."""
    file_id, key = os.urandom(_ID_BYTES), os.urandom(_KEY_BYTES)
    sealed_key = keyring.seal(base64.b64encode(key).decode(), bound_to=_bound(file_id))
    header = _MAGIC + file_id + len(sealed_key).to_bytes(_LENGTH_BYTES) + sealed_key
    into.write(header)
    cipher = AESGCM(key)
    chunks = _chunks(source, CHUNK)
    into.writelines(cipher.encrypt(_nonce(place, last=last), chunk, header) for place, chunk, last in chunks)


def unseal(source: BinaryIO, into: BinaryIO, keyring: Keyring) -> None:
    """Write what was sealed, or raise `BackupRefused`. What was written until then is not to be used."""
    header, cipher = _opened(source, keyring)
    for place, chunk, last in _chunks(source, CHUNK + _TAG_BYTES):
        try:
            into.write(cipher.decrypt(_nonce(place, last=last), chunk, header))
        except InvalidTag:
            raise BackupRefused("The backup was changed or cut short, so it is not used. Take another one.") from None


def _opened(source: BinaryIO, keyring: Keyring) -> tuple[bytes, AESGCM]:
    """The header, and what opens the chunks."""
    if source.read(len(_MAGIC)) != _MAGIC:
        raise BackupRefused("This file is not a backup of Candour's.")
    file_id, length = source.read(_ID_BYTES), source.read(_LENGTH_BYTES)
    sealed_key = source.read(int.from_bytes(length))
    try:
        key = base64.b64decode(keyring.open(sealed_key, bound_to=_bound(file_id)))
    except SealBroken:
        raise BackupRefused(
            "CANDOUR_KEYS is not the key that this backup was sealed with, or its beginning was changed. "
            "Put the right key back; without it nobody can read the backup."
        ) from None
    return _MAGIC + file_id + length + sealed_key, AESGCM(key)


def _chunks(source: BinaryIO, size: int) -> Iterator[tuple[int, bytes, bool]]:
    """Each chunk with its place, and whether it is the last. There is always one."""
    place, chunk = 0, source.read(size)
    while following := source.read(size):
        yield place, chunk, False
        place, chunk = place + 1, following
    yield place, chunk, True


def _nonce(place: int, *, last: bool) -> bytes:
    # Never used twice: the key is the file's own.
    return place.to_bytes(_PLACE_BYTES) + bytes([last])


def _bound(file_id: bytes) -> str:
    return f"backup.key:{file_id.hex()}"
