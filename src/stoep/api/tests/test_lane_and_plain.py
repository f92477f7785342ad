"""The lane gives the same bytes and headers as the plain view behind it."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest
from django.test import Client

from stoep.api.tests.test_lane import BSN, LOWER, PASSED_ON, ROOT, SECRET, ask, copies, make_client, may_read
from stoep.api.zgw.addresses import url_of
from stoep.toegang.actors import Vertrouwelijkheid
from stoep.toegang.tokens import sign_token
from stoep.zaken.testing import make_zaak

pytestmark = pytest.mark.django_db(transaction=True)
CRS = {"Accept-Crs": "EPSG:4326", "Content-Crs": "EPSG:4326"}


def plain(path, query, *, who, method, body, **headers):
    """What Django says."""
    token = sign_token(who, SECRET.encode(), datetime.now(UTC))
    given = {"Authorization": f"Bearer {token}", "Accept": "application/json", **CRS}
    given |= {name.replace("_", "-"): value for name, value in headers.items()}
    address = ROOT + path + (f"?{query}" if query else "")
    kind = "application/json" if body else ""
    return Client().generic(method, address, body, content_type=kind, headers=given)


def cases_about(zaak, klacht, secret):
    """Path, query, and what is special."""
    ids = msgspec.json.encode({"uuid__in": [str(zaak.pk), str(klacht.pk), str(secret.pk)]})
    type_url = url_of("catalogi", "zaaktypen", zaak.zaaktype_id)
    yield f"/{zaak.pk}", "", {}
    yield f"/{zaak.pk}", "", {"method": "HEAD"}
    yield "", "", {}
    yield "", "page=1", {}
    yield "", "page=2", {}
    yield "", f"zaaktype={type_url}", {}
    yield "", f"page=2&zaaktype={type_url}", {}
    yield "", "maximaleVertrouwelijkheidaanduiding=zaakvertrouwelijk", {}
    yield "", f"identificatie={zaak.identificatie}", {}
    yield "", f"identificatie={zaak.identificatie}&bronorganisatie={zaak.bronorganisatie}", {}
    yield "", "identificatie=onbekend", {}
    yield "", f"{BSN}=999993653", {}
    yield "", f"{BSN}=999993653&rol__omschrijvingGeneriek=initiator", {}
    yield "/_zoek", "", {"method": "POST", "body": ids}


def test_the_lane_says_what_the_plain_view_says():
    zaak, klacht = make_zaak(), make_zaak("Klacht", zaaktype="klacht")
    secret = make_zaak("Geheim", vertrouwelijkheid="geheim")
    copies(zaak, 160)
    for each in (zaak, secret):
        each.rollen.create(
            roltype=zaak.zaaktype.roltypen.get(omschrijving_generiek="initiator"),
            betrokkene_type="natuurlijk_persoon",
            betrokkene_identificatie={"inpBsn": "999993653"},
            registratiedatum=datetime.now(UTC),
        )
    make_client("alles", heeft_alle_autorisaties=True)
    both = [may_read("melding-openbare-ruimte"), may_read("klacht", LOWER)]
    make_client("gemengd", autorisaties=both)
    make_client("klachten", autorisaties=[may_read("klacht", Vertrouwelijkheid.ZEER_GEHEIM)])
    asked = [
        (who, path, query, {"method": "GET", "body": b"", **special})
        for who in ("alles", "gemengd", "klachten")
        for path, query, special in cases_about(zaak, klacht, secret)
    ]
    expected = [plain(path, query, who=who, **special) for who, path, query, special in asked]
    known = expected[0].headers["ETag"]
    unchanged = plain(f"/{zaak.pk}", "", who="alles", method="GET", body=b"", If_None_Match=known)

    async def story(get):
        answers = [await get(path, query, who=who, **special) for who, path, query, special in asked]
        return [*answers, await get(f"/{zaak.pk}", if_none_match=known)]

    answered = 0
    for (who, path, query, _special), by_django, by_lane in zip(
        [*asked, ("alles", "", "If-None-Match", {})], [*expected, unchanged], ask(story), strict=True
    ):
        if by_lane.status == PASSED_ON:
            continue
        answered += 1
        assert by_lane.status == by_django.status_code, (who, path, query)
        assert by_lane.raw == by_django.content, (who, path, query)
        headers = {name.lower(): value for name, value in by_django.headers.items()}
        if by_lane.raw:
            headers.setdefault("content-length", str(len(by_django.content)))  # the server adds it
        if by_lane.status == 304:
            headers.pop("content-type")  # there is no content
        assert by_lane.headers == headers, (who, path, query)
    assert answered > 30
