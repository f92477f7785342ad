"""Taking over the case types of another installation, from its export: a ZIP with a JSON list for each resource.

Everything becomes a concept in one of our catalogi, so that a functional manager looks before it is published. What
is there already stays; what we cannot take over is left out, and told.
"""

from __future__ import annotations

import json
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Literal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.catalogi import (
    besluittypen,
    eigenschappen,
    informatieobjecttypen,
    resultaattypen,
    roltypen,
    statustypen,
    zaakobjecttypen,
    zaaktypeinformatieobjecttypen,
    zaaktypen,
)
from stoep.api.zgw.catalogi.hoofdtypen import Hoofdtype
from stoep.api.zgw.catalogi.parts import Part
from stoep.catalogi.models import Besluittype, Catalogus, Informatieobjecttype
from stoep.foundation.errors import DomainError, Invalid
from stoep.foundation.rest.problems import NON_FIELD, ProblemError, camel, problem_of
from stoep.foundation.rest.wire import entries_of, read_body
from stoep.toegang.actors import Actor

MOST_BYTES = 50_000_000
MOST_ITEMS = 20_000
Outcome = Literal["overgenomen", "aangepast", "was er al", "weggelaten"]
Item = dict[str, Any]

PARTS: Mapping[str, Part] = {
    "StatusType": statustypen.PART,
    "RolType": roltypen.PART,
    "Eigenschap": eigenschappen.PART,
    "ZaakObjectType": zaakobjecttypen.PART,
    "ResultaatType": resultaattypen.PART,
    "ZaakTypeInformatieObjectType": zaaktypeinformatieobjecttypen.PART,
}
NAMES = ("identificatie", "omschrijving", "naam", "relatieOmschrijving", "volgnummer")
WHOLE = ("zaaktype", "catalogus")


class ExportNotRead(Invalid):
    """The file is no export of case types."""

    code = "export-not-read"
    message = _("Dit is geen export van zaaktypen: {uitleg}. Kies een ZIP met daarin ZaakType.json.")


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one item of the export."""

    soort: str
    naam: str
    outcome: Outcome
    uitleg: str = ""


@dataclass(slots=True)
class Report:
    """What became of the whole export."""

    lines: list[Line] = field(default_factory=list)

    def add(self, soort: str, item: Item, outcome: Outcome, uitleg: str = "") -> None:
        """Note one item."""
        naam = next((str(item[name]) for name in NAMES if item.get(name)), "zonder naam")
        self.lines.append(Line(soort, naam, outcome, uitleg))

    def counts(self) -> Mapping[str, int]:
        """How many items had each outcome."""
        return Counter(line.outcome for line in self.lines)


def read_export(source: Path | IO[bytes]) -> Mapping[str, list[Item]]:
    """The items of each resource. Names in other styles (zaaktype_identificatie) are understood as well."""
    try:
        with zipfile.ZipFile(source) as archive:
            known = [info for info in archive.infolist() if info.filename.rpartition("/")[2].endswith(".json")]
            if sum(info.file_size for info in known) > MOST_BYTES:
                raise ExportNotRead(uitleg="het is te groot")
            found = {Path(info.filename).stem: items_of(archive.read(info)) for info in known}
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise ExportNotRead(uitleg="het is geen ZIP die te openen is") from error
    if "ZaakType" not in found or sum(map(len, found.values())) > MOST_ITEMS:
        raise ExportNotRead(uitleg="ZaakType.json ontbreekt, of er staat te veel in")
    return found


def items_of(raw: bytes) -> list[Item]:
    """The list in a file."""
    try:
        items = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise ExportNotRead(uitleg="er zit een bestand in dat geen JSON is") from error
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise ExportNotRead(uitleg="er zit een bestand in zonder lijst")
    return [in_camel(item) for item in items]


def in_camel(value: Any) -> Any:
    """The same with the names that the norm has on the wire."""
    if isinstance(value, dict):
        return {camel(str(name)): in_camel(each) for name, each in value.items()}
    return [in_camel(each) for each in value] if isinstance(value, list) else value


@transaction.atomic
def take_over(export: Mapping[str, Sequence[Item]], *, catalogus: Catalogus, actor: Actor, rehearse: bool) -> Report:
    """Take over an export into a catalogus, in one transaction; `rehearse` tells what would happen and does nothing."""
    actor.require("catalogi.manage")
    taking = Taking(catalogus, actor)
    taking.take_types("InformatieObjectType", informatieobjecttypen.TYPE, Informatieobjecttype, export)
    taking.take_types("BesluitType", besluittypen.TYPE, Besluittype, export)
    taking.take_zaaktypen(export.get("ZaakType", ()))
    for soort, part in PARTS.items():
        for item in export.get(soort, ()):
            taking.take_part(soort, part, item)
    for soort in sorted(set(export) - {"InformatieObjectType", "BesluitType", "ZaakType", "Catalogus", *PARTS}):
        taking.report.lines.append(Line(soort, f"{soort}.json", "weggelaten", "dit bestand is onbekend"))
    if rehearse:
        transaction.set_rollback(True)
    return taking.report


class Taking:
    """An import under way: which address there is what here."""

    def __init__(self, catalogus: Catalogus, actor: Actor) -> None:
        self.catalogus = catalogus
        self.actor = actor
        self.report = Report()
        self.names: dict[str, str] = {}  # of types that relations go to by name
        self.urls: dict[str, str] = {}  # of zaaktypen and their parts

    def take_types(self, soort: str, kind: Hoofdtype, model: Any, export: Mapping[str, Sequence[Item]]) -> None:
        """Document types and decision types: one that has the same omschrijving here stays as it is."""
        for item in export.get(soort, ()):
            omschrijving = str(item.get("omschrijving") or "")
            self.names[str(item.get("url"))] = omschrijving
            if model.objects.filter(catalogus=self.catalogus, omschrijving=omschrijving).exists():
                self.report.add(soort, item, "was er al")
            else:
                self.take(soort, kind.made_of, item, self.with_names(item), kind.make_of)

    def take_zaaktypen(self, items: Sequence[Item]) -> None:
        """Each becomes a new concept, whatever versions there are."""
        for item in items:
            self.names[str(item.get("url"))] = str(item.get("identificatie") or "")
        kind = zaaktypen.TYPE
        for item in items:
            made = self.take("ZaakType", kind.made_of, item, self.with_names(item), kind.make_of)
            if made is not None:
                self.urls[str(item.get("url"))] = url_of("catalogi", "zaaktypen", made.pk)

    def take_part(self, soort: str, part: Part, item: Item) -> None:
        """A part goes with its zaaktype; without that it is left out."""
        zaaktype = self.urls.get(str(item.get("zaaktype")))
        if zaaktype is None:
            self.report.add(soort, item, "weggelaten", "het zaaktype is niet overgenomen")
            return
        body = self.with_names(item) | {"zaaktype": zaaktype}
        if body.get("statustype"):
            body["statustype"] = self.urls.get(str(body["statustype"]))
        for name in ("beginGeldigheid", "eindeGeldigheid", "eigenschappen") if soort != "ZaakObjectType" else ():
            body.pop(name, None)  # these follow from the zaaktype
        made = self.take(soort, part.made_of, item, body, part.add)
        if made is not None:
            self.urls[str(item.get("url"))] = url_of("catalogi", part.path, made.pk)

    def with_names(self, item: Item) -> Item:
        """An item with our catalogus, and with names where it has addresses of types there."""
        body = {**item, "catalogus": url_of("catalogi", "catalogussen", self.catalogus.pk)}
        for name in ("besluittypen", "informatieobjecttypen", "deelzaaktypen"):
            if isinstance(body.get(name), list):
                body[name] = [known for each in body[name] if (known := self.name_of(each)) is not None]
        if "informatieobjecttype" in body:
            body["informatieobjecttype"] = self.name_of(body["informatieobjecttype"])
        relations = body.get("gerelateerdeZaaktypen")
        if isinstance(relations, list):
            body["gerelateerdeZaaktypen"] = [
                {**each, "zaaktype": self.names.get(str(each.get("zaaktype")), each.get("zaaktype"))}
                for each in relations
                if isinstance(each, dict)
            ]
        return body

    def name_of(self, given: Any) -> str | None:
        """The name of what an address there leads to; a name stays a name, an address of elsewhere is left out."""
        text = str(given)
        return self.names.get(text, None if "://" in text else text)

    def take(self, soort: str, wire: Any, item: Item, body: Item, make: Any) -> Any:
        """Make one. What it may do without is left out when it is refused; else the item is."""
        left_out: list[str] = []
        while True:
            try:
                with transaction.atomic():
                    made = make(read_body(body, wire), self.actor)
            except (ProblemError, DomainError) as error:
                refused = dict(reasons_of(error))
                spare = [name for name in refused if name in body and name not in WHOLE and may_miss(wire, name)]
                if not spare:
                    uitleg = "; ".join(f"{name}: {reason}" for name, reason in refused.items())
                    self.report.add(soort, item, "weggelaten", uitleg)
                    return None
                left_out += [f"{name} ({refused[name]})" for name in spare]
                body = {name: value for name, value in body.items() if name not in spare}
                continue
            uitleg = "zonder " + ", ".join(left_out) if left_out else ""
            self.report.add(soort, item, "aangepast" if left_out else "overgenomen", uitleg)
            return made


def may_miss(wire: Any, name: str) -> bool:
    """Whether a resource can be given without this field."""
    return any(entry.wire == name and not entry.required for entry in entries_of(wire))


def reasons_of(error: Exception) -> Iterator[tuple[str, str]]:
    """Each field that was refused, and why."""
    problem = problem_of(error)
    for each in problem.invalid_params if problem and problem.invalid_params else ():
        yield each.name.partition(".")[0], each.reason
    if problem is None or not problem.invalid_params:
        yield NON_FIELD, str(error)
