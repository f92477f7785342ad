"""Uploads in parts: handed out, joined, and given up."""

from __future__ import annotations

import secrets

from django.db.models import QuerySet

from stoep.documenten.commands.contents import join
from stoep.documenten.commands.forgetting import forget_later
from stoep.documenten.errors import FileSizeDiffers, FileTooLarge, UploadIncomplete
from stoep.documenten.events import DocumentUploaded
from stoep.documenten.models import Bestandsdeel, EnkelvoudigInformatieobject, Versie
from stoep.documenten.rules import inhoud as rule
from stoep.foundation import clock, outbox
from stoep.toegang.actors import Actor


def set_lock(document: EnkelvoudigInformatieobject, *, actor: Actor) -> str:
    """Give out a lock that nobody can guess; the row is stored by the caller."""
    document.lock = secrets.token_hex(16)
    document.locked_door = str(actor.ref)
    document.locked_op = clock.now()
    return document.lock


def refuse_too_large(omvang: int) -> None:
    """Refuse what would be more parts than we hand out."""
    if rule.is_too_large(omvang, rule.PART):
        raise FileTooLarge(gigabytes=rule.PART * rule.PARTS_AT_MOST // (1024 * rule.MEGABYTE))


def hand_out_parts(document: EnkelvoudigInformatieobject, omvang: int) -> list[Bestandsdeel]:
    """Make the parts in which content of this size comes in."""
    return Bestandsdeel.objects.bulk_create(
        Bestandsdeel(informatieobject=document, volgnummer=number, omvang=size)
        for number, size in enumerate(rule.divide(omvang, rule.PART), start=1)
    )


def join_parts(document: EnkelvoudigInformatieobject) -> None:
    """Make the parts of a document its content. Raises UploadIncomplete or FileSizeDiffers when they are not there."""
    delen = list(document.bestandsdelen.order_by("volgnummer"))
    if not delen:
        return
    missing = sum(not deel.is_voltooid for deel in delen)
    if missing == len(delen):
        raise FileSizeDiffers
    if missing:
        raise UploadIncomplete(aantal=missing)
    versie = document.laatste_versie
    stored = join([deel.sha256 for deel in delen], omvang=sum(deel.omvang for deel in delen))
    waiting_versions(document).update(sha256=stored.sha256, bestandsomvang=stored.size)
    versie.sha256, versie.bestandsomvang = stored.sha256, stored.size
    remove_parts(document, delen)
    outbox.publish(DocumentUploaded(document_id=document.pk, versie=versie.versie))


def give_up(document: EnkelvoudigInformatieobject) -> None:
    """Forget the parts of an upload that will not be finished: these versions are metadata only."""
    delen = list(document.bestandsdelen.all())
    if not delen:
        return
    waiting_versions(document).update(bestandsomvang=None)
    if not document.laatste_versie.sha256:
        document.laatste_versie.bestandsomvang = None
    remove_parts(document, delen)


def waiting_versions(document: EnkelvoudigInformatieobject) -> QuerySet[Versie]:
    """The versions whose content was announced and is not there."""
    return Versie.objects.filter(informatieobject=document, sha256="", bestandsomvang__gt=0)


def remove_parts(document: EnkelvoudigInformatieobject, delen: list[Bestandsdeel]) -> None:
    """Remove the rows of parts, and their files once nothing names them."""
    document.bestandsdelen.all().delete()
    forget_later(deel.sha256 for deel in delen)
