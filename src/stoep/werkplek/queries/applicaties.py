"""What an application may, in words: 'zaken lezen van Melding openbare ruimte, tot en met zaakvertrouwelijk'."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from stoep.catalogi.models import Besluittype, Catalogus, Informatieobjecttype, Zaaktype
from stoep.toegang.models import Autorisatie
from stoep.toegang.rules.autorisaties import ANY_TYPE, TYPED, Verlening
from stoep.toegang.rules.scopes import SCOPE_WORDS, Component

MODELS: Final = {
    Component.ZRC: (Zaaktype, "identificatie"),
    Component.DRC: (Informatieobjecttype, "omschrijving"),
    Component.BRC: (Besluittype, "omschrijving"),
}


@dataclass(frozen=True, slots=True)
class RightInWords:
    """One right of an application, as its page shows it."""

    id: UUID
    what: str
    of_what: str
    up_to: str


def rights_in_words(rows: Iterable[Autorisatie]) -> list[RightInWords]:
    """Each right as a sentence: a number of queries that does not grow with them."""
    names = {component: names_of(component) for component in MODELS}
    catalogi = {str(row.pk): str(row) for row in Catalogus.objects.all()}
    return [
        RightInWords(
            row.pk,
            what_of(row.verlening),
            of_what(row.verlening, names, catalogi),
            row.max_vertrouwelijkheidaanduiding.replace("_", " "),
        )
        for row in rows
    ]


def what_of(verlening: Verlening) -> str:
    """What the application may do."""
    first, *rest = [SCOPE_WORDS.get(scope, scope) for scope in verlening.scopes]
    if not rest:
        return first
    return _("{these} en {last}").format(these=", ".join([first, *rest[:-1]]), last=rest[-1])


def of_what(verlening: Verlening, names: Mapping[Component, Mapping[str, str]], catalogi: Mapping[str, str]) -> str:
    """On which types; empty where a component has none."""
    component = verlening.component
    if component not in TYPED:
        return ""
    every = {
        Component.ZRC: _("alle zaaktypen"),
        Component.DRC: _("alle documenttypen"),
        Component.BRC: _("alle besluittypen"),
    }[component]
    name = verlening.type_naam
    shown = every if name in (ANY_TYPE, "") else names[component].get(name, name)
    if verlening.catalogus == "*" or (shown != every and len(catalogi) == 1):
        return shown
    catalogus = catalogi.get(verlening.catalogus, _("een catalogus die er niet meer is"))
    return _("{types} in {catalogus}").format(types=shown, catalogus=catalogus)


def names_of(component: Component) -> dict[str, str]:
    """What people call each type of a component, by the name that rights go by."""
    model, key = MODELS[component]
    return dict(model.objects.order_by("begin_geldigheid").values_list(key, "omschrijving"))


def types_to_choose(component: Component) -> list[tuple[str, str]]:
    """For a list to choose from: every type, the types of a catalogus, and each type in its catalogus."""
    model, key = MODELS[component]
    catalogi = list(Catalogus.objects.all())
    found = {
        f"{catalogus}|{name}": omschrijving
        for catalogus, name, omschrijving in model.objects.order_by("begin_geldigheid").values_list(
            "catalogus_id", key, "omschrijving"
        )
    }
    whole = [(f"{row.pk}|{ANY_TYPE}", _("Alles in {catalogus}").format(catalogus=row)) for row in catalogi]
    return [(f"*|{ANY_TYPE}", _("Alle typen")), *whole, *sorted(found.items(), key=lambda each: each[1].lower())]
