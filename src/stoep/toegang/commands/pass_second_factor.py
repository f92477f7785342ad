"""The second step of signing in: the code of the app, or a recovery code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, clock
from stoep.foundation.errors import DomainError
from stoep.toegang.actors import ANONYMOUS
from stoep.toegang.commands.attempts import forget_failures, refusal_if_locked, store_failure, take_attempts
from stoep.toegang.errors import CodeRefused
from stoep.toegang.models import Account, Inlogpoging
from stoep.toegang.rules.tweede_factor import matching_step
from stoep.toegang.secrets import hash_of_recovery_code, second_factor_secrets


@dataclass(frozen=True, slots=True)
class SecondFactorPassed:
    """Proof that somebody just passed the second factor: what opens a session."""

    account_id: UUID
    moment: datetime
    means: str


def pass_second_factor(account_id: UUID, *, code: str) -> SecondFactorPassed:
    """Check the code of the app. A code works once; failures are kept although this refuses."""
    outcome = check_code(account_id, code)
    if isinstance(outcome, DomainError):
        raise outcome
    return outcome


@transaction.atomic
def check_code(account_id: UUID, code: str) -> SecondFactorPassed | DomainError:
    """Decide and store; the refusal is answered, not raised."""
    account = Account.objects.locked(account_id)
    attempts = take_attempts(account.username)
    if not account.has_second_factor or not account.is_active:
        return CodeRefused()
    refusal = refuse_code(account, code, attempts)
    if refusal is not None:
        return refusal
    forget_failures(attempts)
    return SecondFactorPassed(account.pk, clock.now(), "totp")


def pass_with_recovery_code(account_id: UUID, *, code: str) -> SecondFactorPassed:
    """Use up one recovery code instead of the app."""
    outcome = check_recovery_code(account_id, code)
    if isinstance(outcome, DomainError):
        raise outcome
    return outcome


@transaction.atomic
def check_recovery_code(account_id: UUID, code: str) -> SecondFactorPassed | DomainError:
    """Decide and store; the refusal is answered, not raised."""
    account = Account.objects.locked(account_id)
    attempts = take_attempts(account.username)
    locked = refusal_if_locked(attempts)
    if locked is not None:
        return locked
    herstelcode = account.herstelcodes.filter(
        code_hash=hash_of_recovery_code(account, code), used_at__isnull=True
    ).first()
    if herstelcode is None or not account.has_second_factor or not account.is_active:
        return refuse_and_count(account, attempts)
    herstelcode.used_at = clock.now()
    herstelcode.save(update_fields=["used_at"])
    forget_failures(attempts)
    audit.record(ANONYMOUS, "toegang.recovery_code_used", subject=account.ref)
    return SecondFactorPassed(account.pk, clock.now(), "herstelcode")


def refuse_code(account: Account, code: str, attempts: Inlogpoging) -> DomainError | None:
    """None when the code is right, and then it is used up; else the refusal, counted."""
    locked = refusal_if_locked(attempts)
    if locked is not None:
        return locked
    step = matching_step(second_factor_secrets(account), code, moment=clock.now(), after=account.last_code_step)
    if step is None:
        return refuse_and_count(account, attempts)
    account.last_code_step = step
    account.save(update_fields=["last_code_step"])
    return None


def refuse_and_count(account: Account, attempts: Inlogpoging) -> DomainError:
    """Count a wrong code as a failed sign-in."""
    locked_now = store_failure(attempts)
    audit.record(ANONYMOUS, "toegang.sign_in_locked" if locked_now else "toegang.code_refused", subject=account.ref)
    return CodeRefused()
