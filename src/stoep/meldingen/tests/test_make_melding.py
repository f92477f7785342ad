"""Making a report: a zaak, its photos, the right colleague and a receipt, as one whole."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stoep.documenten.models import EnkelvoudigInformatieobject
from stoep.foundation.errors import NotAllowed
from stoep.foundation.testing import published_events
from stoep.meldingen.commands import make_melding, register_melding
from stoep.meldingen.errors import CategorieUnknown, PlekNotInNetherlands, PlekOutsideGemeente, TekstTooLong
from stoep.meldingen.events import MeldingMade
from stoep.meldingen.models import ZAAKTYPE, Melding
from stoep.meldingen.testing import AT_SEA, IN_BELGIUM, IN_TERNEUZEN, KADE, make_foto, make_report
from stoep.organisatie.commands import create_groep
from stoep.toegang.actors import ANONYMOUS, SYSTEM
from stoep.toegang.testing import employee
from stoep.zaken.commands import put_toewijzingsregel
from stoep.zaken.models import Rol, Zaak, Zaakinformatieobject, Zaakobject

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("havendam")]
STATEMENTS = 30


def test_a_report_is_a_zaak_with_status_rol_object_and_documents():
    melding = make_report(fotos=2)

    zaak = melding.zaak
    assert zaak.zaaktype.identificatie == ZAAKTYPE
    assert zaak.statustype.omschrijving == "Gemeld"
    assert (zaak.lon, zaak.lat) == (KADE.lon, KADE.lat)
    assert zaak.communicatiekanaal == "site"
    assert zaak.einddatum_gepland == melding.verwacht_op
    assert Rol.objects.get(zaak=zaak).roltype.omschrijving == "Melder"
    assert Zaakobject.objects.get(zaak=zaak).object_type == "adres"
    assert Zaakinformatieobject.objects.filter(zaak=zaak).count() == 2
    assert [foto.volgorde for foto in melding.fotos.all()] == [1, 2]
    assert melding.gebied.code == "centrum"


def test_without_contact_details_there_is_no_rol_melder():
    melding = make_report(naam="", email="")
    assert not Rol.objects.filter(zaak=melding.zaak, roltype__omschrijving="Melder").exists()


def test_the_same_submission_answers_the_same_report():
    values = {"categorie": "losse-stoeptegel", "tekst": "tegel", "point": KADE, "sleutel": "s1", "actor": ANONYMOUS}
    first = make_melding(**values)
    again = make_melding(**values)
    assert again.pk == first.pk
    assert Melding.objects.count() == Zaak.objects.count() == 1


def test_the_rule_for_the_category_sends_it_to_the_right_colleague(noor):
    groep = create_groep(code="wegen", naam="Wegen", afdeling_id=noor.afdeling_id, actor=SYSTEM)
    put_toewijzingsregel(naam="Stoepen naar wegen", categorieen=["wegen-en-straten"], groep_id=groep.pk, actor=SYSTEM)
    melding = make_report()
    melding.zaak.refresh_from_db()
    assert melding.zaak.groep_id == groep.pk


def test_it_tells_that_it_was_made_with_codes_only():
    melding = make_report()
    made = [event for event in published_events() if isinstance(event, MeldingMade)]
    assert made == [
        MeldingMade(
            melding_id=melding.pk,
            zaak_id=melding.zaak_id,
            categorie="losse-stoeptegel",
            gebied="centrum",
            kanaal="site",
        )
    ]


@pytest.mark.parametrize(
    ("point", "refusal"),
    [(AT_SEA, PlekNotInNetherlands), (IN_BELGIUM, PlekNotInNetherlands), (IN_TERNEUZEN, PlekOutsideGemeente)],
)
def test_refuses_a_place_where_the_municipality_can_mend_nothing(point, refusal):
    with pytest.raises(refusal):
        make_report(point=point)
    nothing_happened()


@pytest.mark.parametrize("slug", ["bestaat-niet", "wegen-en-straten", ""])
def test_refuses_a_category_that_is_unknown_or_only_a_heading(slug):
    with pytest.raises(CategorieUnknown):
        make_report(categorie=slug)
    nothing_happened()


def test_refuses_more_text_than_a_report_holds():
    with pytest.raises(TekstTooLong):
        make_report(tekst="a" * 4001)
    nothing_happened()


def test_the_longest_text_is_kept_whole_in_the_report():
    melding = make_report(tekst="é" * 4000)
    melding.refresh_from_db()
    assert melding.tekst == "é" * 4000
    assert len(melding.zaak.toelichting) <= 1000


def test_an_employee_enters_a_report_with_the_channel_of_the_caller():
    fatima = employee("meldingen.register", name="Fatima Yilmaz")
    melding = register_melding(
        categorie="losse-stoeptegel",
        tekst="Mevrouw belt over een tegel",
        point=KADE,
        kanaal="telefoon",
        fotos=[make_foto()],
        actor=fatima,
    )
    assert melding.kanaal == "telefoon"
    assert melding.zaak.communicatiekanaal == "telefoon"
    assert melding.fotos.count() == 1


def test_refuses_entering_without_the_right():
    with pytest.raises(NotAllowed):
        register_melding(categorie="losse-stoeptegel", tekst="x", point=KADE, kanaal="telefoon", actor=employee())
    nothing_happened()


def nothing_happened():
    assert Melding.objects.count() == Zaak.objects.count() == EnkelvoudigInformatieobject.objects.count() == 0
    assert not [event for event in published_events() if isinstance(event, MeldingMade)]


@pytest.mark.django_db(transaction=True)
def test_a_report_takes_few_statements():
    make_report()
    with CaptureQueriesContext(connection) as queries:
        make_report()
    statements = [query["sql"] for query in queries.captured_queries]
    assert len(statements) < STATEMENTS, statements
    assert not [statement for statement in statements if "SAVEPOINT" in statement]
