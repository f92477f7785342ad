"""Give a zaak to an employee or a group."""

from __future__ import annotations

from uuid import UUID

from stoep.catalogi.models import OmschrijvingGeneriekRol
from stoep.catalogi.queries import roltypen_of
from stoep.foundation import audit, clock, outbox
from stoep.foundation.transactions import whole
from stoep.organisatie.models import Groep, Medewerker
from stoep.organisatie.queries import known_groep, known_medewerker
from stoep.toegang.actors import Actor, ActorKind
from stoep.zaken.commands.history import write_gebeurtenis
from stoep.zaken.commands.taking import store_changes, take_open_zaak
from stoep.zaken.errors import AlreadyAssigned, AssigneeGone, AssigneeMissing
from stoep.zaken.events import ZaakAssigned
from stoep.zaken.models import BetrokkeneType, Rol, Zaak


@whole
def assign_zaak(
    zaak_id: UUID,
    *,
    medewerker_id: UUID | None = None,
    groep_id: UUID | None = None,
    reden: str = "",
    regel: str | None = None,
    waarom: str = "",
    versie: int | None = None,
    actor: Actor,
) -> Zaak:
    """Assign. `regel` and `waarom` say which assignment rule decided, when it was not a person."""
    zaak = take_open_zaak(zaak_id, "zaken.assign", actor=actor, versie=versie)
    return hand_over(
        zaak, medewerker_id=medewerker_id, groep_id=groep_id, reden=reden, regel=regel or "", waarom=waarom, actor=actor
    )


def hand_over(
    zaak: Zaak, *, medewerker_id: UUID | None, groep_id: UUID | None, reden: str, regel: str, waarom: str, actor: Actor
) -> Zaak:
    """Give a locked zaak to its new behandelaar or group, and say so everywhere."""
    if medewerker_id is None and groep_id is None:
        raise AssigneeMissing
    if zaak.behandelaar_id == medewerker_id and zaak.groep_id == groep_id:
        raise AlreadyAssigned(identificatie=zaak.identificatie)
    medewerker = known_medewerker(medewerker_id) if medewerker_id else None
    groep = known_groep(groep_id) if groep_id else None
    if medewerker is not None and not medewerker.actief:
        raise AssigneeGone(naam=medewerker.naam)
    zaak.behandelaar, zaak.groep = medewerker, groep
    store_changes(zaak, ["behandelaar", "groep"])
    replace_rol(zaak, medewerker, groep)
    write_gebeurtenis(
        zaak,
        "toegewezen",
        actor=actor,
        tekst=reden,
        waarden={"medewerker": medewerker.naam if medewerker else None, "groep": groep.naam if groep else None},
        regel=regel,
        waarom=waarom,
    )
    audit.record(actor, "zaken.assign", subject=zaak.ref)
    outbox.publish(
        ZaakAssigned(
            zaak_id=zaak.pk,
            medewerker_id=medewerker_id,
            groep_id=groep_id,
            is_automatic=bool(regel) or actor.kind is ActorKind.SYSTEM,
        )
    )
    return zaak


def replace_rol(zaak: Zaak, medewerker: Medewerker | None, groep: Groep | None) -> None:
    """Keep the rol behandelaar of the norm in step with who has the work."""
    generiek = OmschrijvingGeneriekRol.BEHANDELAAR
    roltype = next((each for each in roltypen_of(zaak.zaaktype_id) if each.omschrijving_generiek == generiek), None)
    if roltype is None:
        return
    Rol.objects.filter(zaak=zaak, roltype=roltype).delete()
    who: Medewerker | Groep | None = medewerker or groep
    if who is None:
        return
    sort = BetrokkeneType.MEDEWERKER if medewerker else BetrokkeneType.ORGANISATORISCHE_EENHEID
    identity = {"achternaam": who.naam} if medewerker else {"naam": who.naam[:50]}
    Rol(
        zaak=zaak,
        roltype=roltype,
        betrokkene=str(who.ref),
        betrokkene_type=sort,
        betrokkene_identificatie=identity,
        roltoelichting=roltype.omschrijving,
        registratiedatum=clock.now(),
        medewerker=medewerker,
        groep=None if medewerker else groep,
    ).save(force_insert=True)
