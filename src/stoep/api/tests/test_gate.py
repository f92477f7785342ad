"""Who may call: a real token of a real application, with one of the operation's scopes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from stoep.api.zgw.apis import APIS
from stoep.foundation import clock
from stoep.foundation.rest.serving import operations_of
from stoep.toegang.actors import SYSTEM
from stoep.toegang.commands import create_applicatie, renew_geheim
from stoep.toegang.rules.autorisaties import Verlening
from stoep.toegang.rules.scopes import RIGHTS, Component
from stoep.toegang.tokens import sign_token

ZAAKTYPEN = "/catalogi/api/v1/zaaktypen"


def get(header):
    answer = Client().get(ZAAKTYPEN, headers={"Authorization": header} if header else {})
    return answer.status_code, answer.json().get("code")


@pytest.mark.django_db
def test_only_a_token_of_ours_with_one_of_the_scopes_comes_in():
    reads = Verlening(Component.ZTC, ("catalogi.lezen",))
    publishes = Verlening(Component.NRC, ("notificaties.publiceren",))
    secrets = {}
    for name, verlening in (("leest", reads), ("meldt", publishes)):
        applicatie = create_applicatie(label=name, client_ids=[name], autorisaties=[verlening], actor=SYSTEM)
        secrets[name] = renew_geheim(applicatie.pk, client_id=name, actor=SYSTEM).encode()
    now = clock.now()

    assert get(f"Bearer {sign_token('leest', secrets['leest'], now)}") == (200, None)
    assert get(None) == (403, "not_authenticated")
    assert get("Bearer x.y.z") == (403, "jwt-decode-error")
    assert get(f"Bearer {sign_token('leest', secrets['meldt'], now)}") == (403, "invalid-jwt-signature")
    assert get(f"Bearer {sign_token('leest', secrets['leest'], now - timedelta(hours=3))}") == (403, "jwt-expired")
    assert get(f"Bearer {sign_token('meldt', secrets['meldt'], now)}") == (403, "permission_denied")


def test_every_scope_that_an_operation_asks_for_is_one_of_the_norm():
    unknown = {scope for _api, operation in operations_of(APIS) for scope in operation.scopes if scope not in RIGHTS}
    assert not unknown
