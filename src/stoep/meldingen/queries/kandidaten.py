"""Which other reports may say the same as this one, for a handler who wants to merge them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Case, IntegerField, Q, Value, When

from stoep.meldingen.models import Melding
from stoep.meldingen.queries.vlakbij import within
from stoep.meldingen.rules.nummers import read_nummer
from stoep.meldingen.rules.vlakbij import FAR_DAYS, FAR_METRES, Gelijkenis, Vergeleken, compare
from stoep.toegang.actors import Actor

MOST_LOOKED_AT = 80
MOST_OFFERED = 8


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """A report that may be the same, with how alike it is and why."""

    melding: Melding
    gelijkenis: Gelijkenis
    meters: int

    @property
    def is_deel(self) -> bool:
        """True when it is a part: merging goes to its hoofdmelding then."""
        return self.melding.zaak.hoofdzaak_id is not None


def find_kandidaten(melding: Melding, actor: Actor, *, limit: int = MOST_OFFERED) -> list[Kandidaat]:
    """Open reports near in place and time, or about the same object, most alike first. One query."""
    days = timedelta(days=FAR_DAYS)
    moments = (melding.gemeld_op - days, melding.gemeld_op + days)
    near = within(melding.point, FAR_METRES) & Q(gemeld_op__range=moments)
    same = about_same(melding)
    head = melding.zaak.hoofdzaak_id
    family = Q(zaak__hoofdzaak=melding.zaak_id) | Q(pk=melding.pk)
    if head is not None:
        family |= Q(zaak=head) | Q(zaak__hoofdzaak=head)
    others = (
        Melding.objects.visible_to(actor)
        .open()
        .whole()
        .filter(same | near)
        .exclude(family)
        .order_by(Case(When(same, then=Value(0)), default=Value(1), output_field=IntegerField()), "-gemeld_op")[
            :MOST_LOOKED_AT
        ]
    )
    compared = [compare_with(melding, other) for other in others]
    likely = [one for one in compared if one.gelijkenis.is_likely]
    return sorted(likely, key=lambda one: -one.gelijkenis.punten)[:limit]


def about_same(melding: Melding) -> Q:
    """Reports about the lamp post or container that this one is about; none when it is about none."""
    if not melding.object_nummer or not melding.object_laag:
        return Q(pk__in=[])
    return Q(object_laag=melding.object_laag, object_nummer=melding.object_nummer)


def compare_with(melding: Melding, other: Melding) -> Kandidaat:
    """How alike these two are."""
    metres = melding.point.distance_to(other.point)
    return Kandidaat(other, compare(facts_of(melding), facts_of(other), metres), round(metres))


def facts_of(melding: Melding) -> Vergeleken:
    """What is compared of a report."""
    heading = melding.categorie.hoofdcategorie
    return Vergeleken(
        melding.categorie.slug,
        heading.slug if heading else "",
        melding.gemeld_op,
        melding.tekst,
        objectlaag=melding.object_laag,
        objectnummer=melding.object_nummer,
    )


def find_by_nummer(text: str, actor: Actor) -> Melding | None:
    """The report with this number, when this actor may see it."""
    nummer = read_nummer(text)
    found: Melding | None = Melding.objects.visible_to(actor).whole().filter(meldernummer=nummer).first()
    return found if nummer else None
