"""People for tests: accounts with rights, and a browser that is signed in."""

from __future__ import annotations

from django.http import HttpRequest
from django.test import Client

from stoep.foundation.rows import new_id
from stoep.toegang.actors import SYSTEM, Actor, ActorKind, Grant
from stoep.toegang.commands import create_account, create_rol, grant_rol
from stoep.toegang.models import Account
from stoep.toegang.web.signing_in import open_session

PASSWORD = "een heel lang testwachtwoord"  # noqa: S105


def employee(*rights: str | Grant, name: str = "Noor Bakker") -> Actor:
    """An employee with these rights, without a row in the database."""
    grants = tuple(right if isinstance(right, Grant) else Grant(right) for right in rights)
    return Actor(ActorKind.EMPLOYEE, str(new_id()), name, grants)


def make_account(
    *rights: str | Grant, username: str = "noor", name: str = "Noor Bakker", password: str | None = None
) -> Account:
    """An account with a role of its own that has these rights."""
    first_name, _, last_name = name.partition(" ")
    account = create_account(
        username=username,
        first_name=first_name,
        last_name=last_name,
        email=f"{username}@havendam.example",
        password=password,
        must_change_password=False,
        actor=SYSTEM,
    )
    if rights:
        grants = [right if isinstance(right, Grant) else Grant(right) for right in rights]
        create_rol(code=f"rol-{username}", naam=f"Rol van {name}", rechten=grants, actor=SYSTEM)
        grant_rol(account.pk, rol=f"rol-{username}", actor=SYSTEM)
    account.refresh_from_db()
    return account


def sign_in_client(client: Client, account: Account) -> None:
    """Sign the test client in as this account, second factor included."""
    request = HttpRequest()
    request.session = client.session
    open_session(request, account, means="test")
    request.session.save()
    client.cookies["sessionid"] = request.session.session_key or ""
