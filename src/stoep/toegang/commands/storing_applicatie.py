"""What creating and changing an application share: is it sound (ac-001, ac-002, ac-003), and storing its parts."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import IntegrityError, transaction

from stoep.toegang.errors import (
    AmbiguousAuthorizations,
    ApplicatieLabelMissing,
    AutorisatieIncomplete,
    ClientIdExists,
    ClientIdInvalid,
    MissingAuthorizations,
)
from stoep.toegang.models import Applicatie, Autorisatie, ClientId
from stoep.toegang.rules.autorisaties import Verlening, missing_fields

LONGEST_LABEL = 100
LONGEST_CLIENT_ID = 50


def sound_label(label: str) -> str:
    """The name as it is stored. Raises ApplicatieLabelMissing."""
    label = label.strip()
    if not label or len(label) > LONGEST_LABEL or not label.isprintable():
        raise ApplicatieLabelMissing
    return label


def sound_client_ids(client_ids: Sequence[str]) -> list[str]:
    """Client ids, each once. Raises ClientIdInvalid."""
    for client_id in client_ids:
        is_readable = client_id.isprintable() and client_id == client_id.strip()
        if not client_id or not is_readable or len(client_id) > LONGEST_CLIENT_ID:
            raise ClientIdInvalid
    if not client_ids:
        raise ClientIdInvalid
    return list(dict.fromkeys(client_ids))


def check_autorisaties(verleningen: Sequence[Verlening], *, heeft_alle_autorisaties: bool) -> None:
    """Everything or a list (ac-002), and each of the list complete (ac-003)."""
    if heeft_alle_autorisaties and verleningen:
        raise AmbiguousAuthorizations
    if not heeft_alle_autorisaties and not verleningen:
        raise MissingAuthorizations
    for place, verlening in enumerate(verleningen):
        missing = [] if verlening.scopes else ["scopes"]
        for name in missing or missing_fields(verlening):
            raise AutorisatieIncomplete(field=f"autorisaties.{place}.{name}", missing=name)


def store_client_ids(applicatie: Applicatie, client_ids: Sequence[str]) -> None:
    """Give an application exactly these client ids; those that stay keep their secrets. Raises ClientIdExists."""
    taken = ClientId.objects.filter(client_id__in=client_ids).exclude(applicatie=applicatie).first()
    if taken is not None:
        raise ClientIdExists(client_id=taken.client_id)
    present = set(applicatie.client_ids.values_list("client_id", flat=True))
    applicatie.client_ids.exclude(client_id__in=client_ids).delete()
    try:
        with transaction.atomic():
            ClientId.objects.bulk_create(
                ClientId(applicatie=applicatie, client_id=client_id)
                for client_id in client_ids
                if client_id not in present
            )
    except IntegrityError as error:  # somebody else was just before us
        raise ClientIdExists(client_id=client_ids[0]) from error


def store_autorisaties(applicatie: Applicatie, verleningen: Sequence[Verlening]) -> None:
    """Give an application exactly these authorisations, in this order."""
    applicatie.autorisaties.all().delete()
    Autorisatie.objects.bulk_create(
        Autorisatie(
            applicatie=applicatie,
            component=verlening.component.value,
            scopes=list(verlening.scopes),
            type_naam=verlening.type_naam,
            catalogus=None if verlening.catalogus == "*" else verlening.catalogus,
            max_vertrouwelijkheidaanduiding=verlening.max_vertrouwelijkheid.value
            if verlening.max_vertrouwelijkheid
            else "",
            volgorde=place,
        )
        for place, verlening in enumerate(verleningen)
    )


def described(applicatie: Applicatie) -> dict[str, object]:
    """An application as its trail keeps it: everything but its secrets."""
    return {
        "label": applicatie.label,
        "client_ids": list(applicatie.client_ids.values_list("client_id", flat=True)),
        "heeft_alle_autorisaties": applicatie.heeft_alle_autorisaties,
        "autorisaties": [
            {
                "component": row.component,
                "scopes": row.scopes,
                "type": row.type_naam,
                "catalogus": str(row.catalogus or ""),
                "max_vertrouwelijkheidaanduiding": row.max_vertrouwelijkheidaanduiding,
            }
            for row in Autorisatie.objects.filter(applicatie=applicatie)
        ],
    }
