"""Enkelvoudiginformatieobjecten: documents, their versions, their content and who holds them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

from stoep.api.zgw.documenten.api import API
from stoep.api.zgw.documenten.reading import (
    AANMAKEN,
    BIJWERKEN,
    DOCUMENTEN,
    LEZEN,
    VERWIJDEREN,
    one_document,
    visible_documents,
)
from stoep.api.zgw.documenten.wire import (
    EnkelvoudigInformatieObject,
    EnkelvoudigInformatieObjectCreateLock,
    EnkelvoudigInformatieObjectCreateLockRequest,
    EnkelvoudigInformatieObjectWithLockRequest,
    show_documents,
    show_version,
    show_with_lock,
    values_in,
)
from stoep.documenten.commands import (
    UNCHANGED,
    change_document,
    create_document,
    destroy_document,
    lock_document,
    unlock_document,
)
from stoep.documenten.models import EnkelvoudigInformatieobject, Versie
from stoep.documenten.queries import open_inhoud, versies_of
from stoep.foundation import audit
from stoep.foundation.errors import NotFound
from stoep.foundation.rest import Call, Many, Moment, Number, Paged, PageFilter, Text, Uuid, Wire, page_of
from stoep.foundation.rest.serving import matches
from stoep.foundation.web.ranges import send_range

ONE = f"{DOCUMENTEN}/{{uuid}}"
LOCK = ("documenten.lock",)
UNLOCK = ("documenten.lock", "documenten.geforceerd-unlock")


class DocumentFilter(PageFilter, kw_only=True):
    """Filters of the list of documents."""

    identificatie: str | None = None
    bronorganisatie: str | None = None
    trefwoorden: Annotated[list[str], Many(Text())] = []


class VersieFilter(Wire, kw_only=True):
    """Which version is meant: by number, or the one that held at a moment; else the latest."""

    versie: Annotated[int | None, Number(1, 2_000_000_000)] = None
    registratie_op: Annotated[datetime | None, Moment()] = None


class EIOZoekRequest(Wire, kw_only=True):
    """Zoeken naar documenten."""

    uuid__in: Annotated[list[UUID], Many(Uuid())]
    identificatie: Annotated[str, Text(blank=True)] = ""
    bronorganisatie: Annotated[str, Text(blank=True)] = ""


class LockEnkelvoudigInformatieObject(Wire, kw_only=True):
    """De vergrendeling."""

    lock: Annotated[str, Text(read_only=True)]


class UnlockEnkelvoudigInformatieObjectRequest(Wire, kw_only=True):
    """De vergrendeling, tenzij het document geforceerd wordt vrijgegeven."""

    lock: Annotated[str, Text(100, blank=True)] = ""


@API.get(DOCUMENTEN, scopes=LEZEN, answers=EnkelvoudigInformatieObject, shape="pages", query=DocumentFilter)
def list_documents(call: Call, query: DocumentFilter) -> Paged[EnkelvoudigInformatieObject]:
    """Alle documenten opvragen."""
    rows = filtered(visible_documents(call.actor), query.identificatie, query.bronorganisatie)
    if query.trefwoorden:
        rows = rows.filter(laatste_versie__trefwoorden__overlap=query.trefwoorden)
    return page_of(rows, query.page, show_documents)


@API.post(
    f"{DOCUMENTEN}/_zoek",
    scopes=LEZEN,
    body=EIOZoekRequest,
    answers=EnkelvoudigInformatieObject,
    shape="pages",
    query=PageFilter,
    status=200,
    whole=False,
)
def search_documents(call: Call, query: PageFilter, body: EIOZoekRequest) -> Paged[EnkelvoudigInformatieObject]:
    """Zoeken naar documenten."""
    rows = visible_documents(call.actor).filter(pk__in=body.uuid__in)
    return page_of(filtered(rows, body.identificatie, body.bronorganisatie), query.page, show_documents)


def filtered(
    rows: QuerySet[EnkelvoudigInformatieobject], identificatie: str | None, bronorganisatie: str | None
) -> QuerySet[EnkelvoudigInformatieobject]:
    """Documents with this number of this organisation, newest first."""
    asked = {"identificatie": identificatie, "bronorganisatie": bronorganisatie}
    return rows.filter(**{name: value for name, value in asked.items() if value}).order_by("-pk")


@API.post(
    DOCUMENTEN,
    scopes=AANMAKEN,
    body=EnkelvoudigInformatieObjectCreateLockRequest,
    answers=EnkelvoudigInformatieObjectCreateLock,
    large_text="inhoud",
)
def add_document(
    call: Call, body: EnkelvoudigInformatieObjectCreateLockRequest
) -> EnkelvoudigInformatieObjectCreateLock:
    """Maak een document aan, met zijn inhoud, zonder, of om die in delen te sturen."""
    values = {"inhoud": None, "bestandsomvang": None, "indicatie_gebruiksrecht": None, **values_in(body)}
    return show_with_lock(create_document(**values, actor=call.actor))


@API.get(ONE, scopes=LEZEN, answers=EnkelvoudigInformatieObject, query=VersieFilter)
def read_document(call: Call, uuid: UUID, query: VersieFilter) -> EnkelvoudigInformatieObject:
    """Een specifiek document opvragen, in zijn laatste of een eerdere versie."""
    document = one_document(uuid, call.actor)
    return show_version(document, version_of(document, query))


def version_of(document: EnkelvoudigInformatieobject, query: VersieFilter) -> Versie:
    """The version that is meant. Raises NotFound."""
    if query.versie is None and query.registratie_op is None:
        return document.laatste_versie
    versies = versies_of(document)
    if query.versie is not None:
        versies = versies.filter(versie=query.versie)
    if query.registratie_op is not None:
        versies = versies.filter(begin_registratie__lte=query.registratie_op)
    found = versies.first()
    if found is None:
        raise NotFound
    return found


@API.put(
    ONE,
    scopes=BIJWERKEN,
    body=EnkelvoudigInformatieObjectWithLockRequest,
    answers=EnkelvoudigInformatieObject,
    large_text="inhoud",
)
def replace_document(
    call: Call, uuid: UUID, body: EnkelvoudigInformatieObjectWithLockRequest
) -> EnkelvoudigInformatieObject:
    """Werk een document in zijn geheel bij; dat maakt een nieuwe versie."""
    return change(call, uuid, body)


@API.patch(
    ONE,
    scopes=BIJWERKEN,
    body=EnkelvoudigInformatieObjectWithLockRequest,
    answers=EnkelvoudigInformatieObject,
    large_text="inhoud",
)
def update_document(
    call: Call, uuid: UUID, body: EnkelvoudigInformatieObjectWithLockRequest
) -> EnkelvoudigInformatieObject:
    """Werk een document deels bij; dat maakt een nieuwe versie."""
    return change(call, uuid, body)


def change(call: Call, uuid: UUID, body: EnkelvoudigInformatieObjectWithLockRequest) -> EnkelvoudigInformatieObject:
    """Change what was given. A number that was left empty stays what it is."""
    one_document(uuid, call.actor)
    values: dict[str, Any] = {"inhoud": UNCHANGED, "bestandsomvang": UNCHANGED, **values_in(body)}
    if not values.get("identificatie"):
        values.pop("identificatie", None)
    change_document(uuid, lock=body.lock or "", **values, actor=call.actor)
    return show_with_lock(one_document(uuid, call.actor))


@API.delete(ONE, scopes=VERWIJDEREN)
def delete_document(call: Call, uuid: UUID) -> None:
    """Verwijder een document met al zijn versies en wat erbij hoort."""
    one_document(uuid, call.actor)
    destroy_document(uuid, actor=call.actor)


@API.get(
    f"{ONE}/download", scopes=LEZEN, answers=EnkelvoudigInformatieObject, shape="file", query=VersieFilter, head=False
)
def download_document(call: Call, uuid: UUID, query: VersieFilter) -> HttpResponseBase:
    """Download de inhoud van een document, geheel of een deel (Range)."""
    document = one_document(uuid, call.actor)
    versie = version_of(document, query)
    if not versie.sha256:
        raise NotFound
    tag = f'"{versie.sha256[:40]}"'
    audit.record(call.actor, "documenten.download", subject=document.ref, versie=versie.versie)
    if matches(call.header("If-None-Match"), tag) and call.header("If-None-Match"):
        return HttpResponse(status=304, headers={"ETag": tag})
    kind = versie.formaat if "/" in versie.formaat else "application/octet-stream"
    response = send_range(call.http, open_inhoud(versie), versie.bestandsomvang or 0, content_type=kind, tag=tag)
    name = versie.bestandsnaam or versie.titel
    response.headers["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=name) or "attachment"
    )
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["ETag"] = tag
    return response


@API.post(f"{ONE}/lock", scopes=LOCK, body=None, answers=LockEnkelvoudigInformatieObject, status=200)
def lock(call: Call, uuid: UUID) -> LockEnkelvoudigInformatieObject:
    """Vergrendel een document om het te bewerken."""
    one_document(uuid, call.actor)
    return LockEnkelvoudigInformatieObject(lock=lock_document(uuid, actor=call.actor))


@API.post(f"{ONE}/unlock", scopes=UNLOCK, body=UnlockEnkelvoudigInformatieObjectRequest, answers=None, partial=True)
def unlock(call: Call, uuid: UUID, body: UnlockEnkelvoudigInformatieObjectRequest) -> None:
    """Geef een document vrij; bestandsdelen worden zijn inhoud."""
    one_document(uuid, call.actor)
    unlock_document(uuid, lock=body.lock or "", actor=call.actor)
