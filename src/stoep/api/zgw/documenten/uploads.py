"""How large a body we take in, and of whom: only of an application that may write documents."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

from django.conf import settings
from django.db import close_old_connections

from stoep.api.zgw.documenten.api import API
from stoep.documenten.rules.inhoud import MEGABYTE, PART
from stoep.foundation.errors import DomainError
from stoep.toegang.queries import actor_of_token

DELEN = f"{API.root}/bestandsdelen/"
DOCUMENTEN = f"{API.root}/enkelvoudiginformatieobjecten"


def largest_upload(scope: MutableMapping[str, Any]) -> int:
    """The largest body for this request; 0 when nothing of it is special. Asked before the body is read."""
    path = str(scope["path"])
    if not path.startswith((DELEN, DOCUMENTEN)):
        return 0
    token = dict(scope["headers"]).get(b"authorization", b"").decode("latin1")
    try:
        actor = actor_of_token(token)
    except DomainError:
        return 0
    finally:
        close_old_connections()
    if not (actor.may("documenten.write") or actor.may("documenten.change")):
        return 0
    return PART + MEGABYTE if path.startswith(DELEN) else settings.ENVIRONMENT.upload_mb * MEGABYTE
