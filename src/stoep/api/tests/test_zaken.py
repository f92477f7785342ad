"""Zaken over the Zaken API: finding, reading, registering, changing and destroying them."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stoep.api.testing import application, calling, wrong_fields
from stoep.api.zgw.addresses import url_of
from stoep.catalogi.models import Roltype
from stoep.catalogi.testing import make_zaaktype
from stoep.toegang import verwerkingen
from stoep.toegang.actors import SYSTEM, Grant, Vertrouwelijkheid
from stoep.zaken import models
from stoep.zaken.commands import Relevant, change_zaak, register_rol, register_zaak
from stoep.zaken.testing import make_zaak

pytestmark = pytest.mark.django_db

ZAKEN = "/zaken/api/v1/zaken"
CRS = {"Accept_Crs": "EPSG:4326", "Content_Crs": "EPSG:4326"}
RSIN = "517439943"
SQUARE = [[[3.0, 51.0], [4.0, 51.0], [4.0, 52.0], [3.0, 52.0], [3.0, 51.0]]]


@pytest.fixture
def caller():
    with calling(application()) as caller:
        yield caller


def type_url() -> str:
    return url_of("catalogi", "zaaktypen", make_zaaktype().pk)


def body_of(**fields) -> dict:
    organisations = {"bronorganisatie": RSIN, "verantwoordelijkeOrganisatie": RSIN}
    return {"zaaktype": type_url(), "startdatum": "2026-11-01", **organisations, **fields}


def register(**velden) -> models.Zaak:
    return register_zaak(zaaktype_id=make_zaaktype().pk, actor=SYSTEM, **velden)


def test_a_zaak_is_registered_read_changed_and_destroyed(caller):
    other = register()
    given = body_of(
        omschrijving="Boom kappen",
        vertrouwelijkheidaanduiding="openbaar",
        zaakgeometrie={"type": "Point", "coordinates": [3.8, 51.33]},
        kenmerken=[{"kenmerk": "K-1", "bron": "oud"}],
        relevanteAndereZaken=[{"url": url_of("zaken", "zaken", other.pk), "aardRelatie": "vervolg"}],
        opschorting={"indicatie": True, "reden": "Wacht op stukken"},
        verlenging=None,
        archiefactiedatum="2040-01-01",
        communicatiekanaal="https://kanalen.example/1",
    )
    made = caller.post(ZAKEN, given, **CRS)
    assert made.status_code == 201, made.body
    assert (made["Location"], made["Content-Crs"]) == (made.body["url"], "EPSG:4326")
    for field, value in given.items():
        assert made.body[field] == ({"reden": "", "duur": None} if field == "verlenging" else value), field
    assert made.body["identificatie"].startswith("ZAAK-")
    assert made.body["status"] is None

    read = caller.get(made.body["url"], **CRS)
    assert read.body == made.body
    again = caller.get(made.body["url"], **CRS, If_None_Match=read["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    head = caller("HEAD", made.body["url"], **CRS)
    assert (head["ETag"], head.content) == (read["ETag"], b"")

    put = caller.put(made.body["url"], {**made.body, "omschrijving": "Eik kappen"}, **CRS)
    assert put.body == {**made.body, "omschrijving": "Eik kappen"}
    patched = caller.patch(made.body["url"], {"einddatumGepland": "2026-12-01", "opschorting": None}, **CRS)
    assert patched.body["einddatumGepland"] == "2026-12-01"
    assert patched.body["opschorting"] == {"indicatie": False, "reden": ""}
    assert caller.delete(made.body["url"], **CRS).status_code == 204
    assert caller.get(made.body["url"], **CRS).status_code == 404


def test_what_is_wrong_with_a_zaak_is_told_by_field(caller):
    concept = url_of("catalogi", "zaaktypen", make_zaaktype("concept", published=False).pk)
    taken = register(identificatie="Z-1", bronorganisatie=RSIN)
    for fields, wrong in (
        ({"zaaktype": "https://elders.example/zaaktypen/1"}, [("zaaktype", "bad-url")]),
        ({"zaaktype": url_of("catalogi", "zaaktypen", uuid4())}, [("zaaktype", "bad-url")]),
        ({"zaaktype": url_of("zaken", "zaken", taken.pk)}, [("zaaktype", "invalid-resource")]),
        ({"zaaktype": concept}, [("zaaktype", "not-published")]),
        ({"identificatie": "Z-1"}, [("identificatie", "identificatie-niet-uniek")]),
        ({"bronorganisatie": "123456789"}, [("bronorganisatie", "invalid")]),
        ({"startdatum": "gisteren", "zaaktype": None}, [("zaaktype", "null"), ("startdatum", "invalid")]),
        ({"hoofdzaak": url_of("zaken", "zaken", uuid4())}, [("hoofdzaak", "does_not_exist")]),
        (
            {"relevanteAndereZaken": [{"url": url_of("zaken", "zaken", uuid4()), "aardRelatie": "vervolg"}]},
            [("relevanteAndereZaken.0.url", "bad-url")],
        ),
        (
            {"betalingsindicatie": "nvt", "laatsteBetaaldatum": "2026-01-01T12:00:00Z"},
            [("laatsteBetaaldatum", "betaling-nvt")],
        ),
        ({"productenOfDiensten": ["https://x.example/p"]}, [("productenOfDiensten", "invalid-products-services")]),
        ({"archiefstatus": "gearchiveerd"}, [("archiefnominatie", "archiefnominatie-not-set")]),
        ({"verlenging": {"reden": "x"}}, [("verlenging.duur", "required")]),
    ):
        answer = caller.post(ZAKEN, body_of(**fields), **CRS)
        assert (answer.status_code, wrong_fields(answer)) == (400, wrong), fields
    assert models.Zaak.objects.count() == 1
    answer = caller.patch(f"{ZAKEN}/{taken.pk}", {"identificatie": "Z-2"}, **CRS)
    assert wrong_fields(answer) == [("identificatie", "wijzigen-niet-toegelaten")]
    assert caller.get(ZAKEN).status_code == 412
    assert caller.get(ZAKEN, Accept_Crs="EPSG:28992").status_code == 406
    assert caller.post(ZAKEN, body_of(), Accept_Crs="EPSG:4326", Content_Crs="EPSG:28992").status_code == 415


BSN = "rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn=900000004"
FINDING = (
    "identificatie=VIND-MIJ",
    f"bronorganisatie={RSIN}",
    f"bronorganisatie__in={RSIN},000000000",
    "archiefnominatie__in=vernietigen",
    "archiefactiedatum=2033-01-01",
    "archiefactiedatum__isnull=false",
    "archiefactiedatum__gt=2032-01-01&archiefactiedatum__lt=2034-01-01",
    "archiefstatus=nog_te_archiveren&startdatum=2026-03-01",
    "startdatum__gte=2026-03-01&startdatum__lte=2026-03-01",
    "startdatum__gt=2026-02-01&startdatum__lt=2026-04-01",
    "registratiedatum__gt=2026-03-01&registratiedatum__lt=2026-03-03",
    "einddatumGepland__gt=2026-05-01&einddatumGepland__lt=2026-06-02",
    "uiterlijkeEinddatumAfdoening=2026-07-01&einddatum__isnull=true",
    "maximaleVertrouwelijkheidaanduiding=beperkt_openbaar",
    BSN,
    f"{BSN}&rol__omschrijvingGeneriek=initiator&rol__betrokkeneType=natuurlijk_persoon",
    "rol__betrokkene=https://personen.example/1",
    "ordering=-startdatum&startdatum__lt=2026-04-01",
)


def test_zaken_are_found_by_each_filter(caller):
    roltype = Roltype.objects.get(zaaktype=make_zaaktype().pk, omschrijving_generiek="initiator")
    found = register(
        identificatie="VIND-MIJ",
        bronorganisatie=RSIN,
        startdatum=date(2026, 3, 1),
        registratiedatum=date(2026, 3, 2),
        einddatum_gepland=date(2026, 6, 1),
        uiterlijke_einddatum_afdoening=date(2026, 7, 1),
        archiefnominatie="vernietigen",
        archiefactiedatum=date(2033, 1, 1),
        vertrouwelijkheidaanduiding="openbaar",
    )
    register_rol(
        found.pk,
        roltype_id=roltype.pk,
        betrokkene_type="natuurlijk_persoon",
        betrokkene="https://personen.example/1",
        betrokkene_identificatie={"inpBsn": "900000004"},
        actor=SYSTEM,
    )
    register(startdatum=date(2026, 5, 1), vertrouwelijkheidaanduiding="geheim", archiefnominatie="blijvend_bewaren")
    make_zaak(zaaktype="parkeervergunning")
    for query in (*FINDING, f"zaaktype={type_url()}&archiefnominatie=vernietigen"):
        answer = caller.get(f"{ZAKEN}?{query}", **CRS)
        assert [each["identificatie"] for each in answer.body["results"]] == ["VIND-MIJ"], query
    for query in (f"{BSN}&rol__omschrijvingGeneriek=behandelaar", "einddatum__gt=2020-01-01", "zaaktype=https://x.nl"):
        assert caller.get(f"{ZAKEN}?{query}", **CRS).body["count"] == 0, query
    for query in ("onbekend=1", "startdatum=gisteren", "ordering=kleur", "expand=kleur", "expand=a.b.c.d", "page=0"):
        assert caller.get(f"{ZAKEN}?{query}", **CRS).status_code == 400, query
    assert caller.get(f"{ZAKEN}?page=2", **CRS).status_code == 404


def test_zaken_are_searched_within_an_area_and_by_id(caller):
    inside = register(zaakgeometrie={"type": "Point", "coordinates": [3.5, 51.5]})
    line = register(zaakgeometrie={"type": "LineString", "coordinates": [[3.1, 51.1], [3.2, 51.2]]})
    register(zaakgeometrie={"type": "LineString", "coordinates": [[3.5, 51.5], [5.0, 51.6]]})
    nowhere = register()
    area = {"zaakgeometrie": {"within": {"type": "Polygon", "coordinates": SQUARE}}}

    def found(body):
        answer = caller.post(f"{ZAKEN}/_zoek", body, **CRS)
        assert answer.status_code == 200, answer.body
        return {each["uuid"] for each in answer.body["results"]}

    assert found(area) == {str(inside.pk), str(line.pk)}
    assert found({**area, "uuid__in": [str(line.pk), str(nowhere.pk)]}) == {str(line.pk)}
    assert found({"uuid__in": [str(nowhere.pk)], "zaaktype__in": [type_url()]}) == {str(nowhere.pk)}
    for body in ({}, {"zaakgeometrie": {"within": {"type": "Polygon", "coordinates": [[[1]]]}}}, {"uuid__in": ["x"]}):
        assert caller.post(f"{ZAKEN}/_zoek", body, **CRS).status_code == 400, body


EXPAND = "zaaktype,hoofdzaak,deelzaken,relevanteAndereZaken,status.statustype,rollen.roltype,resultaat.resultaattype,eigenschappen"


def test_lists_take_as_many_queries_for_ten_zaken_as_for_one_with_and_without_expand(caller):
    counts = []
    for number in (1, 9):
        for _ in range(number):
            zaak, deelzaak = make_zaak(), None
            deelzaak = make_zaak(hoofdzaak=zaak)
            change_zaak(zaak.pk, relevante_andere_zaken=[Relevant(deelzaak.pk, "vervolg")], actor=SYSTEM)
            roltype = Roltype.objects.filter(zaaktype=zaak.zaaktype_id).first()
            register_rol(
                zaak.pk, roltype_id=roltype.pk, betrokkene_type="medewerker", betrokkene="https://x.nl", actor=SYSTEM
            )
        found = {}
        for query in ("", f"?expand={EXPAND}"):
            caller.get(ZAKEN + query, **CRS)  # the forms are kept now
            with CaptureQueriesContext(connection) as seen:
                assert caller.get(ZAKEN + query, **CRS).body["count"] == models.Zaak.objects.count()
            found[query] = len(seen)
        counts.append(found)

    assert counts[0] == counts[1]


def test_what_may_not_be_read_is_nowhere_in_the_answers():
    zaak, secret = make_zaak(), make_zaak(vertrouwelijkheid="geheim")
    change_zaak(zaak.pk, relevante_andere_zaken=[Relevant(secret.pk, "vervolg")], hoofdzaak_id=secret.pk, actor=SYSTEM)
    limited = application([Grant("*", up_to=Vertrouwelijkheid.ZAAKVERTROUWELIJK)])
    with calling(limited) as caller:
        answer = caller.get(f"{ZAKEN}?expand=hoofdzaak,relevanteAndereZaken,status.zaakinformatieobjecten", **CRS)
        assert answer.body["count"] == 1
        assert answer.body["next"] is None
        expanded = answer.body["results"][0]["_expand"]
        assert (expanded["hoofdzaak"], expanded["relevanteAndereZaken"]) == ({}, [])
        assert expanded["status"]["_expand"] == {"zaakinformatieobjecten": []}
        for method, path in (("GET", ""), ("PATCH", ""), ("DELETE", ""), ("GET", "/zaakeigenschappen")):
            body = {"omschrijving": "x"} if method == "PATCH" else None
            assert caller(method, f"{ZAKEN}/{secret.pk}{path}", body, **CRS).status_code == 403, method
        assert caller.get(f"{ZAKEN}?identificatie={secret.identificatie}", **CRS).body["count"] == 0
    secret.refresh_from_db()
    assert secret.omschrijving == "Losse tegel op de Kade"


def test_the_audittrail_tells_who_changed_what_and_why(caller):
    made = caller.post(ZAKEN, body_of(omschrijving="Oud"), **CRS).body
    caller.patch(made["url"], {"omschrijving": "Nieuw"}, **CRS, X_Audit_Toelichting="Typefout")
    contact = {"zaak": made["url"], "contactmoment": "https://contact.example/1"}
    part = caller.post("/zaken/api/v1/zaakcontactmomenten", contact).body

    trail = caller.get(f"{made['url']}/audittrail").body

    assert [(line["actie"], line["resource"], line["resultaat"]) for line in trail] == [
        ("create", "zaak", 201),
        ("update", "zaak", 200),
        ("create", "zaakcontactmoment", 201),
    ]
    change, added = trail[1:]
    assert {line["hoofdObject"] for line in trail} == {made["url"]}
    assert (change["toelichting"], change["applicatieWeergave"]) == ("Typefout", "Proefapplicatie")
    assert (change["wijzigingen"]["oud"]["omschrijving"], change["wijzigingen"]["nieuw"]["omschrijving"]) == (
        "Oud",
        "Nieuw",
    )
    assert change["wijzigingen"]["nieuw"]["zaaktype"] == made["zaaktype"]
    assert added["resourceUrl"] == part["url"]
    assert caller.get(f"{made['url']}/audittrail/{change['uuid']}").body == change
    assert caller.get(f"{made['url']}/audittrail/{uuid4()}").status_code == 404
    with calling(application([Grant("zaken.read")])) as reader:
        assert reader.get(f"{made['url']}/audittrail").status_code == 403


def test_numbers_are_reserved_and_given_to_nobody_else(caller):
    several = caller.post("/zaken/api/v1/zaaknummer_reserveren", {"bronorganisatie": RSIN, "aantal": 2}).body
    one = caller.post("/zaken/api/v1/zaaknummer_reserveren", {"bronorganisatie": RSIN}).body
    numbers = {each["zaaknummer"] for each in (*several, one)}
    made = caller.post(ZAKEN, body_of(), **CRS).body

    assert len(numbers) == 3
    assert made["identificatie"] not in numbers
    assert caller.post(ZAKEN, body_of(identificatie=one["zaaknummer"]), **CRS).status_code == 201


def test_reading_zaken_is_noted_with_its_purpose(caller, monkeypatch):
    told = []
    monkeypatch.setattr(verwerkingen, "note", lambda _actor, soort, ids, doel: told.append((soort, [*ids], doel)))
    zaak = make_zaak()
    caller.get(ZAKEN, **CRS)
    caller.get(f"{ZAKEN}/{zaak.pk}?expand=rollen", **CRS, X_NLX_Logrecord_ID="doel-1")

    assert told == [("zaak", [zaak.pk], ""), ("zaak", [zaak.pk], "doel-1")]
