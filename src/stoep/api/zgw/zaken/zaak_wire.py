"""A zaak on the wire: what it holds, and by what it can be found. What goes out is made by `kept_form`."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from msgspec import UNSET, UnsetType, field

from stoep.api.zgw.links import Link, exists_in
from stoep.api.zgw.zaken.identified import ZaakIdentifiedFilter
from stoep.api.zgw.zaken.reading import ZAAK, OwnUuid, Url
from stoep.catalogi.models import (
    AardRelatie,
    Archiefnominatie,
    OmschrijvingGeneriekRol,
    Vertrouwelijkheidaanduiding,
    Zaaktype,
)
from stoep.foundation.numbers import Rsin
from stoep.foundation.rest import (
    Anything,
    Choice,
    Day,
    Duration,
    Many,
    Moment,
    Number,
    Pattern,
    Text,
    Uri,
    Uuid,
    Wire,
    choice,
)
from stoep.zaken.models import Archiefstatus, Betalingsindicatie, BetrokkeneType

ZAAKTYPE = Link("catalogi", "zaaktypen", max_length=1000, exists=exists_in(Zaaktype))
RSIN = Pattern(9, accepts=Rsin.is_valid)
MAYBE_RSIN = Pattern(9, blank=True, accepts=Rsin.is_valid)
URLS = Many(Uri(1000, 1), read_only=True)
GEOMETRIES = ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection")
GEOMETRY = Anything(
    {
        "type": "object",
        "required": ["type"],
        "properties": {
            "type": {"type": "string", "enum": list(GEOMETRIES)},
            "coordinates": {"type": "array", "items": {}},
            "geometries": {"type": "array", "items": {"type": "object"}},
        },
    },
    only=dict,
)
ORDERED_BY = ("startdatum", "einddatum", "publicatiedatum", "archiefactiedatum", "registratiedatum", "identificatie")
ORDERINGS: Choice = choice(sign + name for name in ORDERED_BY for sign in ("", "-"))
ARCHIEFNOMINATIES: Choice = choice(Archiefnominatie.values)
ARCHIEFSTATUSSEN: Choice = choice(Archiefstatus.values)
LEVELS: Choice = choice(Vertrouwelijkheidaanduiding.values)


class Verlenging(Wire, kw_only=True):
    """Dat de termijn langer is geworden."""

    reden: Annotated[str, Text(200, blank=True)]
    duur: Annotated[str | None, Duration()]


class Opschorting(Wire, kw_only=True):
    """Of de termijn stilstaat."""

    indicatie: bool
    reden: Annotated[str, Text(200, blank=True)]


class Processobject(Wire, kw_only=True):
    """Het object waarvan de bewaartermijn afhangt."""

    datumkenmerk: Annotated[str, Text(250, blank=True)]
    identificatie: Annotated[str, Text(250, blank=True)]
    objecttype: Annotated[str, Text(250, blank=True)]
    registratie: Annotated[str, Text(250, blank=True)]


class RelevanteZaak(Wire, kw_only=True):
    """Een andere zaak die van belang is."""

    url: Annotated[str, Link("zaken", "zaken", max_length=1000, exists=ZAAK.exists)]
    aard_relatie: Annotated[str, choice(AardRelatie.values)]


class ZaakKenmerk(Wire, kw_only=True):
    """Onder welk nummer een zaak elders bekend is."""

    kenmerk: Annotated[str, Text(40)]
    bron: Annotated[str, Text(40)]


class Zaak(Wire, kw_only=True):
    """Een samenhangende hoeveelheid werk met een aanleiding en een eindresultaat."""

    url: Url
    uuid: OwnUuid
    identificatie: Annotated[str | UnsetType, Text(40, blank=True)] = UNSET
    bronorganisatie: Annotated[str, RSIN]
    omschrijving: Annotated[str | UnsetType, Text(80, blank=True)] = UNSET
    toelichting: Annotated[str | UnsetType, Text(1000, blank=True)] = UNSET
    zaaktype: Annotated[str, ZAAKTYPE]
    registratiedatum: Annotated[date | UnsetType, Day()] = UNSET
    verantwoordelijke_organisatie: Annotated[str, RSIN]
    startdatum: Annotated[date, Day()]
    einddatum: Annotated[date | None, Day(read_only=True)]
    einddatum_gepland: Annotated[date | UnsetType | None, Day()] = UNSET
    uiterlijke_einddatum_afdoening: Annotated[date | UnsetType | None, Day()] = UNSET
    publicatiedatum: Annotated[date | UnsetType | None, Day()] = UNSET
    communicatiekanaal: Annotated[str | UnsetType, Uri(1000, blank=True)] = UNSET
    producten_of_diensten: Annotated[list[str] | UnsetType, Many(Uri(1000))] = UNSET
    vertrouwelijkheidaanduiding: Annotated[str | UnsetType, LEVELS] = UNSET
    betalingsindicatie: Annotated[str | UnsetType, choice(Betalingsindicatie.values, blank=True)] = UNSET
    betalingsindicatie_weergave: Annotated[str, Text(read_only=True)]
    laatste_betaaldatum: Annotated[datetime | UnsetType | None, Moment()] = UNSET
    zaakgeometrie: Annotated[dict[str, Any] | UnsetType | None, GEOMETRY] = UNSET
    verlenging: Verlenging | UnsetType | None = UNSET
    opschorting: Opschorting | UnsetType | None = UNSET
    selectielijstklasse: Annotated[str | UnsetType, Uri(1000, blank=True)] = UNSET
    hoofdzaak: Annotated[str | UnsetType | None, ZAAK] = UNSET
    deelzaken: Annotated[list[str], URLS]
    relevante_andere_zaken: list[RelevanteZaak] | UnsetType = UNSET
    eigenschappen: Annotated[list[str], URLS]
    rollen: Annotated[list[str], URLS]
    status: Annotated[str | None, Uri(1000, 1, read_only=True)]
    zaakinformatieobjecten: Annotated[list[str], URLS]
    zaakobjecten: Annotated[list[str], URLS]
    kenmerken: list[ZaakKenmerk] | UnsetType = UNSET
    archiefnominatie: Annotated[str | UnsetType | None, choice(Archiefnominatie.values, blank=True)] = UNSET
    archiefstatus: Annotated[str | UnsetType, ARCHIEFSTATUSSEN] = UNSET
    archiefactiedatum: Annotated[date | UnsetType | None, Day()] = UNSET
    resultaat: Annotated[str | None, Uri(1000, 1, read_only=True)]
    opdrachtgevende_organisatie: Annotated[str | UnsetType, MAYBE_RSIN] = UNSET
    processobjectaard: Annotated[str | UnsetType | None, Text(200, blank=True)] = UNSET
    startdatum_bewaartermijn: Annotated[date | UnsetType | None, Day()] = UNSET
    processobject: Processobject | UnsetType | None = UNSET
    expanded: Annotated[dict[str, Any] | UnsetType, Anything({"type": "object"}, read_only=True)] = field(
        default=UNSET, name="_expand"
    )


class ZaakWanted(ZaakIdentifiedFilter, kw_only=True):
    """By what zaken can be found; a name is that of the model's field, with the way of comparing."""

    identificatie: Annotated[str | None, Text()] = None
    bronorganisatie: Annotated[str | None, Text()] = None
    bronorganisatie__in: Annotated[list[str] | None, Many(Text())] = None
    zaaktype: Annotated[str | None, Link("catalogi", "zaaktypen")] = None
    archiefnominatie: Annotated[str | None, ARCHIEFNOMINATIES] = None
    archiefnominatie__in: Annotated[list[str] | None, Many(ARCHIEFNOMINATIES)] = None
    archiefactiedatum: date | None = None
    archiefactiedatum__isnull: bool | None = None
    archiefactiedatum__lt: date | None = None
    archiefactiedatum__gt: date | None = None
    archiefstatus: Annotated[str | None, ARCHIEFSTATUSSEN] = None
    archiefstatus__in: Annotated[list[str] | None, Many(ARCHIEFSTATUSSEN)] = None
    startdatum: date | None = None
    startdatum__gt: date | None = None
    startdatum__gte: date | None = None
    startdatum__lt: date | None = None
    startdatum__lte: date | None = None
    registratiedatum: date | None = None
    registratiedatum__gt: date | None = None
    registratiedatum__lt: date | None = None
    einddatum: date | None = None
    einddatum__isnull: bool | None = None
    einddatum__gt: date | None = None
    einddatum__lt: date | None = None
    einddatum_gepland: date | None = None
    einddatum_gepland__gt: date | None = None
    einddatum_gepland__lt: date | None = None
    uiterlijke_einddatum_afdoening: date | None = None
    uiterlijke_einddatum_afdoening__gt: date | None = None
    uiterlijke_einddatum_afdoening__lt: date | None = None
    rol__betrokkene_type: Annotated[str | None, choice(BetrokkeneType.values)] = None
    rol__betrokkene: Annotated[str | None, Uri()] = None
    rol__omschrijving_generiek: Annotated[str | None, choice(OmschrijvingGeneriekRol.values)] = None
    maximale_vertrouwelijkheidaanduiding: Annotated[str | None, LEVELS] = None
    expand: Annotated[str | None, Text()] = None


class ZaakFilter(ZaakWanted, kw_only=True):
    """Filters of the list of zaken."""

    ordering: Annotated[list[str] | None, Many(ORDERINGS)] = None
    page: Annotated[int, Number(1)] = 1


class GeoWithin(Wire, kw_only=True):
    """Waarbinnen een zaak ligt."""

    within: Annotated[dict[str, Any] | None, GEOMETRY] = None


class ZaakZoek(ZaakWanted, kw_only=True):
    """What is searched by; as a body, so that an area fits in it and no person stands in an address."""

    zaakgeometrie: GeoWithin | None = None
    uuid__in: Annotated[list[Any] | None, Many(Uuid())] = None
    zaaktype__in: Annotated[list[str] | None, Many(Link("catalogi", "zaaktypen"))] = None
    ordering: Annotated[str | None, ORDERINGS] = None


class ExpandFilter(Wire, kw_only=True):
    """What of elsewhere is wanted along with a zaak."""

    expand: Annotated[str | None, Text()] = None


class PageOnly(Wire, kw_only=True):
    """Which page of what was found."""

    page: Annotated[int, Number(1)] = 1
