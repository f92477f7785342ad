"""The feed of changes over the API: all that the reader may see, what is destroyed included, page after page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction

from stoep.api.testing import application, calling, wrong_fields
from stoep.foundation import clock, outbox
from stoep.notificaties.queries import wijzigingen
from stoep.toegang.actors import Grant, Vertrouwelijkheid
from stoep.zaken.events import ZaakChanged, ZaakDestroyed
from stoep.zaken.testing import make_closed_zaak, make_zaak

FEED = "/zaken/api/v1/wijzigingen"
SCOPE = Grant("catalogi.read")


def read_all(call, address):
    """Follow `next` until there is no more."""
    results, pages = [], 0
    while True:
        page = call.get(address)
        assert page.status_code == 200, page.body
        results += page.body["results"]
        address, pages = page.body["next"], pages + 1
        if not page.body["meer"]:
            return results, address, pages


def destroy(*zaken):
    """What is told when zaken are changed and then destroyed."""
    with transaction.atomic():
        for zaak in zaken:
            outbox.publish(ZaakChanged(zaak_id=zaak.pk, wat="zaak"))
            codes = {"bronorganisatie": zaak.bronorganisatie, "zaaktype_id": zaak.zaaktype_id}
            level = zaak.vertrouwelijkheidaanduiding
            outbox.publish(ZaakDestroyed(zaak_id=zaak.pk, vertrouwelijkheidaanduiding=level, **codes))


@pytest.mark.django_db(transaction=True)
def test_a_reader_follows_all_that_it_may_see_and_what_is_destroyed_too(monkeypatch):
    monkeypatch.setattr(wijzigingen, "PIECE", 5)
    closed = make_closed_zaak("Kapotte lamp")
    other = make_zaak("Boom", zaaktype="kapvergunning")
    secret = make_zaak("Stil", vertrouwelijkheid="geheim")
    limited = application(
        [SCOPE, Grant("zaken.read", "melding-openbare-ruimte", up_to=Vertrouwelijkheid.ZAAKVERTROUWELIJK)]
    )

    with calling(application()) as call:
        everything, place, pages = read_all(call, FEED)
        types, _, _ = read_all(call, "/catalogi/api/v1/wijzigingen")
    assert {each["hoofdObject"].rpartition("/")[2] for each in everything} == {
        str(zaak.pk) for zaak in (closed, other, secret)
    }
    assert everything[0]["actie"] == "create"
    assert pages >= 1
    assert {each["resource"] for each in types} >= {"zaaktype", "informatieobjecttype", "besluittype"}

    with calling(limited) as call:
        seen, mine, _ = read_all(call, FEED)
        assert {each["hoofdObject"].rpartition("/")[2] for each in seen} == {str(closed.pk)}
        assert read_all(call, mine)[0] == []

    destroy(other, secret, closed)
    with calling(limited) as call:
        told, mine, _ = read_all(call, mine)
        assert [(each["actie"], each["resourceUrl"].rpartition("/")[2]) for each in told] == [
            ("update", str(closed.pk)),
            ("destroy", str(closed.pk)),
        ]
        assert read_all(call, mine)[0] == []
        with clock.at(clock.now() + timedelta(days=400)):
            assert call.get(mine).status_code == 410
        assert wrong_fields(call.get(f"{FEED}?na=onzin")) == [("na", "invalid")]
        assert call.get(f"{FEED}?na=nu").body["results"] == []
    with calling(application()) as call:
        told, _, _ = read_all(call, place)
        assert [each["actie"] for each in told] == ["update", "destroy"] * 3
    with calling(application([SCOPE])) as call:
        assert call.get(FEED).status_code == 403
