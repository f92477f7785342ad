"""Keys and hashes of toegang, all derived from the key of the installation, each for one purpose."""

from __future__ import annotations

import hashlib
import hmac
import logging
import secrets as random_source

from django.conf import settings

from stoep.foundation.sealed import SealBroken, seal, unseal
from stoep.toegang.models import Account, Geheim
from stoep.toegang.rules import tweede_factor

logger = logging.getLogger(__name__)
GEHEIM = "toegang.geheim"
RECOVERY_CODES = 10
RECOVERY_LENGTH = 12
GROUP = 4


def keyed_hash(purpose: str, value: str) -> str:
    """A hash that cannot be guessed back without the key of the installation."""
    return hmac.new(
        settings.SECRET_KEY.encode(), f"stoep.toegang.{purpose}:{value}".encode(), hashlib.sha256
    ).hexdigest()


def hash_of_name(username: str) -> str:
    """Under which hash failures of a user name are counted; the name itself is not kept."""
    return keyed_hash("inlognaam", username)


def hash_of_recovery_code(account: Account, typed: str) -> str:
    """The hash of a recovery code of this account."""
    return keyed_hash("herstelcode", f"{account.pk}:{tweede_factor.normal_recovery_code(typed)}")


def new_salt() -> str:
    """A salt for a new second factor."""
    return random_source.token_hex(20)


def second_factor_secrets(account: Account) -> list[str]:
    """The secret of an account, first under the present key, then under earlier keys of the installation."""
    keys = [settings.SECRET_KEY, *map(str, settings.SECRET_KEY_FALLBACKS)]
    return [tweede_factor.secret_of(account.second_factor_salt, key) for key in keys]


def new_recovery_codes() -> list[str]:
    """Ten codes to print or write down, such as `k7mp-x2qa-9dfe`."""
    return ["-".join(random_word(GROUP) for _ in range(RECOVERY_LENGTH // GROUP)) for _ in range(RECOVERY_CODES)]


def new_temporary_password() -> str:
    """A password that is read out once and must be changed at the first sign-in."""
    return "-".join(random_word(GROUP) for _ in range(4))


def random_word(length: int) -> str:
    """Random characters without those that look alike."""
    return "".join(random_source.choice(tweede_factor.ALPHABET) for _ in range(length))


def new_geheim() -> str:
    """A secret for an application: 43 characters, 256 bits, as much as HS256 can use."""
    return random_source.token_urlsafe(32)


def close_geheim(text: str) -> str:
    """A secret of an application as it is kept."""
    return seal(GEHEIM, text)


def open_geheim(geheim: Geheim) -> bytes:
    """The secret to check a token with. Empty when the installation no longer has the key: then no token is good."""
    try:
        return unseal(GEHEIM, geheim.sealed).encode()
    except SealBroken:
        logger.warning("A secret of an application cannot be read with the present STOEP_SECRET_KEY; renew it.")
        return b""
