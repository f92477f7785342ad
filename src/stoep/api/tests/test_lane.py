"""The lane answers what it knows with the rights of the caller, and passes everything else on."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from django.db import connection

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.zaken.lane import ROOT, Lane, before
from stoep.catalogi.models import Zaaktype
from stoep.toegang.actors import SYSTEM, Vertrouwelijkheid
from stoep.toegang.commands import change_applicatie, create_applicatie, renew_geheim
from stoep.toegang.models import Applicatie
from stoep.toegang.rules.autorisaties import Verlening
from stoep.toegang.rules.scopes import Component
from stoep.toegang.tokens import sign_token
from stoep.zaken.models import Zaak, Zaakblok
from stoep.zaken.testing import make_zaak

pytestmark = pytest.mark.django_db(transaction=True)
SECRET = "een-geheim-van-meer-dan-tweeendertig-tekens"
PASSED_ON = 599
BSN = "rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn"
LOWER = Vertrouwelijkheid.INTERN


class Answer:
    def __init__(self, sent):
        self.status = sent[0]["status"]
        self.headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        self.raw = sent[1]["body"]
        self.body = msgspec.json.decode(self.raw) if self.status == 200 and self.raw else None

    @property
    def ids(self):
        return [each["uuid"] for each in self.body["results"]]


class Asker:
    def __init__(self, lane: Lane):
        self.lane = lane

    async def __call__(self, path="", query="", *, who="alles", method="GET", body=b"", token=None, **headers):
        sent: list = []
        token = sign_token(who, SECRET.encode(), datetime.now(UTC)) if token is None else token
        given = {"authorization": f"Bearer {token}", "accept-crs": "EPSG:4326", "accept": "application/json"}
        if body:
            given |= {"content-type": "application/json", "content-crs": "EPSG:4326", "content-length": str(len(body))}
        given |= {name.replace("_", "-"): value for name, value in headers.items()}
        scope = {
            "type": "http",
            "method": method,
            "path": ROOT + path,
            "query_string": query.encode(),
            "headers": [(name.encode(), value.encode()) for name, value in given.items() if value],
        }

        pieces = [(body[:20], True), (body[20:], True), (b"", False)] if body else [(b"", False)]

        async def receive():
            piece, more = pieces.pop(0)
            return {"type": "http.request", "body": piece, "more_body": more}

        async def send(message):
            sent.append(message)

        await self.lane(scope, receive, send)
        return Answer(sent)


def ask(story: Callable[[Asker], Awaitable[object]]):
    """Run a story against a lane whose next answers 599, and says what it received."""

    async def passed_on(scope, receive, send):
        body, more = b"", scope["method"] == "POST"
        while more:
            message = await receive()
            body, more = body + message["body"], message["more_body"]
        await send({"type": "http.response.start", "status": PASSED_ON, "headers": []})
        await send({"type": "http.response.body", "body": body})

    async def run():
        lane = before(passed_on)
        try:
            return await story(Asker(lane))
        finally:
            lane.lines.close()

    return asyncio.run(run())


def make_client(name, **rights):
    made = create_applicatie(label=name, client_ids=[name], actor=SYSTEM, **rights)
    renew_geheim(made.pk, client_id=name, geheim=SECRET, actor=SYSTEM)
    return made


def may_read(zaaktype, up_to=Vertrouwelijkheid.ZAAKVERTROUWELIJK):
    return Verlening(Component.ZRC, ("zaken.lezen",), zaaktype, "*", up_to)


def copies(zaak: Zaak, many: int) -> None:
    """More zaken of the same kind, every third of them secret."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO zaken_zaak SELECT (jsonb_populate_record(z, jsonb_build_object('id', gen_random_uuid(),"
            " 'identificatie', 'KOPIE-' || left(md5(z.id::text), 8) || n, 'vertrouwelijkheidaanduiding',"
            " CASE WHEN n %% 3 = 0 THEN 'geheim' ELSE 'zaakvertrouwelijk' END))).*"
            " FROM zaken_zaak z, generate_series(1, %s) n WHERE z.id = %s",
            [many, zaak.pk],
        )


def test_one_zaak_goes_to_whoever_may_read_it_and_all_else_is_passed_on():
    zaak, secret = make_zaak(), make_zaak("Geheim", vertrouwelijkheid="geheim")
    make_zaak("Van een ander soort", zaaktype="klacht")
    make_client("alles", heeft_alle_autorisaties=True)
    make_client("meldingen", autorisaties=[may_read("melding-openbare-ruimte")])
    make_client("klachten", autorisaties=[may_read("klacht", Vertrouwelijkheid.ZEER_GEHEIM)])
    make_client("laag", autorisaties=[may_read("melding-openbare-ruimte", LOWER)])
    make_client("schrijver", autorisaties=[Verlening(Component.ZRC, ("zaken.aanmaken",), "klacht", "*", LOWER)])
    now = datetime.now(UTC)
    path = f"/{zaak.pk}"

    async def story(get):
        found = await get(path)
        assert (found.status, found.body["url"]) == (200, url_of("zaken", "zaken", zaak.pk))
        assert found.headers["content-length"] == str(len(found.raw))
        assert (await get(path)).raw == found.raw
        same = await get(path, if_none_match=found.headers["etag"])
        assert (same.status, same.raw) == (304, b"")
        head = await get(path, method="HEAD")
        assert (head.status, head.raw, head.headers) == (200, b"", found.headers)
        assert (await get(path, who="meldingen")).status == 200
        refused = {
            "secret": await get(f"/{secret.pk}", who="meldingen"),
            "another zaaktype": await get(path, who="klachten"),
            "too low": await get(path, who="laag"),
            "no scope": await get(path, who="schrijver"),
            "no scope, list": await get(who="schrijver"),
            "unknown client": await get(path, who="onbekend"),
            "signature": await get(path, token=sign_token("alles", b"x" * 40, now)),
            "expired": await get(path, token=sign_token("alles", SECRET.encode(), now - timedelta(hours=2))),
            "no token": await get(path, authorization=""),
            "no zaak": await get(f"/{zaak.zaaktype_id}"),
            "no uuid": await get("/1"),
            "a part": await get(f"{path}/zaakeigenschappen"),
            "parameter": await get(path, "expand=status"),
            "accept": await get(path, accept="text/html"),
            "crs": await get(path, accept_crs=""),
            "method": await get(path, method="DELETE"),
            "body": await get(path, body=b"{}"),
            "unknown filter": await get(query="bronorganisatie__in=1"),
            "empty": await get(query="page="),
            "not a page": await get(query="page=0"),
            "after the last": await get(query="page=2"),
            "twice": await get(query="page=1&page=2"),
            "zaaktype elsewhere": await get(query="zaaktype=https://elders.example/1"),
        }
        assert {name: answer.status for name, answer in refused.items()} == dict.fromkeys(refused, PASSED_ON)

    ask(story)


def zaken_of(zaaktype, *levels):
    rows = Zaak.objects.filter(zaaktype__identificatie=zaaktype)
    return rows.filter(vertrouwelijkheidaanduiding__in=levels) if levels else rows


def lists_and_what_they_hold():
    """Who asks what, and the ids of all zaken that must then be on the pages, newest first."""
    klacht = Zaaktype.objects.get(identificatie="klacht")
    public = "zaakvertrouwelijk"
    cases = [
        ("alles", "", Zaak.objects.all()),
        ("meldingen", "", zaken_of("melding-openbare-ruimte", public)),
        ("gemengd", "", zaken_of("melding-openbare-ruimte") | zaken_of("klacht", public)),
        ("alles", f"zaaktype={url_of('catalogi', 'zaaktypen', klacht.pk)}", zaken_of("klacht")),
        (
            "alles",
            f"maximaleVertrouwelijkheidaanduiding={public}",
            zaken_of("melding-openbare-ruimte", public) | zaken_of("klacht", public),
        ),
    ]
    return [
        (who, query, [str(pk) for pk in rows.order_by("-id").values_list("pk", flat=True)])
        for who, query, rows in cases
    ]


async def turn_all_pages(get, who, query, ids):
    many = -(-len(ids) // 100)
    for page in range(1, many + 1):
        found = await get(query=f"{query}&page={page}".lstrip("&"), who=who)
        assert found.status == 200, (who, query, page)
        assert found.body["count"] == len(ids), (who, query, page)
        assert found.ids == ids[(page - 1) * 100 : page * 100], (who, query, page)
        assert (found.body["next"] is None, found.body["previous"] is None) == (page == many, page == 1)
    assert (await get(query=f"{query}&page={many + 1}".lstrip("&"), who=who)).status == PASSED_ON


def run_sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_a_list_counts_and_shows_only_what_may_be_read_on_every_page():
    first, other = make_zaak(), make_zaak("Klacht", zaaktype="klacht")
    copies(first, 230)
    copies(other, 150)
    make_client("alles", heeft_alle_autorisaties=True)
    make_client("meldingen", autorisaties=[may_read("melding-openbare-ruimte")])
    both = [may_read("melding-openbare-ruimte", Vertrouwelijkheid.GEHEIM), may_read("klacht")]
    make_client("gemengd", autorisaties=both)
    ids = list(Zaak.objects.order_by("-id").values_list("pk", flat=True))
    changes = [
        lambda: None,
        lambda: run_sql("SELECT zaken_blokken_verdeel(30)"),
        lambda: Zaak.objects.filter(pk__in=ids[100:160:2]).update(vertrouwelijkheidaanduiding="geheim"),
        lambda: run_sql("DELETE FROM zaken_zaak WHERE id = ANY(%s)", ids[60:90:3] + ids[300:310]),
        lambda: make_zaak("Nieuw"),
    ]

    async def story(get):
        for change in changes:
            await asyncio.to_thread(change)
            for who, query, held in await asyncio.to_thread(lists_and_what_they_hold):
                await turn_all_pages(get, who, query, held)
        klacht = next(query for _who, query, _ids in lists if query.startswith("zaaktype"))
        assert (await get(query=klacht, who="meldingen")).status == PASSED_ON

    lists = lists_and_what_they_hold()
    ask(story)
    assert Zaakblok.objects.filter(tellingen__isnull=False).count() > 8


def test_few_zaken_are_found_by_number_by_person_and_by_id():
    zaak, other, secret = make_zaak(), make_zaak("Een andere"), make_zaak("Geheim", vertrouwelijkheid="geheim")
    make_client("alles", heeft_alle_autorisaties=True)
    make_client("meldingen", autorisaties=[may_read("melding-openbare-ruimte")])
    roltype = zaak.zaaktype.roltypen.get(omschrijving_generiek="initiator")
    for each in (zaak, secret):
        each.rollen.create(
            roltype=roltype,
            betrokkene_type="natuurlijk_persoon",
            betrokkene_identificatie={"inpBsn": "999993653"},
            registratiedatum=datetime.now(UTC),
        )
    every = [str(pk) for pk in Zaak.objects.order_by("-pk").values_list("pk", flat=True)]
    zoek = msgspec.json.encode({"uuid__in": every})

    async def story(get):
        cases = {
            f"identificatie={zaak.identificatie}": [zaak],
            f"identificatie={zaak.identificatie}&bronorganisatie={zaak.bronorganisatie}": [zaak],
            f"identificatie={zaak.identificatie}&bronorganisatie=123456782": [],
            f"{BSN}=999993653": [secret, zaak],
            f"{BSN}=999993653&rol__omschrijvingGeneriek=initiator": [secret, zaak],
            f"{BSN}=999993653&rol__omschrijvingGeneriek=behandelaar": [],
            f"{BSN}=111222333": [],
        }
        for query, zaken in cases.items():
            found = await get(query=query)
            assert (found.status, found.ids) == (200, [str(each.pk) for each in zaken]), query
            assert found.body["count"] == len(zaken)
        assert (await get(query=f"{BSN}=999993653", who="meldingen")).ids == [str(zaak.pk)]
        found = await get("/_zoek", method="POST", body=zoek)
        assert found.ids == every
        found = await get("/_zoek", method="POST", body=zoek, who="meldingen")
        assert found.ids == [str(other.pk), str(zaak.pk)]
        more = b'{"uuid__in": [], "zaaktype": "x"}'
        found = await get("/_zoek", method="POST", body=more)
        assert (found.status, found.raw) == (PASSED_ON, more)

    ask(story)


def test_who_read_which_zaken_is_noted(monkeypatch):
    zaak, other = make_zaak(), make_zaak("Een andere")
    make_client("alles", heeft_alle_autorisaties=True)
    noted: list = []
    monkeypatch.setattr(
        "stoep.api.zgw.zaken.lane.note",
        lambda actor, soort, ids, doel: noted.append((actor.name, soort, list(ids), doel)),
    )

    async def story(get):
        await get(f"/{zaak.pk}", x_nlx_logrecord_id="vergunning 12")
        await get()
        await get(query="identificatie=bestaat-niet")
        await get(f"/{zaak.zaaktype_id}")

    ask(story)
    one, both = [str(zaak.pk)], [str(other.pk), str(zaak.pk)]
    assert noted == [("alles", "zaak", one, "vergunning 12"), ("alles", "zaak", both, ""), ("alles", "zaak", [], "")]


def test_a_change_of_rights_counts_at_once():
    zaak = make_zaak()
    applicatie = make_client("meldingen", autorisaties=[may_read("melding-openbare-ruimte")])

    def narrow():
        change_applicatie(
            Applicatie.objects.get(pk=applicatie.pk).pk,
            label="meldingen",
            client_ids=["meldingen"],
            heeft_alle_autorisaties=False,
            autorisaties=[may_read("klacht")],
            actor=SYSTEM,
        )

    async def story(get):
        assert (await get(f"/{zaak.pk}", who="meldingen")).status == 200
        await asyncio.to_thread(narrow)
        assert (await get(f"/{zaak.pk}", who="meldingen")).status == PASSED_ON
        assert (await get(who="meldingen")).status == PASSED_ON

    ask(story)


def test_nobody_sees_an_old_form_after_a_commit_while_many_write_and_read():
    zaken = [make_zaak(f"0 {number}") for number in range(3)]
    make_client("alles", heeft_alle_autorisaties=True)
    committed = dict.fromkeys((str(zaak.pk) for zaak in zaken), 0)
    rounds = 60

    def write(zaak):
        for number in range(1, rounds + 1):
            with connection.cursor() as cursor:
                cursor.execute("UPDATE zaken_zaak SET omschrijving = %s WHERE id = %s", [f"{number} x", zaak.pk])
            committed[str(zaak.pk)] = number
        connection.close()

    async def read(get, path, seen):
        while any(number < rounds for number in committed.values()):
            least = dict(committed)
            found = await get(path)
            for each in [found.body] if path else found.body["results"]:
                number = int(each["omschrijving"].split()[0])
                assert number >= least[each["uuid"]]
                seen.add((each["uuid"], number))

    async def story(get):
        seen: set = set()
        paths = [f"/{zaak.pk}" for zaak in zaken] + ["", ""]
        writers = [asyncio.to_thread(write, zaak) for zaak in zaken]
        await asyncio.gather(*writers, *(read(get, path, seen) for path in paths))
        last = await get()
        assert {each["omschrijving"] for each in last.body["results"]} == {f"{rounds} x"}
        return seen

    assert len(ask(story)) > len(zaken)
