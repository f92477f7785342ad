"""Which site a request is for, read once in a process instead of on each page."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.utils.functional import SimpleLazyObject
from wagtail.models import Site
from wagtail.models.sites import get_site_for_hostname

from stoep.foundation.remembered import remembered


class KnownSiteMiddleware:
    """Puts the site on the request, where Wagtail looks for it first; it is read when somebody asks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        request._wagtail_site = SimpleLazyObject(  # type: ignore[attr-defined]
            lambda: site_of_host(split_domain_port(request.get_host())[0], request.get_port())
        )
        return self.get_response(request)


@remembered("wagtailcore_site", "wagtailcore_page", "website_homepage")
def site_of_host(hostname: str, port: str) -> Site | None:
    """The site under a host with its home page; the standard one when the host is nobody's. Nobody changes it."""
    try:
        found: Site = get_site_for_hostname(hostname, port)
    except Site.DoesNotExist:
        return None
    return found
