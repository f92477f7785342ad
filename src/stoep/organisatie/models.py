"""Departments, employees, groups, and when somebody is there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from stoep.foundation.ref import Ref
from stoep.foundation.rows import Row, RowQuerySet
from stoep.organisatie.rules.aanwezigheid import WEEKDAYS
from stoep.toegang.models import Account

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def hours_field(label: StrOrPromise) -> models.DecimalField[Decimal, Decimal]:
    """Hours of work on one weekday, in quarters."""
    return models.DecimalField(
        label,
        max_digits=4,
        decimal_places=2,
        default=Decimal(0),
        validators=[MinValueValidator(0), MaxValueValidator(24)],
    )


class Afdeling(Row):
    """A department."""

    code = models.SlugField(_("code"), max_length=50, unique=True)
    naam = models.CharField(_("naam"), max_length=120)
    telefoon = models.CharField(_("telefoon"), max_length=20, blank=True)

    class Meta:
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam

    @property
    def ref(self) -> Ref:
        """How others point at this department."""
        return Ref("afdeling", str(self.pk))


class MedewerkerQuerySet(RowQuerySet["Medewerker"]):
    """Queries on employees."""

    def present(self) -> MedewerkerQuerySet:
        """Employees who work here now."""
        return self.filter(actief=True)


class Medewerker(Row):
    """Somebody who works for the municipality, with the account to sign in with."""

    account = models.OneToOneField(Account, on_delete=models.PROTECT, related_name="+")
    naam = models.CharField(_("naam"), max_length=200)
    sorteernaam = models.CharField(max_length=200, db_index=True)
    functie = models.CharField(_("functie"), max_length=120, blank=True)
    afdeling = models.ForeignKey(Afdeling, on_delete=models.PROTECT, related_name="medewerkers")
    email = models.EmailField(_("e-mailadres"), blank=True)
    telefoon = models.CharField(_("telefoon"), max_length=20, blank=True)
    uren_per_week = models.DecimalField(_("uren per week"), max_digits=4, decimal_places=2, default=Decimal(36))
    actief = models.BooleanField(_("werkt hier"), default=True)

    objects: ClassVar = MedewerkerQuerySet.as_manager()

    class Meta:
        ordering = ["sorteernaam", "pk"]

    def __str__(self) -> str:
        return self.naam

    @property
    def ref(self) -> Ref:
        """How others point at this employee."""
        return Ref("medewerker", str(self.pk))

    @property
    def initials(self) -> str:
        """First letters of first and last name, for a round picture."""
        words = self.naam.split()
        return (words[0][:1] + words[-1][:1] if len(words) > 1 else self.naam[:2]).upper()


class Groep(Row):
    """A group of employees to whom work can be assigned."""

    code = models.SlugField(_("code"), max_length=50, unique=True)
    naam = models.CharField(_("naam"), max_length=120)
    afdeling = models.ForeignKey(Afdeling, on_delete=models.PROTECT, related_name="groepen")
    leden = models.ManyToManyField(Medewerker, through="Lidmaatschap", related_name="groepen")

    class Meta:
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam

    @property
    def ref(self) -> Ref:
        """How others point at this group."""
        return Ref("groep", str(self.pk))


class Lidmaatschap(Row):
    """An employee belongs to a group."""

    groep = models.ForeignKey(Groep, on_delete=models.CASCADE, related_name="lidmaatschappen")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="lidmaatschappen")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["groep", "medewerker"], name="lidmaatschap_once")]


class Rooster(Row):
    """The hours that an employee works on each weekday."""

    medewerker = models.OneToOneField(Medewerker, on_delete=models.CASCADE, related_name="rooster")
    maandag = hours_field(_("maandag"))
    dinsdag = hours_field(_("dinsdag"))
    woensdag = hours_field(_("woensdag"))
    donderdag = hours_field(_("donderdag"))
    vrijdag = hours_field(_("vrijdag"))
    zaterdag = hours_field(_("zaterdag"))
    zondag = hours_field(_("zondag"))

    @property
    def uren(self) -> tuple[float, ...]:
        """Hours from Monday to Sunday."""
        return tuple(float(getattr(self, weekday)) for weekday in WEEKDAYS)


class AfwezigheidQuerySet(RowQuerySet["Afwezigheid"]):
    """Queries on absence."""

    def between(self, first: date, last: date) -> AfwezigheidQuerySet:
        """Absences that touch the days from `first` to `last`."""
        return self.filter(van__lte=last, tot__gte=first)


class Afwezigheid(Row):
    """An employee is away, from the first to the last day; why is nobody's business and is not kept."""

    medewerker = models.ForeignKey(Medewerker, on_delete=models.CASCADE, related_name="afwezigheden")
    van = models.DateField(_("eerste dag"))
    tot = models.DateField(_("laatste dag"))
    vervanger = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    objects: ClassVar = AfwezigheidQuerySet.as_manager()

    class Meta:
        ordering = ["van"]
        indexes = [models.Index(fields=["van", "tot"], name="afwezigheid_period")]
        constraints = [
            models.CheckConstraint(condition=models.Q(tot__gte=models.F("van")), name="afwezigheid_order"),
            models.CheckConstraint(
                condition=models.Q(vervanger__isnull=True) | ~models.Q(vervanger=models.F("medewerker")),
                name="afwezigheid_other_replaces",
            ),
        ]
