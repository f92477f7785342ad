"""Links that open one thing for whoever has them, without a login: signed, and for one purpose."""

from __future__ import annotations

from datetime import timedelta

from django.core import signing
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

from stoep.foundation import clock
from stoep.foundation.errors import NotFound


def signer(purpose: str) -> signing.Signer:
    """The signer of one purpose: a token for one is worthless for another."""
    return signing.Signer(salt=f"stoep.links.{purpose}", sep=".")


def sign(purpose: str, value: str) -> str:
    """A token for `value` that fits in an address. The value can be read by its holder: give an id, never a name."""
    moment = signing.b62_encode(int(clock.now().timestamp()))
    return signer(purpose).sign(f"{urlsafe_base64_encode(value.encode())}.{moment}")


def unsign(purpose: str, token: str, *, max_age: timedelta | int | None = None) -> str:
    """The value of a token. Raises NotFound: tampered with, expired and never given look the same."""
    try:
        encoded, moment = signer(purpose).unsign(token).split(".")
        signed_at = signing.b62_decode(moment)
        value = urlsafe_base64_decode(encoded).decode()
    except (signing.BadSignature, ValueError) as error:
        raise NotFound from error
    if max_age is not None:
        seconds = max_age.total_seconds() if isinstance(max_age, timedelta) else max_age
        if clock.now().timestamp() - signed_at > seconds:
            raise NotFound
    return value
