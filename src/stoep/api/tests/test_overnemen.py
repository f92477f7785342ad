"""Case types of another installation are taken over from its export, and what became of each is told."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from stoep.api.tests.test_catalogi import PARTS, zaaktype_body
from stoep.api.zgw.catalogi.overnemen import ExportNotRead, read_export, take_over
from stoep.catalogi.models import Informatieobjecttype, Zaaktype, ZaaktypeInformatieobjecttype
from stoep.catalogi.testing import make_catalogus, make_informatieobjecttype
from stoep.toegang.actors import SYSTEM

THERE = "https://openzaak.example/catalogi/api/v1"


def export_of(files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, items in files.items():
            archive.writestr(f"{name}.json", items if isinstance(items, str) else json.dumps(items))
    return buffer


def a_whole_export():
    url = f"{THERE}/zaaktypen/1"
    informatieobjecttype = {
        "vertrouwelijkheidaanduiding": "openbaar",
        "beginGeldigheid": "2020-01-01",
        "informatieobjectcategorie": "x",
        "catalogus": f"{THERE}/catalogussen/1",
    }
    besluittype = {"publicatieIndicatie": False, "beginGeldigheid": "2020-01-01"}
    zaaktype = zaaktype_body(
        f"{THERE}/catalogussen/1",
        url=url,
        besluittypen=[f"{THERE}/besluittypen/1", "https://elders.example/besluittypen/2"],
        selectielijstProcestype="https://elders.example/procestypen/1",
    )
    part = {"zaaktype": url}
    return {
        "ZaakType": [zaaktype],
        "InformatieObjectType": [
            informatieobjecttype | {"url": f"{THERE}/informatieobjecttypen/1", "omschrijving": "Foto"},
            informatieobjecttype | {"url": f"{THERE}/informatieobjecttypen/2", "omschrijving": "Tekening"},
        ],
        "BesluitType": [
            besluittype
            | {
                "url": f"{THERE}/besluittypen/1",
                "omschrijving": "Vergund",
                "informatieobjecttypen": [f"{THERE}/informatieobjecttypen/2"],
            }
        ],
        "StatusType": [part | PARTS["statustypen"] | {"url": f"{THERE}/statustypen/1"}],
        "RolType": [part | PARTS["roltypen"], {**PARTS["roltypen"], "zaaktype": f"{THERE}/zaaktypen/9"}],
        "Eigenschap": [part | PARTS["eigenschappen"] | {"statustype": f"{THERE}/statustypen/1"}],
        "ResultaatType": [part | PARTS["resultaattypen"]],
        "ZaakTypeInformatieObjectType": [
            {
                "zaaktype": url,
                "informatieobjecttype": f"{THERE}/informatieobjecttypen/2",
                "volgnummer": 1,
                "richting": "intern",
            }
        ],
        "Checklist": [],
    }


@pytest.mark.django_db
def test_an_export_becomes_concepts_and_the_report_tells_what_was_kept_changed_and_dropped():
    make_informatieobjecttype("Foto")
    catalogus = make_catalogus()
    export = read_export(export_of(a_whole_export()))

    rehearsed = take_over(export, catalogus=catalogus, actor=SYSTEM, rehearse=True)
    assert not Zaaktype.objects.exists()
    report = take_over(export, catalogus=catalogus, actor=SYSTEM, rehearse=False)

    assert report.lines == rehearsed.lines
    assert [(line.soort, line.naam, line.outcome) for line in report.lines] == [
        ("InformatieObjectType", "Foto", "was er al"),
        ("InformatieObjectType", "Tekening", "overgenomen"),
        ("BesluitType", "Vergund", "overgenomen"),
        ("ZaakType", "vergunning", "aangepast"),
        ("StatusType", "Nieuw", "overgenomen"),
        ("RolType", "Adviseur", "overgenomen"),
        ("RolType", "Adviseur", "weggelaten"),
        ("Eigenschap", "kenteken", "overgenomen"),
        ("ResultaatType", "Anders", "overgenomen"),
        ("ZaakTypeInformatieObjectType", "1", "overgenomen"),
        ("Checklist", "Checklist.json", "weggelaten"),
    ]
    zaaktype = Zaaktype.objects.get()
    assert (zaaktype.concept, zaaktype.besluittypen, zaaktype.selectielijst_procestype) == (True, ["Vergund"], "")
    assert zaaktype.eigenschappen.get().statustype.omschrijving == "Nieuw"
    assert ZaaktypeInformatieobjecttype.objects.get().informatieobjecttype == "Tekening"
    assert Informatieobjecttype.objects.filter(omschrijving="Tekening", concept=True).exists()
    assert "selectielijstProcestype" in report.lines[3].uitleg


def test_a_file_that_is_no_export_is_refused_in_words():
    for source in (
        io.BytesIO(b"geen zip"),
        export_of({"StatusType": []}),
        export_of({"ZaakType": "{"}),
        export_of({"ZaakType": {"a": 1}}),
        export_of({"ZaakType": [[1]]}),
        export_of({"ZaakType": "[" * 100_000}),
    ):
        with pytest.raises(ExportNotRead):
            read_export(source)
