"""Which map this installation uses: PDOK's, or that of Havendam."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from stoep.gebieden import ports
from stoep.koppelingen.pdok.havendam import HavendamAdreszoeker
from stoep.koppelingen.pdok.locatieserver import Locatieserver
from stoep.koppelingen.pdok.tegels import BrtTegels, HavendamTegels


class SimulatorRefused(Exception):
    """A real municipality may not be served by the map of an invented one."""


@dataclass(frozen=True, slots=True)
class Kaartkeuze:
    """The settings that choose the map."""

    source: str
    tiles_url: str
    addresses_url: str
    municipality_code: str
    is_production: bool
    geografie: Path
    keep_in: Path


def bind_kaart(keuze: Kaartkeuze) -> None:
    """Let the chosen map serve the ports of gebieden."""
    if keuze.source == "pdok":
        ports.bind_adreszoeker(Locatieserver(keuze.addresses_url, keuze.municipality_code))
        ports.bind_tegelbron(BrtTegels(keuze.tiles_url))
        return
    if keuze.is_production:
        raise SimulatorRefused("De kaart van Havendam is verzonnen. Zet STOEP_MAP_SOURCE op pdok.")
    ports.bind_adreszoeker(HavendamAdreszoeker(keuze.geografie))
    ports.bind_tegelbron(HavendamTegels(keuze.geografie, keuze.keep_in))
