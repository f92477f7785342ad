"""Reading messages and the texts they are made from."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet
from django.template.loader import render_to_string

from stoep.berichten.models import Bericht, Sjabloon, Verzendstatus
from stoep.berichten.ports import afzender
from stoep.foundation.ref import Ref
from stoep.toegang.actors import Actor


def berichten_of(subject: Ref) -> QuerySet[Bericht]:
    """The messages about something, newest first. Whoever may see the thing may see them."""
    return Bericht.objects.filter(betreft=str(subject)).order_by("-aangemaakt_op", "-id")


def list_failed(actor: Actor) -> QuerySet[Bericht]:
    """Messages that did not go out, newest first, for whoever looks after the installation."""
    actor.require("beheer.read")
    return Bericht.objects.filter(status=Verzendstatus.MISLUKT).order_by("-aangemaakt_op")


def template_text(soort: str, default: str) -> str:
    """Subject and text for a soort: what an editor made of it, otherwise the text that Stoep brings."""
    found = Sjabloon.objects.filter(soort=soort).first()
    return found.geheel if found else default


def list_sjablonen(soorten: Collection[str] = ()) -> QuerySet[Sjabloon]:
    """The texts that editors may change, all or some."""
    sjablonen: QuerySet[Sjabloon] = Sjabloon.objects.all()
    return sjablonen.filter(soort__in=soorten) if soorten else sjablonen


def render_html(onderwerp: str, tekst: str) -> str:
    """The message in our house style; the same words as the text version."""
    return render_to_string("berichten/bericht.mail", {"onderwerp": onderwerp, "tekst": tekst, "afzender": afzender()})
