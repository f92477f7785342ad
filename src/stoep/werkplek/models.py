"""What the werkplek keeps itself: how somebody wants to see the work."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from stoep.foundation.ref import Ref
from stoep.foundation.rows import Row, RowQuerySet
from stoep.organisatie.models import Groep, Medewerker
from stoep.werkplek.wensen import Plek


class Deelkring(models.TextChoices):
    """With whom a view is shared."""

    NIEMAND = "niemand", _("Alleen ik")
    GROEP = "groep", _("Een groep waar ik in zit")
    AFDELING = "afdeling", _("Mijn afdeling")
    IEDEREEN = "iedereen", _("Iedereen die de werkplek gebruikt")


class Weergave(Row):
    """A list of work with its filters under a name, for oneself, a group, a department or everybody."""

    naam = models.CharField(_("naam"), max_length=40)
    eigenaar = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    plek = models.CharField(_("lijst"), max_length=10, choices=[(plek.value, plek.name) for plek in Plek])
    vraag = models.CharField(_("filters"), max_length=2000, blank=True)
    gedeeld_met = models.CharField(
        _("gedeeld met"), max_length=10, choices=Deelkring.choices, default=Deelkring.NIEMAND
    )
    groep = models.ForeignKey(Groep, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects: ClassVar = RowQuerySet["Weergave"].as_manager()

    class Meta:
        ordering = ["naam", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["eigenaar", "naam"], name="weergave_eigen_naam"),
            models.CheckConstraint(
                condition=models.Q(gedeeld_met=Deelkring.GROEP, groep__isnull=False)
                | (~models.Q(gedeeld_met=Deelkring.GROEP) & models.Q(groep__isnull=True)),
                name="weergave_groep_alleen_bij_groep",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def ref(self) -> Ref:
        """How the logs name this view."""
        return Ref("weergave", str(self.pk))

    @property
    def url(self) -> str:
        """Where it is shown."""
        return f"/werkplek/{self.plek}/?{self.vraag}"

    @property
    def is_gedeeld(self) -> bool:
        """True when others than its owner may use it."""
        return self.gedeeld_met != Deelkring.NIEMAND

    @property
    def deel(self) -> str:
        """With whom it is shared, as one value of a form."""
        return f"{Deelkring.GROEP}:{self.groep_id}" if self.groep_id else str(self.gedeeld_met)


class Bulksoort(models.TextChoices):
    """What can be done with many zaken at once."""

    TOEWIJZEN = "toewijzen", _("Verdelen")
    INPLANNEN = "inplannen", _("Inplannen")
    ONDERWERP = "onderwerp", _("Ander onderwerp")
    RONDE = "ronde", _("Op een ronde zetten")
    AFHANDELEN = "afhandelen", _("Afhandelen met een standaardtekst")


class Bulkactie(Row):
    """One act on many zaken: prepared with a preview, done at a moment, and undone while that can be."""

    eigenaar = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(_("soort"), max_length=12, choices=Bulksoort.choices)
    waarden = models.JSONField(_("waarden"), default=dict)
    omschrijving = models.CharField(_("omschrijving"), max_length=300)
    terug = models.CharField(_("de lijst waar zij begon"), max_length=2000, blank=True)
    gemaakt_op = models.DateTimeField(_("gemaakt op"))
    begint_op = models.DateTimeField(_("begint op"), null=True, blank=True)
    klaar_op = models.DateTimeField(_("klaar op"), null=True, blank=True)
    ongedaan_op = models.DateTimeField(_("ongedaan gemaakt op"), null=True, blank=True)

    objects: ClassVar = RowQuerySet["Bulkactie"].as_manager()

    class Meta:
        ordering = ["-gemaakt_op", "-pk"]
        indexes = [models.Index(fields=["eigenaar", "-gemaakt_op"], name="bulkactie_van")]

    def __str__(self) -> str:
        return self.omschrijving

    @property
    def ref(self) -> Ref:
        """How the logs name this act."""
        return Ref("bulkactie", str(self.pk))

    @property
    def is_held(self) -> bool:
        """True when it waits until it can no longer be taken back: it closes zaken or sends messages."""
        return self.soort in (Bulksoort.INPLANNEN, Bulksoort.AFHANDELEN)


class Bulkstand(models.TextChoices):
    """How it stands with one zaak of a bulk act."""

    KAN_NIET = "kan-niet", _("kan niet")
    WACHT = "wacht", _("wacht")
    GEDAAN = "gedaan", _("gedaan")
    MISLUKT = "mislukt", _("niet gelukt")
    ONGEDAAN = "ongedaan", _("ongedaan gemaakt")


class Bulkregel(Row):
    """One zaak of a bulk act: how it stands, why not, and what was there before."""

    actie = models.ForeignKey(Bulkactie, on_delete=models.CASCADE, related_name="regels")
    zaak = models.ForeignKey("zaken.Zaak", on_delete=models.PROTECT, related_name="+")
    volgorde = models.PositiveIntegerField(_("volgorde"))
    stand = models.CharField(_("stand"), max_length=10, choices=Bulkstand.choices)
    reden = models.CharField(_("waarom niet"), max_length=300, blank=True)
    voor = models.JSONField(_("wat er stond"), default=dict)
    bericht = models.BooleanField(_("de melder krijgt bericht"), default=False)

    objects: ClassVar = RowQuerySet["Bulkregel"].as_manager()

    class Meta:
        ordering = ["volgorde", "pk"]
        constraints = [models.UniqueConstraint(fields=["actie", "zaak"], name="bulkregel_eenmaal")]
        indexes = [models.Index(fields=["actie", "stand"], name="bulkregel_stand")]
