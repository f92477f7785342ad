"""A zaaktype says how one sort of case runs. Versions share an identificatie and follow each other in time."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from stoep.catalogi.models.catalogus import Catalogus, Geldigheid, TypeQuerySet
from stoep.catalogi.models.keuzes import AardRelatie, IndicatieInternOfExtern, Vertrouwelijkheidaanduiding
from stoep.foundation.duur import Duur
from stoep.foundation.ref import Ref
from stoep.foundation.rows import Row
from stoep.toegang.actors import Guard, Vertrouwelijkheid


def no_texts() -> list[str]:
    """An empty list, as default of a field with several texts."""
    return []


class Zaaktype(Geldigheid):
    """One version of a sort of case.

    Relations to document types, decision types and other case types go by omschrijving or identificatie
    (ztc-011), so that a new version of those needs no new version of this.
    """

    catalogus = models.ForeignKey(Catalogus, on_delete=models.PROTECT, related_name="zaaktypen")
    identificatie = models.CharField(max_length=50)
    omschrijving = models.CharField(max_length=80)
    omschrijving_generiek = models.CharField(max_length=80, blank=True)
    vertrouwelijkheidaanduiding = models.CharField(max_length=20, choices=Vertrouwelijkheidaanduiding.choices)
    doel = models.TextField()
    aanleiding = models.TextField()
    toelichting = models.TextField(blank=True)
    indicatie_intern_of_extern = models.CharField(max_length=6, choices=IndicatieInternOfExtern.choices)
    handeling_initiator = models.CharField(max_length=20)
    onderwerp = models.CharField(max_length=80)
    handeling_behandelaar = models.CharField(max_length=20)
    doorlooptijd = models.CharField(max_length=24)
    servicenorm = models.CharField(max_length=24, blank=True)
    opschorting_en_aanhouding_mogelijk = models.BooleanField(default=False)
    verlenging_mogelijk = models.BooleanField(default=False)
    verlengingstermijn = models.CharField(max_length=24, blank=True)
    trefwoorden = ArrayField(models.CharField(max_length=30), default=no_texts, blank=True)
    publicatie_indicatie = models.BooleanField(default=False)
    publicatietekst = models.TextField(blank=True)
    verantwoordingsrelatie = ArrayField(models.CharField(max_length=40), default=no_texts, blank=True)
    producten_of_diensten = ArrayField(models.URLField(max_length=1000), default=no_texts, blank=True)
    selectielijst_procestype = models.URLField(max_length=200, blank=True)
    referentieproces_naam = models.CharField(max_length=80)
    referentieproces_link = models.URLField(max_length=200, blank=True)
    verantwoordelijke = models.CharField(max_length=50)
    broncatalogus_url = models.URLField(max_length=200, blank=True)
    broncatalogus_domein = models.CharField(max_length=5, blank=True)
    broncatalogus_rsin = models.CharField(max_length=9, blank=True)
    bronzaaktype_url = models.URLField(max_length=200, blank=True)
    bronzaaktype_identificatie = models.CharField(max_length=50, blank=True)
    bronzaaktype_omschrijving = models.CharField(max_length=80, blank=True)
    besluittypen = ArrayField(models.CharField(max_length=80), default=no_texts, blank=True)
    deelzaaktypen = ArrayField(models.CharField(max_length=50), default=no_texts, blank=True)
    versiedatum = models.DateField()

    objects: ClassVar = TypeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["catalogus", "identificatie", "begin_geldigheid"],
                condition=Q(concept=False),
                name="zaaktype_uniek_per_begin",
            ),
            models.CheckConstraint(
                condition=Q(einde_geldigheid__isnull=True) | Q(einde_geldigheid__gte=F("begin_geldigheid")),
                name="zaaktype_eindigt_na_begin",
            ),
            models.CheckConstraint(
                condition=Q(verlenging_mogelijk=False) | ~Q(verlengingstermijn=""),
                name="zaaktype_verlenging_heeft_termijn",
            ),
        ]
        indexes = [models.Index(fields=["identificatie", "begin_geldigheid"], name="zaaktype_op_identificatie")]

    def __str__(self) -> str:
        return self.omschrijving

    @property
    def ref(self) -> Ref:
        """How other layers and the logs name this zaaktype."""
        return Ref("zaaktype", str(self.pk))

    @property
    def guard(self) -> Guard:
        """By what dossiers of this type are guarded, unless they say otherwise."""
        return Guard(self.identificatie, Vertrouwelijkheid(self.vertrouwelijkheidaanduiding), str(self.catalogus_id))

    @property
    def wettelijke_doorlooptijd(self) -> Duur:
        """Within how long the law wants an answer."""
        return Duur.parse(self.doorlooptijd)

    @property
    def beloofde_doorlooptijd(self) -> Duur | None:
        """Within how long the municipality promises an answer, if it does."""
        return Duur.parse(self.servicenorm) if self.servicenorm else None


class Zaaktyperelatie(Row):
    """A zaaktype that bears on another, by identificatie or, when it lives elsewhere, by address."""

    zaaktype = models.ForeignKey(Zaaktype, on_delete=models.CASCADE, related_name="gerelateerde_zaaktypen")
    gerelateerd_zaaktype = models.CharField(max_length=1000)
    aard_relatie = models.CharField(max_length=10, choices=AardRelatie.choices)
    toelichting = models.CharField(max_length=255, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["zaaktype", "gerelateerd_zaaktype", "aard_relatie"], name="zaaktyperelatie_uniek"
            )
        ]
