"""Secrets of others that we must be able to read again, sealed with the key of the installation.

A password is hashed; what we must send or compute with ourselves (the authorization header of a subscriber, the key
of an application) cannot be. It is kept encrypted and authenticated (Fernet: AES-128-CBC with HMAC-SHA256), so that
a copy of the database alone tells nothing. A sealed text is for one purpose: moved to another column it cannot be read.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class SealBroken(Exception):
    """A sealed text was not sealed for this purpose, or under a key that this installation no longer has."""


def seal(purpose: str, text: str) -> str:
    """Encrypt a text under the present key."""
    return sealer(purpose, keys_now()).encrypt(text.encode()).decode()


def unseal(purpose: str, sealed: str) -> str:
    """The text again; earlier keys of the installation are tried too. Raises SealBroken."""
    try:
        return sealer(purpose, keys_now()).decrypt(sealed.encode()).decode()
    except InvalidToken as error:
        raise SealBroken from error


def keys_now() -> tuple[str, ...]:
    """The key of the installation, and those it had before."""
    return (settings.SECRET_KEY, *map(str, settings.SECRET_KEY_FALLBACKS))


@lru_cache(maxsize=64)
def sealer(purpose: str, keys: tuple[str, ...]) -> MultiFernet:
    """What seals for one purpose: a key of its own, derived from each key of the installation."""
    derived = (hmac.new(key.encode(), f"stoep.sealed.{purpose}".encode(), hashlib.sha256).digest() for key in keys)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in derived])
