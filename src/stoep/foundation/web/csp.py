"""The Content-Security-Policy of each door: no inline script or style, except in Wagtail's own admin."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'; manifest-src 'self'"
)
POLICY_OF_CMS = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob: https://www.gravatar.com; font-src 'self' data:; frame-src 'self'; frame-ancestors 'self'"
)


class ContentSecurityPolicyMiddleware:
    """Adds the policy to every response."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the policy of the door."""
        response = self.get_response(request)
        policy = POLICY_OF_CMS if request.path.startswith("/cms/") else POLICY
        response.headers.setdefault("Content-Security-Policy", policy)
        return response
