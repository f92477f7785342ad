"""The gallery: every component in each of its states, and whole pages to judge them by."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import Context, Template

from stoep.foundation.web.permissions import public
from stoep.huisstijl.web import examples
from stoep.huisstijl.web.sample_form import SampleForm
from stoep.huisstijl.web.specimens import SAMPLE, SPECIMENS


@public
def show_gallery(request: HttpRequest) -> HttpResponse:
    """Every component in each of its states."""
    parts = [
        {
            "name": specimen.name,
            "wide": specimen.wide,
            "states": [
                {"caption": caption, "source": source, "drawn": Template(source).render(Context(SAMPLE))}
                for caption, source in specimen.states
            ],
        }
        for specimen in SPECIMENS
    ]
    forms = [
        ("Leeg", SampleForm(prefix="leeg")),
        ("Met fouten", SampleForm({"fout-email": "geen adres", "fout-adres": ""}, prefix="fout")),
    ]
    return render(request, "huisstijl/gallery/gallery.html", {"parts": parts, "forms": forms})


@public
def show_example(request: HttpRequest, name: str) -> HttpResponse:
    """One whole page with invented content, to judge the look by."""
    context = examples.EXAMPLES.get(name)
    if context is None:
        raise Http404
    return render(request, f"huisstijl/gallery/{name}.html", context)
