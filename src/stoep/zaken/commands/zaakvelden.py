"""The fields of a zaak that another system may give, and how they come onto it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypedDict
from uuid import UUID

import shapely
from django.db.models import Q

from stoep.documenten.models import Documentstatus
from stoep.foundation import clock
from stoep.foundation.geo import geometry_of
from stoep.zaken.errors import (
    EindBeforeStart,
    HoofdzaakClosed,
    IdentificatieNotUnique,
    ZaakgegevensRefused,
)
from stoep.zaken.models import Relevantezaak, Zaak, Zaakkenmerk
from stoep.zaken.rules.zaakgegevens import (
    Bezwaar,
    Hoofdzaak,
    object_to_archiefstatus,
    object_to_betaling,
    object_to_hoofdzaak,
    object_to_producten,
)


@dataclass(frozen=True, slots=True)
class Relevant:
    """Another zaak of ours that bears on this one."""

    zaak_id: UUID
    aard_relatie: str


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """By what number a zaak is known elsewhere."""

    kenmerk: str
    bron: str


class Zaakvelden(TypedDict, total=False):
    """What may be given; what is absent stays as it is."""

    bronorganisatie: str
    omschrijving: str
    toelichting: str
    registratiedatum: date
    verantwoordelijke_organisatie: str
    startdatum: date
    einddatum_gepland: date | None
    uiterlijke_einddatum_afdoening: date | None
    publicatiedatum: date | None
    communicatiekanaal: str
    producten_of_diensten: Sequence[str]
    vertrouwelijkheidaanduiding: str
    betalingsindicatie: str
    laatste_betaaldatum: datetime | None
    zaakgeometrie: Mapping[str, Any] | None
    verlenging_reden: str
    verlenging_duur: str
    opschorting_indicatie: bool
    opschorting_reden: str
    selectielijstklasse: str
    hoofdzaak_id: UUID | None
    archiefnominatie: str
    archiefstatus: str
    archiefactiedatum: date | None
    startdatum_bewaartermijn: date | None
    opdrachtgevende_organisatie: str
    processobjectaard: str
    processobject_datumkenmerk: str
    processobject_identificatie: str
    processobject_objecttype: str
    processobject_registratie: str
    relevante_andere_zaken: Sequence[Relevant]
    kenmerken: Sequence[Kenmerk]


LISTS = ("relevante_andere_zaken", "kenmerken")


def fill(zaak: Zaak, velden: Zaakvelden) -> list[str]:
    """Set the fields that differ on a zaak, stored or new, and check what goes together. Answers which.

    Lists (kenmerken, relevante zaken) are for `replace_lists`.
    """
    given: dict[str, Any] = {name: value for name, value in velden.items() if name not in LISTS}
    if "producten_of_diensten" in given:
        given["producten_of_diensten"] = list(given["producten_of_diensten"])
    if given.get("betalingsindicatie") == "nvt":
        given.setdefault("laatste_betaaldatum", None)
    if given.get("opschorting_indicatie") and not zaak.opschorting_indicatie:
        given["opgeschort_op"] = clock.today()
    elif given.get("opschorting_indicatie") is False and zaak.opschorting_indicatie:
        given |= {"opgeschort_op": None, "opschorting_eerdere": True}
    changed = [name for name, value in given.items() if getattr(zaak, name) != value]
    for name in changed:
        setattr(zaak, name, given[name])
    if {"archiefactiedatum", "startdatum_bewaartermijn"} & set(changed):
        zaak.archivering_handmatig = (zaak.archiefactiedatum or zaak.startdatum_bewaartermijn) is not None
        changed.append("archivering_handmatig")
    if "zaakgeometrie" in changed:
        zaak.lon, zaak.lat = place_of(zaak.zaakgeometrie)
        changed += ["lon", "lat"]
    check(zaak, set(changed))
    return changed


def place_of(geometrie: Mapping[str, Any] | None) -> tuple[float | None, float | None]:
    """A place that lies in the geometry, by which it is found. Raises GeometryNotValid."""
    if geometrie is None:
        return None, None
    point = shapely.point_on_surface(geometry_of(geometrie))
    return point.x, point.y


def check(zaak: Zaak, changed: set[str]) -> None:
    """Refuse what cannot stand together, as far as it changed."""
    if "bronorganisatie" in changed or zaak._state.adding:
        refuse_taken_number(zaak)
    if "hoofdzaak_id" in changed and zaak.hoofdzaak_id is not None:
        refuse_hoofdzaak(zaak, zaak.hoofdzaak_id)
    if {"betalingsindicatie", "laatste_betaaldatum"} & changed:
        bezwaar = object_to_betaling(zaak.betalingsindicatie, zaak.laatste_betaaldatum, clock.now())
        refuse_if(bezwaar, "laatste_betaaldatum")
    if "producten_of_diensten" in changed:
        bezwaar = object_to_producten(zaak.producten_of_diensten, zaak.zaaktype.producten_of_diensten)
        refuse_if(bezwaar, "producten_of_diensten")
    if {"archiefstatus", "archiefnominatie", "archiefactiedatum"} & changed:
        refuse_archiefstatus(zaak)
    if "startdatum" in changed and zaak.einddatum is not None and zaak.einddatum < zaak.startdatum:
        raise EindBeforeStart


def refuse_if(bezwaar: Bezwaar | None, field: str) -> None:
    """Say no when there is a reason."""
    if bezwaar is not None:
        raise ZaakgegevensRefused(bezwaar, field=field)


def refuse_taken_number(zaak: Zaak) -> None:
    """Refuse a number that this organisation has given before (zrc-002)."""
    taken = Zaak.objects.filter(bronorganisatie=zaak.bronorganisatie, identificatie=zaak.identificatie)
    if taken.exclude(pk=zaak.pk).exists():
        raise IdentificatieNotUnique(identificatie=zaak.identificatie)


def refuse_hoofdzaak(zaak: Zaak, hoofdzaak_id: UUID) -> None:
    """Lock the hoofdzaak and refuse one that cannot be it (zrc-013)."""
    hoofdzaak: Zaak = zaak if hoofdzaak_id == zaak.pk else Zaak.objects.locked(hoofdzaak_id)
    bezwaar = object_to_hoofdzaak(
        zaak.pk,
        Hoofdzaak(hoofdzaak.pk, hoofdzaak.hoofdzaak_id is not None),
        has_deelzaken=Zaak.objects.filter(hoofdzaak=zaak.pk).exists(),
    )
    refuse_if(bezwaar, "hoofdzaak")
    if hoofdzaak.is_closed:
        raise HoofdzaakClosed(identificatie=hoofdzaak.identificatie)


def refuse_archiefstatus(zaak: Zaak) -> None:
    """Refuse a dossier that is not ready for the archive (zrc-022)."""
    if zaak.archiefstatus in ("", "nog_te_archiveren"):
        return
    loose = zaak.zaakinformatieobjecten.filter(~Q(informatieobject__laatste_versie__status=Documentstatus.GEARCHIVEERD))
    bezwaar = object_to_archiefstatus(
        zaak.archiefstatus,
        nominatie=zaak.archiefnominatie,
        actiedatum=zaak.archiefactiedatum,
        documents_archived=not loose.exists(),
    )
    fields = {Bezwaar.NOMINATIE: "archiefnominatie", Bezwaar.ACTIEDATUM: "archiefactiedatum"}
    refuse_if(bezwaar, fields.get(bezwaar, "archiefstatus") if bezwaar else "")


def lists_of(zaak: Zaak) -> dict[str, object]:
    """Kenmerken and relevante zaken as they are, for the audittrail."""
    return {
        "kenmerken": list(Zaakkenmerk.objects.filter(zaak=zaak).values("kenmerk", "bron")),
        "relevante_andere_zaken": list(
            Relevantezaak.objects.filter(zaak=zaak).values("andere_zaak_id", "url", "aard_relatie")
        ),
    }
