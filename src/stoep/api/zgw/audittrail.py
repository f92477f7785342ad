"""The audittrail of a zaak, document or besluit, read from the lines that the commands wrote.

The lines hold values by our own names; here they get the names and addresses of the wire.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from stoep.api.zgw.addresses import url_of
from stoep.foundation.errors import NotFound
from stoep.foundation.models import Change
from stoep.foundation.rest import Anything, Api, Call, Moment, Number, Text, Uri, Uuid, Wire, choice
from stoep.foundation.rest.problems import camel
from stoep.toegang.actors import ActorKind

SCOPE = ("audittrails.lezen",)
OBJECT = Anything({"type": "object"}, only=dict)
SOURCES = ("ac", "nrc", "zrc", "ztc", "drc", "brc", "cmc", "kc", "vrc")
MARK = "53746f65"  # the first group of the id of every line: "Stoe"
CREATED = ("create", "Object aangemaakt", 201)
UPDATED = ("update", "Object bijgewerkt", 200)
DESTROYED = ("destroy", "Object verwijderd", 204)

# Where each sort of object is found: the API, and the resource (below its main object, where the norm has it so).
RESOURCES = {
    "zaak": ("zaken", "zaken"),
    "status": ("zaken", "statussen"),
    "resultaat": ("zaken", "resultaten"),
    "rol": ("zaken", "rollen"),
    "zaakobject": ("zaken", "zaakobjecten"),
    "zaakinformatieobject": ("zaken", "zaakinformatieobjecten"),
    "zaakeigenschap": ("zaken", "zaken/{main}/zaakeigenschappen"),
    "klantcontact": ("zaken", "klantcontacten"),
    "zaakcontactmoment": ("zaken", "zaakcontactmomenten"),
    "zaakverzoek": ("zaken", "zaakverzoeken"),
    "zaaknotitie": ("zaken", "zaaknotities"),
    "document": ("documenten", "enkelvoudiginformatieobjecten"),
    "enkelvoudiginformatieobject": ("documenten", "enkelvoudiginformatieobjecten"),
    "gebruiksrechten": ("documenten", "gebruiksrechten"),
    "gebruiksrecht": ("documenten", "gebruiksrechten"),
    "verzending": ("documenten", "verzendingen"),
    "besluit": ("besluiten", "besluiten"),
    "besluitinformatieobject": ("besluiten", "besluitinformatieobjecten"),
}
POINTS_AT = {
    "zaaktype": ("catalogi", "zaaktypen"),
    "statustype": ("catalogi", "statustypen"),
    "resultaattype": ("catalogi", "resultaattypen"),
    "roltype": ("catalogi", "roltypen"),
    "eigenschap": ("catalogi", "eigenschappen"),
    "zaakobjecttype": ("catalogi", "zaakobjecttypen"),
    "informatieobjecttype": ("catalogi", "informatieobjecttypen"),
    "besluittype": ("catalogi", "besluittypen"),
    "zaak": ("zaken", "zaken"),
    "hoofdzaak": ("zaken", "zaken"),
    "andere_zaak": ("zaken", "zaken"),
    "status": ("zaken", "statussen"),
    "informatieobject": ("documenten", "enkelvoudiginformatieobjecten"),
    "besluit": ("besluiten", "besluiten"),
}


class Wijzigingen(Wire, kw_only=True):
    """Wat er stond en wat er kwam te staan."""

    oud: Annotated[dict[str, Any], OBJECT]
    nieuw: Annotated[dict[str, Any], OBJECT]


class AuditTrail(Wire, kw_only=True):
    """Een regel van het audittrail: wie wat waarom wijzigde."""

    uuid: Annotated[UUID, Uuid()]
    bron: Annotated[str, choice(SOURCES)]
    applicatie_id: Annotated[str, Text(100)]
    applicatie_weergave: Annotated[str, Text(200)]
    gebruikers_id: Annotated[str, Text(255)]
    gebruikers_weergave: Annotated[str, Text(255)]
    actie: Annotated[str, Text(50, 1)]
    actie_weergave: Annotated[str, Text(200)]
    resultaat: Annotated[int, Number(100, 599)]
    hoofd_object: Annotated[str, Uri(1000, 1)]
    resource: Annotated[str, Text(50, 1)]
    resource_url: Annotated[str, Uri(1000, 1)]
    toelichting: Annotated[str, Text()]
    resource_weergave: Annotated[str, Text(200, 1)]
    aanmaakdatum: Annotated[datetime, Moment(read_only=True)]
    wijzigingen: Wijzigingen


@dataclass(frozen=True)
class Trail:
    """Whose audittrail it is: how our logs name such an object, and how the norm names the source."""

    kind: str
    bron: str
    resource: str
    may_read: Callable[[UUID, Any], None]

    def lines(self, main: UUID) -> list[AuditTrail]:
        """All lines, oldest first."""
        rows = Change.objects.filter(subject_kind=self.kind, subject_id=str(main)).order_by("id")
        return [self.show(row, main) for row in rows]

    def line(self, main: UUID, line_id: UUID) -> AuditTrail:
        """One line. Raises NotFound."""
        found = Change.objects.filter(pk=number_in(line_id), subject_kind=self.kind, subject_id=str(main)).first()
        if found is None:
            raise NotFound
        return self.show(found, main)

    def show(self, row: Change, main: UUID) -> AuditTrail:
        """One line as the norm writes it."""
        kind, row_id = (row.part_kind, row.part_id) if row.part_kind else (row.subject_kind, row.subject_id)
        actie, weergave, resultaat = CREATED if not row.old else UPDATED if row.new else DESTROYED
        by_application = row.actor_kind == ActorKind.APPLICATION
        who = (row.acting_for_id, row.acting_for_name) if by_application else (row.actor_id, row.actor_name)
        return AuditTrail(
            uuid=id_of_line(row.pk),
            bron=self.bron,
            applicatie_id=row.actor_id if by_application else "",
            applicatie_weergave=row.actor_name if by_application else "Stoep",
            gebruikers_id=who[0],
            gebruikers_weergave=who[1],
            actie=actie,
            actie_weergave=weergave,
            resultaat=resultaat,
            hoofd_object=address_of(self.kind, str(main), main),
            resource=self.resource if kind == self.kind else kind,
            resource_url=address_of(kind, row_id, main),
            toelichting=row.toelichting,
            resource_weergave=row.label or f"{kind} {row_id}",
            aanmaakdatum=row.at,
            wijzigingen=Wijzigingen(oud=on_the_wire(row.old), nieuw=on_the_wire(row.new)),
        )


def address_of(kind: str, row_id: str, main: UUID) -> str:
    """Where an object is, or was, found."""
    api, resource = RESOURCES.get(kind, ("zaken", kind))
    return url_of(api, resource.format(main=main), row_id)


def on_the_wire(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values by their names on the wire; what points at an object of ours is its address."""
    shown: dict[str, Any] = {}
    for name, value in values.items():
        target = POINTS_AT.get(name.removesuffix("_id")) if name.endswith("_id") else None
        if name == "id":
            shown["uuid"] = value
        elif target is not None:
            shown[camel(name.removesuffix("_id"))] = url_of(*target, value) if value else None
        elif not name.endswith("_id"):
            shown[camel(name)] = (
                [on_the_wire(each) if isinstance(each, dict) else each for each in value]
                if isinstance(value, list)
                else value
            )
    return shown


def id_of_line(number: int) -> UUID:
    """The id of a line on the wire: its number, in the form that the norm asks."""
    digits = f"{number:016x}"
    return UUID(f"{MARK}-{digits[:4]}-8{digits[4:7]}-8{digits[7:10]}-{digits[10:]}000000")


def number_in(line_id: UUID) -> int:
    """The number in such an id; 0, which no line has, for another."""
    mark, one, two, three, four = str(line_id).split("-")
    number = int(one + two[1:] + three[1:] + four[:6], 16)
    return number if mark == MARK and number < 2**63 and id_of_line(number) == line_id else 0


def declare_audittrail(api: Api, path: str, trail: Trail) -> None:
    """The two operations of an audittrail; `path` names the main object (`zaken/{zaak_uuid}/audittrail`)."""

    def audittrail_list(call: Call, **ids: UUID) -> list[AuditTrail]:
        """Alle regels van het audittrail opvragen."""
        (main,) = ids.values()
        trail.may_read(main, call.actor)
        return trail.lines(main)

    def audittrail_read(call: Call, **ids: UUID) -> AuditTrail:
        """Een regel van het audittrail opvragen."""
        main, line_id = ids.values()
        trail.may_read(main, call.actor)
        return trail.line(main, line_id)

    api.get(path, scopes=SCOPE, answers=AuditTrail, shape="list")(audittrail_list)
    api.get(f"{path}/{{uuid}}", scopes=SCOPE, answers=AuditTrail, head=False)(audittrail_read)
