"""The open data: what each field is called and means. What is not here is not given to anybody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

LICENTIE: Final = "https://creativecommons.org/publicdomain/zero/1.0/deed.nl"
VELDEN: Final[dict[str, tuple[str, str]]] = {
    "nummer": ("tekst", "Openbaar nummer van de melding. Het verandert nooit."),
    "url": ("adres", "De pagina van de melding."),
    "hoofdcategorie": ("code", "Onderwerp, in grote lijnen."),
    "categorie": ("code", "Onderwerp, precies."),
    "categorie_naam": ("tekst", "Naam van het onderwerp."),
    "gebied": ("code", "Wijk of dorp. Leeg als de plek in geen van beide ligt."),
    "gebied_naam": ("tekst", "Naam van de wijk of het dorp."),
    "plek": ("tekst", "Straat en plaats, zonder huisnummer. Leeg als wij die niet weten."),
    "plek_precies": ("ja/nee", "Ja: de coördinaten zijn zoals gemeld. Nee: het midden van een vak van 200 meter."),
    "stand": ("code", "nieuw, bezig, gepland, elders (bij een ander) of klaar."),
    "uitvoering_open": ("ja/nee", "Of er nog werk is."),
    "gemeld_op": ("datum", "Dag van de melding."),
    "norm_op": ("datum", "Dag waarop wij klaar willen zijn volgens onze norm."),
    "gepland_op": ("datum", "Dag waarop het werk is ingepland, als dat zo is."),
    "afgehandeld_op": ("datum", "Dag waarop de melding is afgehandeld. Leeg als dat nog niet zo is."),
    "gewijzigd_op": ("moment", "Laatste wijziging van deze regel, in UTC."),
    "lon": ("getal", "Lengtegraad (WGS84). In GeoJSON staat de plek in geometry."),
    "lat": ("getal", "Breedtegraad (WGS84)."),
}


def csv_line(values: Iterable[object]) -> str:
    """One line as RFC 4180 wants it."""
    return ",".join(csv_cell(value) for value in values) + "\r\n"


def csv_cell(value: object) -> str:
    """A value, in quotes where that is needed; a spreadsheet never takes it for a formula."""
    text = "" if value is None else "ja" if value is True else "nee" if value is False else str(value)
    if text[:1] in "=+@\t" and text:
        text = "'" + text
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in ',"\r\n') else text


def as_feature(values: Mapping[str, object]) -> dict[str, object]:
    """A report as a GeoJSON feature (RFC 7946)."""
    properties = {name: value for name, value in values.items() if name not in ("lon", "lat")}
    return {
        "type": "Feature",
        "id": values["nummer"],
        "geometry": {"type": "Point", "coordinates": [values["lon"], values["lat"]]},
        "properties": properties,
    }
