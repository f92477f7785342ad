"""Every right that Stoep knows, with what it means for the employee who has it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

RECHTEN: Final[dict[str, dict[str, str]]] = {
    "Meldingen": {
        "meldingen.read": "Meldingen bekijken",
        "meldingen.register": "Een melding invoeren voor een ander",
        "meldingen.reopen": "Een melding heropenen en verzoeken tot heropenen beoordelen",
        "meldingen.manage": "Categorieën en teksten van meldingen beheren",
        "buurt.release": "Foto's en teksten van meldingen openbaar maken",
    },
    "Opdrachten": {
        "opdrachten.read": "Opdrachten aan aannemers bekijken",
        "opdrachten.send": "Een melding doorzetten naar een aannemer en het werk beoordelen",
        "opdrachten.manage": "Aannemers en afspraken beheren",
    },
    "Zaken": {
        "zaken.read": "Zaken bekijken",
        "zaken.open": "Een zaak openen",
        "zaken.assign": "Een zaak toewijzen",
        "zaken.set_status": "De status van een zaak zetten",
        "zaken.close": "Een zaak afsluiten",
        "zaken.reopen": "Een zaak heropenen",
        "zaken.extend": "De termijn van een zaak verlengen",
        "zaken.suspend": "Een zaak opschorten en hervatten",
        "zaken.note": "Een notitie bij een zaak maken",
        "zaken.change": "De gegevens van een zaak wijzigen",
        "zaken.force": "Ook een afgesloten zaak wijzigen",
        "zaken.destroy": "Een zaak vernietigen",
        "zaken.read_trail": "Zien wie wat heeft gewijzigd in zaken, documenten en besluiten",
        "zaken.manage_rules": "Toewijzingsregels beheren",
    },
    "Besluiten": {
        "besluiten.read": "Besluiten bekijken",
        "besluiten.create": "Een besluit vastleggen",
        "besluiten.change": "Een besluit wijzigen",
        "besluiten.destroy": "Een besluit vernietigen",
    },
    "Buitendienst": {
        "buitendienst.walk": "Een eigen ronde lopen en op straat vastleggen wat er is gedaan",
        "buitendienst.plan": "Rondes van collega's maken",
        "buitendienst.manage": "De werven beheren waar rondes beginnen",
    },
    "Documenten en berichten": {
        "documenten.read": "Documenten bekijken",
        "documenten.write": "Documenten toevoegen",
        "documenten.change": "Documenten wijzigen",
        "documenten.lock": "Een document vasthouden om het te bewerken",
        "documenten.unlock": "Een document vrijgeven dat een collega vasthoudt",
        "documenten.force": "Ook een document wijzigen dat definitief is",
        "documenten.destroy": "Een document vernietigen",
        "berichten.send": "Berichten versturen",
    },
    "Website en antwoorden": {
        "kennisbank.edit": "Antwoorden en mededelingen schrijven",
        "cms.edit": "Pagina's van de website schrijven",
        "cms.publish": "Pagina's van de website publiceren",
    },
    "Sturing en beheer": {
        "sturing.read": "Cijfers bekijken",
        "sturing.manage": "Veranderingen in grafieken markeren en streefwaarden zetten",
        "organisatie.manage": "Afdelingen, medewerkers en groepen beheren",
        "toegang.manage": "Accounts, rollen en applicaties beheren",
        "applicaties.read": "Applicaties en hun rechten bekijken",
        "applicaties.manage": "Applicaties en hun rechten beheren",
        "notificaties.manage": "Afleveringen van notificaties bekijken en opnieuw versturen",
        "notificaties.publish": "Notificaties versturen",
        "notificaties.consume": "Abonnementen op notificaties beheren",
        "catalogi.read": "Zaaktypen, documenttypen en besluittypen bekijken",
        "catalogi.manage": "Zaaktypen beheren",
        "catalogi.force": "Een gepubliceerd zaaktype wijzigen",
        "catalogi.force_destroy": "Een gepubliceerd zaaktype verwijderen",
        "gebieden.manage": "Gebieden beheren",
        "beheer.read": "Storingen en achterstanden bekijken",
    },
}

LABELS: Final[dict[str, str]] = {code: label for group in RECHTEN.values() for code, label in group.items()}

# A broad right of employees holds the narrow ones that an application can have one by one.
PARTS: Final[dict[str, tuple[str, ...]]] = {
    "toegang.manage": ("applicaties.read", "applicaties.manage"),
    "applicaties.manage": ("applicaties.read",),
    "catalogi.manage": ("catalogi.read",),
}


@lru_cache(maxsize=1000)
def names_of(right: str) -> frozenset[str]:
    """Under which names a role or an application can have a right: its own, a broader one, its family, or all."""
    broader = {whole for whole, parts in PARTS.items() if right in parts}
    families = {f"{name.partition('.')[0]}.*" for name in (right, *broader)}
    return frozenset({"*", right, *broader, *families})


def is_known(right: str) -> bool:
    """Answer whether Stoep knows this right, or this family of rights such as `zaken.*`."""
    family = right.removesuffix("*")
    return right == "*" or right in LABELS or (family != right and any(code.startswith(family) for code in LABELS))


def label_of(right: str) -> str:
    """What a right means, in words."""
    if right == "*":
        return "Alles"
    if right.endswith(".*"):
        return f"Alles van {right.removesuffix('.*')}"
    return LABELS.get(right, right)
