"""Every page of the werkplek opens for who may see it, and for nobody else."""

from __future__ import annotations

from django.urls import reverse
from django.urls.converters import IntConverter, SlugConverter, UUIDConverter

from stoep.meldingen.models import Standaardtekst
from stoep.meldingen.testing import make_report
from stoep.organisatie.testing import make_medewerker
from stoep.toegang.actors import SYSTEM
from stoep.toegang.testing import sign_in_client
from stoep.werkplek.web.urls import urlpatterns
from stoep.zaken.commands import assign_zaak, put_toewijzingsregel

OPEN_TO_EMPLOYEES = {"start", "zoeken", "beheer"}
FOR_MANAGERS = {
    "toewijzingsregels", "toewijzingsregel-nieuw", "categorieen", "categorie-nieuw", "mededelingen", "mededeling-nieuw"
}  # fmt: skip
ROUTES = [pattern.name for pattern in urlpatterns]


def arguments(name, zaak, wegen):
    """Arguments with which the route can be called; whether that row exists shows in the answer to nobody."""
    if name == "standaardtekst":
        return [Standaardtekst.objects.first().pk]
    if name == "toewijzingsregel":
        return [put_toewijzingsregel(naam="Alles", groep_id=wegen.pk, actor=SYSTEM).pk]
    (converters,) = [pattern.pattern.converters for pattern in urlpatterns if pattern.name == name]
    fitting = {UUIDConverter: zaak.pk, IntConverter: 1, SlugConverter: "losse-stoeptegel"}
    return [fitting[type(converter)] for converter in converters.values()]


def test_a_handler_opens_every_page_of_the_work(as_noor):
    for name in (
        "start",
        "zoeken",
        "werk",
        "team",
        "zaken",
        "nieuws",
        "bulk-overzicht",
        "bulk-nieuw",
        "weergave-nieuw",
    ):
        assert as_noor.get(reverse(f"werkplek:{name}")).status_code == 200, name


def test_a_functional_manager_opens_every_page_of_beheer(as_anouk):
    for name in sorted(FOR_MANAGERS):
        assert as_anouk.get(reverse(f"werkplek:{name}")).status_code == 200, name


def test_an_employee_without_rights_is_refused_on_every_other_route(client, wegen):
    zaak = make_report().zaak
    sign_in_client(client, make_medewerker(naam="Kees Zonder", username="kees").account)
    for name in ROUTES:
        for method in (client.get, client.post):
            answer = method(reverse(f"werkplek:{name}", args=arguments(name, zaak, wegen)))
            allowed = (200,) if name in OPEN_TO_EMPLOYEES else (403, 404, 405)
            assert answer.status_code in allowed, name


def test_whoever_has_not_signed_in_is_asked_to(client, wegen):
    zaak = make_report().zaak
    for name in ROUTES:
        address = reverse(f"werkplek:{name}", args=arguments(name, zaak, wegen))
        answer = client.get(address)
        if answer.status_code == 405:
            answer = client.post(address)
        assert answer.status_code == 302, name
        assert answer.url.startswith("/werkplek/inloggen/"), name


def test_the_start_page_counts_what_asks_action_today(as_noor, noor, wegen):
    zaak = make_report().zaak
    assign_zaak(zaak.pk, medewerker_id=noor.pk, actor=SYSTEM)
    page = as_noor.get("/werkplek/").content.decode()
    assert zaak.identificatie in page
    assert "open bij mij" in page
