"""The roles a municipality starts with; each may be changed afterwards."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from stoep.toegang.actors import Grant, Vertrouwelijkheid

ZAAKVERTROUWELIJK = Vertrouwelijkheid.ZAAKVERTROUWELIJK
VERTROUWELIJK = Vertrouwelijkheid.VERTROUWELIJK
INTERN = Vertrouwelijkheid.INTERN


@dataclass(frozen=True, slots=True)
class Standaardrol:
    """A role as it is installed."""

    code: str
    naam: str
    omschrijving: str
    grants: tuple[Grant, ...]


def up_to(level: Vertrouwelijkheid, *rights: str) -> tuple[Grant, ...]:
    """Grants of these rights for all case types, up to a confidentiality."""
    return tuple(Grant(right, "*", level) for right in rights)


BEHANDELEN = (
    "meldingen.read", "meldingen.register", "zaken.read", "zaken.open", "zaken.assign", "zaken.set_status",
    "zaken.close", "zaken.extend", "zaken.suspend", "zaken.note", "documenten.read", "documenten.write",
    "documenten.change", "documenten.lock", "besluiten.read", "besluiten.create", "besluiten.change",
    "berichten.send", "buitendienst.walk", "buurt.release", "meldingen.reopen", "opdrachten.read", "opdrachten.send",
)  # fmt: skip

STANDAARDROLLEN: Final[tuple[Standaardrol, ...]] = (
    Standaardrol(
        "behandelaar",
        "Behandelaar",
        "Behandelt meldingen en zaken, van toewijzing tot afsluiten.",
        up_to(ZAAKVERTROUWELIJK, *BEHANDELEN),
    ),
    Standaardrol(
        "kcc-medewerker",
        "Medewerker klantcontact",
        "Neemt meldingen aan bij de telefoon en de balie en ziet hoe het met een zaak staat.",
        up_to(
            ZAAKVERTROUWELIJK,
            *("meldingen.read", "meldingen.register", "zaken.read", "zaken.open", "zaken.note"),
            *("documenten.read", "documenten.write", "berichten.send", "opdrachten.read"),
        ),
    ),
    Standaardrol(
        "teamleider",
        "Teamleider",
        "Verdeelt het werk, heropent zaken en ziet de cijfers.",
        up_to(
            VERTROUWELIJK,
            *BEHANDELEN,
            "zaken.reopen",
            "zaken.change",
            "zaken.force",
            "zaken.read_trail",
            "zaken.manage_rules",
            "documenten.unlock",
            "documenten.force",
            "meldingen.manage",
            "sturing.read",
            "sturing.manage",
            "buitendienst.plan",
            "buitendienst.manage",
            "opdrachten.manage",
        ),
    ),
    Standaardrol(
        "redacteur",
        "Redacteur",
        "Schrijft en publiceert de website, de antwoorden en de mededelingen.",
        up_to(INTERN, "cms.edit", "cms.publish", "kennisbank.edit"),
    ),
    Standaardrol(
        "functioneel-beheerder",
        "Functioneel beheerder",
        "Beheert accounts, rollen, de organisatie en de inrichting.",
        up_to(
            ZAAKVERTROUWELIJK,
            *("toegang.manage", "organisatie.manage", "catalogi.manage", "gebieden.manage", "meldingen.manage"),
            *("catalogi.force", "catalogi.force_destroy", "notificaties.publish", "notificaties.consume"),
            *(
                "meldingen.read",
                "zaken.read",
                "zaken.read_trail",
                "zaken.destroy",
                "zaken.manage_rules",
                "beheer.read",
                "notificaties.manage",
                "sturing.read",
                "sturing.manage",
                "documenten.unlock",
                "documenten.destroy",
                "besluiten.destroy",
            ),
            *("kennisbank.edit", "cms.edit", "cms.publish", "buitendienst.manage"),
            *("opdrachten.read", "opdrachten.manage"),
        ),
    ),
    Standaardrol(
        "inspecteur",
        "Inspecteur",
        "Loopt een ronde, bekijkt op straat wat er aan de hand is en legt het vast bij de zaak.",
        up_to(
            ZAAKVERTROUWELIJK,
            *("meldingen.read", "meldingen.register", "zaken.read", "zaken.set_status", "zaken.note"),
            *("zaken.close", "documenten.read", "documenten.write", "berichten.send", "buitendienst.walk"),
        ),
    ),
)

# What each role was offered before it was written down what was offered; anything else is new to a role of then.
OFFERED_AT_FIRST: Final[dict[str, str]] = {
    "behandelaar": "meldingen.read meldingen.register zaken.read zaken.open zaken.assign zaken.set_status zaken.close"
    " zaken.extend zaken.suspend zaken.note documenten.read documenten.write berichten.send",
    "kcc-medewerker": "meldingen.read meldingen.register zaken.read zaken.open zaken.note documenten.read"
    " documenten.write berichten.send",
    "teamleider": "meldingen.read meldingen.register zaken.read zaken.open zaken.assign zaken.set_status zaken.close"
    " zaken.extend zaken.suspend zaken.note documenten.read documenten.write berichten.send zaken.reopen"
    " zaken.manage_rules meldingen.manage sturing.read documenten.unlock",
    "redacteur": "cms.edit cms.publish kennisbank.edit",
    "functioneel-beheerder": "toegang.manage organisatie.manage catalogi.manage gebieden.manage meldingen.manage"
    " meldingen.read zaken.read zaken.manage_rules beheer.read sturing.read documenten.unlock kennisbank.edit cms.edit"
    " cms.publish",
    "inspecteur": "meldingen.read meldingen.register zaken.read zaken.set_status zaken.note documenten.read"
    " documenten.write",
}


def new_grants(standaard: Standaardrol, present: Sequence[Grant], offered: Collection[str] | None) -> list[Grant]:
    """What a role that is there gets: the rights it was never offered and nobody gave it meanwhile.

    None as offered: the role is from before that was written down.
    """
    known = set(OFFERED_AT_FIRST.get(standaard.code, "").split() if offered is None else offered)
    known |= {grant.right for grant in present}
    return [grant for grant in standaard.grants if grant.right not in known]
