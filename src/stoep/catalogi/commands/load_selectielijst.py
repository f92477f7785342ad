"""Load the Selectielijst as the VNG publishes it; loading a newer one again changes what differs and removes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from stoep.catalogi.errors import SelectielijstNotRead
from stoep.catalogi.models import Procestype, Resultaattypeomschrijving, Selectielijstresultaat
from stoep.foundation import audit
from stoep.foundation.ref import Ref
from stoep.toegang.actors import Actor

Item = Mapping[str, Any]
TAAKGEBIEDEN = (
    "algemeenBestuurEnInrichtingOrganisatie",
    "bedrijfsvoeringEnPersoneel",
    "publiekeInformatieEnRegistratie",
    "burgerzaken",
    "veiligheid",
    "verkeerEnVervoer",
    "economie",
    "onderwijs",
    "sportCultuurEnRecreatie",
    "sociaalDomein",
    "volksgezonheidEnMilieu",
    "vhrosv",
    "heffenBelastingen",
    "alleTaakgebieden",
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many items the list has now."""

    procestypen: int
    resultaten: int
    omschrijvingen: int


@transaction.atomic
def load_selectielijst(
    *, procestypen: Iterable[Item], resultaten: Iterable[Item], omschrijvingen: Iterable[Item] = (), actor: Actor
) -> Loaded:
    """Take over the items of the three files. What zaaktypen rely on stays, also when a newer list has it no more."""
    actor.require("catalogi.manage")
    try:
        put(Procestype, [read_procestype(each) for each in procestypen])
        put(Selectielijstresultaat, [read_resultaat(each) for each in resultaten])
        put(Resultaattypeomschrijving, [read_omschrijving(each) for each in omschrijvingen])
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise SelectielijstNotRead(uitleg=f"{type(error).__name__}: {error}"[:120]) from error
    audit.record(actor, "catalogi.load_selectielijst", subject=Ref("selectielijst", ""))
    return Loaded(
        Procestype.objects.count(), Selectielijstresultaat.objects.count(), Resultaattypeomschrijving.objects.count()
    )


def put(model: Any, rows: list[Any]) -> None:
    """Insert what is new, change what is known."""
    fields = [field.name for field in model._meta.local_fields if not field.primary_key]
    model.objects.bulk_create(rows, update_conflicts=True, unique_fields=["id"], update_fields=fields)


def key_of(text: str) -> UUID:
    """The key of an item; the files hold it by itself or at the end of an address."""
    return UUID(text.rstrip("/").rpartition("/")[2])


def read_procestype(item: Item) -> Procestype:
    """A process."""
    return Procestype(
        id=key_of(item["url"]),
        nummer=int(item["nummer"]),
        jaar=int(item.get("jaar") or 0),
        naam=item["naam"],
        omschrijving=item.get("omschrijving") or "",
        toelichting=item.get("toelichting") or "",
        procesobject=item.get("procesobject") or "",
    )


def read_resultaat(item: Item) -> Selectielijstresultaat:
    """How a process can end."""
    return Selectielijstresultaat(
        id=key_of(item["url"]),
        procestype_id=key_of(item["procesType"]),
        nummer=int(item["nummer"]),
        volledig_nummer=item["volledigNummer"],
        generiek=bool(item.get("generiek")),
        specifiek=bool(item.get("specifiek")),
        naam=item["naam"],
        omschrijving=item.get("omschrijving") or "",
        herkomst=item.get("herkomst") or "",
        waardering=item["waardering"],
        procestermijn=item.get("procestermijn") or "",
        procestermijn_weergave=item.get("procestermijnWeergave") or "",
        procestermijn_opmerking=item.get("procestermijnOpmerking") or "",
        bewaartermijn=item.get("bewaartermijn") or "",
        toelichting=item.get("toelichting") or "",
        taakgebieden=[name for name in TAAKGEBIEDEN if item.get(name)],
    )


def read_omschrijving(item: Item) -> Resultaattypeomschrijving:
    """A generic word for a result."""
    return Resultaattypeomschrijving(
        id=key_of(item["url"]),
        omschrijving=item["omschrijving"],
        definitie=item.get("definitie") or "",
        opmerking=item.get("opmerking") or "",
    )
