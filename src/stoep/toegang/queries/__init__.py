"""Reading accounts, roles and applications, and what they may."""

from stoep.toegang.queries.accounts import (
    accounts_that_may,
    actor_of,
    get_account,
    get_rol,
    list_accounts,
    list_rollen,
    locked_until,
)
from stoep.toegang.queries.applicaties import (
    Client,
    actor_of_applicatie,
    actor_of_token,
    get_applicatie,
    known_clients,
    list_applicaties,
)
from stoep.toegang.queries.grants import condition_of, limit_to_grants

__all__ = [
    "Client",
    "accounts_that_may",
    "actor_of",
    "actor_of_applicatie",
    "actor_of_token",
    "condition_of",
    "get_account",
    "get_applicatie",
    "get_rol",
    "known_clients",
    "limit_to_grants",
    "list_accounts",
    "list_applicaties",
    "list_rollen",
    "locked_until",
]
