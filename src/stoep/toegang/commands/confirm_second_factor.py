"""Link an authenticator app: show its secret, and confirm it with a first code."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, clock
from stoep.foundation.errors import DomainError
from stoep.toegang.actors import ANONYMOUS
from stoep.toegang.commands.attempts import take_attempts
from stoep.toegang.commands.pass_second_factor import SecondFactorPassed, refuse_code
from stoep.toegang.commands.replace_recovery_codes import renew_recovery_codes
from stoep.toegang.errors import SecondFactorAlreadySet
from stoep.toegang.models import Account
from stoep.toegang.rules.tweede_factor import uri_of
from stoep.toegang.secrets import new_salt, second_factor_secrets

ISSUER = "Stoep"


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What an employee needs to link an app: the secret to type, and the address behind the QR code."""

    secret: str
    uri: str


@transaction.atomic
def begin_second_factor(account_id: UUID) -> Enrolment:
    """Prepare the second factor of an account that has none; asking again gives the same secret."""
    account = Account.objects.locked(account_id)
    if account.has_second_factor:
        raise SecondFactorAlreadySet
    if not account.second_factor_salt:
        account.second_factor_salt = new_salt()
        account.save(update_fields=["second_factor_salt"])
    secret = second_factor_secrets(account)[0]
    return Enrolment(secret, uri_of(secret, username=account.username, issuer=ISSUER))


def confirm_second_factor(account_id: UUID, *, code: str) -> tuple[SecondFactorPassed, list[str]]:
    """Link the app with a first code; answers the recovery codes, which are shown this once."""
    outcome = check_first_code(account_id, code)
    if isinstance(outcome, DomainError):
        raise outcome
    return outcome


@transaction.atomic
def check_first_code(account_id: UUID, code: str) -> tuple[SecondFactorPassed, list[str]] | DomainError:
    """Decide and store, so that a wrong code is counted."""
    account = Account.objects.locked(account_id)
    if account.has_second_factor or not account.second_factor_salt:
        return SecondFactorAlreadySet()
    refusal = refuse_code(account, code, take_attempts(account.username))
    if refusal is not None:
        return refusal
    account.second_factor_since = clock.now()
    account.save(update_fields=["second_factor_since"])
    codes = renew_recovery_codes(account)
    audit.record(ANONYMOUS, "toegang.second_factor_set", subject=account.ref)
    return SecondFactorPassed(account.pk, clock.now(), "totp"), codes
