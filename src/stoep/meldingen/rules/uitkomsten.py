"""How a report can end: the outcome that a colleague chooses, and the result that the zaak gets."""

from __future__ import annotations

RESULTAAT_OF = {
    "opgelost": "Opgelost",
    "niet_gevonden": "Niet gevonden",
    "niet_voor_gemeente": "Niet voor de gemeente",
    "dubbel": "Dubbel",
}
