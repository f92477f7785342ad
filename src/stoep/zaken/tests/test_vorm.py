"""What is kept of zaken is emptied by whatever changes it, and stored only while it still holds."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.db import connection

from stoep.catalogi.models import Eigenschap
from stoep.foundation import clock
from stoep.toegang.actors import SYSTEM
from stoep.zaken.commands import set_hoofdzaak
from stoep.zaken.models import (
    Relevantezaak,
    Resultaat,
    Rol,
    Status,
    Zaak,
    Zaakblok,
    Zaakeigenschap,
    Zaakkenmerk,
    Zaakobject,
    Zaakvorm,
)
from stoep.zaken.testing import make_zaak

FIRST = "00000000-0000-0000-0000-000000000000"


def keep(zaak: Zaak, versie: int | None = None, tekst: str = "{}") -> None:
    versie = Zaakvorm.objects.get(pk=zaak.pk).versie if versie is None else versie
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT zaken_vorm_bewaar(%s::uuid[], %s::bigint[], 1, %s::text[])", [[zaak.pk], [versie], [tekst]]
        )


def kept(zaak: Zaak) -> str | None:
    tekst: str | None = Zaakvorm.objects.get(pk=zaak.pk).tekst
    return tekst


def changes_of(zaak: Zaak, other: Zaak):
    """Every sort of row that shows in a zaak: made, changed and removed."""
    now = clock.now()
    yield "zaak", lambda: Zaak.objects.filter(pk=zaak.pk).update(omschrijving="Anders")
    yield (
        "status",
        lambda: Status.objects.create(
            zaak=zaak, statustype=zaak.statustype, datum_status_gezet=now + timedelta(days=1)
        ),
    )
    yield "status removed", lambda: Status.objects.filter(zaak=zaak).order_by("pk").last().delete()
    roltype = zaak.zaaktype.roltypen.first()
    yield (
        "rol",
        lambda: Rol.objects.create(
            zaak=zaak, roltype=roltype, betrokkene_type="natuurlijk_persoon", registratiedatum=now
        ),
    )
    yield "rol removed", lambda: Rol.objects.filter(zaak=zaak).delete()
    yield "resultaat", lambda: Resultaat.objects.create(zaak=zaak, resultaattype=zaak.zaaktype.resultaattypen.first())
    yield "resultaat removed", lambda: Resultaat.objects.filter(zaak=zaak).delete()
    yield "object", lambda: Zaakobject.objects.create(zaak=zaak, object_type="adres")
    yield "object moved", lambda: Zaakobject.objects.filter(zaak=zaak).update(zaak=other)
    yield "kenmerk", lambda: Zaakkenmerk.objects.create(zaak=zaak, kenmerk="1", bron="elders")
    yield "relevant", lambda: Relevantezaak.objects.create(zaak=zaak, andere_zaak=other, aard_relatie="vervolg")
    yield "deelzaak", lambda: set_hoofdzaak(other.pk, hoofdzaak_id=zaak.pk, actor=SYSTEM)
    yield "no deelzaak", lambda: set_hoofdzaak(other.pk, hoofdzaak_id=None, actor=SYSTEM)
    eigenschap = Eigenschap.objects.filter(zaaktype=zaak.zaaktype).first()
    if eigenschap is not None:
        yield (
            "eigenschap",
            lambda: Zaakeigenschap.objects.create(zaak=zaak, eigenschap=eigenschap, naam=eigenschap.naam, waarde="1"),
        )


@pytest.mark.django_db
def test_whatever_shows_in_a_zaak_empties_its_kept_form():
    zaak, other = make_zaak(), make_zaak("Een andere")
    keep(other, tekst="other")
    for name, change in changes_of(zaak, other):
        keep(zaak)
        assert kept(zaak) == "{}", name
        change()
        assert kept(zaak) is None, name
    assert kept(other) is None  # it became a deelzaak


@pytest.mark.django_db
def test_a_form_that_was_made_of_an_older_version_is_not_kept():
    zaak = make_zaak()
    before = Zaakvorm.objects.get(pk=zaak.pk).versie
    keep(zaak)
    Zaak.objects.filter(pk=zaak.pk).update(omschrijving="Anders")
    keep(zaak, before, "made of the old rows")
    assert kept(zaak) is None
    keep(zaak, before + 1, "made of the new rows")
    assert kept(zaak) == "made of the new rows"


@pytest.mark.django_db
def test_the_form_goes_with_its_zaak():
    zaak = make_zaak()
    keep(zaak)
    with connection.cursor() as cursor:
        for table in ("zaken_status", "zaken_rol", "zaken_gebeurtenis"):
            cursor.execute(f"DELETE FROM {table} WHERE zaak_id = %s", [zaak.pk])
        cursor.execute("DELETE FROM zaken_zaak WHERE id = %s", [zaak.pk])
    keep_nothing = Zaakvorm.objects.filter(pk=zaak.pk)
    assert not keep_nothing.exists()


@pytest.mark.django_db(transaction=True)
def test_whoever_makes_a_form_while_it_changes_does_not_keep_the_old_one():
    """The change is under way; the form of before is offered; then the change is committed."""
    zaak = make_zaak()
    versie = Zaakvorm.objects.get(pk=zaak.pk).versie
    changed, offered = threading.Event(), threading.Event()

    def change() -> None:
        try:
            with connection.cursor() as cursor:
                cursor.execute("BEGIN")
                cursor.execute("UPDATE zaken_zaak SET omschrijving = 'Nieuw' WHERE id = %s", [zaak.pk])
                changed.set()
                offered.wait(10)
                cursor.execute("COMMIT")
        finally:
            connection.close()

    writer = threading.Thread(target=change)
    writer.start()
    assert changed.wait(10)
    keep(zaak, versie, "old")  # does not wait for the writer either
    offered.set()
    writer.join(10)
    assert kept(zaak) is None
    assert Zaakvorm.objects.get(pk=zaak.pk).versie == versie + 1


@pytest.mark.django_db
def test_a_stretch_is_counted_anew_when_a_zaak_in_it_changes_of_sort():
    zaken = [make_zaak(f"Zaak {number}") for number in range(8)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT zaken_blokken_verdeel(3)")
        assert cursor.fetchone() == (2,)
        cursor.execute("SELECT zaken_blokken_verdeel(3)")
        assert cursor.fetchone() == (0,)
    bounds = list(Zaakblok.objects.order_by("vanaf").values_list("vanaf", flat=True))
    assert [str(bounds[0]), *bounds[1:]] == [FIRST, zaken[3].pk, zaken[6].pk]

    def versions() -> list[int]:
        return list(Zaakblok.objects.order_by("vanaf").values_list("versie", flat=True))

    before = versions()
    Zaak.objects.filter(pk=zaken[4].pk).update(omschrijving="Even zeer geteld")
    assert versions() == before
    Zaak.objects.filter(pk=zaken[4].pk).update(vertrouwelijkheidaanduiding="geheim")
    assert versions() == [before[0], before[1] + 1, before[2]]
    Zaak.objects.filter(pk=zaken[6].pk).update(vertrouwelijkheidaanduiding="geheim")
    make_zaak("Nieuw")
    assert versions() == [before[0], before[1] + 1, before[2]]  # the last stretch is counted itself
