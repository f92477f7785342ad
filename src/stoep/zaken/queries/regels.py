"""Reading the assignment rules and their versions, for who manages them."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Count, Max, QuerySet

from stoep.foundation import clock
from stoep.organisatie.models import Afwezigheid, Groep, Lidmaatschap, Medewerker
from stoep.toegang.actors import Actor
from stoep.zaken.models import Regelversie, Toewijzingsregel
from stoep.zaken.rules.dekking import Bemensing, Persoon

RIGHT = "zaken.manage_rules"


def list_regels(actor: Actor) -> QuerySet[Toewijzingsregel]:
    """All rules in the order in which they are looked at, with their number of versions. Raises NotAllowed."""
    actor.require(RIGHT)
    return Toewijzingsregel.objects.annotate(
        aantal_versies=Count("versies"), gewijzigd_op=Max("versies__moment")
    ).order_by("-actief", "prioriteit", "naam")


def get_regel(regel_id: UUID, actor: Actor) -> Toewijzingsregel:
    """One rule. Raises NotAllowed or NotFound."""
    actor.require(RIGHT)
    regel: Toewijzingsregel = Toewijzingsregel.objects.one(regel_id)
    return regel


def list_versies(regel: Toewijzingsregel, actor: Actor) -> list[Regelversie]:
    """The versions of a rule, newest first. Raises NotAllowed."""
    actor.require(RIGHT)
    return list(Regelversie.objects.filter(regel=regel).order_by("-nummer"))


def list_wijzigingen(van: datetime, tot: datetime) -> list[Regelversie]:
    """What was changed in the rules in a period, oldest first: new rules and new versions."""
    return list(Regelversie.objects.filter(moment__gte=van, moment__lt=tot).select_related("regel").order_by("moment"))


def load_bemensing() -> Bemensing:
    """Who works here, who is away without replacement, and whether groups have members: four queries."""
    today = clock.today()
    away = dict(Afwezigheid.objects.filter(van__lte=today, tot__gte=today).values_list("medewerker_id", "vervanger_id"))
    personen = {
        pk: Persoon(naam, werkt_hier=actief, is_afwezig=pk in away, vervanger=away.get(pk))
        for pk, naam, actief in Medewerker.objects.values_list("pk", "naam", "actief")
    }
    leden: dict[UUID, list[UUID]] = {groep: [] for groep in Groep.objects.values_list("pk", flat=True)}
    for groep, lid in Lidmaatschap.objects.values_list("groep_id", "medewerker_id"):
        leden[groep].append(lid)
    groepen = {groep: tuple(found) for groep, found in leden.items()}
    return Bemensing(personen, groepen)
