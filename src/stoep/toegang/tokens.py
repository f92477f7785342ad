"""Reading the token with which an application says who it is: a JWT of the ZGW norm (HS256, a secret per client id).

Pure and quick (some ten microseconds): it is on the path of every request of every API.
"""

from __future__ import annotations

import hmac
import re
from binascii import a2b_base64, b2a_base64
from collections.abc import Callable, Collection
from datetime import datetime
from functools import lru_cache
from math import isfinite

import msgspec

from stoep.toegang.errors import (
    NotAuthenticated,
    TokenExpired,
    TokenNotYetValid,
    TokenRefused,
    TokenSignatureWrong,
    TokenUnreadable,
)

MOST_BYTES = 8192
LONGEST_AGE = 3600
SKEW = 60
LONGEST_NAME = 255
TOKEN = re.compile(rb"[Bb][Ee][Aa][Rr][Ee][Rr] +(([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+))\.([A-Za-z0-9_-]+) *")
TO_STANDARD = bytes.maketrans(b"-_", b"+/")
TO_URLSAFE = bytes.maketrans(b"+/", b"-_")

SecretOf = Callable[[str], Collection[bytes]]


class Claims(msgspec.Struct, frozen=True):
    """What a token says, once it is believed. The user is for the audittrail; it decides nothing."""

    client_id: str
    issued_at: float
    user_id: str = ""
    user_representation: str = ""


class Kop(msgspec.Struct):
    """The header of a token; `crit` names extensions that we would have to understand."""

    alg: str
    typ: str
    crit: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET


class Payload(msgspec.Struct):
    """The payload of a token, as clients write it."""

    iat: int | float
    client_id: str | None = None
    iss: str | None = None
    exp: int | float | None = None
    nbf: int | float | None = None
    user_id: str | int | None = None
    user_representation: str | int | None = None


read_kop = msgspec.json.Decoder(Kop).decode
read_payload = msgspec.json.Decoder(Payload).decode


def read_token(header: bytes | str | None, now: datetime, secret_of: SecretOf, *, skew: int = SKEW) -> Claims:
    """Read the Authorization header. Raises a TokenRefused that says what is wrong, and nothing else.

    `secret_of` gives the secrets that a client id has now; none when it is unknown. An unknown client id gets the
    answer of a wrong signature, after the same work.
    """
    if not header:
        raise NotAuthenticated
    signed, payload, signature = parts_of(header)
    claims = decode(payload)
    client_id = claims.iss if claims.client_id is None else claims.client_id
    if not client_id or claims.iss not in (None, client_id):
        raise TokenUnreadable
    known = False
    for secret in secret_of(client_id) or (b"",):
        expected = b2a_base64(hmac.digest(secret, signed, "sha256"), newline=False).rstrip(b"=").translate(TO_URLSAFE)
        known |= hmac.compare_digest(expected, signature) and secret != b""
    if not known:
        raise TokenSignatureWrong
    check_moment(claims, now.timestamp(), skew)
    return Claims(client_id, claims.iat, readable(claims.user_id), readable(claims.user_representation))


def parts_of(header: bytes | str) -> tuple[bytes, bytes, bytes]:
    """What is signed, the payload in it, and the signature. Raises TokenUnreadable, also for another algorithm."""
    if len(header) > MOST_BYTES:
        raise TokenUnreadable
    if isinstance(header, str):
        if not header.isascii():
            raise TokenUnreadable
        header = header.encode("ascii")
    match = TOKEN.fullmatch(header)
    if match is None or not is_hs256(match[2]):
        raise TokenUnreadable
    return match[1], match[3], match[4]


@lru_cache(maxsize=128)
def is_hs256(encoded: bytes) -> bool:
    """Answer whether this is the header of a JWT with HS256 and nothing else. Few headers exist, so it is remembered."""
    try:
        kop = read_kop(from_base64(encoded))
    except (msgspec.MsgspecError, RecursionError, ValueError):
        return False
    return kop.alg == "HS256" and kop.typ.upper() == "JWT" and kop.crit is msgspec.UNSET


def decode(encoded: bytes) -> Payload:
    """Read a payload. Raises TokenUnreadable."""
    try:
        return read_payload(from_base64(encoded))
    except (msgspec.MsgspecError, RecursionError, ValueError) as error:
        raise TokenUnreadable from error


def from_base64(encoded: bytes) -> bytes:
    """Decode base64url without its padding. Raises ValueError."""
    return a2b_base64(encoded.translate(TO_STANDARD) + b"=" * (-len(encoded) % 4), strict_mode=True)


def check_moment(claims: Payload, now: float, skew: int) -> None:
    """Refuse a token that is older than an hour, or from the future; clocks may differ a little."""
    moments = [moment for moment in (claims.iat, claims.exp, claims.nbf) if moment is not None]
    if not all(isfinite(moment) for moment in moments if isinstance(moment, float)):
        raise TokenUnreadable
    if claims.iat < now - LONGEST_AGE - skew or (claims.exp is not None and claims.exp <= now - skew):
        raise TokenExpired
    if claims.iat > now + skew or (claims.nbf is not None and claims.nbf > now + skew):
        raise TokenNotYetValid


def readable(name: str | int | None) -> str:
    """How a user is written down: without characters that no log or database can hold, and not too long."""
    text = "" if name is None else str(name)[:LONGEST_NAME]
    return text if text.isprintable() else "".join(character for character in text if character.isprintable())


def sign_token(
    client_id: str, secret: bytes, now: datetime, *, user_id: str = "", user_representation: str = ""
) -> str:
    """A token as an application makes it: for tests, and for what Stoep itself asks of another installation."""
    payload: dict[str, object] = {"iss": client_id, "iat": int(now.timestamp()), "client_id": client_id}
    payload |= {"user_id": user_id, "user_representation": user_representation}
    parts = [to_base64(msgspec.json.encode(part)) for part in ({"typ": "JWT", "alg": "HS256"}, payload)]
    signed = b".".join(parts)
    return b".".join([signed, to_base64(hmac.digest(secret, signed, "sha256"))]).decode()


def to_base64(raw: bytes) -> bytes:
    """Encode as base64url without padding."""
    return b2a_base64(raw, newline=False).rstrip(b"=").translate(TO_URLSAFE)


__all__ = ["Claims", "TokenRefused", "read_token", "sign_token"]
