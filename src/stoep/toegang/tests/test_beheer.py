"""Functioneel beheer hands out roles and helps whoever cannot get in."""

from __future__ import annotations

import re
import sys
from dataclasses import replace

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from stoep.foundation.errors import NotAllowed
from stoep.foundation.models import SecurityLine
from stoep.toegang.actors import SYSTEM, Grant, Vertrouwelijkheid
from stoep.toegang.commands import (
    change_rol,
    create_account,
    create_rol,
    deactivate_account,
    grant_rol,
    install_standaardrollen,
    remove_rol,
    reset_second_factor,
    revoke_rol,
)
from stoep.toegang.errors import (
    LastManager,
    NotYourself,
    PasswordTooWeak,
    RightUnknown,
    RolCodeTaken,
    RolStillGranted,
    UsernameInvalid,
    UsernameTaken,
)
from stoep.toegang.models import Account, AccountRol, Recht, Rol, Rolaanbod
from stoep.toegang.queries import actor_of
from stoep.toegang.rules.rechten import LABELS, RECHTEN, is_known
from stoep.toegang.rules.standaardrollen import STANDAARDROLLEN, up_to
from stoep.toegang.testing import employee, make_account, sign_in_client

pytestmark = pytest.mark.django_db


@pytest.fixture
def beheer(client) -> Client:
    """A browser in which Anouk, functioneel beheerder, is signed in."""
    sign_in_client(client, make_account("toegang.manage", username="anouk", name="Anouk de Wit"))
    return client


def test_only_whoever_manages_accounts_creates_one():
    with pytest.raises(NotAllowed):
        create_account(username="bram", first_name="Bram", last_name="Janssen", actor=employee("zaken.read"))

    assert not Account.objects.exists()


@pytest.mark.parametrize(
    ("username", "refusal"),
    [("NOOR", UsernameTaken), ("a", UsernameInvalid), ("noor bakker", UsernameInvalid), ("<b>noor", UsernameInvalid)],
)
def test_a_user_name_is_unique_and_plain(username, refusal):
    make_account()

    with pytest.raises(refusal):
        create_account(username=username, first_name="N", last_name="B", actor=SYSTEM)

    assert Account.objects.count() == 1


def test_a_weak_password_is_refused_with_the_reason():
    with pytest.raises(PasswordTooWeak, match="12"):
        create_account(username="bram", first_name="Bram", last_name="J", password="kort", actor=SYSTEM)

    assert not Account.objects.exists()


def test_the_default_roles_have_only_rights_that_exist_and_are_installed_once():
    assert all(grant.right in LABELS for rol in STANDAARDROLLEN for grant in rol.grants)

    assert len(install_standaardrollen(actor=SYSTEM)) == 6
    assert install_standaardrollen(actor=SYSTEM) == []


def test_a_default_role_gets_what_is_new_once_and_nothing_that_was_taken_away(monkeypatch):
    """First a house from before it was written down what was offered, then an upgrade, and what a manager does since."""
    module = sys.modules["stoep.toegang.commands.install_standaardrollen"]
    install_standaardrollen(actor=SYSTEM)
    Rolaanbod.objects.all().delete()
    behandelaar, redacteur = Rol.objects.get(code="behandelaar"), Rol.objects.get(code="redacteur")
    noor = make_account()
    grant_rol(noor.pk, rol="behandelaar", actor=SYSTEM)
    behandelaar.rechten.filter(right__in=["zaken.suspend", "buurt.release"]).delete()
    remove_rol(redacteur.pk, actor=SYSTEM)

    assert {rol.code for rol in install_standaardrollen(actor=SYSTEM)} == {"behandelaar", "redacteur"}
    assert actor_of(noor).may("buurt.release"), "new since the beginning: nobody can have taken it away"
    assert not actor_of(noor).may("zaken.suspend"), "offered from the beginning: a manager took it away"

    behandelaar.rechten.filter(right="buurt.release").delete()
    remove_rol(Rol.objects.get(code="redacteur").pk, actor=SYSTEM)
    assert install_standaardrollen(actor=SYSTEM) == []
    assert not actor_of(noor).may("buurt.release")
    assert not Rol.objects.filter(code="redacteur").exists()

    grown = [
        replace(rol, grants=(*rol.grants, *up_to(Vertrouwelijkheid.VERTROUWELIJK, "organisatie.manage")))
        for rol in STANDAARDROLLEN
    ]
    monkeypatch.setattr(module, "STANDAARDROLLEN", grown)
    assert "behandelaar" in {rol.code for rol in install_standaardrollen(actor=SYSTEM)}
    assert actor_of(noor).may("organisatie.manage")
    assert not actor_of(noor).may("buurt.release")
    assert str(behandelaar.pk) in set(
        SecurityLine.objects.filter(action="toegang.rol_change", actor_kind="systeem").values_list(
            "subject_id", flat=True
        )
    )
    assert install_standaardrollen(actor=SYSTEM) == []


def test_a_role_gives_its_rights_at_once_and_takes_them_back_at_once():
    install_standaardrollen(actor=SYSTEM)
    noor = make_account()
    grant_rol(noor.pk, rol="behandelaar", actor=SYSTEM)
    assert actor_of(noor).may("zaken.close")

    revoke_rol(noor.pk, rol="behandelaar", actor=SYSTEM)

    assert not actor_of(noor).may("zaken.close")


def test_the_actor_of_an_account_costs_one_query():
    account = make_account("zaken.read", "zaken.close", "documenten.read")

    with CaptureQueriesContext(connection) as captured:
        actor_of(account)

    assert len(captured) == 1


def test_the_last_manager_keeps_the_role():
    anouk = make_account("toegang.manage", username="anouk")

    with pytest.raises(LastManager):
        revoke_rol(anouk.pk, rol="rol-anouk", actor=SYSTEM)
    with pytest.raises(LastManager):
        deactivate_account(anouk.pk, actor=SYSTEM)
    with pytest.raises(LastManager):
        change_rol(Rol.objects.get().pk, naam="x", omschrijving="", rechten=[], actor=SYSTEM)

    anouk.refresh_from_db()
    assert anouk.is_active
    assert actor_of(anouk).may("toegang.manage")


def test_nobody_switches_off_or_resets_themselves():
    anouk = make_account("toegang.manage", username="anouk")
    make_account("toegang.manage", username="ilse")

    with pytest.raises(NotYourself):
        deactivate_account(anouk.pk, actor=actor_of(anouk))
    with pytest.raises(NotYourself):
        reset_second_factor(anouk.pk, actor=actor_of(anouk))

    anouk.refresh_from_db()
    assert anouk.is_active


def test_a_role_that_people_have_stays():
    make_account("zaken.read")

    with pytest.raises(RolStillGranted):
        remove_rol(Rol.objects.get().pk, actor=SYSTEM)

    assert Rol.objects.count() == 1


def test_a_role_has_a_code_of_its_own_and_known_rights():
    create_rol(code="toezicht", naam="Toezicht", actor=SYSTEM)

    with pytest.raises(RolCodeTaken):
        create_rol(code="toezicht", naam="Nog een", actor=SYSTEM)
    with pytest.raises(RightUnknown, match=r"zaken\.fly"):
        create_rol(code="vliegen", naam="Vliegen", rechten=[Grant("zaken.fly")], actor=SYSTEM)

    assert Rol.objects.count() == 1
    assert not is_known("zaken")
    assert is_known("zaken.*")


def test_the_cms_follows_the_roles():
    joris = make_account("cms.edit", "cms.publish", username="joris")
    assert set(joris.groups.values_list("name", flat=True)) == {"Editors", "Moderators"}
    assert joris.is_staff

    revoke_rol(joris.pk, rol="rol-joris", actor=SYSTEM)

    joris.refresh_from_db()
    assert not joris.groups.exists()
    assert not joris.is_staff
    assert Group.objects.filter(name="Editors").exists()


def test_beheer_adds_a_colleague_who_gets_a_temporary_password(beheer):
    install_standaardrollen(actor=SYSTEM)

    page = beheer.post(
        "/werkplek/beheer/medewerkers/nieuw/",
        {
            "first_name": "Bram",
            "last_name": "Janssen",
            "gebruikersnaam": "Bram",
            "email": "",
            "rollen": ["behandelaar"],
        },
    )

    bram = Account.objects.get(username="bram")
    password = re.findall(r"toegang-code\">([^<]+)<", page.content.decode())[1]
    assert bram.check_password(password)
    assert bram.must_change_password
    assert actor_of(bram).may("zaken.close")


def test_a_name_that_is_taken_is_said_at_the_field_and_nothing_typed_is_lost(beheer):
    page = beheer.post(
        "/werkplek/beheer/medewerkers/nieuw/",
        {"first_name": "Bram", "last_name": "Janssen", "gebruikersnaam": "anouk", "email": ""},
    ).content.decode()

    assert "al in gebruik" in page
    assert 'value="Janssen"' in page
    assert Account.objects.count() == 1


def test_beheer_changes_roles_in_one_go(beheer):
    install_standaardrollen(actor=SYSTEM)
    noor = make_account()
    grant_rol(noor.pk, rol="behandelaar", actor=SYSTEM)

    beheer.post(f"/werkplek/beheer/medewerkers/{noor.pk}/rollen/", {"rollen": ["teamleider", "redacteur"]})

    codes = AccountRol.objects.filter(account=noor).values_list("rol__code", flat=True)
    assert set(codes) == {"teamleider", "redacteur"}


@pytest.mark.parametrize("act", ["uitzetten", "tweede-factor", "blokkade", "uitloggen", "wachtwoord"])
def test_each_button_on_an_account_works(beheer, act):
    noor = make_account()

    answer = beheer.post(f"/werkplek/beheer/medewerkers/{noor.pk}/{act}/")

    assert answer.status_code in {200, 302}
    assert beheer.get(f"/werkplek/beheer/medewerkers/{noor.pk}/").status_code == 200


def test_a_refusal_is_a_sentence_on_the_page(beheer):
    anouk = Account.objects.get(username="anouk")

    page = beheer.post(f"/werkplek/beheer/medewerkers/{anouk.pk}/uitzetten/", follow=True)

    assert "niet met uw eigen account" in page.content.decode()


def family_of(right):
    return next(number for number, rights in enumerate(RECHTEN.values()) if right in rights)


def test_rights_are_added_and_taken_per_zaaktype_and_level(beheer):
    create_rol(code="jeugd", naam="Jeugd", rechten=[Grant("zaken.read"), Grant("zaken.note")], actor=SYSTEM)

    beheer.post(
        "/werkplek/beheer/rollen/jeugd/",
        {
            "naam": "Jeugdhulp",
            "omschrijving": "",
            "weg": ["zaken.note|*"],
            f"rechten_{family_of('zaken.close')}": ["zaken.close"],
            "zaaktypen": "JEUGD, WMO",
            "up_to": "geheim",
        },
    )

    rol = Rol.objects.get(code="jeugd")
    rights = set(Recht.objects.filter(rol=rol).values_list("right", "zaaktype", "up_to"))
    assert rol.naam == "Jeugdhulp"
    assert rights == {
        ("zaken.read", "*", Vertrouwelijkheid.ZEER_GEHEIM.value),
        ("zaken.close", "JEUGD", "geheim"),
        ("zaken.close", "WMO", "geheim"),
    }


def test_pages_of_beheer_are_closed_to_others(client):
    sign_in_client(client, make_account("zaken.read"))
    for address in ("medewerkers/", "medewerkers/nieuw/", "rollen/", "rollen/nieuw/"):
        assert client.get(f"/werkplek/beheer/{address}").status_code == 403

    client.post("/werkplek/uitloggen/")
    assert client.get("/werkplek/beheer/rollen/").url.startswith("/werkplek/inloggen/?next=")


def queries_of(browser: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(address).status_code == 200
    return len(captured)


def test_the_list_of_accounts_asks_the_same_number_of_queries_for_1_10_and_100(beheer):
    rol = create_rol(code="lezer", naam="Lezer", actor=SYSTEM)
    beheer.get("/werkplek/beheer/medewerkers/")
    counts = []
    for first, last in ((0, 1), (1, 10), (10, 100)):
        made = [Account(username=f"persoon{number}", last_name=f"A{number}") for number in range(first, last)]
        AccountRol.objects.bulk_create(
            AccountRol(account=account, rol=rol) for account in Account.objects.bulk_create(made)
        )
        counts.append(queries_of(beheer, "/werkplek/beheer/medewerkers/"))

    assert len(set(counts)) == 1


def test_the_list_of_roles_asks_the_same_number_of_queries_for_1_10_and_100(beheer):
    beheer.get("/werkplek/beheer/rollen/")
    counts = []
    for first, last in ((0, 1), (1, 10), (10, 100)):
        made = [Rol(code=f"rol-{number}", naam=f"Rol {number}") for number in range(first, last)]
        Recht.objects.bulk_create(Recht(rol=rol, right="zaken.read") for rol in Rol.objects.bulk_create(made))
        counts.append(queries_of(beheer, "/werkplek/beheer/rollen/"))

    assert len(set(counts)) == 1
