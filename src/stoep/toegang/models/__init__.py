"""Accounts of employees, their roles and rights, what guards their sign-in, and the applications that use the APIs."""

from stoep.toegang.models.accounts import (
    Account,
    AccountRol,
    Herstelcode,
    Inlogpoging,
    Recht,
    Rol,
    Rolaanbod,
    normal_username,
)
from stoep.toegang.models.applicaties import Applicatie, Autorisatie, ClientId, Geheim
from stoep.toegang.models.verwerkingen import Verwerking

__all__ = [
    "Account",
    "AccountRol",
    "Applicatie",
    "Autorisatie",
    "ClientId",
    "Geheim",
    "Herstelcode",
    "Inlogpoging",
    "Recht",
    "Rol",
    "Rolaanbod",
    "Verwerking",
    "normal_username",
]
