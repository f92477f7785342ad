"""Every address of Stoep, per domain; Wagtail's pages come last."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

handler500 = "stoep.foundation.web.refusals.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("stoep.api.urls")),
    path("", include("stoep.toegang.web.urls")),
    path("", include("stoep.meldingen.web.urls")),
    path("", include("stoep.buurt.web.urls")),
    path("", include("stoep.buitendienst.web.urls")),
    path("", include("stoep.opdrachten.web.urls")),
    path("", include("stoep.sturing.web.urls")),
    path("", include("stoep.gebieden.web.urls")),
    path("", include("stoep.documenten.web.urls")),
    path("", include("stoep.foundation.web.urls")),
    path("", include("stoep.huisstijl.web.urls")),
    path("", include("stoep.organisatie.web.urls")),
    path("", include("stoep.werkplek.web.urls")),
    path("", include("stoep.koppelingen.web.urls")),
    path("cms/", include(wagtailadmin_urls)),
]
if not settings.IS_PRODUCTION:
    urlpatterns.append(path("demo/", include("stoep.demo.web.urls")))
urlpatterns += [
    path("", include("stoep.website.web.urls")),
    path("", include(wagtail_urls)),
]
