"""The words with which a visit on the street is written down. Pure."""

from __future__ import annotations

# The act of meldingen that an outcome is; what is not here sends no standard text.
HANDELING_OF = {"gedaan": "opgelost", "niet_gevonden": "niet_gevonden", "inplannen": "ingepland"}


def note_of(uitkomst: str, moment: str, notitie: str, waarom_niet: str = "") -> str:
    """`Gezien, om 10.14 uur.` with below it what the inspector wrote, and why it could not be carried out."""
    lines = [f"{uitkomst}, om {moment} uur." if moment else f"{uitkomst}."]
    if notitie:
        lines.append(notitie)
    if waarom_niet:
        lines.append(f"Dit is niet uitgevoerd. {waarom_niet}")
    return "\n\n".join(lines)
