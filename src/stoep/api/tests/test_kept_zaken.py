"""The form of a zaak on the wire, as the database makes it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.zaken.kept_form import FIELDS, zaken_on_the_wire
from stoep.catalogi.testing import resultaattype
from stoep.foundation import clock
from stoep.zaken.models import Relevantezaak, Resultaat, Rol, Status, Zaak, Zaakkenmerk, Zaakobject, Zaakvorm
from stoep.zaken.testing import make_zaak

pytestmark = pytest.mark.django_db
ODD = 'Een "tegel" \\ los, café 漢 \x7f \t nieuwe\nregel \x01 </script>'


def on_the_wire(zaak: Zaak):
    return msgspec.json.decode(zaken_on_the_wire([zaak.pk])[zaak.pk])


def filled_in() -> Zaak:
    zaak, other, deel = make_zaak(), make_zaak("Een andere"), make_zaak("Een deel")
    Zaak.objects.filter(pk=deel.pk).update(hoofdzaak=zaak)
    Zaak.objects.filter(pk=zaak.pk).update(
        omschrijving=ODD[:80],
        communicatiekanaal="https://kanalen.example/1",
        producten_of_diensten=["https://example.com/b", "https://example.com/a"],
        betalingsindicatie="gedeeltelijk",
        laatste_betaaldatum=datetime(2026, 3, 1, 12, 30, 5, 120000, tzinfo=UTC),
        zaakgeometrie={"type": "Point", "coordinates": [4.123456, 52.1]},
        verlenging_reden="Druk",
        verlenging_duur="P6W",
        opschorting_indicatie=True,
        archiefnominatie="vernietigen",
        archiefactiedatum=date(2031, 1, 2),
        processobject_datumkenmerk="einddatum",
    )
    now = clock.now()
    Status.objects.create(
        zaak=zaak, statustype=zaak.zaaktype.statustypen.last(), datum_status_gezet=now - timedelta(days=9)
    )
    Resultaat.objects.create(zaak=zaak, resultaattype=resultaattype(zaak.zaaktype))
    Zaakobject.objects.create(zaak=zaak, object_type="adres")
    Zaakkenmerk.objects.create(zaak=zaak, kenmerk='K"1', bron="elders")
    Relevantezaak.objects.create(zaak=zaak, andere_zaak=other, aard_relatie="vervolg")
    Relevantezaak.objects.create(zaak=zaak, url="https://elders.example/zaken/1", aard_relatie="bijdrage")
    zaak.refresh_from_db()
    return zaak


def test_a_zaak_shows_all_that_the_norm_asks():
    zaak = filled_in()
    found = on_the_wire(zaak)
    assert list(found) == list(FIELDS)
    other = Relevantezaak.objects.get(zaak=zaak, url="").andere_zaak
    status = Status.objects.filter(zaak=zaak).order_by("-datum_status_gezet").first()
    expected = {
        "url": url_of("zaken", "zaken", zaak.pk),
        "uuid": str(zaak.pk),
        "omschrijving": ODD[:80],
        "zaaktype": url_of("catalogi", "zaaktypen", zaak.zaaktype_id),
        "startdatum": zaak.startdatum.isoformat(),
        "einddatum": None,
        "communicatiekanaal": "https://kanalen.example/1",
        "productenOfDiensten": ["https://example.com/b", "https://example.com/a"],
        "betalingsindicatieWeergave": "De met de zaak gemoeide kosten zijn gedeeltelijk betaald",
        "laatsteBetaaldatum": "2026-03-01T12:30:05.120000Z",
        "zaakgeometrie": {"type": "Point", "coordinates": [4.123456, 52.1]},
        "verlenging": {"reden": "Druk", "duur": "P6W"},
        "opschorting": {"indicatie": True, "reden": ""},
        "hoofdzaak": None,
        "deelzaken": [url_of("zaken", "zaken", each.pk) for each in zaak.deelzaken.all()],
        "relevanteAndereZaken": [
            {"url": url_of("zaken", "zaken", other.pk), "aardRelatie": "vervolg"},
            {"url": "https://elders.example/zaken/1", "aardRelatie": "bijdrage"},
        ],
        "rollen": [url_of("zaken", "rollen", pk) for pk in Rol.objects.filter(zaak=zaak).values_list("pk", flat=True)],
        "status": url_of("zaken", "statussen", status.pk),
        "resultaat": url_of("zaken", "resultaten", zaak.resultaat.pk),
        "kenmerken": [{"kenmerk": 'K"1', "bron": "elders"}],
        "archiefnominatie": "vernietigen",
        "archiefactiedatum": "2031-01-02",
    }
    assert {name: found[name] for name in expected} == expected
    assert found["processobject"]["datumkenmerk"] == "einddatum"


def test_a_channel_of_our_own_doors_is_no_address():
    assert on_the_wire(make_zaak())["communicatiekanaal"] == ""


def test_a_form_is_made_once_and_made_anew_after_a_change():
    zaken = [make_zaak(f"Zaak {number}") for number in range(3)]
    with CaptureQueriesContext(connection) as first:
        made = zaken_on_the_wire([zaak.pk for zaak in zaken])
    with CaptureQueriesContext(connection) as second:
        assert zaken_on_the_wire([zaak.pk for zaak in zaken]) == made
    assert (len(first), len(second)) == (2, 1)
    Zaak.objects.filter(pk=zaken[1].pk).update(omschrijving="Anders")
    assert on_the_wire(zaken[1])["omschrijving"] == "Anders"
    assert Zaakvorm.objects.filter(tekst=None, pk__in=[zaak.pk for zaak in zaken]).count() == 0
