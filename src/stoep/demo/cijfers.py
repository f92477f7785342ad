"""What Ilse did with rules and figures in the past two years: changed rules with a reason, marks and targets.

One of her changes left a small gap that nobody noticed yet; the page of rules shows it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from stoep.foundation import clock
from stoep.organisatie.models import Groep, Medewerker
from stoep.sturing.commands import mark_change, put_streefwaarde
from stoep.sturing.models import Markering, Streefwaarde
from stoep.toegang.actors import Actor
from stoep.toegang.queries import actor_of
from stoep.zaken.commands import put_toewijzingsregel
from stoep.zaken.models import Regelversie, Toewijzingsregel


@dataclass(frozen=True, slots=True)
class Wijziging:
    """How a rule was changed, so many days ago, and why. Empty: as it was."""

    dagen: int
    regel: str
    reden: str
    weekdagen: tuple[int, ...] = ()
    groep: str = ""


WIJZIGINGEN = (
    Wijziging(
        61,
        "Al het andere",
        "De coördinatie werkt niet in het weekend; spoed gaat naar de wachtdienst.",
        (0, 1, 2, 3, 4),
    ),
    Wijziging(152, "Hondenpoep en dode dieren", "Reiniging rijdt er toch al langs.", groep="reiniging"),
)
MARKERINGEN = (
    (305, "Formulier korter", ""),
    (204, "Tweede veegwagen", "afval"),
    (96, "Bericht bij inplannen", ""),
)
STREEFWAARDEN = {"op_tijd": 80, "tevreden": 75, "heropend": 5}


def build_cijfers() -> None:
    """Build what is not there yet."""
    ilse = actor_of(Medewerker.objects.select_related("account").get(account__username="ilse").account)
    for wijziging in WIJZIGINGEN:
        change_regel(wijziging, ilse)
    if not Markering.objects.exists():
        for dagen, label, categorie in MARKERINGEN:
            dag = clock.today() - timedelta(days=dagen)
            with clock.at(clock.now() - timedelta(days=dagen)):
                mark_change(dag=dag, label=label, categorie=categorie, actor=ilse)
    if not Streefwaarde.objects.exists():
        for indicator, procent in STREEFWAARDEN.items():
            put_streefwaarde(indicator=indicator, procent=procent, actor=ilse)


def change_regel(wijziging: Wijziging, actor: Actor) -> None:
    """Change a rule as it was changed then, once; whoever changed it since keeps that."""
    regel = Toewijzingsregel.objects.filter(naam=wijziging.regel).first()
    if regel is None or Regelversie.objects.filter(regel=regel).count() > 1:
        return
    groep = Groep.objects.filter(code=wijziging.groep).values_list("pk", flat=True).first() or regel.groep_id
    with clock.at(clock.now() - timedelta(days=wijziging.dagen)):
        put_toewijzingsregel(
            naam=regel.naam,
            groep_id=groep,
            kies_lid=regel.kies_lid,
            prioriteit=regel.prioriteit,
            categorieen=regel.categorieen,
            gebieden=regel.gebieden,
            weekdagen=wijziging.weekdagen or regel.weekdagen,
            alleen_spoed=regel.alleen_spoed,
            uur_van=regel.uur_van,
            uur_tot=regel.uur_tot,
            reden=wijziging.reden,
            actor=actor,
        )
