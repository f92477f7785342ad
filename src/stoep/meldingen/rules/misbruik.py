"""Whether a report looks like abuse: a sum of hints, each with its points and its reason in words. Pure.

No hint alone decides, but for a field that people cannot see: somebody in a hurry, a school behind one connection and
a link to a photo are all quite normal. Nothing is refused by it: a colleague decides.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

THRESHOLD = 5
LINK = re.compile(r"(https?://|www\.)\S+|\b\w[\w-]*\.(com|net|ru|top|xyz|shop|info|online)\b", re.IGNORECASE)
SAME_TEXT, MANY_MAILS, MANY_FROM_NETWORK = 4, 6, 20
QUICK_SECONDS = 3.0

LOKVELD, TE_SNEL = "lokveld", "te_snel"
HINTS = {
    LOKVELD: (5, "Een veld dat mensen niet zien, was ingevuld."),
    TE_SNEL: (2, "De melding was sneller ingevuld dan een mens kan."),
}


@dataclass(frozen=True, slots=True)
class Sporen:
    """What is known of how a report came about."""

    tekst: str = ""
    hints: Collection[str] = ()
    zelfde_tekst: int = 0
    zelfde_email: int = 0
    zelfde_netwerk: int = 0


@dataclass(frozen=True, slots=True)
class Oordeel:
    """How suspicious it is, and why."""

    punten: int
    redenen: tuple[str, ...]

    @property
    def is_verdacht(self) -> bool:
        """True when a colleague must look first."""
        return self.punten >= THRESHOLD


def judge(sporen: Sporen) -> Oordeel:
    """Add up the hints."""
    found = [HINTS[hint] for hint in dict.fromkeys(sporen.hints) if hint in HINTS]
    links = len(LINK.findall(sporen.tekst))
    if links:
        found.append((4 if links > 1 else 2, f"In de tekst staan links ({links})."))
    if sporen.zelfde_tekst >= SAME_TEXT:
        found.append((3, f"Dezelfde tekst kwam al {sporen.zelfde_tekst} keer binnen, voor andere plekken."))
    if sporen.zelfde_email >= MANY_MAILS:
        found.append((3, f"Van dit e-mailadres kwamen {sporen.zelfde_email} meldingen in een uur."))
    if sporen.zelfde_netwerk >= MANY_FROM_NETWORK:
        found.append((2, f"Van deze internetverbinding kwamen {sporen.zelfde_netwerk} meldingen in een uur."))
    return Oordeel(sum(punten for punten, _reden in found), tuple(reden for _punten, reden in found))


def hints_of(*, lokveld: str, seconden: float | None) -> list[str]:
    """The hints of one form: was the hidden field filled in, was it quicker than anybody types. No time is no hint."""
    hints = [LOKVELD] if lokveld.strip() else []
    if seconden is not None and seconden < QUICK_SECONDS:
        hints.append(TE_SNEL)
    return hints
