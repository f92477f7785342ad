"""Addresses on the wire: every object has one, built from the one base of this installation, and read without HTTP."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings

from stoep.foundation.rest.fields import read_uuid


def origin() -> str:
    """Scheme and host under which others know this installation."""
    return str(settings.BASE_URL).rstrip("/")


def root_of(api: str) -> str:
    """Where an API begins."""
    return f"{origin()}/{api}/api/v1"


def url_of(api: str, resource: str, row_id: UUID | str) -> str:
    """The address of an object: `url_of("zaken", "zaken", zaak.pk)`.

    Something inside another object names that too: `url_of("zaken", f"zaken/{zaak_id}/zaakeigenschappen", id)`.
    """
    return f"{origin()}/{api}/api/v1/{resource}/{row_id}"


def url_or_none(api: str, resource: str, row_id: UUID | None) -> str | None:
    """The same, of what may be absent."""
    return None if row_id is None else url_of(api, resource, row_id)


def id_from_url(url: str, api: str, resource: str) -> UUID | None:
    """The id in an address of ours; None when it is of elsewhere or of something else."""
    before = f"{origin()}/{api}/api/v1/{resource}/"
    return read_uuid(url[len(before) :]) if url.startswith(before) else None


def is_ours(url: str) -> bool:
    """Whether an address is below this installation's base."""
    return url.startswith(f"{origin()}/")
