"""The scopes of the ZGW norm, and which rights of Stoep each gives."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Component(StrEnum):
    """The APIs of the norm, as the Autorisaties API names them."""

    AC = "ac"
    NRC = "nrc"
    ZRC = "zrc"
    ZTC = "ztc"
    DRC = "drc"
    BRC = "brc"


COMPONENT_LABELS: Final[dict[Component, str]] = {
    Component.AC: "Autorisaties API",
    Component.NRC: "Notificaties API",
    Component.ZRC: "Zaken API",
    Component.ZTC: "Catalogi API",
    Component.DRC: "Documenten API",
    Component.BRC: "Besluiten API",
}

AUDITTRAILS = "audittrails.lezen"
CHANGE_ZAAK = ("zaken.change", "zaken.assign", "zaken.extend", "zaken.suspend", "zaken.note")

# What a scope lets an application do, in words that follow 'mag'.
SCOPE_WORDS: Final[dict[str, str]] = {
    "zaken.lezen": "zaken lezen",
    "zaken.aanmaken": "zaken openen",
    "zaken.bijwerken": "zaken wijzigen",
    "zaken.geforceerd-bijwerken": "ook afgesloten zaken wijzigen",
    "zaken.statussen.toevoegen": "statussen zetten (ook afsluiten)",
    "zaken.heropenen": "zaken heropenen",
    "zaken.verwijderen": "zaken vernietigen",
    "documenten.lezen": "documenten lezen",
    "documenten.aanmaken": "documenten toevoegen",
    "documenten.bijwerken": "documenten wijzigen",
    "documenten.geforceerd-bijwerken": "ook definitieve documenten wijzigen",
    "documenten.verwijderen": "documenten vernietigen",
    "documenten.lock": "documenten vasthouden",
    "documenten.geforceerd-unlock": "documenten vrijgeven die een ander vasthoudt",
    "besluiten.lezen": "besluiten lezen",
    "besluiten.aanmaken": "besluiten vastleggen",
    "besluiten.bijwerken": "besluiten wijzigen",
    "besluiten.verwijderen": "besluiten vernietigen",
    "catalogi.lezen": "typen lezen",
    "catalogi.schrijven": "typen maken en wijzigen",
    "catalogi.geforceerd-schrijven": "gepubliceerde typen wijzigen",
    "catalogi.geforceerd-verwijderen": "gepubliceerde typen verwijderen",
    "autorisaties.lezen": "applicaties en hun rechten lezen",
    "autorisaties.bijwerken": "applicaties en hun rechten wijzigen",
    "notificaties.publiceren": "notificaties versturen",
    "notificaties.consumeren": "zich abonneren op notificaties",
    AUDITTRAILS: "terugzien wie wat wijzigde",
}

# Who may read zaken or documents may read the types too (ztc-014).
SCOPES: Final[dict[Component, dict[str, tuple[str, ...]]]] = {
    Component.ZRC: {
        "zaken.lezen": ("zaken.read", "catalogi.read"),
        "zaken.aanmaken": ("zaken.open",),
        "zaken.bijwerken": CHANGE_ZAAK,
        "zaken.geforceerd-bijwerken": (*CHANGE_ZAAK, "zaken.force"),
        "zaken.statussen.toevoegen": ("zaken.set_status", "zaken.close"),
        "zaken.heropenen": ("zaken.reopen",),
        "zaken.verwijderen": ("zaken.destroy",),
        AUDITTRAILS: ("zaken.read_trail",),
    },
    Component.DRC: {
        "documenten.lezen": ("documenten.read", "catalogi.read"),
        "documenten.aanmaken": ("documenten.write",),
        "documenten.bijwerken": ("documenten.change",),
        "documenten.geforceerd-bijwerken": ("documenten.change", "documenten.force"),
        "documenten.verwijderen": ("documenten.destroy",),
        "documenten.lock": ("documenten.lock",),
        "documenten.geforceerd-unlock": ("documenten.unlock",),
        AUDITTRAILS: ("zaken.read_trail",),
    },
    Component.BRC: {
        "besluiten.lezen": ("besluiten.read",),
        "besluiten.aanmaken": ("besluiten.create",),
        "besluiten.bijwerken": ("besluiten.change",),
        "besluiten.verwijderen": ("besluiten.destroy",),
        AUDITTRAILS: ("zaken.read_trail",),
    },
    Component.ZTC: {
        "catalogi.lezen": ("catalogi.read",),
        "catalogi.schrijven": ("catalogi.manage",),
        "catalogi.geforceerd-schrijven": ("catalogi.force",),
        "catalogi.geforceerd-verwijderen": ("catalogi.force_destroy",),
    },
    Component.AC: {
        "autorisaties.lezen": ("applicaties.read",),
        "autorisaties.bijwerken": ("applicaties.manage",),
    },
    Component.NRC: {
        "notificaties.publiceren": ("notificaties.publish",),
        "notificaties.consumeren": ("notificaties.consume",),
    },
}

# Rights on types themselves know no type: who may read one zaaktype may read the catalogus.
UNTYPED: Final = frozenset({"catalogi.read"})


def all_rights() -> tuple[str, ...]:
    """What an application with all authorisations may: everything that some scope gives, and nothing else."""
    return tuple(dict.fromkeys(right for scopes in SCOPES.values() for rights in scopes.values() for right in rights))


# By its name alone: only audittrails.lezen stands in several components, and gives the same in each.
RIGHTS: Final[dict[str, tuple[str, ...]]] = {
    scope: rights for scopes in SCOPES.values() for scope, rights in scopes.items()
}
