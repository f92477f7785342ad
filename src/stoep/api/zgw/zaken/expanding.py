"""Expanding: what the addresses in a zaak lead to, shown along with it (zrc-027).

One sort of objects at one place in the paths is one read for all zaken of a page, whatever their number. Zaken that the
caller may not read are shown as nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

import msgspec
from django.db.models import Model

from stoep.api.zgw.catalogi import eigenschappen as eigenschap_types
from stoep.api.zgw.catalogi import resultaattypen, roltypen, statustypen, zaakobjecttypen
from stoep.api.zgw.catalogi.zaaktypen import show_zaaktypen
from stoep.api.zgw.zaken.kept_form import zaken_on_the_wire
from stoep.api.zgw.zaken.resultaten import show_resultaten
from stoep.api.zgw.zaken.rollen import show_rollen
from stoep.api.zgw.zaken.statussen import show_statussen
from stoep.api.zgw.zaken.zaakeigenschappen import show_zaakeigenschappen
from stoep.api.zgw.zaken.zaakinformatieobjecten import show_zaakinformatieobjecten
from stoep.api.zgw.zaken.zaakobjecten import show_zaakobjecten
from stoep.catalogi import models as types
from stoep.foundation.rest import invalid
from stoep.toegang.actors import Actor
from stoep.zaken import models

Shown = dict[str, Any]
Loader = Callable[[Iterable[UUID], Actor], Mapping[str, Shown]]
Tree = dict[str, "Tree"]

DEEPEST = 3
UUID_LENGTH = 36


def rows_of(model: type[Model], show: Callable[[Sequence[Any]], Sequence[Any]], *related: str) -> Loader:
    """Objects of one table, by address."""

    def load(ids: Iterable[UUID], _actor: Actor) -> Mapping[str, Shown]:
        rows = list(model._default_manager.filter(pk__in=list(ids)).select_related(*related))
        shown = msgspec.to_builtins(show(rows)) if rows else []
        return {each["url"]: each for each in shown}

    return load


def load_zaken(ids: Iterable[UUID], actor: Actor) -> Mapping[str, Shown]:
    """Other zaken, as far as the caller may read them."""
    seen = models.Zaak.objects.visible_to(actor).filter(pk__in=list(ids)).values_list("pk", flat=True)
    shown = [msgspec.json.decode(form) for form in zaken_on_the_wire(seen).values()]
    return {each["url"]: each for each in shown}


LOADERS: dict[str, Loader] = {
    "zaak": load_zaken,
    "zaaktype": rows_of(types.Zaaktype, show_zaaktypen),
    "status": rows_of(models.Status, show_statussen, "zaak"),
    "statustype": rows_of(types.Statustype, statustypen.show, "zaaktype"),
    "resultaat": rows_of(models.Resultaat, show_resultaten),
    "resultaattype": rows_of(types.Resultaattype, resultaattypen.show, "zaaktype"),
    "rol": rows_of(models.Rol, show_rollen, "roltype"),
    "roltype": rows_of(types.Roltype, roltypen.show, "zaaktype"),
    "zaakobject": rows_of(models.Zaakobject, show_zaakobjecten),
    "zaakobjecttype": rows_of(types.Zaakobjecttype, zaakobjecttypen.show, "zaaktype"),
    "zaakeigenschap": rows_of(models.Zaakeigenschap, show_zaakeigenschappen),
    "eigenschap": rows_of(types.Eigenschap, eigenschap_types.show, "zaaktype"),
    "zaakinformatieobject": rows_of(models.Zaakinformatieobject, show_zaakinformatieobjecten),
}
# Of each sort of object: which of its fields hold addresses, and of what.
RELATIONS: dict[str, dict[str, str]] = {
    "zaak": {
        "zaaktype": "zaaktype",
        "hoofdzaak": "zaak",
        "deelzaken": "zaak",
        "relevanteAndereZaken": "zaak",
        "eigenschappen": "zaakeigenschap",
        "rollen": "rol",
        "status": "status",
        "zaakobjecten": "zaakobject",
        "resultaat": "resultaat",
        "zaakinformatieobjecten": "zaakinformatieobject",
    },
    "status": {"statustype": "statustype", "gezetdoor": "rol", "zaakinformatieobjecten": "zaakinformatieobject"},
    "resultaat": {"zaak": "zaak", "resultaattype": "resultaattype"},
    "rol": {"zaak": "zaak", "roltype": "roltype", "statussen": "status"},
    "zaakobject": {"zaak": "zaak", "zaakobjecttype": "zaakobjecttype"},
    "zaakeigenschap": {"zaak": "zaak", "eigenschap": "eigenschap"},
    "zaakinformatieobject": {"zaak": "zaak", "status": "status"},
}


def read_expand(text: str | None) -> Tree:
    """`status.statustype,rollen` as a tree: every step of a path is expanded. Refuses what cannot be."""
    tree: Tree = {}
    for path in (text or "").split(","):
        steps = [step for step in path.strip().split(".") if step]
        if len(steps) > DEEPEST:
            raise invalid("expand", "invalid", f"Een pad heeft hoogstens {DEEPEST} stappen.")
        here, sort = tree, "zaak"
        for step in steps:
            known = RELATIONS.get(sort, {})
            if step not in known:
                raise invalid("expand", "invalid", f"'{step[:50]}' kan hier niet worden uitgeklapt.")
            here, sort = here.setdefault(step, {}), known[step]
    return tree


def expand(shown: Sequence[Shown], tree: Tree, actor: Actor, sort: str = "zaak") -> None:
    """Put under `_expand` of each object what was asked, and so on below it."""
    for name, below in tree.items():
        target = RELATIONS[sort][name]
        wanted = {address for each in shown for address in addresses_in(each.get(name))}
        found = LOADERS[target]([UUID(address[-UUID_LENGTH:]) for address in wanted], actor) if wanted else {}
        if below and found:
            copies = [dict(each) for each in found.values()]
            expand(copies, below, actor, target)
            found = {each["url"]: each for each in copies}
        for each in shown:
            value = each.get(name)
            inside = each.setdefault("_expand", {})
            if isinstance(value, list):
                inside[name] = [found[address] for address in addresses_in(value) if address in found]
            else:
                inside[name] = found.get(value, {}) if value else {}


def addresses_in(value: Any) -> list[str]:
    """The addresses of ours in a field: one, several, or those in a list of relations."""
    several = value if isinstance(value, list) else [value]
    texts = [each.get("url") if isinstance(each, dict) else each for each in several]
    return [text for text in texts if text]
