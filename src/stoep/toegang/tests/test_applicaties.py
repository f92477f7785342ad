"""Applications: known by client ids of their own, with a secret shown once, and rights that count at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stoep.foundation import clock
from stoep.foundation.errors import NotAllowed, NotFound
from stoep.foundation.models import Change, SecurityLine
from stoep.foundation.remembered import one_moment
from stoep.foundation.rows import new_id
from stoep.foundation.testing import published_events
from stoep.toegang.actors import SYSTEM, ActorKind, Guard, Vertrouwelijkheid
from stoep.toegang.commands import change_applicatie, create_applicatie, remove_applicatie, renew_geheim
from stoep.toegang.errors import (
    AmbiguousAuthorizations,
    ApplicatieLabelMissing,
    AutorisatieIncomplete,
    ClientIdExists,
    ClientIdInvalid,
    GeheimMissing,
    MissingAuthorizations,
    TokenExpired,
    TokenSignatureWrong,
)
from stoep.toegang.models import Applicatie, ClientId, Geheim
from stoep.toegang.queries import actor_of_applicatie, actor_of_token
from stoep.toegang.rules.autorisaties import Verlening, grants_of, missing_fields
from stoep.toegang.rules.rechten import is_known
from stoep.toegang.rules.scopes import SCOPES, Component, all_rights
from stoep.toegang.testing import employee
from stoep.toegang.tokens import sign_token

INTERN, GEHEIM = Vertrouwelijkheid.INTERN, Vertrouwelijkheid.GEHEIM
CATALOGUS = str(new_id())
LEZEN = Verlening(Component.ZRC, ("zaken.lezen",), "melding-openbare-ruimte", "*", INTERN)


def add(*client_ids, **fields):
    fields = {"label": "Zaakafhandeling", "autorisaties": [LEZEN], "actor": SYSTEM} | fields
    return create_applicatie(client_ids=client_ids or ("zac",), **fields)


def token(client_id, secret, **claims):
    return "Bearer " + sign_token(client_id, secret.encode(), claims.pop("now", clock.now()), **claims)


@dataclass
class Guarded:
    guard: Guard


SOUND = {"label": "X", "client_ids": ["x"], "autorisaties": [LEZEN]}
UNSOUND = [
    ({"label": "  "}, ApplicatieLabelMissing, "label"),
    ({"label": "x" * 101}, ApplicatieLabelMissing, "label"),
    ({"client_ids": []}, ClientIdInvalid, "client_ids"),
    ({"client_ids": ["x", ""]}, ClientIdInvalid, "client_ids"),
    ({"client_ids": ["x" * 51]}, ClientIdInvalid, "client_ids"),
    ({"client_ids": ["x\x00"]}, ClientIdInvalid, "client_ids"),
    ({"client_ids": ["x", "zac"]}, ClientIdExists, "client_ids"),
    ({"heeft_alle_autorisaties": True}, AmbiguousAuthorizations, None),
    ({"autorisaties": []}, MissingAuthorizations, None),
    ({"autorisaties": [LEZEN, Verlening(Component.NRC, ())]}, AutorisatieIncomplete, "autorisaties.1.scopes"),
    (
        {"autorisaties": [Verlening(Component.ZRC, ("zaken.lezen",), "", "*", INTERN)]},
        AutorisatieIncomplete,
        "autorisaties.0.zaaktype",
    ),
]


@pytest.mark.django_db
def test_what_is_not_sound_is_refused_with_its_field_and_changes_nothing():
    add()
    before = list(Applicatie.objects.values()), SecurityLine.objects.count(), len(published_events())
    other = None
    for changed, refusal, field in UNSOUND:
        with pytest.raises(refusal) as caught:
            create_applicatie(**(SOUND | changed), actor=SYSTEM)
        assert caught.value.field == field
    other = add("ander")
    for changed, refusal, _field in UNSOUND:
        with pytest.raises(refusal):
            change_applicatie(other.pk, **({"heeft_alle_autorisaties": False} | SOUND | changed), actor=SYSTEM)
    with pytest.raises(NotAllowed):
        create_applicatie(**SOUND, actor=employee("applicaties.read", "zaken.*"))
    with pytest.raises(NotAllowed):
        remove_applicatie(other.pk, actor=employee("applicaties.read"))
    with pytest.raises(NotAllowed):
        renew_geheim(other.pk, client_id="ander", actor=employee("applicaties.read"))

    remove_applicatie(other.pk, actor=employee("toegang.manage"))
    assert list(Applicatie.objects.values()) == before[0]
    assert SecurityLine.objects.count() == before[1] + 2
    assert len(published_events()) == before[2] + 2


@pytest.mark.django_db
def test_a_secret_is_given_once_kept_sealed_and_an_earlier_one_goes_on_for_as_long_as_was_said():
    applicatie = add("zac", "zac-2")
    first = renew_geheim(applicatie.pk, client_id="zac", actor=SYSTEM)
    own = renew_geheim(applicatie.pk, client_id="zac-2", geheim="van de vorige installatie", actor=SYSTEM)

    assert actor_of_token(token("zac", first)).ref == applicatie.ref
    assert actor_of_token(token("zac-2", own)).ref == applicatie.ref
    with pytest.raises(TokenSignatureWrong):
        actor_of_token(token("zac", own))
    assert first not in str(list(Geheim.objects.values())) + str(list(Change.objects.values()))

    second = renew_geheim(applicatie.pk, client_id="zac", overlap=timedelta(hours=24), actor=SYSTEM)
    assert {actor_of_token(token("zac", one)).id for one in (first, second)} == {str(applicatie.pk)}
    with clock.at(clock.now() + timedelta(hours=25)):
        assert actor_of_token(token("zac", second)).id == str(applicatie.pk)
        with pytest.raises(TokenSignatureWrong):
            actor_of_token(token("zac", first))
    third = renew_geheim(applicatie.pk, client_id="zac", actor=SYSTEM)
    for gone in (first, second):
        with pytest.raises(TokenSignatureWrong):
            actor_of_token(token("zac", gone))
    assert actor_of_token(token("zac", third)).name == "Zaakafhandeling"
    for wrong in ({"client_id": "onbekend"}, {"client_id": "zac", "geheim": "   "}):
        with pytest.raises((NotFound, GeheimMissing)):
            renew_geheim(applicatie.pk, **wrong, actor=SYSTEM)


@pytest.mark.django_db
def test_a_token_acts_for_its_user_and_counts_no_rights_of_its_own():
    applicatie = add()
    secret = renew_geheim(applicatie.pk, client_id="zac", actor=SYSTEM)

    actor = actor_of_token(token("zac", secret, user_id="noor", user_representation="Noor Bakker"))

    assert actor.kind is ActorKind.APPLICATION
    assert (actor.acting_for.id, actor.acting_for.name) == ("noor", "Noor Bakker")
    assert actor_of_token(token("zac", secret)).acting_for is None
    with pytest.raises(TokenExpired):
        actor_of_token(token("zac", secret, now=clock.now() - timedelta(hours=2)))


@pytest.mark.django_db
def test_rights_count_at_the_next_request_and_who_is_removed_is_out():
    applicatie = add()
    secret = renew_geheim(applicatie.pk, client_id="zac", actor=SYSTEM)
    assert actor_of_token(token("zac", secret)).may("zaken.read")
    assert not actor_of_token(token("zac", secret)).may("zaken.open")

    schrijven = Verlening(Component.ZRC, ("zaken.aanmaken",), "*", CATALOGUS, GEHEIM)
    change_applicatie(
        applicatie.pk, label="ZAC", client_ids=["zac"], heeft_alle_autorisaties=False, autorisaties=[schrijven], actor=SYSTEM
    )  # fmt: skip
    actor = actor_of_token(token("zac", secret))
    assert actor.name == "ZAC"
    assert actor.may("zaken.open", Guarded(Guard("later-gemaakt", GEHEIM, CATALOGUS)))
    assert not actor.may("zaken.open", Guarded(Guard("later-gemaakt", GEHEIM, str(new_id()))))
    assert not actor.may("zaken.read")
    change = Change.objects.filter(action="toegang.applicatie_change").get()
    assert (change.old["autorisaties"][0]["scopes"], change.new["label"]) == (["zaken.lezen"], "ZAC")

    remove_applicatie(applicatie.pk, actor=SYSTEM)
    with pytest.raises(TokenSignatureWrong):
        actor_of_token(token("zac", secret))
    assert not ClientId.objects.exists()
    assert not Change.objects.exists()
    assert SecurityLine.objects.filter(subject_kind="applicatie", subject_id=applicatie.pk).count() == 4


@pytest.mark.django_db
def test_a_request_asks_once_for_versions_however_many_applications_there_are():
    for number in range(5):
        add(f"app-{number}")
    secret = renew_geheim(Applicatie.objects.first().pk, client_id=ClientId.objects.first().client_id, actor=SYSTEM)
    header = token(ClientId.objects.first().client_id, secret)
    actor_of_token(header)

    with CaptureQueriesContext(connection) as asked, one_moment():
        actor_of_token(header)
        actor_of_token(header)

    assert len(asked) == 1


@pytest.mark.django_db
def test_all_authorisations_are_all_scopes_and_nothing_of_the_staff_desk():
    actor = actor_of_applicatie(add(heeft_alle_autorisaties=True, autorisaties=[]))

    assert {grant.right for grant in actor.grants} == set(all_rights())
    assert actor.may("zaken.read", Guarded(Guard("wat dan ook", Vertrouwelijkheid.ZEER_GEHEIM, CATALOGUS)))
    for right in ("toegang.manage", "meldingen.read", "organisatie.manage", "zaken.manage_rules"):
        assert not actor.may(right)


def test_every_right_that_a_scope_gives_exists():
    assert all(is_known(right) for right in all_rights())


@pytest.mark.parametrize(
    ("verlening", "missing"),
    [
        (Verlening(Component.ZRC, ("zaken.lezen",)), ["zaaktype", "max_vertrouwelijkheidaanduiding"]),
        (Verlening(Component.ZRC, ("zaken.lezen",), "*"), ["max_vertrouwelijkheidaanduiding"]),
        (Verlening(Component.ZRC, ("zaken.lezen",), "x", "*", INTERN), []),
        (Verlening(Component.ZRC, ("audittrails.lezen",)), []),
        (Verlening(Component.DRC, ("x", "documenten.lock")), ["informatieobjecttype", "max_vertrouwelijkheidaanduiding"]),
        (Verlening(Component.DRC, ("documenten.lezen",), "Brief", "*", INTERN), []),
        (Verlening(Component.BRC, ("besluiten.lezen",)), ["besluittype"]),
        (Verlening(Component.BRC, ("besluiten.lezen",), "Kapvergunning"), []),
        (Verlening(Component.ZTC, ("catalogi.lezen",)), []),
        (Verlening(Component.NRC, ("notificaties.publiceren",)), []),
        (Verlening(Component.AC, ("autorisaties.lezen",)), []),
    ],
)  # fmt: skip
def test_each_component_asks_for_its_own_fields(verlening, missing):
    assert missing_fields(verlening) == missing


@pytest.mark.parametrize("component", Component)
def test_a_scope_gives_its_rights_for_its_type_up_to_its_level_and_no_other_right(component):
    every = set(all_rights())
    for scope, rights in SCOPES[component].items():
        grants = grants_of([Verlening(component, (scope, "onbekend.lezen"), "X", CATALOGUS, INTERN)])
        actor = employee(*grants)
        assert {right for right in every if actor.may(right)} == set(rights) | (
            {"applicaties.read"} if "applicaties.manage" in rights else set()
        ) | ({"catalogi.read"} if "catalogi.manage" in rights else set())
        if component in (Component.ZRC, Component.DRC):
            own = next(right for right in rights if right != "catalogi.read")
            assert actor.may(own, Guarded(Guard("X", INTERN, CATALOGUS)))
            for guard in (Guard("Y", INTERN, CATALOGUS), Guard("X", GEHEIM, CATALOGUS), Guard("X", INTERN, "")):
                assert not actor.may(own, Guarded(guard))


def test_of_two_authorisations_for_one_type_the_higher_level_counts():
    low = Verlening(Component.ZRC, ("zaken.lezen",), "X", "*", INTERN)
    high = Verlening(Component.ZRC, ("zaken.lezen",), "X", "*", GEHEIM)

    assert grants_of([high, low]) == grants_of([low, high])
    assert employee(*grants_of([low, high])).may("zaken.read", Guarded(Guard("X", GEHEIM)))
