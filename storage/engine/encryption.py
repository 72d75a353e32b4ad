"""Free text is sealed with AES-256-GCM: a random nonce, the key's id, and the identity of its row bound in.

A sealed text that is moved to another row or column does not open.
"""

import base64
import binascii
import hashlib
import hmac
import os
import re

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_VERSION = b"\x01"
_NONCE_BYTES = 12
_KEY_BYTES = 32
_KEY_ID = re.compile(r"[A-Za-z0-9]{1,32}")  # Too short for a key, which a message must never hold.


class KeysRefused(Exception):
    """The keys cannot be used. The message says why, and never holds a key."""


class SealBroken(Exception):
    """A sealed text does not open: the key is another one, or the text was moved or changed."""


def new_key() -> str:
    """A fresh random key in the form that `CANDOUR_KEYS` takes, without its id."""
    return base64.urlsafe_b64encode(os.urandom(_KEY_BYTES)).decode()


class Keyring:
    """The keys by id. The first one seals; every one opens."""

    def __init__(self, keys: dict[str, bytes]) -> None:
        self._ciphers = {key_id: AESGCM(key) for key_id, key in keys.items()}
        self._keys = dict(keys)
        self.newest = next(iter(keys))
        self.key_ids = frozenset(keys)

    @classmethod
    def from_text(cls, text: str) -> "Keyring":
        """Read `id:key,id:key`, newest first, or raise `KeysRefused`."""
        keys: dict[str, bytes] = {}
        for part in filter(None, (part.strip() for part in text.split(","))):
            key_id, separator, encoded = part.partition(":")
            if not separator or not _KEY_ID.fullmatch(key_id) or key_id in keys:
                raise KeysRefused("CANDOUR_KEYS must look like id:key,id:key with a different id for each key.")
            keys[key_id] = _decoded(key_id, encoded)
        if not keys:
            raise KeysRefused("CANDOUR_KEYS is empty. Make a key with: python -m bot keys")
        return cls(keys)

    def derived(self, purpose: str) -> dict[str, bytes]:
        """A secret for this purpose from each key, by the key's id, the newest first. It is stored nowhere."""
        label = f"candour-derived-1:{purpose}".encode()
        return {key_id: hmac.digest(key, label, hashlib.sha256) for key_id, key in self._keys.items()}

    def seal(self, plain: str, *, bound_to: str, key_id: str = "") -> bytes:
        """Encrypt `plain` for the place named `bound_to` (table.column:row), with the newest key or the one named."""
        nonce = os.urandom(_NONCE_BYTES)
        chosen = key_id or self.newest
        return seal_prefix(chosen) + nonce + self._ciphers[chosen].encrypt(nonce, plain.encode(), bound_to.encode())

    def open(self, sealed: bytes, *, bound_to: str) -> str:
        """The text that was sealed for `bound_to`, or raise `SealBroken`."""
        key_end = 2 + int.from_bytes(sealed[1:2])
        cipher = self._ciphers.get(sealed[2:key_end].decode(errors="replace"))
        if sealed[:1] != _VERSION or cipher is None:
            raise SealBroken("sealed with a key that is not in CANDOUR_KEYS")
        nonce, body = sealed[key_end : key_end + _NONCE_BYTES], sealed[key_end + _NONCE_BYTES :]
        if len(nonce) < _NONCE_BYTES:
            raise SealBroken("the text was cut short")
        try:
            return cipher.decrypt(nonce, body, bound_to.encode()).decode()
        except InvalidTag:
            raise SealBroken("the key is another one, or the text was moved or changed") from None


def seal_prefix(key_id: str) -> bytes:
    """How every text begins that was sealed with this key."""
    return _VERSION + bytes([len(key_id)]) + key_id.encode()


def key_id_of(sealed: bytes) -> str | None:
    """The id of the key that sealed this, or None if its beginning is damaged."""
    key_id = sealed[2 : 2 + int.from_bytes(sealed[1:2])].decode(errors="replace")
    whole = _KEY_ID.fullmatch(key_id) and sealed.startswith(seal_prefix(key_id))
    return key_id if whole else None


def _decoded(key_id: str, encoded: str) -> bytes:
    try:
        key = base64.b64decode(encoded.strip().encode(), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise KeysRefused(f"The key {key_id} in CANDOUR_KEYS is not base64.") from None
    if len(key) != _KEY_BYTES:
        raise KeysRefused(f"The key {key_id} in CANDOUR_KEYS has {len(key)} bytes; it needs {_KEY_BYTES}.")
    return key
