"""The Documenten API: documents, versions, locks, content of every size, and what goes with them."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import tracemalloc
from functools import partial

import pytest
from django.test.client import MULTIPART_CONTENT, encode_multipart

from stoep.api.testing import application, calling, wrong_fields
from stoep.api.zgw.addresses import url_of
from stoep.catalogi.testing import make_informatieobjecttype
from stoep.documenten.commands import create_document, relate_document
from stoep.documenten.models import Bestandsdeel, EnkelvoudigInformatieobject, Versie
from stoep.documenten.rules import inhoud as rule
from stoep.foundation.rest import large
from stoep.foundation.rest.problems import ProblemError
from stoep.foundation.rows import new_id
from stoep.foundation.storage.disk import DiskStorage
from stoep.toegang.actors import SYSTEM, Grant, Vertrouwelijkheid

DOCUMENTEN = "/documenten/api/v1/enkelvoudiginformatieobjecten"
RECHTEN = "/documenten/api/v1/gebruiksrechten"
RELATIES = "/documenten/api/v1/objectinformatieobjecten"
VERZENDINGEN = "/documenten/api/v1/verzendingen"
SOMEONE = "https://personen.example/1"


@pytest.fixture
def caller(db):
    with calling(application()) as caller:
        yield caller


@pytest.fixture
def soort(db):
    return make_informatieobjecttype("Brief")


def in_base64(content):
    return base64.b64encode(content).decode()


def body_of(soort, content=b"inhoud", **more):
    return {
        "bronorganisatie": "111222333",
        "creatiedatum": "2026-11-01",
        "titel": "Brief",
        "auteur": "Noor",
        "taal": "nld",
        "informatieobjecttype": url_of("catalogi", "informatieobjecttypen", soort.pk),
        "inhoud": in_base64(content) if content is not None else None,
        **({"bestandsomvang": len(content)} if content is not None else {}),
        **more,
    }


def made(caller, soort, content=b"inhoud", **more):
    answer = caller.post(DOCUMENTEN, body_of(soort, content, **more))
    assert answer.status_code == 201, answer.body
    return answer.body


def test_a_document_is_made_read_changed_under_lock_and_removed(caller, soort):
    document = made(caller, soort, ondertekening={"soort": "digitaal", "datum": "2026-11-01"}, trefwoorden=["stoep"])
    url = document["url"]
    assert (document["versie"], document["locked"], document["lock"], document["bestandsdelen"]) == (1, False, "", [])
    assert document["indicatieGebruiksrecht"] is None
    assert document["vertrouwelijkheidaanduiding"] == soort.vertrouwelijkheidaanduiding

    lock = caller.post(f"{url}/lock").body["lock"]
    assert wrong_fields(caller.post(f"{url}/lock")) == [("nonFieldErrors", "existing-lock")]
    assert wrong_fields(caller.patch(url, {"titel": "x"})) == [("lock", "missing-lock-id")]
    assert wrong_fields(caller.patch(url, {"titel": "x", "lock": "y"})) == [("nonFieldErrors", "incorrect-lock-id")]
    patched = caller.patch(url, {"titel": "Tweede", "lock": lock}).body
    assert (patched["versie"], patched["titel"], patched["ondertekening"]["soort"]) == (2, "Tweede", "digitaal")
    replaced = caller.put(url, {**body_of(soort, b"derde inhoud", titel="Derde"), "lock": lock}).body
    assert (replaced["versie"], replaced["ondertekening"], replaced["trefwoorden"]) == (3, None, [])
    assert replaced["identificatie"] == document["identificatie"]
    assert caller.delete(url).status_code == 400
    assert wrong_fields(caller.post(f"{url}/unlock", {"lock": "anders"})) == [("nonFieldErrors", "incorrect-lock-id")]
    assert caller.post(f"{url}/unlock", {"lock": lock}).status_code == 204
    assert wrong_fields(caller.patch(url, {"titel": "x", "lock": lock})) == [("nonFieldErrors", "unlocked")]

    titles = [caller.get(f"{url}?versie={number}").body["titel"] for number in (1, 2, 3)]
    assert titles == ["Brief", "Tweede", "Derde"]
    first = Versie.objects.get(versie=1).begin_registratie.isoformat().replace("+00:00", "Z")
    assert caller.get(f"{url}?registratieOp={first}").body["versie"] == 1
    assert caller.get(f"{url}?versie=9").status_code == 404
    downloads = [b"".join(caller.get(f"{url}/download?versie={number}").streaming_content) for number in (1, 2, 3)]
    assert downloads == [b"inhoud", b"inhoud", b"derde inhoud"]
    trail = caller.get(f"{url}/audittrail").body
    assert [(line["actie"], line["wijzigingen"]["nieuw"]["titel"]) for line in trail] == [
        ("create", "Brief"), ("update", "Tweede"), ("update", "Derde"),
    ]  # fmt: skip
    assert caller.get(f"{url}/audittrail/{trail[1]['uuid']}").body == trail[1]
    etag = caller.get(url)["ETag"]
    assert caller.get(url, If_None_Match=etag).status_code == 304
    assert caller("HEAD", url)["ETag"] == etag

    assert caller.delete(url).status_code == 204
    assert caller.get(url).status_code == 404
    assert not EnkelvoudigInformatieobject.objects.exists()


def test_a_download_may_be_asked_in_parts_and_is_not_sent_twice(caller, soort):
    url = made(caller, soort, b"0123456789", formaat="text/plain")["inhoud"]

    whole = caller.get(url)
    part = caller.get(url, Range="bytes=3-5")

    assert (whole["Content-Length"], whole["Accept-Ranges"], whole["Content-Type"]) == ("10", "bytes", "text/plain")
    assert (part.status_code, part["Content-Range"], b"".join(part.streaming_content)) == (206, "bytes 3-5/10", b"345")
    assert caller.get(url, Range="bytes=10-").status_code == 416
    assert caller.get(url, If_None_Match=whole["ETag"]).status_code == 304
    assert caller.get(url, Range="bytes=0-0", If_Range='"anders"').status_code == 200
    assert whole["API-version"] == part["API-version"] == "1.4.3"


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"inhoud": "geen base64"}, [("inhoud", "invalid")]),
        ({"inhoud": "Zm9v=Zm9v"}, [("inhoud", "invalid")]),
        ({"bestandsomvang": 3}, [("nonFieldErrors", "file-size")]),
        ({"bestandsomvang": -1}, [("bestandsomvang", "min_value")]),
        ({"bronorganisatie": "123456789"}, [("bronorganisatie", "invalid")]),
        ({"status": "in_bewerking", "ontvangstdatum": "2026-11-01"}, [("status", "invalid_for_received")]),
        ({"indicatieGebruiksrecht": True}, [("indicatieGebruiksrecht", "missing-gebruiksrechten")]),
        ({"informatieobjecttype": "https://elders.example/1"}, [("informatieobjecttype", "bad-url")]),
        ({"taal": "nl", "titel": ""}, [("titel", "blank"), ("taal", "min_length")]),
        ({"integriteit": {"algoritme": "rot13"}}, [
            ("integriteit.algoritme", "invalid_choice"), ("integriteit.waarde", "required"), ("integriteit.datum", "required"),
        ]),
        ({"trefwoorden": "stoep"}, [("trefwoorden", "not_a_list")]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_document_is_told_and_nothing_is_kept(caller, soort, change, wrong):
    answer = caller.post(DOCUMENTEN, {**body_of(soort), **change})

    assert (answer.status_code, wrong_fields(answer)) == (400, wrong)
    assert not EnkelvoudigInformatieobject.objects.exists()


def test_a_number_is_given_once_and_a_concept_type_never(caller, soort):
    made(caller, soort, identificatie="A-1")
    assert wrong_fields(caller.post(DOCUMENTEN, body_of(soort, identificatie="A-1"))) == [
        ("identificatie", "identificatie-niet-uniek")
    ]
    type(soort).objects.filter(pk=soort.pk).update(concept=True)
    answer = caller.post(DOCUMENTEN, body_of(soort))

    assert wrong_fields(answer) == [("informatieobjecttype", "not-published")]


def test_a_large_file_comes_in_parts(caller, soort, monkeypatch):
    monkeypatch.setattr(rule, "PART", 10)
    content = os.urandom(25)
    document = made(caller, soort, None, bestandsomvang=25)
    lock = document["lock"]
    assert (document["locked"], document["inhoud"], len(document["bestandsdelen"])) == (True, None, 3)
    assert all(deel["lock"] == lock for deel in document["bestandsdelen"])
    assert caller.get(document["url"]).body["bestandsdelen"][0]["lock"] == ""

    def send(deel, piece, lock=lock):
        file = io.BytesIO(piece)
        file.name = "deel"
        form = encode_multipart("BoUnDaRyStRiNg", {"inhoud": file, "lock": lock})
        return caller("PUT", deel["url"], form, Content_Type=MULTIPART_CONTENT)

    first = document["bestandsdelen"][0]
    assert wrong_fields(send(first, b"kort")) == [("nonFieldErrors", "file-size")]
    assert wrong_fields(send(first, content[:10], "anders")) == [("nonFieldErrors", "incorrect-lock-id")]
    assert caller("PUT", first["url"], b"x", Content_Type="application/json").status_code == 415
    assert send(first, content[:10]).body["voltooid"] is True
    assert wrong_fields(caller.post(f"{document['url']}/unlock", {"lock": lock})) == [
        ("nonFieldErrors", "incomplete-upload")
    ]
    for number, deel in enumerate(document["bestandsdelen"]):
        assert send(deel, content[number * 10 : number * 10 + 10]).status_code == 200
    assert caller.post(f"{document['url']}/unlock", {"lock": lock}).status_code == 204

    ready = caller.get(document["url"]).body
    assert b"".join(caller.get(ready["inhoud"]).streaming_content) == content
    assert (ready["bestandsomvang"], ready["locked"], ready["bestandsdelen"]) == (25, False, [])
    assert not Bestandsdeel.objects.exists()


def test_rights_of_use_sendings_and_relations_go_with_a_document(caller, soort):
    document = made(caller, soort)["url"]
    right = {"informatieobject": document, "startdatum": "2026-11-01T00:00:00Z", "omschrijvingVoorwaarden": "intern"}
    row = caller.post(RECHTEN, right).body
    assert caller.get(document).body["indicatieGebruiksrecht"] is True
    other = made(caller, soort)["url"]
    assert wrong_fields(caller.patch(row["url"], {"informatieobject": other})) == [
        ("informatieobject", "wijzigen-niet-toegelaten")
    ]
    assert caller.patch(row["url"], {"einddatum": "2027-01-01T00:00:00Z"}).body["einddatum"] == "2027-01-01T00:00:00Z"
    assert caller.get(f"{RECHTEN}?informatieobject={document}&startdatum__lt=2026-12-01").body == [
        caller.get(row["url"]).body
    ]
    assert caller.get(f"{RECHTEN}?startdatum__gt=2026-12-01").body == []
    assert caller.delete(row["url"]).status_code == 204
    assert caller.get(document).body["indicatieGebruiksrecht"] is None

    sent = {
        "betrokkene": SOMEONE, "informatieobject": document, "aardRelatie": "geadresseerde", "contactPersoon": SOMEONE,
        "binnenlandsCorrespondentieadres": {
            "huisnummer": 3, "naamOpenbareRuimte": "Kade", "woonplaatsnaam": "Havendam",
        },
    }  # fmt: skip
    row = caller.post(VERZENDINGEN, sent).body
    assert row["binnenlandsCorrespondentieadres"]["huisnummer"] == 3
    assert caller.get(f"{VERZENDINGEN}?aardRelatie=geadresseerde&betrokkene={SOMEONE}").body["results"] == [row]
    assert caller.put(row["url"], {**sent, "toelichting": "per koerier"}).body["toelichting"] == "per koerier"
    assert caller.delete(row["url"]).status_code == 204

    verzoek = {"informatieobject": document, "object": "https://elders.example/1", "objectType": "verzoek"}
    relation = caller.post(RELATIES, verzoek).body
    assert wrong_fields(caller.post(RELATIES, verzoek)) == [("nonFieldErrors", "unique")]
    assert wrong_fields(caller.delete(document)) == [("nonFieldErrors", "pending-relations")]
    assert wrong_fields(caller.post(RELATIES, {**verzoek, "objectType": "zaak"})) == [("object", "bad-url")]
    assert caller.get(f"{RELATIES}?object=https://elders.example/1").body == [relation]
    assert caller.delete(relation["url"]).status_code == 204
    zaak_id = new_id()
    relate_document(EnkelvoudigInformatieobject.objects.first().pk, soort="zaak", object_id=zaak_id)
    mirrored = caller.get(f"{RELATIES}?object={url_of('zaken', 'zaken', zaak_id)}").body[0]
    assert mirrored["objectType"] == "zaak"
    assert wrong_fields(caller.delete(mirrored["url"])) == [("nonFieldErrors", "remote-relation-exists")]


def test_lists_find_search_and_take_as_many_queries_for_one_as_for_many(caller, soort, django_assert_num_queries):
    ids = [
        create_document(
            titel="x",
            auteur="x",
            inhoud=None,
            informatieobjecttype_id=soort.pk,
            trefwoorden=["a", str(n)],
            actor=SYSTEM,
        ).pk
        for n in range(12)
    ]
    for count, query in ((12, ""), (1, "?trefwoorden=3"), (2, "?trefwoorden=3,4")):
        with django_assert_num_queries(2):
            answer = caller.get(DOCUMENTEN + query)
        assert answer.body["count"] == len(answer.body["results"]) == count
    found = caller.post(f"{DOCUMENTEN}/_zoek", {"uuid__in": ids[:3]}).body
    assert {each["url"].rpartition("/")[2] for each in found["results"]} == set(map(str, ids[:3]))
    assert wrong_fields(caller.post(f"{DOCUMENTEN}/_zoek", {})) == [("uuid__in", "required")]
    assert caller.get(f"{DOCUMENTEN}?onbekend=1").status_code == 400


def test_an_application_sees_its_types_up_to_its_level_and_does_what_its_scopes_give(soort):
    other = make_informatieobjecttype("Foto")
    with calling(application()) as caller:
        urls = [
            made(caller, kind, vertrouwelijkheidaanduiding=level)["url"]
            for kind, level in ((soort, "openbaar"), (soort, "geheim"), (other, "openbaar"))
        ]
    reading = Grant("documenten.read", "Brief", Vertrouwelijkheid.INTERN)
    with calling(application([reading, Grant("catalogi.read"), Grant("documenten.write", "Brief")])) as caller:
        assert [each["url"] for each in caller.get(DOCUMENTEN).body["results"]] == urls[:1]
        assert [caller.get(url).status_code for url in urls] == [200, 403, 403]
        assert [caller.get(f"{url}/download").status_code for url in urls] == [200, 403, 403]
        assert caller.post(DOCUMENTEN, body_of(other)).status_code == 403
        assert caller.post(f"{urls[0]}/lock").status_code == 403
        assert caller.delete(urls[0]).status_code == 403
    assert EnkelvoudigInformatieobject.objects.count() == 3


def test_a_file_in_a_large_body_is_decoded_while_it_is_stored(caller, soort):
    content = os.urandom(1_000_003) * 5
    sent = json.dumps(body_of(soort, content)).replace("/", "\\/").encode()
    answer = caller.post(DOCUMENTEN, sent)

    assert answer.status_code == 201, answer.body
    assert b"".join(caller.get(answer.body["inhoud"]).streaming_content) == content
    broken = sent.replace(b'"inhoud": "', b'"inhoud": "@')
    assert wrong_fields(caller.post(DOCUMENTEN, broken)) == [("inhoud", "invalid")]
    assert EnkelvoudigInformatieobject.objects.count() == 1


class TestLargeBody:
    """Everything but one text is read as JSON reads it, however the pieces fall."""

    @pytest.mark.parametrize("piece", [1, 2, 7, 64, 1000])
    @pytest.mark.parametrize("escaped", ["", "/", "+/"])
    def test_one_text_stays_where_it_is(self, monkeypatch, piece, escaped):
        monkeypatch.setattr(large, "PIECE", piece)
        text = '{"a":{"inhoud":"diep","x":[1,"}\\"{"]},"titel":"een \\"inhoud\\" \\\\","inhoud":"@@","z":"ë\\n"}'
        for size in (0, 1, 2, 3, 100, 301):
            content = os.urandom(size)
            written = in_base64(content)
            for sign in escaped:
                written = written.replace(sign, "\\/" if sign == "/" else "\\u002B")
            raw = text.replace("@@", written).encode()
            read = large.read_large(io.BytesIO(raw), "inhoud", largest_rest=1000)
            file = read.pop("inhoud").as_base64("inhoud")
            assert file.read() == content
            file.seek(0)
            assert b"".join(iter(partial(file.read, 7), b"")) == content
            plain = json.loads(raw)
            plain.pop("inhoud")
            assert read == plain

    def test_forty_megabytes_are_stored_with_a_few_of_memory(self, tmp_path):
        block, digest = os.urandom(3 * 1024 * 1024), hashlib.sha256()
        with (tmp_path / "body").open("w+b") as body:
            body.write(b'{"titel":"x","inhoud":"')
            for _ in range(14):
                body.write(base64.b64encode(block))
                digest.update(block)
            body.write(b'"}')
            tracemalloc.start()
            try:
                read = large.read_large(body, "inhoud", largest_rest=1000)
                stored = DiskStorage(tmp_path / "files").store(read["inhoud"].as_base64("inhoud"))
                peak = tracemalloc.get_traced_memory()[1]
            finally:
                tracemalloc.stop()

        assert (stored.sha256, stored.size) == (digest.hexdigest(), 14 * len(block))
        assert peak < 12_000_000

    @pytest.mark.parametrize(
        ("raw", "status"),
        [
            (b'{"titel":"' + b"x" * 3000, 413),
            (b"[" * 3000, 400),
            (b'{"inhoud":"Zm9v', 400),
            (b'{"inhoud":"Zm9v"', 400),
            (b'{"a":' * 200 + b"1" + b"}" * 200, 400),
        ],
    )
    def test_what_is_too_large_too_deep_or_not_finished_is_refused(self, raw, status):
        with pytest.raises(ProblemError) as refused:
            large.read_large(io.BytesIO(raw), "inhoud", largest_rest=1000)
        assert refused.value.status == status
