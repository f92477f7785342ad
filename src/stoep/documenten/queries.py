"""Reading documents, always as far as the actor may see them."""

from __future__ import annotations

from typing import BinaryIO, TypeVar
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from stoep.documenten.errors import DocumentWithoutInhoud
from stoep.documenten.models import (
    Bestandsdeel,
    EnkelvoudigInformatieobject,
    Gebruiksrecht,
    Objectinformatieobject,
    Versie,
    Verzending,
)
from stoep.foundation import links, storage
from stoep.toegang.actors import Actor

PartT = TypeVar("PartT", Bestandsdeel, Gebruiksrecht, Verzending, Objectinformatieobject)
DOWNLOAD = "documenten.download"
LINK_IS_VALID = 7 * 24 * 60 * 60


def get_document(document_id: UUID | str, actor: Actor) -> EnkelvoudigInformatieobject:
    """One document with its latest version. Raises NotFound, also when the actor may not see it."""
    visible: QuerySet[EnkelvoudigInformatieobject] = EnkelvoudigInformatieobject.objects.visible_to(actor)
    found: EnkelvoudigInformatieobject = visible.select_related("laatste_versie", "informatieobjecttype").one(  # type: ignore[attr-defined]
        document_id
    )
    return found


def get_bestandsdeel(deel_id: UUID | str, actor: Actor) -> Bestandsdeel:
    """A part of an upload, with its document. Raises NotFound, also when the actor may not see the document."""
    return part_of_visible(Bestandsdeel, deel_id, actor)


def get_gebruiksrecht(recht_id: UUID | str, actor: Actor) -> Gebruiksrecht:
    """Conditions of use. Raises NotFound, also when the actor may not see the document."""
    return part_of_visible(Gebruiksrecht, recht_id, actor)


def get_verzending(verzending_id: UUID | str, actor: Actor) -> Verzending:
    """A sending. Raises NotFound, also when the actor may not see the document."""
    return part_of_visible(Verzending, verzending_id, actor)


def get_objectinformatieobject(relatie_id: UUID | str, actor: Actor) -> Objectinformatieobject:
    """To what a document belongs. Raises NotFound, also when the actor may not see the document."""
    return part_of_visible(Objectinformatieobject, relatie_id, actor)


def part_of_visible(model: type[PartT], part_id: UUID | str, actor: Actor) -> PartT:
    """A row that goes with a document which the actor may see."""
    visible = EnkelvoudigInformatieobject.objects.visible_to(actor)
    rows = model.objects.select_related("informatieobject__laatste_versie", "informatieobject__informatieobjecttype")
    found: PartT = rows.filter(informatieobject__in=visible).one(part_id)
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
