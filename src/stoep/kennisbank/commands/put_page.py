"""Write and publish a page through Wagtail's revisions."""

from __future__ import annotations

from typing import TypeVar

from django.db import transaction
from wagtail.models import Page

from stoep.foundation import audit, clock
from stoep.foundation.ref import Ref
from stoep.toegang.actors import Actor

PageT = TypeVar("PageT", bound=Page)


@transaction.atomic
def put_page(page: PageT, *, parent: Page, actor: Actor) -> PageT:
    """Put `page` under `parent` and publish it; an existing page with its slug gets a new revision.

    Repeating the call with the same content changes nothing and publishes nothing.
    """
    actor.require("kennisbank.edit")
    existing = type(page).objects.child_of(parent).filter(slug=page.slug).first()
    if existing is None:
        page.first_published_at = page.last_published_at = clock.now()
        parent.add_child(instance=page)
        current = page
    else:
        current = existing
        fields = [
            field.attname
            for field in type(page)._meta.concrete_fields
            if field.model is type(page) or field.attname == "title"
        ]
        own = [name for name in fields if name != "page_ptr_id"]
        if all(getattr(current, name) == getattr(page, name) for name in own):
            return current
        for name in own:
            setattr(current, name, getattr(page, name))
    current.save_revision().publish()
    audit.record(actor, "kennisbank.put_page", subject=Ref("page", str(current.pk)))
    return current
