"""The Notificaties API: channels, subscriptions that are tested first, and messages of other sources."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import override_settings

from stoep.api.testing import application, calling, wrong_fields
from stoep.api.zgw.addresses import url_of as url_in_api
from stoep.foundation.rows import new_id
from stoep.notificaties.models import Abonnement, Aflevering, Kanaal
from stoep.notificaties.rules.adressen import PATHS, url_of
from stoep.notificaties.testing import deliver_notificaties
from stoep.notificaties.tests.subscriber import AUTH, subscriber
from stoep.toegang.actors import Actor, ActorKind, Grant

pytestmark = pytest.mark.django_db
API = "/notificaties/api/v1"
BERICHT = {
    "kanaal": "zaken",
    "hoofdObject": "https://bron.example/zaken/1",
    "resource": "status",
    "resourceUrl": "https://bron.example/statussen/1",
    "actie": "create",
    "aanmaakdatum": "2026-11-22T09:00:00+01:00",
    "kenmerken": {"bronorganisatie": "812345678"},
}


@pytest.fixture
def abonnee():
    with subscriber() as server:
        yield server


def consumer(name: str = "een") -> Actor:
    grants = ("notificaties.consume", "notificaties.publish")
    return Actor(ActorKind.APPLICATION, name, name, tuple(Grant(right) for right in grants))


def wish(url: str, **changes: object) -> dict[str, object]:
    kanalen = [{"naam": "zaken", "filters": {"bronorganisatie": "812345678"}}]
    return {"callbackUrl": url, "auth": AUTH, "kanalen": kanalen} | changes


def test_our_kanalen_are_there_and_another_source_adds_its_own():
    with calling(consumer()) as call:
        assert [row["naam"] for row in call.get(f"{API}/kanaal").body] == sorted(
            ["autorisaties", "besluiten", "besluittypen", "documenten", "informatieobjecttypen", "zaaktypen", "zaken"]
        )
        made = call.post(f"{API}/kanaal", {"naam": "parkeren", "filters": ["zone"]})
        assert (made.status_code, made.headers["Location"]) == (201, made.body["url"])
        assert call.get(made.body["url"]).body == made.body
        assert call.get(f"{API}/kanaal?naam=parkeren").body == [made.body]
        assert wrong_fields(call.post(f"{API}/kanaal", {"naam": "parkeren"})) == [("naam", "unique")]
        assert wrong_fields(call.post(f"{API}/kanaal", {"naam": "", "filters": "x"})) == [
            ("naam", "blank"),
            ("filters", "not_a_list"),
        ]
    assert Kanaal.objects.filter(naam="parkeren").count() == 1


def test_who_subscribes_is_called_first_and_then_hears_what_passes_the_filter(abonnee):
    with calling(consumer()) as call:
        made = call.post(f"{API}/abonnement", wish(abonnee.url))
        assert made.status_code == 201, made.body
        assert made.body["auth"] == AUTH
        assert AUTH not in Abonnement.objects.get().auth_verzegeld
        assert call.get(f"{API}/abonnement").body == [made.body]

        assert call.post(f"{API}/notificaties", BERICHT).body == BERICHT
        other = BERICHT | {"kenmerken": {"bronorganisatie": "123456782"}}
        assert call.post(f"{API}/notificaties", other).status_code == 200
        deliver_notificaties()
        assert abonnee.heard == [BERICHT]

        everything = [{"naam": "zaken"}, {"naam": "documenten", "filters": {}}]
        assert call.patch(made.body["url"], {"kanalen": everything}).status_code == 200
        call.post(f"{API}/notificaties", other)
        deliver_notificaties()
        assert abonnee.heard == [BERICHT, other]
        assert call.delete(made.body["url"]).status_code == 204
    assert not Abonnement.objects.exists()


def test_a_subscription_that_cannot_work_is_refused_and_nothing_is_stored(abonnee):
    with calling(consumer()) as call:

        def refused(**changes: object) -> list[tuple[str, str]]:
            return wrong_fields(call.post(f"{API}/abonnement", wish(abonnee.url, **changes)))

        assert refused(auth="Bearer onjuist") == [("callbackUrl", "invalid-callback-url")]
        assert refused(auth="Bearer\u20acx") == [("auth", "invalid")]
        assert refused(callbackUrl="https://10.0.0.1/") == [("callbackUrl", "bad-url")]
        assert refused(callbackUrl="http://127.0.0.1:9/") == [("callbackUrl", "invalid-callback-url")]
        assert refused(kanalen=[]) == [("kanalen", "required")]
        assert refused(kanalen=[{"naam": "onbekend"}]) == [("kanalen.0.naam", "kanaal_naam")]
        assert refused(kanalen=[{"naam": "zaken", "filters": {"kleur": "x"}}]) == [
            ("kanalen.0.filters", "inconsistent-abonnement-filters")
        ]
        abonnee.open_answer = 204
        assert refused() == [("callbackUrl", "no-auth-on-callback-url")]
        with override_settings(OUTSIDE_ALLOWED=()):
            assert refused() == [("callbackUrl", "bad-url")]
    assert not Abonnement.objects.exists()


def test_an_application_sees_and_changes_its_own_subscriptions_only(abonnee):
    with calling(consumer("een")) as call:
        url = call.post(f"{API}/abonnement", wish(abonnee.url)).body["url"]
    with calling(consumer("twee")) as call:
        assert call.get(f"{API}/abonnement").body == []
        for answer in (
            call.get(url), call.put(url, wish(abonnee.url)), call.patch(url, {"auth": "Bearer x"}), call.delete(url),
        ):  # fmt: skip
            assert answer.status_code == 404
    assert Abonnement.objects.get().auth == AUTH


def test_a_message_that_does_not_fit_its_kanaal_is_refused_and_goes_nowhere():
    with calling(consumer()) as call:
        for changes, told in (
            ({"kanaal": "onbekend"}, [("kanaal", "message_kanaal")]),
            ({"kenmerken": {"kleur": "rood"}}, [("kenmerken", "kenmerken_inconsistent")]),
            ({"aanmaakdatum": "gisteren"}, [("aanmaakdatum", "invalid")]),
            ({"kenmerken": {"bronorganisatie": 5.5}}, None),
            ({"kenmerken": {"bronorganisatie": []}}, [("kenmerken.bronorganisatie", "invalid")]),
        ):
            if told is not None:
                assert wrong_fields(call.post(f"{API}/notificaties", BERICHT | changes)) == told
    assert not Aflevering.objects.exists()


def test_without_the_scope_nothing_is_answered():
    with calling(application([Grant("notificaties.consume")])) as call:
        assert call.get(f"{API}/kanaal").status_code == 200
        assert call.post(f"{API}/kanaal", {"naam": "x"}).status_code == 403
        assert call.post(f"{API}/notificaties", BERICHT).status_code == 403
    with calling(application([Grant("zaken.read")])) as call:
        assert {call.get(f"{API}/{name}").status_code for name in ("kanaal", "abonnement")} == {403}


def test_a_list_asks_as_much_of_the_database_for_one_as_for_ten(abonnee, django_assert_num_queries):
    from stoep.notificaties.testing import make_abonnement

    with calling(consumer()) as call:
        for number in (1, 9):
            for _ in range(number):
                make_abonnement(abonnee.url, AUTH, ["zaken", "documenten"], actor=consumer())
            with django_assert_num_queries(3):
                assert len(call.get(f"{API}/abonnement").body) in (1, 10)


def test_addresses_in_messages_are_those_of_the_apis():
    some, parent = new_id(), new_id()
    for resource, path in PATHS.items():
        name, _, rest = path.partition("/api/v1/")
        folder = rest.rpartition("/")[0].format(parent=parent)
        assert url_of(settings.BASE_URL, resource, some, parent) == url_in_api(name, folder, some)
