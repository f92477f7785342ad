"""What identifies the object of a zaak: fields of its own for each sort of object (objectIdentificatie)."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import UNSET, UnsetType

from stoep.api.zgw.zaken.betrokkenen import BETROKKENEN, RolNatuurlijkPersoon, RolNietNatuurlijkPersoon
from stoep.foundation.rest import Anything, Number, Text, Wire, choice

INRICHTINGSELEMENTEN = (
    "bak",
    "bord",
    "installatie",
    "kast",
    "mast",
    "paal",
    "sensor",
    "straatmeubilair",
    "waterinrichtingselement",
    "weginrichtingselement",
)
KUNSTWERKDELEN = (
    "keermuur",
    "overkluizing",
    "duiker",
    "faunavoorziening",
    "vispassage",
    "bodemval",
    "coupure",
    "ponton",
    "voorde",
    "hoogspanningsmast",
    "gemaal",
    "perron",
    "sluis",
    "strekdam",
    "steiger",
    "stuw",
)
SPOORBAANDELEN = (
    "breedspoor",
    "normaalspoor",
    "smalspoor",
    "spoorbaan",
)
WATERDELEN = (
    "zee",
    "waterloop",
    "watervlakte",
    "greppel_droge_sloot",
)


class ObjectAdres(Wire, kw_only=True):
    """What identifies an object of the sort adres."""

    identificatie: Annotated[str, Text(100)]
    wpl_woonplaats_naam: Annotated[str, Text(80)]
    gor_openbare_ruimte_naam: Annotated[str, Text(80)]
    huisnummer: Annotated[int, Number(0, maximum=99999)]
    huisletter: Annotated[str, Text(1, blank=True)] = ""
    huisnummertoevoeging: Annotated[str, Text(4, blank=True)] = ""
    postcode: Annotated[str, Text(7, blank=True)] = ""


class ObjectBuurt(Wire, kw_only=True):
    """What identifies an object of the sort buurt."""

    buurt_code: Annotated[str, Text(2)]
    buurt_naam: Annotated[str, Text(40)]
    gem_gemeente_code: Annotated[str, Text(4)]
    wyk_wijk_code: Annotated[str, Text(2)]


class ObjectGemeente(Wire, kw_only=True):
    """What identifies an object of the sort gemeente."""

    gemeente_naam: Annotated[str, Text(80)]
    gemeente_code: Annotated[str, Text(4)]


class ObjectGemeentelijkeOpenbareRuimte(Wire, kw_only=True):
    """What identifies an object of the sort gemeentelijke openbare ruimte."""

    identificatie: Annotated[str, Text(100)]
    openbare_ruimte_naam: Annotated[str, Text(80)]


class TerreinGebouwdObjectAdres(Wire, kw_only=True):
    """A part of what identifies an object: terrein gebouwd object adres."""

    num_identificatie: Annotated[str, Text(100, blank=True)] = ""
    oao_identificatie: Annotated[str, Text(100)]
    wpl_woonplaats_naam: Annotated[str, Text(80)]
    gor_openbare_ruimte_naam: Annotated[str, Text(80)]
    aoa_postcode: Annotated[str, Text(7, blank=True)] = ""
    aoa_huisnummer: Annotated[int, Number(0, maximum=99999)]
    aoa_huisletter: Annotated[str, Text(1, blank=True)] = ""
    aoa_huisnummertoevoeging: Annotated[str, Text(4, blank=True)] = ""
    ogo_locatie_aanduiding: Annotated[str, Text(100, blank=True)] = ""


class ObjectTerreinGebouwdObject(Wire, kw_only=True):
    """What identifies an object of the sort terrein gebouwd object."""

    identificatie: Annotated[str, Text(100)]
    adres_aanduiding_grp: TerreinGebouwdObjectAdres | None = None


class ObjectHuishouden(Wire, kw_only=True):
    """What identifies an object of the sort huishouden."""

    nummer: Annotated[str, Text(12)]
    is_gehuisvest_in: ObjectTerreinGebouwdObject | None = None


class ObjectInrichtingselement(Wire, kw_only=True):
    """What identifies an object of the sort inrichtingselement."""

    type: Annotated[str, choice(INRICHTINGSELEMENTEN)]
    identificatie: Annotated[str, Text(100)]
    naam: Annotated[str, Text(500, blank=True)] = ""


class ObjectKadastraleOnroerendeZaak(Wire, kw_only=True):
    """What identifies an object of the sort kadastrale onroerende zaak."""

    kadastrale_identificatie: Annotated[str, Text(100)]
    kadastrale_aanduiding: Annotated[str, Text(1000)]


class ObjectKunstwerkdeel(Wire, kw_only=True):
    """What identifies an object of the sort kunstwerkdeel."""

    type: Annotated[str, choice(KUNSTWERKDELEN)]
    identificatie: Annotated[str, Text(100)]
    naam: Annotated[str, Text(80)]


class ObjectMaatschappelijkeActiviteit(Wire, kw_only=True):
    """What identifies an object of the sort maatschappelijke activiteit."""

    kvk_nummer: Annotated[str, Text(8)]
    handelsnaam: Annotated[str, Text(200)]


class ObjectOpenbareRuimte(Wire, kw_only=True):
    """What identifies an object of the sort openbare ruimte."""

    identificatie: Annotated[str, Text(100)]
    wpl_woonplaats_naam: Annotated[str, Text(80)]
    gor_openbare_ruimte_naam: Annotated[str, Text(80)]


class ObjectOverige(Wire, kw_only=True):
    """What identifies an object of the sort overige."""

    overige_data: Annotated[dict[str, Any], Anything({"type": "object"}, only=dict)]


class ObjectPand(Wire, kw_only=True):
    """What identifies an object of the sort pand."""

    identificatie: Annotated[str, Text(100)]


class ObjectSpoorbaandeel(Wire, kw_only=True):
    """What identifies an object of the sort spoorbaandeel."""

    type: Annotated[str, choice(SPOORBAANDELEN)]
    identificatie: Annotated[str, Text(100)]
    naam: Annotated[str, Text(500, blank=True)] = ""


class ObjectTerreindeel(Wire, kw_only=True):
    """What identifies an object of the sort terreindeel."""

    type: Annotated[str, Text(40)]
    identificatie: Annotated[str, Text(100)]
    naam: Annotated[str, Text(500, blank=True)] = ""


class ObjectWaterdeel(Wire, kw_only=True):
    """What identifies an object of the sort waterdeel."""

    type_waterdeel: Annotated[str, choice(WATERDELEN)]
    identificatie: Annotated[str, Text(100)]
    naam: Annotated[str, Text(500, blank=True)] = ""


class ObjectWegdeel(Wire, kw_only=True):
    """What identifies an object of the sort wegdeel."""

    type: Annotated[str, Text(100)]
    identificatie: Annotated[str, Text(100)]
    naam: Annotated[str, Text(500, blank=True)] = ""


class ObjectWijk(Wire, kw_only=True):
    """What identifies an object of the sort wijk."""

    wijk_code: Annotated[str, Text(2)]
    wijk_naam: Annotated[str, Text(40)]
    gem_gemeente_code: Annotated[str, Text(4)]


class ObjectWoonplaats(Wire, kw_only=True):
    """What identifies an object of the sort woonplaats."""

    identificatie: Annotated[str, Text(100)]
    woonplaats_naam: Annotated[str, Text(80)]


class WozObjectAdres(Wire, kw_only=True):
    """A part of what identifies an object: woz object adres."""

    aoa_identificatie: Annotated[str, Text(100)]
    wpl_woonplaats_naam: Annotated[str, Text(80)]
    gor_openbare_ruimte_naam: Annotated[str, Text(80)]
    aoa_postcode: Annotated[str, Text(7, blank=True)] = ""
    aoa_huisnummer: Annotated[int, Number(0, maximum=99999)]
    aoa_huisletter: Annotated[str, Text(1, blank=True)] = ""
    aoa_huisnummertoevoeging: Annotated[str, Text(4, blank=True)] = ""
    locatie_omschrijving: Annotated[str, Text(1000, blank=True)] = ""


class ObjectWozObject(Wire, kw_only=True):
    """What identifies an object of the sort woz object."""

    woz_object_nummer: Annotated[str, Text(100)]
    aanduiding_woz_object: WozObjectAdres | None = None


class ObjectWozDeelobject(Wire, kw_only=True):
    """What identifies an object of the sort woz deelobject."""

    nummer_woz_deel_object: Annotated[str, Text(6)]
    is_onderdeel_van: ObjectWozObject | UnsetType = UNSET


class ObjectWozWaarde(Wire, kw_only=True):
    """What identifies an object of the sort woz waarde."""

    waardepeildatum: Annotated[str, Text(9)]
    is_voor: ObjectWozObject | UnsetType = UNSET


class ZakelijkRechtHeeftAlsGerechtigde(Wire, kw_only=True):
    """A part of what identifies an object: zakelijk recht heeft als gerechtigde."""

    natuurlijk_persoon: RolNatuurlijkPersoon | UnsetType = UNSET
    niet_natuurlijk_persoon: RolNietNatuurlijkPersoon | UnsetType = UNSET


class ObjectZakelijkRecht(Wire, kw_only=True):
    """What identifies an object of the sort zakelijk recht."""

    identificatie: Annotated[str, Text(100)]
    avg_aard: Annotated[str, Text(1000)]
    heeft_betrekking_op: ObjectKadastraleOnroerendeZaak | UnsetType = UNSET
    heeft_als_gerechtigde: ZakelijkRechtHeeftAlsGerechtigde | UnsetType = UNSET


OBJECTEN: dict[str, type[Wire]] = {
    **BETROKKENEN,
    "adres": ObjectAdres,
    "buurt": ObjectBuurt,
    "gemeente": ObjectGemeente,
    "gemeentelijke_openbare_ruimte": ObjectGemeentelijkeOpenbareRuimte,
    "terrein_gebouwd_object": ObjectTerreinGebouwdObject,
    "huishouden": ObjectHuishouden,
    "inrichtingselement": ObjectInrichtingselement,
    "kadastrale_onroerende_zaak": ObjectKadastraleOnroerendeZaak,
    "kunstwerkdeel": ObjectKunstwerkdeel,
    "maatschappelijke_activiteit": ObjectMaatschappelijkeActiviteit,
    "openbare_ruimte": ObjectOpenbareRuimte,
    "overige": ObjectOverige,
    "pand": ObjectPand,
    "spoorbaandeel": ObjectSpoorbaandeel,
    "terreindeel": ObjectTerreindeel,
    "waterdeel": ObjectWaterdeel,
    "wegdeel": ObjectWegdeel,
    "wijk": ObjectWijk,
    "woonplaats": ObjectWoonplaats,
    "woz_object": ObjectWozObject,
    "woz_deelobject": ObjectWozDeelobject,
    "woz_waarde": ObjectWozWaarde,
    "zakelijk_recht": ObjectZakelijkRecht,
}
