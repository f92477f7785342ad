"""A document and its versions. The content lies in foundation.storage, under its own SHA-256."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from stoep.catalogi.models import Informatieobjecttype, Vertrouwelijkheidaanduiding
from stoep.documenten.models.keuzes import Algoritme, Documentstatus, SoortOndertekening
from stoep.documenten.ports import zichtbare_objecten
from stoep.foundation.ref import Ref
from stoep.foundation.rows import Row, RowQuerySet
from stoep.toegang.actors import Actor, ActorKind, Grant, Guard, Vertrouwelijkheid
from stoep.toegang.queries import condition_of

LANGUAGE = "nld"


def no_texts() -> list[str]:
    """An empty list, as default of a field with several texts."""
    return []


class InformatieobjectQuerySet(RowQuerySet["EnkelvoudigInformatieobject"]):
    """Queries on documents."""

    def visible_to(self, actor: Actor) -> Self:
        """Documents that this actor may see.

        For people a document that belongs to a zaak follows that zaak; only one that belongs to nothing yet is
        shown by the right `documenten.read`. Applications see documents by that right only, as the norm has it.
        """
        if actor.kind is ActorKind.SYSTEM:
            return self
        nothing = Q(pk__in=[])
        readable = readable_with(actor.grants_for("documenten.read"))
        if actor.kind is ActorKind.APPLICATION:
            return self.filter(nothing if readable is None else readable)
        loose, shown, bound = nothing if readable is None else readable, nothing, nothing
        for objects in zichtbare_objecten():
            shown |= objects.shown_to(actor)
            bound |= objects.bound()
        return self.filter(shown | (loose & ~bound))


def readable_with(grants: Iterable[Grant]) -> Q | None:
    """What these grants ask of a document: its informatieobjecttype and the confidentiality of its last version."""
    soort = "informatieobjecttype"
    level = "laatste_versie__vertrouwelijkheidaanduiding"
    return condition_of(grants, f"{soort}__omschrijving", level, f"{soort}__catalogus")


class EnkelvoudigInformatieobject(Row):
    """A document. What it says lies in its versions; `laatste_versie` is the one in force."""

    identificatie = models.CharField(max_length=40)
    bronorganisatie = models.CharField(max_length=9)
    informatieobjecttype = models.ForeignKey(Informatieobjecttype, on_delete=models.PROTECT, related_name="+")
    laatste_versie = models.OneToOneField("documenten.Versie", on_delete=models.PROTECT, related_name="+")
    indicatie_gebruiksrecht = models.BooleanField(null=True, blank=True)
    lock = models.CharField(max_length=40, blank=True)
    locked_door = models.CharField(max_length=100, blank=True)
    locked_op = models.DateTimeField(null=True, blank=True)

    objects: ClassVar = InformatieobjectQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["bronorganisatie", "identificatie"], name="informatieobject_uniek_identificatie"
            )
        ]
        indexes = [
            models.Index(fields=["identificatie"], name="informatieobject_identificatie"),
            # Locked documents are few; the clean-up of uploads that nobody finished looks among them.
            models.Index(fields=["locked_op"], condition=~Q(lock=""), name="informatieobject_locked"),
        ]

    def __str__(self) -> str:
        return self.identificatie

    @property
    def ref(self) -> Ref:
        """How other layers and the logs name this document."""
        return Ref("document", str(self.pk))

    @property
    def guard(self) -> Guard:
        """By what it is guarded: its informatieobjecttype and its confidentiality."""
        level = Vertrouwelijkheid(self.laatste_versie.vertrouwelijkheidaanduiding)
        return Guard(self.informatieobjecttype.omschrijving, level, str(self.informatieobjecttype.catalogus_id))

    @property
    def is_locked(self) -> bool:
        """True while somebody is editing it."""
        return self.lock != ""


class Versie(Row):
    """One version of a document: its metadata and its content."""

    informatieobject = models.ForeignKey(EnkelvoudigInformatieobject, on_delete=models.CASCADE, related_name="versies")
    versie = models.PositiveIntegerField(default=1)
    begin_registratie = models.DateTimeField()
    creatiedatum = models.DateField()
    titel = models.CharField(max_length=200)
    vertrouwelijkheidaanduiding = models.CharField(max_length=20, choices=Vertrouwelijkheidaanduiding.choices)
    auteur = models.CharField(max_length=200)
    status = models.CharField(max_length=20, choices=Documentstatus.choices, blank=True)
    formaat = models.CharField(max_length=255, blank=True)
    taal = models.CharField(max_length=3, default=LANGUAGE)
    bestandsnaam = models.CharField(max_length=255, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    bestandsomvang = models.BigIntegerField(null=True, blank=True)
    link = models.URLField(max_length=200, blank=True)
    beschrijving = models.CharField(max_length=1000, blank=True)
    ontvangstdatum = models.DateField(null=True, blank=True)
    verzenddatum = models.DateField(null=True, blank=True)
    verschijningsvorm = models.TextField(blank=True)
    ondertekening_soort = models.CharField(max_length=10, choices=SoortOndertekening.choices, blank=True)
    ondertekening_datum = models.DateField(null=True, blank=True)
    integriteit_algoritme = models.CharField(max_length=20, choices=Algoritme.choices, blank=True)
    integriteit_waarde = models.CharField(max_length=128, blank=True)
    integriteit_datum = models.DateField(null=True, blank=True)
    trefwoorden = ArrayField(models.CharField(max_length=100), default=no_texts, blank=True)
    is_gereed_voor_publicatie = models.BooleanField(null=True, blank=True)
    tonen_aan_initiator = models.BooleanField(default=False)
    inhoud_is_vervallen = models.BooleanField(null=True, blank=True)

    objects: ClassVar = RowQuerySet["Versie"].as_manager()

    class Meta:
        ordering = ["-versie"]
        indexes = [GinIndex(fields=["trefwoorden"], condition=~Q(trefwoorden=[]), name="versie_trefwoorden")]
        constraints = [
            models.UniqueConstraint(fields=["informatieobject", "versie"], name="versie_uniek_nummer"),
            models.CheckConstraint(
                condition=Q(ontvangstdatum__isnull=True) | ~Q(status__in=["in_bewerking", "ter_vaststelling"]),
                name="versie_ontvangen_is_af",
            ),
            models.CheckConstraint(
                condition=Q(bestandsomvang__isnull=True) | Q(bestandsomvang__gte=0), name="versie_omvang"
            ),
        ]

    def __str__(self) -> str:
        return self.titel
