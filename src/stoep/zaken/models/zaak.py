"""A zaak: work that somebody asked for, with a beginning, an end and somebody who does it."""

from __future__ import annotations

from typing import Any, ClassVar, Self, cast

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from stoep.catalogi.models import Archiefnominatie, Statustype, Vertrouwelijkheidaanduiding, Zaaktype
from stoep.foundation.ref import Ref
from stoep.foundation.rows import Row, RowQuerySet
from stoep.organisatie.models import Groep, Medewerker
from stoep.toegang.actors import Actor, Guard, Vertrouwelijkheid
from stoep.toegang.queries import limit_to_grants
from stoep.zaken.models.keuzes import Archiefstatus, Betalingsindicatie, Voorrang


def no_texts() -> list[str]:
    """An empty list, as default of a field with several texts."""
    return []


class ZaakQuerySet(RowQuerySet["Zaak"]):
    """Queries on zaken."""

    def visible_to(self, actor: Actor) -> Self:
        """Zaken that this actor may read. Residents see theirs through the domain that opened it for them."""
        limited = limit_to_grants(
            self,
            actor,
            "zaken.read",
            zaaktype_field="zaaktype__identificatie",
            vertrouwelijkheid_field="vertrouwelijkheidaanduiding",
            catalogus_field="zaaktype__catalogus",
        )
        return cast("Self", limited)

    def open(self) -> Self:
        """Zaken that are not closed."""
        return self.filter(einddatum__isnull=True)

    def closed(self) -> Self:
        """Zaken that are closed."""
        return self.filter(einddatum__isnull=False)

    def for_writing(self) -> Self:
        """With the zaaktype, by which the zaak is guarded: one query less per command."""
        return self.select_related("zaaktype")


class Zaak(Row):
    """One case. `versie` counts the changes, so that two people cannot overwrite each other's text."""

    identificatie = models.CharField(max_length=40)
    bronorganisatie = models.CharField(max_length=9)
    omschrijving = models.CharField(max_length=80, blank=True)
    toelichting = models.CharField(max_length=1000, blank=True)
    zaaktype = models.ForeignKey(Zaaktype, on_delete=models.PROTECT, related_name="+")
    registratiedatum = models.DateField()
    verantwoordelijke_organisatie = models.CharField(max_length=9)
    startdatum = models.DateField()
    einddatum = models.DateField(null=True, blank=True)
    einddatum_gepland = models.DateField(null=True, blank=True)
    uiterlijke_einddatum_afdoening = models.DateField(null=True, blank=True)
    publicatiedatum = models.DateField(null=True, blank=True)
    communicatiekanaal = models.CharField(max_length=1000, blank=True)
    producten_of_diensten = ArrayField(models.URLField(max_length=1000), default=no_texts, blank=True)
    vertrouwelijkheidaanduiding = models.CharField(max_length=20, choices=Vertrouwelijkheidaanduiding.choices)
    betalingsindicatie = models.CharField(max_length=20, choices=Betalingsindicatie.choices, blank=True)
    laatste_betaaldatum = models.DateTimeField(null=True, blank=True)
    zaakgeometrie: models.JSONField[Any] = models.JSONField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    lat = models.FloatField(null=True, blank=True)
    verlenging_reden = models.CharField(max_length=200, blank=True)
    verlenging_duur = models.CharField(max_length=24, blank=True)
    opschorting_indicatie = models.BooleanField(default=False)
    opschorting_reden = models.CharField(max_length=200, blank=True)
    opschorting_eerdere = models.BooleanField(default=False)
    opgeschort_op = models.DateField(null=True, blank=True)
    selectielijstklasse = models.URLField(max_length=1000, blank=True)
    hoofdzaak = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="deelzaken")
    archiefnominatie = models.CharField(max_length=16, choices=Archiefnominatie.choices, blank=True)
    archiefstatus = models.CharField(
        max_length=40, choices=Archiefstatus.choices, default=Archiefstatus.NOG_TE_ARCHIVEREN
    )
    archiefactiedatum = models.DateField(null=True, blank=True)
    startdatum_bewaartermijn = models.DateField(null=True, blank=True)
    archivering_handmatig = models.BooleanField(default=False, db_default=False)
    opdrachtgevende_organisatie = models.CharField(max_length=9, blank=True)
    processobjectaard = models.CharField(max_length=200, blank=True)
    processobject_datumkenmerk = models.CharField(max_length=250, blank=True)
    processobject_identificatie = models.CharField(max_length=250, blank=True)
    processobject_objecttype = models.CharField(max_length=250, blank=True)
    processobject_registratie = models.CharField(max_length=250, blank=True)

    statustype = models.ForeignKey(Statustype, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    status_gezet_op = models.DateTimeField(null=True, blank=True)
    voorrang = models.PositiveSmallIntegerField(choices=Voorrang.choices, default=Voorrang.GEWOON)
    behandelaar = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    groep = models.ForeignKey(Groep, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    laatst_gewijzigd = models.DateTimeField()
    versie = models.PositiveIntegerField(default=1)

    objects: ClassVar = ZaakQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["bronorganisatie", "identificatie"], name="zaak_uniek_identificatie"),
            models.CheckConstraint(
                condition=Q(hoofdzaak__isnull=True) | ~Q(hoofdzaak=F("id")), name="zaak_niet_eigen_hoofdzaak"
            ),
            models.CheckConstraint(
                condition=~Q(betalingsindicatie="nvt") | Q(laatste_betaaldatum__isnull=True),
                name="zaak_betaaldatum_bij_betaling",
            ),
            models.CheckConstraint(
                condition=Q(einddatum__isnull=True) | Q(einddatum__gte=F("startdatum")), name="zaak_eindigt_na_start"
            ),
        ]
        indexes = [
            models.Index(
                fields=["behandelaar", "voorrang", "einddatum_gepland", "id"],
                condition=Q(einddatum__isnull=True),
                name="zaak_open_behandelaar",
            ),
            models.Index(
                fields=["groep", "voorrang", "einddatum_gepland", "id"],
                condition=Q(einddatum__isnull=True),
                name="zaak_open_groep",
            ),
            models.Index(
                fields=["zaaktype", "voorrang", "einddatum_gepland", "id"],
                condition=Q(einddatum__isnull=True),
                name="zaak_open_zaaktype",
            ),
            models.Index(
                fields=["voorrang", "einddatum_gepland", "id"],
                condition=Q(einddatum__isnull=True),
                name="zaak_open_voorrang",
            ),
            models.Index(
                fields=["einddatum_gepland", "id"], condition=Q(einddatum__isnull=True), name="zaak_open_gepland"
            ),
            models.Index(
                fields=["uiterlijke_einddatum_afdoening", "id"],
                condition=Q(einddatum__isnull=True),
                name="zaak_open_uiterlijk",
            ),
            models.Index(fields=["laatst_gewijzigd", "id"], name="zaak_laatst_gewijzigd"),
            models.Index(fields=["identificatie"], name="zaak_identificatie"),
            models.Index(fields=["lon", "lat"], condition=Q(lon__isnull=False), name="zaak_plek"),
            models.Index(fields=["startdatum", "id"], name="zaak_startdatum"),
            models.Index(
                fields=["id"], include=["zaaktype", "vertrouwelijkheidaanduiding"], name="zaak_by_id_with_guard"
            ),
            models.Index(
                fields=["archiefactiedatum"], condition=Q(archiefactiedatum__isnull=False), name="zaak_archiefactie"
            ),
        ]

    def __str__(self) -> str:
        return self.identificatie

    @property
    def ref(self) -> Ref:
        """How other layers and the logs name this zaak."""
        return Ref("zaak", str(self.pk))

    @property
    def guard(self) -> Guard:
        """By what it is guarded: its zaaktype and its own confidentiality."""
        level = Vertrouwelijkheid(self.vertrouwelijkheidaanduiding)
        return Guard(self.zaaktype.identificatie, level, str(self.zaaktype.catalogus_id))

    @property
    def is_spoed(self) -> bool:
        """True when it goes before other work."""
        return self.voorrang == Voorrang.SPOED

    @property
    def is_closed(self) -> bool:
        """True when it has an einddatum."""
        return self.einddatum is not None

    @property
    def is_suspended(self) -> bool:
        """True while its term stands still."""
        return self.opschorting_indicatie
