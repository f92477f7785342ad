"""The rounds of today: Sem walks through the town, and has been at two places already."""

from __future__ import annotations

from datetime import timedelta
from uuid import NAMESPACE_URL, uuid5

from stoep.buitendienst.commands import Daad, add_stops, do_stop, put_werf
from stoep.buitendienst.models import Ronde, Werf
from stoep.buitendienst.queries import list_stops
from stoep.demo.plekken import plekken
from stoep.foundation import clock
from stoep.meldingen.models import Melding
from stoep.organisatie.models import Medewerker
from stoep.toegang.actors import SYSTEM
from stoep.toegang.queries import actor_of

INSPECTEUR = "sem"
PLANT = "ilse"
AFDELING = "openbare-ruimte"
STOPS = 8
WERVEN = (("Gemeentewerf Havengebied", "Havengebied"), ("Steunpunt Noorderpark", "Noorderpark"))
DONE = (
    ("gezien", "Drie tegels los over een meter. Met lint afgezet, er kan niemand over vallen."),
    ("doorzetten", "Dit ligt op grond van het waterschap. Graag doorgeven."),
)


def build_rondes() -> None:
    """Put the yards there, and a round for today when there is none yet."""
    if not Werf.objects.exists():
        for naam, wijk in WERVEN:
            put_werf(naam=naam, point=plekken()[wijk][0].point, actor=SYSTEM)
    people = {one.account.username: one for one in Medewerker.objects.select_related("account")}
    sem, ilse = people.get(INSPECTEUR), people.get(PLANT)
    if sem is None or ilse is None or Ronde.objects.filter(medewerker=sem, dag=clock.today()).exists():
        return
    wanted = Melding.objects.open().filter(categorie__afdeling=AFDELING).order_by("verwacht_op", "pk")[:STOPS]
    ids = [melding.pk for melding in wanted]
    if ids:
        made = add_stops(ids, medewerker_id=sem.pk, dag=clock.today(), actor=actor_of(ilse.account))
        walk(made.ronde, sem)


def walk(ronde: Ronde, sem: Medewerker) -> None:
    """The first stops have been visited this morning."""
    actor = actor_of(sem.account)
    begun = clock.now() - timedelta(minutes=20 * len(DONE))
    for place, (regel, (uitkomst, notitie)) in enumerate(zip(list_stops(ronde, actor), DONE, strict=False)):
        moment = begun + timedelta(minutes=15 * place)
        do_stop(
            uuid5(NAMESPACE_URL, f"havendam:{ronde.pk}:{place}"),
            ronde_id=ronde.pk,
            melding_id=regel.melding.pk,
            daad=Daad(uitkomst, notitie=notitie, gedaan_op=moment),
            actor=actor,
        )
