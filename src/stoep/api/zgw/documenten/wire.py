"""A document on the wire: what is given and what is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from msgspec import UNSET, UnsetType

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.documenten.reading import RSIN, Url, document_url
from stoep.api.zgw.links import Link, exists_in, id_of
from stoep.catalogi.models import Informatieobjecttype, Vertrouwelijkheidaanduiding
from stoep.documenten.models import (
    Algoritme,
    Bestandsdeel,
    Documentstatus,
    EnkelvoudigInformatieobject,
    SoortOndertekening,
    Versie,
)
from stoep.foundation.rest import Errors, Flag, Kind, Many, Moment, Number, Part, Text, Uri, Wire, choice, given
from stoep.foundation.rest.kinds import Schema, wrong
from stoep.foundation.rest.large import LargeText, decode_small

LARGEST_NUMBER = 9223372036854776000  # as the official file rounds 2**63 - 1


@dataclass(frozen=True)
class Size(Number):
    """A number of bytes."""

    def shape(self) -> Schema:
        """An integer of 64 bits."""
        return {"type": "integer", "format": "int64", "minimum": 0, "maximum": LARGEST_NUMBER}


@dataclass(frozen=True)
class Base64(Kind):
    """The content of a file in base64: bytes, or a file that decodes itself while it is read."""

    def read(self, value: Any, name: str, errors: Errors) -> Any:
        """Bytes when it is small."""
        if isinstance(value, LargeText):
            return value.as_base64(name)
        found = decode_small(value) if isinstance(value, str) else None
        if found is None:
            return wrong(name, errors, "Geef de inhoud in base64.")
        return found

    def shape(self) -> Schema:
        """A string with format byte."""
        return {"type": "string", "format": "byte"}


@dataclass(frozen=True)
class TypeLink(Link):
    """The address of an informatieobjecttype."""

    def shape(self) -> Schema:
        """As the norm has it."""
        return super().shape() | {"minLength": 1}


SOORT = TypeLink("catalogi", "informatieobjecttypen", max_length=200, exists=exists_in(Informatieobjecttype))
LEVEL = choice(Vertrouwelijkheidaanduiding.values, blank=True)


class Ondertekening(Wire, kw_only=True):
    """Hoe en wanneer het document is ondertekend."""

    soort: Annotated[str, choice(SoortOndertekening.values)]
    datum: date


class Integriteit(Wire, kw_only=True):
    """Waarmee is na te gaan of het document heel is."""

    algoritme: Annotated[str, choice(Algoritme.values)]
    waarde: Annotated[str, Text(128, 1)]
    datum: date


class BestandsDeel(Wire, kw_only=True):
    """Een deel van een groot bestand."""

    url: Url
    volgnummer: Annotated[int, Number(read_only=True)]
    omvang: Annotated[int, Number(read_only=True)]
    voltooid: Annotated[bool, Flag(read_only=True)]
    lock: str


class Beschrijving(Wire, kw_only=True):
    """What may be given about a document, and is shown."""

    identificatie: Annotated[str, Text(40, blank=True)] = ""
    bronorganisatie: Annotated[str, RSIN]
    creatiedatum: date
    titel: Annotated[str, Text(200, 1)]
    vertrouwelijkheidaanduiding: Annotated[str, LEVEL] = ""
    auteur: Annotated[str, Text(200, 1)]
    status: Annotated[str, choice(Documentstatus.values, blank=True)] = ""
    formaat: Annotated[str, Text(255, blank=True)] = ""
    taal: Annotated[str, Text(3, 3)]
    bestandsnaam: Annotated[str, Text(255, blank=True)] = ""
    bestandsomvang: Annotated[int | UnsetType | None, Size(0)] = UNSET
    link: Annotated[str, Uri(200, blank=True)] = ""
    beschrijving: Annotated[str, Text(1000, blank=True)] = ""
    ontvangstdatum: date | None = None
    verzenddatum: date | None = None
    indicatie_gebruiksrecht: Annotated[bool | UnsetType | None, Flag()] = UNSET
    verschijningsvorm: Annotated[str, Text(blank=True)] = ""
    ondertekening: Ondertekening | None = None
    integriteit: Integriteit | None = None
    informatieobjecttype: Annotated[str, SOORT]
    trefwoorden: Annotated[list[str], Many(Text(100))] = []


class EnkelvoudigInformatieObjectCreateLockRequest(Beschrijving, kw_only=True):
    """Een nieuw document."""

    inhoud: Annotated[str | UnsetType | None, Base64()] = UNSET


class EnkelvoudigInformatieObjectWithLockRequest(EnkelvoudigInformatieObjectCreateLockRequest, kw_only=True):
    """Een nieuwe versie van een document."""

    lock: Annotated[str, Text(min_length=1, write_only=True)]


class EnkelvoudigInformatieObject(Beschrijving, kw_only=True):
    """Een document."""

    url: Url
    versie: Annotated[int, Number(read_only=True)]
    begin_registratie: Annotated[datetime, Moment(read_only=True)]
    inhoud: Annotated[str | None, Uri()] = None
    locked: Annotated[bool, Flag(read_only=True)]
    bestandsdelen: Annotated[list[BestandsDeel], Many(Part(BestandsDeel), read_only=True)]


class EnkelvoudigInformatieObjectCreateLock(EnkelvoudigInformatieObject, kw_only=True):
    """Een document, met de vergrendeling als het bestand nog in delen komt."""

    lock: Annotated[str, Text(read_only=True)]


def values_in(body: EnkelvoudigInformatieObjectCreateLockRequest) -> dict[str, Any]:
    """What was given, as the commands have it."""
    values = given(body, "lock")
    if "informatieobjecttype" in values:
        values["informatieobjecttype_id"] = id_of(values.pop("informatieobjecttype"))
    for group in ("ondertekening", "integriteit"):
        if group in values:
            values |= in_columns(group, values.pop(group))
    return values


def in_columns(group: str, part: Ondertekening | Integriteit | None) -> dict[str, Any]:
    """A group of fields, each in its own column; empty when there is none."""
    names = ("soort", "datum") if group == "ondertekening" else ("algoritme", "waarde", "datum")
    empty = {"datum": None}
    return {f"{group}_{name}": getattr(part, name) if part is not None else empty.get(name, "") for name in names}


Delen = Mapping[UUID, Sequence[Bestandsdeel]]


def parts_of(documents: Sequence[EnkelvoudigInformatieobject]) -> Delen:
    """The parts that are still expected: one query, and only for documents that somebody holds."""
    found: dict[UUID, list[Bestandsdeel]] = {}
    held = [document.pk for document in documents if document.is_locked]
    if held:
        for deel in Bestandsdeel.objects.filter(informatieobject__in=held).order_by("volgnummer"):
            found.setdefault(deel.informatieobject_id, []).append(deel)
    return found


def show_documents(documents: Sequence[EnkelvoudigInformatieobject]) -> list[EnkelvoudigInformatieObject]:
    """Documents as the norm writes them, each in its latest version."""
    delen = parts_of(documents)
    return [
        EnkelvoudigInformatieObject(**shown(document, document.laatste_versie, delen.get(document.pk, ())))
        for document in documents
    ]


def show_version(document: EnkelvoudigInformatieobject, versie: Versie) -> EnkelvoudigInformatieObject:
    """A document in one of its versions."""
    return EnkelvoudigInformatieObject(**shown(document, versie, parts_of([document]).get(document.pk, ())))


def show_with_lock(document: EnkelvoudigInformatieobject) -> EnkelvoudigInformatieObjectCreateLock:
    """A document for who just wrote it, and so has its lock."""
    delen = parts_of([document]).get(document.pk, ())
    values = shown(document, document.laatste_versie, delen, lock=document.lock)
    return EnkelvoudigInformatieObjectCreateLock(**values, lock=document.lock)


def shown(
    document: EnkelvoudigInformatieobject, versie: Versie, delen: Sequence[Bestandsdeel], *, lock: str = ""
) -> dict[str, Any]:
    """What is shown of a document in a version. Its lock is shown to nobody but who gave it."""
    url = document_url(document.pk)
    return {
        **{name: getattr(versie, name) for name in OF_THE_VERSION},
        "url": url,
        "identificatie": document.identificatie,
        "bronorganisatie": document.bronorganisatie,
        "informatieobjecttype": url_of("catalogi", "informatieobjecttypen", document.informatieobjecttype_id),
        "indicatie_gebruiksrecht": document.indicatie_gebruiksrecht,
        "inhoud": f"{url}/download?versie={versie.versie}" if versie.sha256 else None,
        "ondertekening": Ondertekening(soort=versie.ondertekening_soort, datum=versie.ondertekening_datum)
        if versie.ondertekening_soort and versie.ondertekening_datum
        else None,
        "integriteit": Integriteit(
            algoritme=versie.integriteit_algoritme, waarde=versie.integriteit_waarde, datum=versie.integriteit_datum
        )
        if versie.integriteit_algoritme and versie.integriteit_datum
        else None,
        "locked": document.is_locked,
        "bestandsdelen": [show_part(deel, lock) for deel in delen],
    }


def show_part(deel: Bestandsdeel, lock: str = "") -> BestandsDeel:
    """A part that is expected, or came in."""
    return BestandsDeel(
        url=url_of("documenten", "bestandsdelen", deel.pk),
        volgnummer=deel.volgnummer,
        omvang=deel.omvang,
        voltooid=deel.is_voltooid,
        lock=lock,
    )


OF_THE_VERSION = (
    "creatiedatum",
    "titel",
    "vertrouwelijkheidaanduiding",
    "auteur",
    "status",
    "formaat",
    "taal",
    "versie",
    "begin_registratie",
    "bestandsnaam",
    "bestandsomvang",
    "link",
    "beschrijving",
    "ontvangstdatum",
    "verzenddatum",
    "verschijningsvorm",
    "trefwoorden",
)
