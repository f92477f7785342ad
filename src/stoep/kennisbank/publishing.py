"""Where publishing in Wagtail becomes an event: the one signal receiver of Stoep.

Wagtail publishes from its editor, from its schedule and from our commands; only its signal hears all three.
"""

from __future__ import annotations

from typing import Any

from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from stoep.foundation import outbox
from stoep.kennisbank.events import PagePublished, PageUnpublished


def tell_published(sender: type[Page], *, instance: Page, **_kwargs: Any) -> None:  # noqa: ARG001
    """Tell that a page came live."""
    outbox.publish(PagePublished(page_id=instance.pk))


def tell_unpublished(sender: type[Page], *, instance: Page, **_kwargs: Any) -> None:  # noqa: ARG001
    """Tell that a page went."""
    outbox.publish(PageUnpublished(page_id=instance.pk))


def listen() -> None:
    """Hear Wagtail. Called once, when Django starts."""
    page_published.connect(tell_published, dispatch_uid="stoep.kennisbank.published")
    page_unpublished.connect(tell_unpublished, dispatch_uid="stoep.kennisbank.unpublished")
