"""The demo's mailbox: what Stoep sent, readable, with links that work. It has no address in production."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import urlize
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from stoep.foundation.web.permissions import public
from stoep.koppelingen.mailvanger.mails import get_mail, list_mails

SIZE = 25


def folder() -> Path:
    """Where the demo keeps its mail."""
    return Path(settings.DATA) / "mail"


@require_safe
@public
def mailbox(request: HttpRequest) -> HttpResponse:
    """The messages, newest first."""
    asked = request.GET.get("pagina", "1")
    page = max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1  # noqa: PLR2004
    mails, total = list_mails(folder(), first=(page - 1) * SIZE, size=SIZE)
    here = reverse("koppelingen:mailbox")
    context = {
        "mails": mails,
        "total": total,
        "first": (page - 1) * SIZE + 1,
        "last": (page - 1) * SIZE + len(mails),
        "previous_href": f"{here}?pagina={page - 1}" if page > 1 else "",
        "next_href": f"{here}?pagina={page + 1}" if page * SIZE < total else "",
    }
    return render(request, "koppelingen/mailbox.html", context)


@require_safe
@public
def mailbox_mail(request: HttpRequest, name: str) -> HttpResponse:
    """One message."""
    mail = get_mail(folder(), name)
    if mail is None:
        raise Http404
    # urlize escapes all else: a mail cannot bring its own markup into this page
    text = mark_safe(urlize(mail.text, autoescape=True))
    return render(request, "koppelingen/mailbox_mail.html", {"mail": mail, "text": text})
