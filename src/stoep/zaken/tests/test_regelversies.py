"""Each change of an assignment rule is a version that stays."""

from __future__ import annotations

import pytest

from stoep.foundation.errors import NotAllowed, NotFound
from stoep.organisatie.commands import create_groep, deactivate_medewerker
from stoep.organisatie.testing import make_afdeling, make_medewerker
from stoep.toegang.actors import SYSTEM
from stoep.toegang.testing import employee
from stoep.zaken.commands import put_toewijzingsregel, restore_toewijzingsregel
from stoep.zaken.errors import ToewijzingsregelChanged, VersieUnusable
from stoep.zaken.models import Regelversie, Toewijzingsregel
from stoep.zaken.queries.regels import list_versies, load_bemensing

pytestmark = pytest.mark.django_db
ILSE = employee("zaken.manage_rules")


@pytest.fixture
def wegen():
    return create_groep(code="wegen", naam="Wegen", afdeling_id=make_afdeling().pk, actor=SYSTEM)


def put(wegen, **values):
    return put_toewijzingsregel(**{"naam": "Tegels", "groep_id": wegen.pk, "actor": ILSE, **values})


def test_a_change_keeps_what_the_rule_said_before_by_whom_and_why(wegen):
    put(wegen, gebieden=["centrum"])
    regel = put(wegen, gebieden=["zuidhaven"], reden="Centrum gaat naar Groen.")
    new, old = list_versies(regel, ILSE)

    assert (old.nummer, old.waarden["gebieden"], old.reden) == (1, ["centrum"], "")
    assert (new.nummer, new.waarden["gebieden"], new.reden) == (2, ["zuidhaven"], "Centrum gaat naar Groen.")
    assert new.wie == str(ILSE.ref)


def test_the_same_once_more_is_no_version(wegen):
    put(wegen)
    put(wegen)

    assert Regelversie.objects.count() == 1


def test_a_rule_from_before_there_were_versions_gets_its_first_when_it_changes(wegen):
    regel = put(wegen)
    Regelversie.objects.all().delete()
    put(wegen, prioriteit=5)

    assert [(one.nummer, one.waarden["prioriteit"]) for one in list_versies(regel, ILSE)] == [(2, 5), (1, 100)]


def test_who_saw_an_older_version_overwrites_nothing(wegen):
    put(wegen)
    put(wegen, prioriteit=5, versie=1)
    with pytest.raises(ToewijzingsregelChanged):
        put(wegen, prioriteit=9, versie=1)

    assert Toewijzingsregel.objects.get().prioriteit == 5
    assert Regelversie.objects.count() == 2


def test_an_old_version_comes_back_as_a_new_one(wegen):
    put(wegen, weekdagen=[0, 1], uur_van=8, uur_tot=17)
    regel = put(wegen)
    restore_toewijzingsregel(regel.pk, nummer=1, actor=ILSE)
    regel.refresh_from_db()

    assert (regel.weekdagen, regel.uur_van, regel.groep_id) == ([0, 1], 8, wegen.pk)
    assert [one.nummer for one in list_versies(regel, ILSE)] == [3, 2, 1]


def test_a_version_that_names_somebody_who_left_stays_where_it_is(wegen):
    noor = make_medewerker(naam="Noor Bakker", username="noor")
    regel = put(wegen, medewerker_id=noor.pk, groep_id=None)
    put(wegen)
    deactivate_medewerker(noor.pk, actor=SYSTEM)
    with pytest.raises(VersieUnusable):
        restore_toewijzingsregel(regel.pk, nummer=1, actor=ILSE)
    with pytest.raises(NotFound):
        restore_toewijzingsregel(regel.pk, nummer=9, actor=ILSE)

    assert Toewijzingsregel.objects.get().groep_id == wegen.pk
    assert not load_bemensing().personen[noor.pk].werkt_hier


def test_only_who_manages_rules_reads_or_restores_versions(wegen):
    regel = put(wegen)
    for refused in (
        lambda: list_versies(regel, employee("zaken.read")),
        lambda: restore_toewijzingsregel(regel.pk, nummer=1, actor=employee("zaken.read")),
    ):
        with pytest.raises(NotAllowed):
            refused()
