"""Releasing: nothing is public before a person said so, and what was covered stays covered."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw

from stoep.buurt.commands import (
    forget_vrijgaven,
    hold_back,
    look_at_foto,
    queue_vrijgaven,
    release_foto,
    release_tekst,
    withdraw,
)
from stoep.buurt.errors import NotReleased, RedenMissing, TekstEmpty, TekstTooLong, VrijgaveChanged
from stoep.buurt.models import OpenbareMelding, Vrijgave
from stoep.buurt.ports import Gezien, bind_fotokijker
from stoep.buurt.rules.aanwijzingen import in_delen, without_aanwijzingen
from stoep.buurt.rules.afdekken import Vak, cover, read_rand, read_vak
from stoep.foundation import storage
from stoep.foundation.errors import NotAllowed, Rejected
from stoep.meldingen.testing import jpeg
from stoep.toegang.actors import SYSTEM
from stoep.toegang.testing import employee, make_account, sign_in_client
from stoep.zaken.models import Gebeurtenis

NOOR = employee("buurt.release", "meldingen.read", "zaken.read")


class Kijker:
    """An eye that sees what the test says."""

    def __init__(self, *seen, fails=False):
        self.seen, self.fails = seen, fails

    def look(self, data):
        if self.fails:
            raise Rejected("kapot")
        return self.seen


@pytest.fixture
def kijker():
    def bind(*seen, **more):
        bind_fotokijker(Kijker(*seen, **more))

    before = bind_fotokijker(Kijker())
    yield bind
    bind_fotokijker(before)


@pytest.fixture
def queued(report, kijker):
    """A report with words and a photo, waiting to be looked at by a person."""

    def make(**more):
        melding = report(**{"fotos": 1, **more})
        queue_vrijgaven([melding.zaak_id])
        return {one.onderdeel: one for one in Vrijgave.objects.filter(melding_id=melding.pk)} | {"melding": melding}

    return make


@pytest.fixture
def desk(client):
    sign_in_client(client, make_account("buurt.release", "meldingen.read", "zaken.read"))
    return client


def plate_photo(text="12-AB-CD", wide=180):
    picture = Image.new("RGB", (900, 600), "#8a8f94")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((250, 150, 700, 450), fill="#30343a")
    draw.rectangle((380, 360, 380 + wide, 360 + wide // 4), fill="#f2b705", outline="#111")
    for place in range(8):
        draw.rectangle(
            (392 + place * wide // 9, 368, 392 + place * wide // 9 + wide // 16, 355 + wide // 4), fill="#111"
        )
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=90)
    return out.getvalue()


def test_a_text_is_shown_in_pieces_with_what_may_name_somebody_marked():
    tekst = "Bel Sanne op 06-12345678. De tegel ligt los."
    delen = in_delen(tekst)
    assert "".join(deel.tekst for deel in delen) == tekst
    assert [deel.soort for deel in delen] == ["", "naam", "", "telefoonnummer", ""]
    assert without_aanwijzingen(tekst) == "Bel [naam] op [telefoonnummer]. De tegel ligt los."


def test_what_is_covered_cannot_be_made_out_and_the_rest_stays():
    made = cover(plate_photo(), [Vak(380 / 900, 360 / 600, 180 / 900, 45 / 600)])
    picture = Image.open(io.BytesIO(made.data))
    part = picture.crop((385, 362, 555, 402)).convert("L")
    assert len(set(part.resize((40, 10)).tobytes())) < 60
    assert picture.size == (900, 600)
    assert picture.getpixel((20, 20))[0] == pytest.approx(0x8A, abs=4)


@pytest.mark.parametrize("text", ["", "a,b,c,d", "0,0,0,0", "2,0,1,1", "nan,0,1,1", "0,0,1", "-1,0,1,1", "1e400,0,1,1"])
def test_a_box_of_nonsense_is_no_box(text):
    assert read_vak(text) is None


def test_an_edge_is_cut_off_but_never_the_whole_photo():
    assert read_rand(["10", "0", "x", "٣"]) == (0.1, 0, 0, 0)
    assert read_rand(["70", "70", "0", "0"]) == (0, 0, 0, 0)
    assert cover(jpeg(100, 100), [], (0.1, 0.1, 0, 0.5)).breedte == 50


def test_words_and_photos_wait_and_nothing_of_them_is_public(queued, client):
    found = queued()
    nummer = OpenbareMelding.objects.get().nummer
    assert queue_vrijgaven([found["melding"].zaak_id]) == 0
    shown = client.get(f"/buurt/{nummer}/").content.decode()
    assert found["melding"].tekst not in shown
    assert "/foto/" not in shown
    assert client.get(f"/buurt/{nummer}/foto/{found['foto'].pk}/").status_code == 404


def test_a_released_photo_is_a_new_picture_and_the_original_stays(queued, client):
    found = queued()
    release_foto(found["foto"].pk, vakken=[Vak(0, 0, 0.5, 0.5)], actor=NOOR)
    row = Vrijgave.objects.get(pk=found["foto"].pk)
    assert row.sha256
    assert storage.exists(row.bron)
    address = f"/buurt/{OpenbareMelding.objects.get().nummer}/foto/{row.pk}/"
    answer = client.get(address)
    assert answer["Content-Type"] == "image/jpeg"
    assert b"".join(answer.streaming_content)[:2] == b"\xff\xd8"
    assert client.get(address, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert Gebeurtenis.objects.filter(soort="foto_vrijgegeven").count() == 1
    withdraw(row.pk, reden="Er staat toch iemand op.", actor=NOOR)
    assert client.get(address, headers={"If-None-Match": answer["ETag"]}).status_code == 404


def test_a_released_text_is_what_the_person_made_of_it(queued, client):
    found = queued(tekst="Tegel los, zegt Sanne Visser.")
    release_tekst(found["tekst"].pk, tekst="Tegel los, zegt [naam].", actor=NOOR)
    shown = client.get(f"/buurt/{OpenbareMelding.objects.get().nummer}/").content.decode()
    assert "Tegel los, zegt [naam]." in shown
    assert "Sanne" not in shown
    found["melding"].refresh_from_db()
    assert found["melding"].tekst == "Tegel los, zegt Sanne Visser."


def test_who_may_not_release_changes_nothing(queued):
    found = queued()
    for act in (
        lambda: release_foto(found["foto"].pk, actor=employee("meldingen.read")),
        lambda: release_tekst(found["tekst"].pk, tekst="x", actor=employee()),
        lambda: hold_back(found["tekst"].pk, reden="x", actor=employee()),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert set(Vrijgave.objects.values_list("beoordeling", flat=True)) == {"open"}


def test_refusals_say_what_to_do_and_change_nothing(queued):
    found = queued()
    pk = found["tekst"].pk
    for refusal, act in (
        (RedenMissing, lambda: hold_back(pk, reden="  ", actor=NOOR)),
        (TekstEmpty, lambda: release_tekst(pk, tekst=" ", actor=NOOR)),
        (TekstTooLong, lambda: release_tekst(pk, tekst="x" * 3001, actor=NOOR)),
        (NotReleased, lambda: withdraw(pk, reden="x", actor=NOOR)),
        (VrijgaveChanged, lambda: hold_back(pk, reden="x", seen="vrijgegeven", actor=NOOR)),
    ):
        with pytest.raises(refusal):
            act()
    assert Vrijgave.objects.get(pk=pk).beoordeling == "open"


def test_a_photo_that_no_machine_could_look_at_is_not_released_the_short_way(queued, kijker, desk):
    found = queued()
    kijker(fails=True)
    look_at_foto(found["foto"].pk)
    assert Vrijgave.objects.get(pk=found["foto"].pk).kon_niet_kijken
    answer = desk.post(f"/werkplek/vrijgeven/{found['foto'].pk}/kort/", {"daad": "vrijgeven"}, follow=True)
    assert "niet automatisch bekeken" in answer.content.decode()
    assert Vrijgave.objects.get(pk=found["foto"].pk).beoordeling == "open"


def test_the_short_way_covers_everything_that_was_seen(queued, kijker, desk):
    found = queued(tekst="Bel Sanne op 06-12345678.")
    kijker(Gezien("gezicht", 0.1, 0.1, 0.2, 0.2))
    look_at_foto(found["foto"].pk)
    page = desk.get("/werkplek/vrijgeven/").content.decode()
    assert "Afdekken en vrijgeven" in page
    preview = desk.post("/werkplek/vrijgeven/samen/", {"vrijgave": [found["foto"].pk, found["tekst"].pk, "<x>"]})
    assert "Bel [naam] op [telefoonnummer]." in preview.content.decode()
    assert not Vrijgave.objects.released().exists()
    desk.post("/werkplek/vrijgeven/samen/", {"vrijgave": [found["foto"].pk, found["tekst"].pk], "daad": "zeker"})
    released = {one.onderdeel: one for one in Vrijgave.objects.released()}
    assert released["tekst"].tekst == "Bel [naam] op [telefoonnummer]."
    assert len(released["foto"].bewerking["vakken"]) == 1


def test_the_page_of_one_shows_a_preview_and_keeps_what_was_ticked(queued, desk):
    found = queued()
    address = f"/werkplek/vrijgeven/{found['foto'].pk}/"
    page = desk.post(address, {"daad": "voorbeeld", "ruit": ["3", "99", "<b>"], "boven": "10"}).content.decode()
    assert 'value="3" checked' in page
    assert "ruit=3" in page
    assert desk.get(f"{address}beeld.jpg?ruit=3&boven=10")["Content-Type"] == "image/jpeg"
    refused = desk.post(address, {"daad": "achterhouden", "reden": "", "gezien": "open"})
    assert refused.status_code == 409
    assert "Schrijf kort op waarom" in refused.content.decode()


@pytest.mark.parametrize("path", ["", "samen/", "00000000-0000-0000-0000-000000000000/"])
def test_outsiders_are_asked_to_sign_in(client, db, path):
    assert client.get(f"/werkplek/vrijgeven/{path}").status_code in (302, 405)


def test_the_queue_costs_the_same_for_one_and_for_many(queued, desk):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    costs = []
    for amount in (1, 8):
        for _ in range(amount):
            queued()
        desk.get("/werkplek/vrijgeven/")
        with CaptureQueriesContext(connection) as captured:
            assert desk.get("/werkplek/vrijgeven/").status_code == 200
        costs.append(len(captured))
    assert costs[0] == costs[1]


def test_what_is_made_anonymous_leaves_nothing_here(queued):
    found = queued()
    release_tekst(found["tekst"].pk, tekst="Tegel los.", actor=SYSTEM)
    assert forget_vrijgaven([found["melding"].zaak_id]) == 2
    assert not Vrijgave.objects.exists()
