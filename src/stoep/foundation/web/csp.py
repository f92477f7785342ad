"""The Content-Security-Policy and other safety headers of each door: no inline script or style.

Wagtail's own admin has a policy of its own, that only who has signed in ever gets.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'; frame-src 'none'; "
    "manifest-src 'self'; media-src 'self'; object-src 'none'"
)
POLICY_OF_CMS = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-src 'self'; "
    "frame-ancestors 'self'; form-action 'self'; base-uri 'self'; object-src 'none'"
)
FEATURES = (
    "geolocation=(self), accelerometer=(), autoplay=(), camera=(), display-capture=(), gyroscope=(), "
    "magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()"
)


def policy_of_site() -> str:
    """The policy, with the map's tiles where those come from elsewhere (settings.IMAGE_SOURCES)."""
    return POLICY.replace("img-src 'self'", " ".join(["img-src 'self'", *settings.IMAGE_SOURCES]))


class ContentSecurityPolicyMiddleware:
    """Adds the safety headers to every response."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the policy of the door."""
        response = self.get_response(request)
        has_signed_in = getattr(getattr(request, "actor", None), "account_id", None) is not None
        policy = POLICY_OF_CMS if has_signed_in and request.path.startswith("/cms/") else policy_of_site()
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers.setdefault("Permissions-Policy", FEATURES)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if has_signed_in:
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response
