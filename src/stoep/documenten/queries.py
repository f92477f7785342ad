"""Reading documents, always as far as the actor may see them."""

from __future__ import annotations

from typing import BinaryIO
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from stoep.documenten.errors import DocumentWithoutInhoud
from stoep.documenten.models import EnkelvoudigInformatieobject, Versie
from stoep.foundation import links, storage
from stoep.toegang.actors import Actor

DOWNLOAD = "documenten.download"
LINK_IS_VALID = 7 * 24 * 60 * 60


def get_document(document_id: UUID | str, actor: Actor) -> EnkelvoudigInformatieobject:
    """One document with its latest version. Raises NotFound, also when the actor may not see it."""
    visible: QuerySet[EnkelvoudigInformatieobject] = EnkelvoudigInformatieobject.objects.visible_to(actor)
    found: EnkelvoudigInformatieobject = visible.select_related("laatste_versie", "informatieobjecttype").one(  # type: ignore[attr-defined]
        document_id
    )
    return found


def versies_of(document: EnkelvoudigInformatieobject) -> QuerySet[Versie]:
    """All versions, newest first."""
    return document.versies.order_by("-versie")


def open_inhoud(versie: Versie) -> BinaryIO:
    """The content of a version. Raises DocumentWithoutInhoud when there is none."""
    if not versie.sha256:
        raise DocumentWithoutInhoud(titel=versie.titel)
    return storage.open_stored(versie.sha256)


def download_path(document_id: UUID, *, klein: bool = False) -> str:
    """Where employees download a document; `klein` gives a thumbnail of a photo."""
    return reverse("documenten:download", args=[document_id]) + ("?formaat=klein" if klein else "")


def signed_path(document_id: UUID, *, klein: bool = False) -> str:
    """Where a resident downloads one document for a week, without a login.

    Whoever holds the link can open it: give it only to a page that the resident may see.
    """
    token = links.sign(DOWNLOAD, str(document_id))
    return reverse("documenten:signed", args=[token]) + ("?formaat=klein" if klein else "")
