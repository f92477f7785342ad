"""Testing the address of a subscriber, as the norm asks: without the header it must refuse, with it take a message."""

from __future__ import annotations

from datetime import datetime

import msgspec
from django.conf import settings
from django.db import connection

from stoep.foundation import clock, outside
from stoep.foundation.errors import Unavailable
from stoep.notificaties.errors import CallbackRefused, CallbackUnprotected, CallbackUnreachable
from stoep.notificaties.rules.herhalen import is_taken

PATIENCE = 10.0
REFUSES = (401, 403)
HEADERS = {"Content-Type": "application/json", "Accept": "application/json"}


def message_about_nothing(moment: datetime) -> bytes:
    """A message about nothing."""
    return msgspec.json.encode(
        {
            "kanaal": "test",
            "hoofdObject": f"{settings.BASE_URL}/notificaties/api/v1/",
            "resource": "test",
            "resourceUrl": f"{settings.BASE_URL}/notificaties/api/v1/",
            "actie": "create",
            "aanmaakdatum": moment.isoformat(),
            "kenmerken": {},
        }
    )


def probe(url: str, auth: str) -> None:
    """Call an address without and with its header. Raises a refusal that says what it must do differently."""
    message = message_about_nothing(clock.now())
    if not connection.in_atomic_block:
        connection.close()  # back to the pool: who answers may take its time
    try:
        with outside.Line(url) as line:
            open_answer = line.call("POST", body=message, headers=HEADERS, seconds=PATIENCE)
            if open_answer.status not in REFUSES:
                raise CallbackUnprotected
            answer = line.call("POST", body=message, headers=HEADERS | {"Authorization": auth}, seconds=PATIENCE)
    except outside.AddressRefused as error:
        raise CallbackRefused(reden=str(error)) from error
    except Unavailable as error:
        raise CallbackUnreachable(reden=str(error)) from error
    if not is_taken(answer.status):
        raise CallbackUnreachable(reden=f"hij gaf {answer.status}")
