"""Make the home page and let the site begin there."""

from __future__ import annotations

from django.db import transaction
from wagtail.models import Page, Site

from stoep.foundation import audit
from stoep.foundation.ref import Ref
from stoep.toegang.actors import Actor
from stoep.website.models import HomePage


@transaction.atomic
def set_up_site(*, title: str, slug: str, actor: Actor) -> HomePage:
    """Make the home page, unless there is one, as the root of the default site."""
    actor.require("cms.publish")
    home: HomePage | None = HomePage.objects.first()
    if home is None:
        root = Page.objects.get(depth=1)
        home = HomePage(title=title, slug=slug)
        root.add_child(instance=home)
        home.save_revision().publish()
        audit.record(actor, "website.set_up_site", subject=Ref("page", str(home.pk)))
    Site.objects.update_or_create(
        is_default_site=True, defaults={"root_page": home, "hostname": "localhost", "site_name": title}
    )
    Site.clear_site_root_paths_cache()
    for welcome in Page.objects.filter(depth=2).exclude(pk=home.pk):
        welcome.delete()
    return home
