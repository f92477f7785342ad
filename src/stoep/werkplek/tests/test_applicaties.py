"""The pages about applications: added with a secret shown once, their rights in words, given and taken back."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from stoep.catalogi.testing import make_zaaktype
from stoep.foundation import clock
from stoep.toegang.actors import SYSTEM, Vertrouwelijkheid
from stoep.toegang.commands import create_applicatie
from stoep.toegang.errors import TokenSignatureWrong
from stoep.toegang.models import Applicatie, Geheim
from stoep.toegang.queries import actor_of_token
from stoep.toegang.rules.autorisaties import Verlening
from stoep.toegang.rules.scopes import RIGHTS, SCOPE_WORDS, Component
from stoep.toegang.testing import make_account, sign_in_client
from stoep.toegang.tokens import sign_token

PAGE = "/werkplek/beheer/applicaties/"


@pytest.fixture
def anouk() -> Client:
    client = Client()
    sign_in_client(client, make_account("toegang.manage", username="anouk", name="Anouk de Wit"))
    return client


def text_of(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def secret_in(answer):
    return re.findall(r"<code[^>]*>([\w-]{43})</code>", answer.content.decode())


def comes_in(client_id, secret):
    return actor_of_token("Bearer " + sign_token(client_id, secret.encode(), clock.now()))


@pytest.mark.django_db
def test_an_application_is_added_and_its_secret_is_shown_once(anouk):
    added = anouk.post(f"{PAGE}nieuw/", {"label": "ZAC", "client_ids": "zac, zac-2", "soort": "lezen"})
    first, second = secret_in(added)
    applicatie = Applicatie.objects.get()

    assert comes_in("zac", first).may("zaken.read")
    assert not comes_in("zac-2", second).may("zaken.open")
    page = anouk.get(f"{PAGE}{applicatie.pk}/")
    assert first not in page.content.decode()
    assert "Zaken lezen alle zaaktypen zaakvertrouwelijk" in text_of(page)

    renewed = anouk.post(f"{PAGE}{applicatie.pk}/geheim/", {"client_id": "zac", "uren": "24"})
    assert comes_in("zac", secret_in(renewed)[0]).id == comes_in("zac", first).id
    anouk.post(f"{PAGE}{applicatie.pk}/geheim/", {"client_id": "zac", "uren": "0"})
    with pytest.raises(TokenSignatureWrong):
        comes_in("zac", first)

    refused = anouk.post(f"{PAGE}nieuw/", {"label": "Ander", "client_ids": "zac", "soort": "alles"})
    assert "heeft de client_id zac al" in text_of(refused)
    assert Applicatie.objects.count() == 1
    assert "verwijderen?" in text_of(anouk.get(f"{PAGE}{applicatie.pk}/verwijderen/"))
    anouk.post(f"{PAGE}{applicatie.pk}/verwijderen/")
    assert not Applicatie.objects.exists()


@pytest.mark.django_db
def test_rights_are_given_and_withdrawn_and_read_as_sentences(anouk):
    zaaktype = make_zaaktype()
    lezen = Verlening(Component.ZTC, ("catalogi.lezen",))
    applicatie = create_applicatie(label="DMS", client_ids=["dms"], autorisaties=[lezen], actor=SYSTEM)
    page = f"{PAGE}{applicatie.pk}/"
    given = {
        "scopes_zrc": ["zaken.lezen", "zaken.aanmaken"],
        "types_zrc": f"{zaaktype.catalogus_id}|{zaaktype.identificatie}",
        "scopes_drc": ["documenten.lezen"],
        "types_drc": f"{zaaktype.catalogus_id}|*",
        "up_to": "intern",
    }
    assert anouk.post(f"{page}rechten/", given).status_code == 302

    shown = text_of(anouk.get(page))
    assert f"Zaken lezen en zaken openen {zaaktype.omschrijving} intern" in shown
    assert f"Documenten lezen alle documenttypen in {zaaktype.catalogus} intern" in shown
    rows = list(applicatie.autorisaties.all())
    assert [row.verlening.catalogus for row in rows] == ["*", str(zaaktype.catalogus_id), str(zaaktype.catalogus_id)]
    assert "Kies minstens" in text_of(anouk.post(f"{page}rechten/", {"up_to": "intern"}))

    for row in rows:
        anouk.post(f"{page}rechten/{row.pk}/intrekken/")
        rows = list(applicatie.autorisaties.all())
    for row in rows:
        anouk.post(f"{page}rechten/{row.pk}/intrekken/")
    assert applicatie.autorisaties.count() == 1  # the last one stays
    anouk.post(f"{page}alles/")
    assert Applicatie.objects.get().heeft_alle_autorisaties
    anouk.post(page, {"label": "DMS 2", "client_ids": "dms-2"})
    assert text_of(anouk.get(PAGE)).count("DMS 2 dms-2 alles nog geen geheim") == 1


@pytest.mark.django_db
def test_who_may_not_manage_applications_sees_and_changes_nothing(anouk):
    lezen = Verlening(Component.ZRC, ("zaken.lezen",), "*", "*", Vertrouwelijkheid.INTERN)
    applicatie = create_applicatie(label="DMS", client_ids=["dms"], autorisaties=[lezen], actor=SYSTEM)
    client = Client()
    sign_in_client(client, make_account("zaken.read", "applicaties.read", username="noor"))
    for path in ("", "nieuw/", f"{applicatie.pk}/", f"{applicatie.pk}/verwijderen/"):
        assert client.get(f"{PAGE}{path}").status_code == 403
    for path in ("rechten/", "alles/", "geheim/", "verwijderen/"):
        assert client.post(f"{PAGE}{applicatie.pk}/{path}").status_code == 403
    assert not Geheim.objects.exists()
    assert applicatie.autorisaties.count() == 1

    asked = []
    for number in (0, 8):
        for place in range(number):
            create_applicatie(label="X", client_ids=[f"x{place}", f"y{place}"], autorisaties=[lezen] * 3, actor=SYSTEM)
        anouk.get(PAGE)
        with CaptureQueriesContext(connection) as queries:
            anouk.get(PAGE)
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_every_scope_has_words():
    assert set(SCOPE_WORDS) == set(RIGHTS)
