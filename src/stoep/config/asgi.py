"""What the web server runs: the lane of the zaken, Django behind the edge, with everything loaded before the first request."""

import os

from django.core.wsgi import get_wsgi_application
from django.template import TemplateDoesNotExist, TemplateSyntaxError, loader
from django.urls import get_resolver

from stoep.config.settings import ENVIRONMENT
from stoep.foundation.edge import Edge

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stoep.config.settings")

FIRST_PAGES = (
    "website/home_page.html",
    "huisstijl/site.html",
    "huisstijl/werkplek.html",
    "huisstijl/step.html",
    "404.html",
)


def preload() -> None:
    """Read addresses and the layouts of pages now, so that the first visitor does not wait for it."""
    get_resolver()._populate()
    for name in FIRST_PAGES:
        try:
            loader.get_template(name)
        except (TemplateDoesNotExist, TemplateSyntaxError):
            continue  # the page itself will say so


django = get_wsgi_application()
preload()

from stoep.api.zgw.documenten.uploads import largest_upload  # noqa: E402 these need models, which are loaded now
from stoep.api.zgw.zaken.lane import before  # noqa: E402
from stoep.toegang import verwerkingen  # noqa: E402

verwerkingen.keep()
application = before(Edge(django, threads=ENVIRONMENT.web_threads, larger=largest_upload))
