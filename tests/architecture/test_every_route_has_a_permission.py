"""Every address says who may open it."""

from __future__ import annotations

from collections.abc import Iterable
from types import SimpleNamespace

from django.urls import URLPattern, URLResolver, get_resolver, path
from tests.architecture.exceptions import ROUTES
from tests.architecture.house import refuse

from stoep.foundation.web.permissions import APPLICATIONS, EMPLOYEES, PUBLIC, public
from stoep.toegang.rules.rechten import is_known

# Views of others guard themselves, or are meant for everybody.
THIRD_PARTY = {
    "wagtail.admin": "asks for the right to enter the cms, which follows from our roles",
    "wagtail.users": "part of the cms",
    "wagtail.images": "part of the cms",
    "wagtail.documents": "part of the cms",
    "wagtail.snippets": "part of the cms",
    "wagtail.embeds": "part of the cms",
    "wagtail.contrib": "part of the cms",
    "wagtail.search": "part of the cms",
    "wagtail.sites": "part of the cms",
    "wagtail.locales": "part of the cms",
    "wagtail.views": "shows published pages to everybody",
    "wagtail.api": "part of the cms",
}


def flatten(patterns: Iterable[URLPattern | URLResolver], prefix: str = "") -> list[tuple[str, object]]:
    """Every address with the view behind it."""
    found: list[tuple[str, object]] = []
    for pattern in patterns:
        address = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            found += flatten(pattern.url_patterns, address)
        else:
            found.append((address, pattern.callback))
    return found


def find_open_doors(routes: Iterable[tuple[str, object]]) -> list[str]:
    """Every route of ours without a permission, or with one that Stoep does not know."""
    found = []
    for address, view in routes:
        module = getattr(getattr(view, "view_class", view), "__module__", "")
        if address.startswith("cms/") and not module.startswith("stoep."):
            continue
        if any(module == name or module.startswith(name + ".") for name in THIRD_PARTY):
            continue
        permission = getattr(view, "permission", None)
        if permission is None:
            found.append(f"{address}: {module} does not say who may open it (stoep.foundation.web.permissions)")
        elif permission not in (PUBLIC, EMPLOYEES, APPLICATIONS) and not is_known(permission):
            found.append(f"{address}: asks for the right {permission}, which toegang/rules/rechten.py does not know")
    return found


def test_every_route_has_a_permission():
    refuse(find_open_doors(flatten(get_resolver().url_patterns)), ROUTES)


def test_there_are_routes_to_guard():
    assert len(flatten(get_resolver().url_patterns)) > 100


def test_a_view_that_does_not_say_who_may_open_it_is_caught():
    def view(_request):
        return None

    assert find_open_doors([("zaken/", view)])
    assert not find_open_doors([("zaken/", public(view))])


def test_a_right_that_nobody_can_have_is_caught():
    assert find_open_doors([("zaken/", SimpleNamespace(__module__="stoep.zaken.web", permission="zaken.fly"))])


def test_routes_inside_routes_are_found():
    assert [address for address, _view in flatten([path("a/", lambda _request: None)], "b/")] == ["b/a/"]
