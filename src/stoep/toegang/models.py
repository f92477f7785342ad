"""Accounts of employees, their roles and rights."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models

from stoep.foundation.rows import new_id


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by user name."""

    def get_by_natural_key(self, username: str | None) -> Account:
        """Find by user name, whatever the case in which it was typed."""
        return self.get(username__iexact=username)


class Account(AbstractBaseUser, PermissionsMixin):
    """How one employee signs in."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    username = models.CharField("gebruikersnaam", max_length=150, unique=True)
    first_name = models.CharField("voornaam", max_length=150, blank=True)
    last_name = models.CharField("achternaam", max_length=150, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    is_active = models.BooleanField("actief", default=True)
    is_staff = models.BooleanField("mag in het cms", default=False)
    date_joined = models.DateTimeField("aangemaakt op", auto_now_add=True)

    objects = AccountManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["email"]

    def get_full_name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip() or self.username

    def get_short_name(self) -> str:
        """First name."""
        return self.first_name or self.username
