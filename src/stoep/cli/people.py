"""`stoep user add`: the first people of an installation, before anybody can sign in."""

from __future__ import annotations

import getpass
import sys

from stoep.cli.access import django
from stoep.cli.errors import CommandRefused
from stoep.config.environment import Environment


def add_user(environment: Environment, *, username: str, name: str, email: str, rollen: list[str]) -> None:
    """Create an account with roles; the password is asked, never given on the command line."""
    with django(environment):
        from django.db import transaction

        from stoep.foundation.errors import DomainError, NotFound
        from stoep.toegang.actors import SYSTEM
        from stoep.toegang.commands.create_account import create_account
        from stoep.toegang.commands.grant_rol import grant_rol
        from stoep.toegang.commands.install_standaardrollen import install_standaardrollen

        first, _, last = name.strip().partition(" ")
        password = ask_password()
        try:
            with transaction.atomic():
                install_standaardrollen(actor=SYSTEM)
                account = create_account(
                    username=username,
                    first_name=first,
                    last_name=last,
                    email=email,
                    password=password,
                    must_change_password=False,
                    actor=SYSTEM,
                )
                for rol in rollen:
                    try:
                        grant_rol(account.pk, rol=rol, actor=SYSTEM)
                    except NotFound as error:
                        raise CommandRefused(f"De rol '{rol}' bestaat niet. Er is niets toegevoegd.") from error
        except DomainError as error:
            raise CommandRefused(str(error)) from error
    print(f"{name} kan nu inloggen als {username}. De tweede factor wordt bij het eerste inloggen gekoppeld.")


def ask_password() -> str:
    """Ask twice at a terminal; otherwise read one line."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("Wachtwoord: ")
    if first != getpass.getpass("Nog een keer: "):
        raise CommandRefused("De twee wachtwoorden zijn niet gelijk. Probeer het opnieuw.")
    return first
