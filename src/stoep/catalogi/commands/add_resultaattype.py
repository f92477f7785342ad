"""Add a way in which zaken of a type can end."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.catalogi.commands.concepts import take_concept
from stoep.catalogi.errors import ArchiefregelInconsistent, NotUnique
from stoep.catalogi.models import Resultaattype
from stoep.catalogi.rules.archiefregel import Brondatumprocedure, find_disagreement
from stoep.foundation import audit
from stoep.foundation.duur import Duur
from stoep.toegang.actors import Actor


@transaction.atomic
def add_resultaattype(
    zaaktype_id: UUID,
    *,
    omschrijving: str,
    archiefnominatie: str,
    archiefactietermijn: str = "",
    brondatum: Brondatumprocedure | None = None,
    resultaattypeomschrijving: str = "",
    omschrijving_generiek: str = "",
    selectielijstklasse: str = "",
    toelichting: str = "",
    procestermijn: str = "",
    procesobjectaard: str = "",
    indicatie_specifiek: bool | None = None,
    actor: Actor,
) -> Resultaattype:
    """Add a result with its archive rule. Without `brondatum` the archive counts from the closing of the zaak."""
    zaaktype = take_concept(zaaktype_id, actor=actor)
    procedure = brondatum or Brondatumprocedure("afgehandeld")
    if disagreement := find_disagreement(procedure):
        raise ArchiefregelInconsistent(
            afleidingswijze=procedure.afleidingswijze, veld=disagreement[0], uitleg=disagreement[1]
        )
    if zaaktype.resultaattypen.filter(omschrijving=omschrijving).exists():
        raise NotUnique(waarde=omschrijving, field="omschrijving")
    for term in (archiefactietermijn, procestermijn, procedure.procestermijn):
        if term:
            Duur.parse(term)
    resultaattype = Resultaattype.objects.create(
        zaaktype=zaaktype,
        omschrijving=omschrijving,
        resultaattypeomschrijving=resultaattypeomschrijving,
        omschrijving_generiek=omschrijving_generiek,
        selectielijstklasse=selectielijstklasse,
        toelichting=toelichting,
        archiefnominatie=archiefnominatie,
        archiefactietermijn=archiefactietermijn,
        afleidingswijze=procedure.afleidingswijze,
        datumkenmerk=procedure.datumkenmerk,
        einddatum_bekend=procedure.einddatum_bekend,
        objecttype=procedure.objecttype,
        registratie=procedure.registratie,
        brondatum_procestermijn=procedure.procestermijn,
        procestermijn=procestermijn,
        procesobjectaard=procesobjectaard,
        indicatie_specifiek=indicatie_specifiek,
    )
    audit.record(actor, "catalogi.add_resultaattype", subject=zaaktype.ref)
    return resultaattype
