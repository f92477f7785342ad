"""What must be so of each part of a zaaktype, whenever it is added or changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from stoep.catalogi.errors import (
    AfleidingswijzeNotForProcestermijn,
    ArchiefregelInconsistent,
    ArchiefveldNotEmpty,
    BeginDiffers,
    LengteNotAllowed,
    NonConceptRelation,
    NonConceptZaaktype,
    NotUnique,
    OtherZaaktype,
    ProcestypeMismatch,
    RelatedTypeUnknown,
    TypeNotConcept,
)
from stoep.catalogi.models import (
    Besluittype,
    Eigenschap,
    Informatieobjecttype,
    Procestype,
    Resultaattype,
    Resultaattypeomschrijving,
    Roltype,
    Selectielijstresultaat,
    Statustype,
    Zaakobjecttype,
    Zaaktype,
    ZaaktypeInformatieobjecttype,
)
from stoep.catalogi.rules.archiefregel import FORBIDDEN, Brondatumprocedure, find_disagreement, fits_procestermijn
from stoep.catalogi.rules.eigenschap import expected_lengte
from stoep.catalogi.selectielijst import find_item
from stoep.foundation.duur import Duur, DuurNotRecognised

Onderdeel: TypeAlias = Statustype | Resultaattype | Roltype | Eigenschap | Zaakobjecttype | ZaaktypeInformatieobjecttype


def check_begin(part: Any) -> None:
    """A part begins with its zaaktype; without a date it takes that over."""
    zaaktype = part.zaaktype
    if part.begin_geldigheid is None:
        part.begin_geldigheid = zaaktype.begin_geldigheid
    elif part.begin_geldigheid not in (zaaktype.begin_geldigheid, zaaktype.versiedatum):
        raise BeginDiffers(dag=f"{zaaktype.begin_geldigheid:%d-%m-%Y}")


def check_unique(part: Any, field: str) -> None:
    """No two parts of one sort share a name or a number."""
    value = getattr(part, field)
    others = type(part).objects.filter(zaaktype=part.zaaktype_id, **{field: value})
    if others.exclude(pk=part.pk).exists():
        raise NotUnique(waarde=value, field=field)


def check_statustype_of(part: Any) -> None:
    """The statustype that a part names is of the same zaaktype."""
    if part.statustype is not None and part.statustype.zaaktype_id != part.zaaktype_id:
        raise OtherZaaktype(omschrijving=part.statustype.omschrijving, field="statustype")


def check_duur(value: str, field: str) -> None:
    """A length of whole days."""
    try:
        if value:
            Duur.parse(value)
    except DuurNotRecognised as refusal:
        raise DuurNotRecognised(field=field, **refusal.values) from None


def check_statustype(part: Statustype) -> None:
    """Its number is its own."""
    check_unique(part, "volgnummer")
    check_duur(part.doorlooptijd, "doorlooptijd")


def check_resultaattype(part: Resultaattype) -> None:
    """Its archive rule agrees with itself (ztc-004 to ztc-008) and with the Selectielijst (ztc-002, ztc-003)."""
    procedure = Brondatumprocedure(
        part.afleidingswijze or "afgehandeld",
        part.datumkenmerk,
        part.einddatum_bekend,
        part.objecttype,
        part.registratie,
        part.brondatum_procestermijn,
    )
    if disagreement := find_disagreement(procedure):
        field, uitleg = disagreement
        refusal = ArchiefveldNotEmpty if uitleg == FORBIDDEN else ArchiefregelInconsistent
        raise refusal(
            afleidingswijze=procedure.afleidingswijze,
            veld=field,
            uitleg=uitleg,
            field=f"brondatum_archiefprocedure.{field}",
        )
    check_unique(part, "omschrijving")
    check_duur(part.archiefactietermijn, "archiefactietermijn")
    check_duur(part.procestermijn, "procestermijn")
    check_duur(part.brondatum_procestermijn, "brondatum_archiefprocedure.procestermijn")
    follow_selectielijst(part)
    refuse_unknown(Besluittype, part.zaaktype, part.besluittypen, "besluittypen")
    refuse_unknown(Informatieobjecttype, part.zaaktype, part.informatieobjecttypen, "informatieobjecttypen")


def follow_selectielijst(part: Resultaattype) -> None:
    """What the Selectielijst says is taken over where the zaaktype is silent (ztc-002)."""
    if part.resultaattypeomschrijving:
        word = find_item(part.resultaattypeomschrijving, Resultaattypeomschrijving, field="resultaattypeomschrijving")
        part.omschrijving_generiek = word.omschrijving if word else part.omschrijving_generiek
    if not part.selectielijstklasse:
        return
    klasse = find_item(part.selectielijstklasse, Selectielijstresultaat, field="selectielijstklasse")
    if klasse is None:
        return
    check_procestype(part.zaaktype, klasse)
    if not fits_procestermijn(klasse.procestermijn, part.afleidingswijze or "afgehandeld"):
        raise AfleidingswijzeNotForProcestermijn(procestermijn=klasse.procestermijn)
    part.archiefnominatie = part.archiefnominatie or klasse.waardering
    part.archiefactietermijn = part.archiefactietermijn or klasse.bewaartermijn


def check_procestype(zaaktype: Zaaktype, klasse: Selectielijstresultaat) -> None:
    """A class of the Selectielijst is of the process of the zaaktype (ztc-002)."""
    if zaaktype.selectielijst_procestype:
        procestype = find_item(zaaktype.selectielijst_procestype, Procestype, field="zaaktype")
        if procestype is not None and procestype.pk != klasse.procestype_id:
            raise ProcestypeMismatch


def check_roltype(part: Roltype) -> None:
    """Its name is its own."""
    check_unique(part, "omschrijving")


def check_eigenschap(part: Eigenschap) -> None:
    """Its name is its own, and its length fits its format (ztc-015)."""
    check_unique(part, "naam")
    if expected := expected_lengte(part.formaat, part.lengte):
        raise LengteNotAllowed(formaat=part.formaat, verwacht=expected)
    check_statustype_of(part)


def check_document(part: ZaaktypeInformatieobjecttype) -> None:
    """Its number is its own, its document type is known, and its statustype is of the same zaaktype."""
    check_unique(part, "volgnummer")
    refuse_unknown(Informatieobjecttype, part.zaaktype, [part.informatieobjecttype], "informatieobjecttype")
    check_statustype_of(part)


def refuse_unknown(model: Any, owner: Any, names: Any, field: str) -> None:
    """Refuse a name that no version of a type in the same catalogus has (ztc-011, ztc-013)."""
    wanted = set(names)
    if not wanted:
        return
    known = set(
        model.objects.filter(catalogus=owner.catalogus_id, omschrijving__in=wanted).values_list(
            "omschrijving", flat=True
        )
    )
    if missing := wanted - known:
        raise RelatedTypeUnknown(omschrijving=min(missing), field=field)


CHECKS: Mapping[type[Any], Callable[[Any], None]] = {
    Statustype: check_statustype,
    Resultaattype: check_resultaattype,
    Roltype: check_roltype,
    Eigenschap: check_eigenschap,
    Zaakobjecttype: check_statustype_of,
    ZaaktypeInformatieobjecttype: check_document,
}


def check_part(part: Onderdeel) -> None:
    """Refuse what cannot be so; fill in what follows."""
    if not isinstance(part, ZaaktypeInformatieobjecttype):
        check_begin(part)
    CHECKS[type(part)](part)


def refusal_for(model: type[Any]) -> type[TypeNotConcept]:
    """What the norm says when the zaaktype of such a part is published (ztc-010)."""
    return NonConceptRelation if model is ZaaktypeInformatieobjecttype else NonConceptZaaktype


def settle_eindstatus(zaaktype: Zaaktype) -> None:
    """The highest volgnummer is the eindstatus, and no other."""
    last = zaaktype.statustypen.order_by("-volgnummer").first()
    if last is not None and not last.is_eindstatus:
        zaaktype.statustypen.filter(is_eindstatus=True).update(is_eindstatus=False)
        zaaktype.statustypen.filter(pk=last.pk).update(is_eindstatus=True)
