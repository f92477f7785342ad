"""What belongs to a zaak: phases, result, people, objects, documents, properties and other zaken."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.fields.json import KeyTextTransform

from stoep.catalogi.models import (
    AardRelatie,
    Eigenschap,
    Objecttype,
    Resultaattype,
    Roltype,
    Statustype,
    Zaakobjecttype,
)
from stoep.documenten.models import EnkelvoudigInformatieobject
from stoep.foundation.rows import Row, RowQuerySet
from stoep.organisatie.models import Groep, Medewerker
from stoep.zaken.models.keuzes import BetrokkeneType, IndicatieMachtiging
from stoep.zaken.models.zaak import Zaak

# By which field of its identification people look for a betrokkene; each has an index.
FINDABLE_BY = (
    ("bsn", BetrokkeneType.NATUURLIJK_PERSOON, "inpBsn"),
    ("rsin", BetrokkeneType.NIET_NATUURLIJK_PERSOON, "innNnpId"),
    ("vestiging", BetrokkeneType.VESTIGING, "vestigingsNummer"),
    ("medewerker", BetrokkeneType.MEDEWERKER, "identificatie"),
    ("eenheid", BetrokkeneType.ORGANISATORISCHE_EENHEID, "identificatie"),
)


def no_values() -> dict[str, Any]:
    """An empty object, as default of a field with loose values."""
    return {}


class Status(Row):
    """A phase that a zaak reached, and when. Statuses are added, never changed."""

    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="statussen")
    statustype = models.ForeignKey(Statustype, on_delete=models.PROTECT, related_name="+")
    datum_status_gezet = models.DateTimeField()
    statustoelichting = models.CharField(max_length=1000, blank=True)
    gezetdoor = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-datum_status_gezet", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["zaak", "datum_status_gezet"], name="status_uniek_moment"),
        ]


class Resultaat(Row):
    """How a zaak ended."""

    zaak = models.OneToOneField(Zaak, on_delete=models.CASCADE, related_name="resultaat")
    resultaattype = models.ForeignKey(Resultaattype, on_delete=models.PROTECT, related_name="+")
    toelichting = models.CharField(max_length=1000, blank=True)


class Rol(Row):
    """Somebody who has to do with a zaak.

    `betrokkene` points elsewhere (a typed reference or an address); `betrokkene_identificatie` holds the
    fields that the norm has for this sort of betrokkene. An employee or group of ours is a foreign key too.
    """

    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="rollen")
    roltype = models.ForeignKey(Roltype, on_delete=models.PROTECT, related_name="+")
    betrokkene = models.CharField(max_length=1000, blank=True)
    betrokkene_type = models.CharField(max_length=30, choices=BetrokkeneType.choices)
    betrokkene_identificatie: models.JSONField[Any] = models.JSONField(default=no_values, blank=True)
    afwijkende_naam_betrokkene = models.CharField(max_length=625, blank=True)
    roltoelichting = models.CharField(max_length=1000, blank=True)
    registratiedatum = models.DateTimeField()
    indicatie_machtiging = models.CharField(max_length=20, choices=IndicatieMachtiging.choices, blank=True)
    contactpersoon_naam = models.CharField(max_length=40, blank=True)
    contactpersoon_emailadres = models.EmailField(max_length=254, blank=True)
    contactpersoon_functie = models.CharField(max_length=50, blank=True)
    contactpersoon_telefoonnummer = models.CharField(max_length=20, blank=True)
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    groep = models.ForeignKey(Groep, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects: ClassVar = RowQuerySet["Rol"].as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["betrokkene"], condition=~Q(betrokkene=""), name="rol_betrokkene"),
            *(
                models.Index(
                    KeyTextTransform(key, "betrokkene_identificatie"),
                    condition=Q(betrokkene_type=betrokkene_type),
                    name=f"rol_{name}",
                )
                for name, betrokkene_type, key in FINDABLE_BY
            ),
        ]


class Zaakobject(Row):
    """What a zaak is about: an address, a lamp post, a quarter."""

    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="zaakobjecten")
    zaakobjecttype = models.ForeignKey(
        Zaakobjecttype, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    object = models.CharField(max_length=1000, blank=True)
    object_type = models.CharField(max_length=30, choices=Objecttype.choices)
    object_type_overige = models.CharField(max_length=100, blank=True)
    object_type_overige_definitie: models.JSONField[Any] = models.JSONField(null=True, blank=True)
    relatieomschrijving = models.CharField(max_length=80, blank=True)
    object_identificatie: models.JSONField[Any] = models.JSONField(default=no_values, blank=True)

    class Meta:
        indexes = [models.Index(fields=["object"], condition=~Q(object=""), name="zaakobject_object")]


class Zaakinformatieobject(Row):
    """A document in the dossier of a zaak."""

    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="zaakinformatieobjecten")
    informatieobject = models.ForeignKey(EnkelvoudigInformatieobject, on_delete=models.PROTECT, related_name="+")
    titel = models.CharField(max_length=200, blank=True)
    beschrijving = models.TextField(blank=True)
    registratiedatum = models.DateTimeField()
    vernietigingsdatum = models.DateTimeField(null=True, blank=True)
    status = models.ForeignKey(
        Status, on_delete=models.PROTECT, null=True, blank=True, related_name="zaakinformatieobjecten"
    )

    class Meta:
        ordering = ["registratiedatum", "id"]
        constraints = [models.UniqueConstraint(fields=["zaak", "informatieobject"], name="zaakinformatieobject_uniek")]


class Zaakeigenschap(Row):
    """The value of a property of a zaak."""

    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="eigenschappen")
    eigenschap = models.ForeignKey(Eigenschap, on_delete=models.PROTECT, related_name="+")
    naam = models.CharField(max_length=20)
    waarde = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["naam", "zaak"], name="zaakeigenschap_naam")]


class Zaakkenmerk(Row):
    """By what number a zaak is known elsewhere."""

    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="kenmerken")
    kenmerk = models.CharField(max_length=40)
    bron = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["zaak", "kenmerk", "bron"], name="zaakkenmerk_uniek")]
        indexes = [models.Index(fields=["kenmerk", "bron"], name="zaakkenmerk_kenmerk")]


class Relevantezaak(Row):
    """Another zaak that bears on this one: ours, or by address one of elsewhere; never both."""

    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="relevante_andere_zaken")
    andere_zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, null=True, blank=True, related_name="relevant_voor")
    url = models.URLField(max_length=1000, blank=True)
    aard_relatie = models.CharField(max_length=10, choices=AardRelatie.choices)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(andere_zaak__isnull=False, url="") | (Q(andere_zaak__isnull=True) & ~Q(url="")),
                name="relevantezaak_een_verwijzing",
            ),
            models.UniqueConstraint(
                fields=["zaak", "andere_zaak", "url", "aard_relatie"], name="relevantezaak_uniek", nulls_distinct=False
            ),
        ]


class Zaakcontactmoment(Row):
    """A contact about a zaak, registered elsewhere."""

    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="zaakcontactmomenten")
    contactmoment = models.CharField(max_length=1000)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["zaak", "contactmoment"], name="zaakcontactmoment_uniek")]


class Zaakverzoek(Row):
    """A request from which a zaak came, registered elsewhere."""

    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="zaakverzoeken")
    verzoek = models.CharField(max_length=1000)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["zaak", "verzoek"], name="zaakverzoek_uniek")]


class Klantcontact(Row):
    """A contact with a resident in a zaak, as the norm had it before contacts got a register of their own."""

    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="klantcontacten")
    identificatie = models.CharField(max_length=14, unique=True)
    datumtijd = models.DateTimeField()
    kanaal = models.CharField(max_length=20, blank=True)
    onderwerp = models.CharField(max_length=200, blank=True)
    toelichting = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ["datumtijd", "id"]
