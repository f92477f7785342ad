"""What identifies a betrokkene: fields of its own for each sort of party (betrokkeneIdentificatie)."""

from __future__ import annotations

from typing import Annotated

from msgspec import field

from stoep.foundation.numbers import Bsn
from stoep.foundation.rest import Many, Number, Pattern, Text, Wire, choice

GESLACHT = (
    "m",
    "v",
    "o",
)
RECHTSVORMEN = (
    "besloten_vennootschap",
    "cooperatie_europees_economische_samenwerking",
    "europese_cooperatieve_venootschap",
    "europese_naamloze_vennootschap",
    "kerkelijke_organisatie",
    "naamloze_vennootschap",
    "onderlinge_waarborg_maatschappij",
    "overig_privaatrechtelijke_rechtspersoon",
    "stichting",
    "vereniging",
    "vereniging_van_eigenaars",
    "publiekrechtelijke_rechtspersoon",
    "vennootschap_onder_firma",
    "maatschap",
    "rederij",
    "commanditaire_vennootschap",
    "kapitaalvennootschap_binnen_eer",
    "overige_buitenlandse_rechtspersoon_vennootschap",
    "kapitaalvennootschap_buiten_eer",
)


class VerblijfsAdres(Wire, kw_only=True):
    """Where somebody lives."""

    aoa_identificatie: Annotated[str, Text(100)]
    wpl_woonplaats_naam: Annotated[str, Text(80)]
    gor_openbare_ruimte_naam: Annotated[str, Text(80)]
    aoa_postcode: Annotated[str, Text(7, blank=True)] = ""
    aoa_huisnummer: Annotated[int, Number(0, maximum=99999)]
    aoa_huisletter: Annotated[str, Text(1, blank=True)] = ""
    aoa_huisnummertoevoeging: Annotated[str, Text(4, blank=True)] = ""
    inp_locatiebeschrijving: Annotated[str, Text(1000, blank=True)] = ""


class SubVerblijfBuitenland(Wire, kw_only=True):
    """Where somebody lives abroad."""

    lnd_landcode: Annotated[str, Text(4)]
    lnd_landnaam: Annotated[str, Text(40)]
    sub_adres_buitenland_1: Annotated[str, Text(35, blank=True)] = field(default="", name="subAdresBuitenland_1")
    sub_adres_buitenland_2: Annotated[str, Text(35, blank=True)] = field(default="", name="subAdresBuitenland_2")
    sub_adres_buitenland_3: Annotated[str, Text(35, blank=True)] = field(default="", name="subAdresBuitenland_3")


class RolNatuurlijkPersoon(Wire, kw_only=True):
    """What identifies a natural person."""

    inp_bsn: Annotated[str, Pattern(9, blank=True, accepts=Bsn.is_valid)] = ""
    anp_identificatie: Annotated[str, Text(17, blank=True)] = ""
    inp_a_nummer: Annotated[str, Pattern(10, blank=True, pattern=r"[1-9][0-9]{9}")] = field(
        default="", name="inpA_nummer"
    )
    geslachtsnaam: Annotated[str, Text(200, blank=True)] = ""
    voorvoegsel_geslachtsnaam: Annotated[str, Text(80, blank=True)] = ""
    voorletters: Annotated[str, Text(20, blank=True)] = ""
    voornamen: Annotated[str, Text(200, blank=True)] = ""
    geslachtsaanduiding: Annotated[str, choice(GESLACHT, blank=True)] = ""
    geboortedatum: Annotated[str, Text(18, blank=True)] = ""
    verblijfsadres: VerblijfsAdres | None = None
    sub_verblijf_buitenland: SubVerblijfBuitenland | None = None


class RolNietNatuurlijkPersoon(Wire, kw_only=True):
    """What identifies an organisation."""

    inn_nnp_id: Annotated[str, Text(9, blank=True)] = ""
    ann_identificatie: Annotated[str, Text(17, blank=True)] = ""
    statutaire_naam: Annotated[str, Text(500, blank=True)] = ""
    inn_rechtsvorm: Annotated[str, choice(RECHTSVORMEN, blank=True)] = ""
    bezoekadres: Annotated[str, Text(1000, blank=True)] = ""
    sub_verblijf_buitenland: SubVerblijfBuitenland | None = None


class RolVestiging(Wire, kw_only=True):
    """What identifies an establishment of an enterprise."""

    vestigings_nummer: Annotated[str, Text(24, blank=True)] = ""
    handelsnaam: Annotated[list[str], Many(Text(625, blank=True))] = []
    verblijfsadres: VerblijfsAdres | None = None
    sub_verblijf_buitenland: SubVerblijfBuitenland | None = None
    kvk_nummer: Annotated[str, Text(8, blank=True)] = ""


class RolOrganisatorischeEenheid(Wire, kw_only=True):
    """What identifies a department."""

    identificatie: Annotated[str, Text(24, blank=True)] = ""
    naam: Annotated[str, Text(50, blank=True)] = ""
    is_gehuisvest_in: Annotated[str, Text(24, blank=True)] = ""


class RolMedewerker(Wire, kw_only=True):
    """What identifies an employee."""

    identificatie: Annotated[str, Text(24, blank=True)] = ""
    achternaam: Annotated[str, Text(200, blank=True)] = ""
    voorletters: Annotated[str, Text(20, blank=True)] = ""
    voorvoegsel_achternaam: Annotated[str, Text(10, blank=True)] = ""


BETROKKENEN: dict[str, type[Wire]] = {
    "medewerker": RolMedewerker,
    "natuurlijk_persoon": RolNatuurlijkPersoon,
    "niet_natuurlijk_persoon": RolNietNatuurlijkPersoon,
    "organisatorische_eenheid": RolOrganisatorischeEenheid,
    "vestiging": RolVestiging,
}
