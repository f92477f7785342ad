"""Accounts of employees, their roles and rights, and what guards their sign-in."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from stoep.foundation import clock
from stoep.foundation.errors import NotFound
from stoep.foundation.ref import Ref
from stoep.foundation.rows import Row, RowQuerySet, new_id
from stoep.toegang.actors import Grant, Vertrouwelijkheid


class AccountQuerySet(RowQuerySet["Account"]):
    """Queries on accounts."""

    def active(self) -> AccountQuerySet:
        """Accounts that may sign in."""
        return self.filter(is_active=True)

    def named(self, username: str) -> Account:
        """The account with this user name, however it was typed. Raises NotFound."""
        try:
            return self.get(username=normal_username(username))
        except Account.DoesNotExist as error:
            raise NotFound from error


class AccountManager(BaseUserManager["Account"].from_queryset(AccountQuerySet)):  # type: ignore[misc]
    """Finds accounts by user name."""

    def get_by_natural_key(self, username: str | None) -> Account:
        """Find by user name, whatever the case in which it was typed."""
        account: Account = self.get(username=normal_username(username or ""))
        return account


def normal_username(typed: str) -> str:
    """How a user name is stored: without spaces around it, in lower case."""
    return Account.normalize_username(typed.strip()).lower()


class Account(AbstractBaseUser, PermissionsMixin):
    """How one employee signs in."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    username = models.CharField(_("gebruikersnaam"), max_length=150, unique=True)
    first_name = models.CharField(_("voornaam"), max_length=150, blank=True)
    last_name = models.CharField(_("achternaam"), max_length=150, blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)
    is_active = models.BooleanField(_("actief"), default=True)
    is_staff = models.BooleanField(_("mag in het cms"), default=False)
    date_joined = models.DateTimeField(_("aangemaakt op"), default=clock.now)
    must_change_password = models.BooleanField(_("moet een eigen wachtwoord kiezen"), default=False)
    password_changed_at = models.DateTimeField(_("wachtwoord gewijzigd op"), null=True, blank=True)
    # The secret of the second factor is never stored: it follows from this salt and the key of the installation.
    second_factor_salt = models.CharField(max_length=64, blank=True)
    second_factor_since = models.DateTimeField(_("tweede factor sinds"), null=True, blank=True)
    last_code_step = models.BigIntegerField(default=0)
    session_version = models.PositiveIntegerField(default=0)

    objects = AccountManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["email"]

    class Meta:
        ordering = ["last_name", "first_name"]
        constraints = [
            models.CheckConstraint(condition=models.Q(username=Lower("username")), name="account_username_lower"),
        ]

    def get_full_name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip() or self.username

    def get_short_name(self) -> str:
        """First name."""
        return self.first_name or self.username

    @property
    def ref(self) -> Ref:
        """How the logs name this account: as the employee who acts with it."""
        return Ref("medewerker", str(self.pk))

    @property
    def has_second_factor(self) -> bool:
        """Whether the employee linked an authenticator app."""
        return self.second_factor_since is not None

    def _get_session_auth_hash(self, secret: str | bytes | None = None) -> str:
        """Sessions end when the password changes or the version is raised (sign out everywhere)."""
        value = f"{self.session_version}:{self.password}"
        return salted_hmac("stoep.toegang.session", value, secret=secret, algorithm="sha256").hexdigest()


class Herstelcode(Row):
    """One recovery code, for whoever lost their phone; only its hash is kept, and it works once."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="herstelcodes")
    code_hash = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "code_hash"], name="herstelcode_once")]


class Inlogpoging(Row):
    """How often signing in under one name failed. The name is hashed and need not exist.

    Counting names instead of accounts makes an unknown name answer exactly as a known one.
    """

    name_hash = models.CharField(max_length=64, unique=True)
    failures = models.PositiveIntegerField(default=0)
    last_failed_at = models.DateTimeField(null=True, blank=True, db_index=True)
    locked_until = models.DateTimeField(null=True, blank=True)


class Rol(Row):
    """A set of rights that belongs to a kind of work."""

    code = models.SlugField(_("code"), max_length=50, unique=True)
    naam = models.CharField(_("naam"), max_length=100)
    omschrijving = models.CharField(_("omschrijving"), max_length=300, blank=True)

    class Meta:
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam

    @property
    def ref(self) -> Ref:
        """How the logs name this role."""
        return Ref("rol", str(self.pk))


class Recht(Row):
    """One right of a role: for one zaaktype or all, up to a confidentiality."""

    rol = models.ForeignKey(Rol, on_delete=models.CASCADE, related_name="rechten")
    right = models.CharField(_("recht"), max_length=60)
    zaaktype = models.CharField(_("zaaktype"), max_length=50, default="*")
    up_to = models.CharField(
        _("tot en met vertrouwelijkheid"),
        max_length=20,
        choices=[(level.value, level.value.replace("_", " ")) for level in Vertrouwelijkheid],
        default=Vertrouwelijkheid.ZAAKVERTROUWELIJK.value,
    )

    class Meta:
        ordering = ["right", "zaaktype"]
        constraints = [models.UniqueConstraint(fields=["rol", "right", "zaaktype"], name="recht_once")]

    @property
    def grant(self) -> Grant:
        """This right as a value that decides."""
        return Grant(self.right, self.zaaktype, Vertrouwelijkheid(self.up_to))


class Rolaanbod(Row):
    """Which rights a default role was ever offered, so that nothing is offered twice, also when the role is gone."""

    rol_code = models.SlugField(max_length=50, unique=True)
    rechten = models.JSONField(default=list)


class AccountRol(Row):
    """An account has a role."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="account_rollen")
    rol = models.ForeignKey(Rol, on_delete=models.PROTECT, related_name="account_rollen")
    granted_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "rol"], name="accountrol_once")]
