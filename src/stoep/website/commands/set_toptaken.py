"""Set the top tasks of the home page."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from wagtail.models import Page

from stoep.foundation import audit
from stoep.foundation.ref import Ref
from stoep.toegang.actors import Actor
from stoep.website.errors import ToptaakLeadsNowhere
from stoep.website.models import HomePage, Toptaak


@transaction.atomic
def set_toptaken(home_id: int, *, taken: Sequence[tuple[str, str, str, str]], actor: Actor) -> None:
    """Replace the top tasks by (title, explanation, icon, path of the page below home)."""
    actor.require("cms.publish")
    home = HomePage.objects.select_for_update().get(pk=home_id)
    rows = [
        Toptaak(sort_order=place, titel=title, toelichting=text, icoon=icon, pagina=page_at(home, path))
        for place, (title, text, icon, path) in enumerate(taken)
    ]
    current = [(row.titel, row.toelichting, row.icoon, row.pagina_id) for row in home.toptaken.all()]
    if current == [(row.titel, row.toelichting, row.icoon, row.pagina_id) for row in rows]:
        return
    home.toptaken.set(rows)
    home.save_revision().publish()
    audit.record(actor, "website.set_toptaken", subject=Ref("page", str(home.pk)))


def page_at(home: HomePage, path: str) -> Page:
    """The page at a path below the home page. Raises ToptaakLeadsNowhere."""
    page = Page.objects.filter(url_path=f"{home.url_path}{path}/").first()
    if page is None:
        raise ToptaakLeadsNowhere(path=path)
    return page
