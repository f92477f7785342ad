"""The second factor: time-based codes of RFC 6238, and the secret they come from.

The secret is not stored. It follows from the key of the installation and a salt per account, so that
a copy of the database alone is not enough to make codes.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterable
from datetime import datetime

import pyotp

SECONDS_PER_STEP = 30
STEPS_OF_GRACE = 1
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
CODE_LENGTH = 6


def secret_of(salt: str, key: str) -> str:
    """The base32 secret of an account with this salt, in an installation with this key."""
    digest = hmac.new(key.encode(), f"stoep.toegang.tweede-factor:{salt}".encode(), hashlib.sha256).digest()
    return base64.b32encode(digest[:20]).decode("ascii")


def uri_of(secret: str, *, username: str, issuer: str) -> str:
    """The otpauth address that an authenticator app reads from the QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=username, issuer_name=issuer)


def step_of(moment: datetime) -> int:
    """The half minute of this moment, counted from 1970."""
    return int(moment.timestamp()) // SECONDS_PER_STEP


def matching_step(secrets: Iterable[str], code: str, *, moment: datetime, after: int) -> int | None:
    """The step that `code` belongs to, or None. A step up to `after` was used before and never matches.

    One step of grace on both sides, because phones run fast and people type slowly.
    """
    typed = "".join(character for character in code if character.isdigit())
    present = step_of(moment)
    found: int | None = None
    for secret in secrets:
        totp = pyotp.TOTP(secret)
        for step in range(present - STEPS_OF_GRACE, present + STEPS_OF_GRACE + 1):
            matches = hmac.compare_digest(totp.generate_otp(step).encode(), typed.encode())
            if matches and step > after and len(typed) == CODE_LENGTH:
                found = step
    return found


def normal_recovery_code(typed: str) -> str:
    """A recovery code as it is hashed: lower case, without dashes and spaces."""
    return "".join(character for character in typed.lower() if character in ALPHABET)
