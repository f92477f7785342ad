"""Vrijgeven: the queue of texts and photos, one by one or some at once, with what was seen in them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from stoep.buurt.commands import hold_back, release_foto, release_tekst, withdraw
from stoep.buurt.errors import FotoGone, FotoNotSeenYet
from stoep.buurt.queries.vrijgaven import STANDEN, Kaartje, get_kaartje, kaartjes_of, list_kaartjes, select_vrijgaven
from stoep.buurt.rules.afdekken import Vak, cover, read_rand, read_vak
from stoep.foundation import storage
from stoep.foundation.errors import DomainError, NotFound
from stoep.foundation.web.forms import visible
from stoep.foundation.web.pages import page_of
from stoep.foundation.web.permissions import requires
from stoep.toegang.actors import Actor
from stoep.toegang.web.actors import ActorRequest

SIZE = 20
MOST_AT_ONCE = 50
RANDEN = ("boven", "onder", "links", "rechts")
ROWS, COLUMNS = 6, 8
LABELS = {
    "open": "Te beoordelen",
    "vrijgegeven": "Vrijgegeven",
    "achtergehouden": "Achtergehouden",
    "ingetrokken": "Ingetrokken",
}
TOETSEN = {
    "j": "volgende",
    "k": "vorige",
    "v": "vrijgeven",
    "a": "achterhouden",
    "b": "bewerken",
    "x": "kiezen",
}
REDENEN = (
    "Er is iemand herkenbaar.",
    "De tekst gaat over personen, niet over de plek.",
    "De foto laat het probleem niet zien.",
    "Niet geschikt om te tonen.",
)


@require_safe
@requires("buurt.release")
def lijst(request: ActorRequest) -> HttpResponse:
    """What waits, or what was decided."""
    stand = request.GET.get("stand", "open")
    stand = stand if stand in STANDEN else "open"
    page = page_of(request, select_vrijgaven(request.actor, stand), size=SIZE)
    context = {
        "stand": stand,
        "page": page,
        "kaartjes": kaartjes_of(page.rows, request.actor),
        "tabs": [{"label": label, "href": f"?stand={code}", "active": code == stand} for code, label in LABELS.items()],
        "redenen": REDENEN,
        "toetsen": [{"key": key, "does": does} for key, does in TOETSEN.items()],
    }
    return render(request, "buurt/vrijgeven.html", context)


@requires("buurt.release")
def een(request: ActorRequest, vrijgave_id: UUID) -> HttpResponse:
    """One text or photo, to cover, cut, change, release, hold back or withdraw."""
    kaartje = get_kaartje(vrijgave_id, request.actor)
    fout: DomainError | None = None
    if request.method == "POST" and request.POST.get("daad") != "voorbeeld":
        try:
            messages.success(request, act(kaartje, request))
        except DomainError as error:
            fout = error
        else:
            return redirect("buurt:vrijgeven")
    given = request.POST if request.method == "POST" else None
    context = {
        "kaartje": kaartje,
        "fout": fout,
        "redenen": REDENEN,
        "reden": visible(given.get("reden", ""))[:400] if given else "",
        "tekst": visible(given.get("tekst", "")) if given and "tekst" in given else kaartje.voorstel,
        "vakken": boxes_shown(kaartje, given),
        "raster": grid(given),
        "randen": [{"naam": side, "waarde": given.get(side, "0") if given else "0"} for side in RANDEN],
        "voorbeeld": preview_query(request) if given else "",
    }
    return render(request, "buurt/vrijgeven_een.html", context, status=409 if fout else 200)


def act(kaartje: Kaartje, request: HttpRequest) -> str:
    """Do what the pressed button says; answers the sentence about it."""
    post, pk = request.POST, kaartje.vrijgave.pk
    actor: Actor = request.actor  # type: ignore[attr-defined]
    daad, reden, seen = post.get("daad", ""), visible(post.get("reden", "")), post.get("gezien", "")
    if daad == "achterhouden":
        hold_back(pk, reden=reden, seen=seen, actor=actor)
        return _("Achtergehouden. Dit blijft binnen de gemeente.")
    if daad == "intrekken":
        withdraw(pk, reden=reden, actor=actor)
        return _("Ingetrokken. Niemand buiten de gemeente ziet dit nog.")
    if daad != "vrijgeven":
        raise NotFound
    if kaartje.is_foto:
        release_foto(
            pk, vakken=read_vakken(request), rand=read_rand([post.get(x, "") for x in RANDEN]), seen=seen, actor=actor
        )
        return _("De foto is openbaar.")
    release_tekst(pk, tekst=visible(post.get("tekst", "")), seen=seen, actor=actor)
    return _("De tekst is openbaar.")


@require_POST
@requires("buurt.release")
def kort(request: ActorRequest, vrijgave_id: UUID) -> HttpResponse:
    """The short way of the list: release with all hints covered, or hold back with a reason from the list."""
    kaartje = get_kaartje(vrijgave_id, request.actor)
    seen = request.POST.get("gezien", "")
    try:
        if request.POST.get("daad") == "vrijgeven":
            release_covered(kaartje, seen=seen, actor=request.actor)
            messages.success(request, _("Openbaar gemaakt."))
        else:
            hold_back(kaartje.vrijgave.pk, reden=visible(request.POST.get("reden", "")), seen=seen, actor=request.actor)
            messages.success(request, _("Achtergehouden."))
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("buurt:vrijgeven")


@require_POST
@requires("buurt.release")
def samen(request: ActorRequest) -> HttpResponse:
    """Some at once: first shown as everybody will see them, then released."""
    kaartjes = list_kaartjes(request.POST.getlist("vrijgave")[:MOST_AT_ONCE], request.actor)
    if not kaartjes:
        messages.error(request, _("Kies eerst een of meer regels."))
        return redirect("buurt:vrijgeven")
    if request.POST.get("daad") != "zeker":
        return render(request, "buurt/vrijgeven_samen.html", {"kaartjes": kaartjes})
    done = 0
    for kaartje in kaartjes:
        try:
            release_covered(kaartje, seen="open", actor=request.actor)
            done += 1
        except DomainError as error:
            messages.error(request, f"{kaartje.melding.meldernummer}: {error}")
    if done:
        messages.success(request, _("{n} openbaar gemaakt.").format(n=done))
    return redirect("buurt:vrijgeven")


def release_covered(kaartje: Kaartje, *, seen: str, actor: Actor) -> None:
    """Release with everything covered that was hinted at. A photo that no machine looked at is opened first."""
    if kaartje.wacht_op_kijker or kaartje.vrijgave.kon_niet_kijken:
        raise FotoNotSeenYet
    if kaartje.is_foto:
        release_foto(kaartje.vrijgave.pk, vakken=hinted(kaartje), seen=seen, actor=actor)
    else:
        release_tekst(kaartje.vrijgave.pk, tekst=kaartje.voorstel, seen=seen, actor=actor)


def hinted(kaartje: Kaartje) -> list[Vak]:
    """The boxes that were seen."""
    found = (read_vak([one["x"], one["y"], one["breed"], one["hoog"]]) for one in kaartje.vrijgave.aanwijzingen)
    return [vak for vak in found if vak]


def read_vakken(request: HttpRequest) -> list[Vak]:
    """The boxes that are ticked: those that were seen, and squares of the grid."""
    data = request.POST if request.method == "POST" else request.GET
    found = [read_vak(text) for text in data.getlist("vak")[:100]]
    for text in data.getlist("ruit")[: ROWS * COLUMNS]:
        if text.isascii() and text.isdigit() and int(text[:3]) < ROWS * COLUMNS:
            row, column = divmod(int(text), COLUMNS)
            found.append(Vak(column / COLUMNS, row / ROWS, 1 / COLUMNS, 1 / ROWS))
    return [vak for vak in found if vak]


def boxes_shown(kaartje: Kaartje, given: Any) -> list[dict[str, Any]]:
    """The hinted boxes with whether they are ticked; at first all of them are."""
    ticked = given.getlist("vak") if given else None
    shown = []
    for number, vak in enumerate(hinted(kaartje), start=1):
        text = f"{vak.x:.4f},{vak.y:.4f},{vak.breed:.4f},{vak.hoog:.4f}"
        soort = kaartje.vrijgave.aanwijzingen[number - 1]["soort"]
        percent = {"x": vak.x * 100, "y": vak.y * 100, "breed": vak.breed * 100, "hoog": vak.hoog * 100}
        shown.append(
            {"nummer": number, "waarde": text, "soort": soort, "aan": ticked is None or text in ticked, **percent}
        )
    return shown


def grid(given: Any) -> list[dict[str, Any]]:
    """The squares with which one covers what nobody saw, by mouse, finger or keyboard."""
    ticked = set(given.getlist("ruit")) if given else set()
    return [
        {"nummer": number, "rij": number // COLUMNS + 1, "kolom": number % COLUMNS + 1, "aan": str(number) in ticked}
        for number in range(ROWS * COLUMNS)
    ]


def preview_query(request: HttpRequest) -> str:
    """The address of the picture as it would become."""
    query = request.POST.copy()
    for name in [name for name in query if name not in ("vak", "ruit", *RANDEN)]:
        del query[name]
    return query.urlencode() or "kaal=1"


@require_safe
@requires("buurt.release")
def beeld(request: ActorRequest, vrijgave_id: UUID) -> HttpResponseBase:
    """The original for who decides; with boxes in the address, the picture as it would become."""
    vrijgave = get_kaartje(vrijgave_id, request.actor).vrijgave
    try:
        file = storage.open_stored(vrijgave.bron)
    except storage.NotStored as error:
        raise FotoGone from error
    response: HttpResponseBase
    if request.GET.get("afgedekt") == "alles":
        with file:
            response = HttpResponse(cover(file.read(), hinted(get_kaartje(vrijgave_id, request.actor))).klein)
    elif request.GET:
        with file:
            made = cover(file.read(), read_vakken(request), read_rand([request.GET.get(x, "") for x in RANDEN]))
        response = HttpResponse(made.data)
    else:
        response = FileResponse(file)
    response.headers["Content-Type"] = "image/jpeg"
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
