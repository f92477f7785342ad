"""Train what recognises categories anew: on our sentences, the words of the categories, and corrections."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max

from stoep.foundation import audit, clock
from stoep.foundation.ref import Ref
from stoep.meldingen.models import Categorie, Correctie, Herkenner
from stoep.meldingen.queries.herkenning import load_model, successors
from stoep.meldingen.rules.herkenner import Kruisproef, Model, Voorbeeld, pack, train
from stoep.meldingen.rules.voorbeelden import Soort, examples_of
from stoep.toegang.actors import Actor

MOST_CORRECTIONS = 1500
KEPT_VERSIONS = 10
WORSE = 0.02


def train_herkenner(*, actor: Actor) -> Herkenner | None:
    """Train and take the result into use; None when nothing changed since the last time or there is too little.

    A version that does clearly worse than the one in use, on the same categories, is kept but not used.
    The thinking is done outside the transaction: it takes seconds.
    """
    actor.require("meldingen.manage")
    sorts = [Soort(one.slug, one.naam, one.uitleg, tuple(one.zoekwoorden)) for one in Categorie.objects.to_choose()]
    corrections = read_correcties()
    examples = examples_of(sorts, corrections)
    leerstof = fingerprint(examples)
    current = Herkenner.objects.filter(in_gebruik=True).first()
    if current is not None and current.leerstof == leerstof:
        return None
    try:
        model, proof = train(examples)
    except ValueError:
        return None
    return store(model, proof, examples=examples, corrections=corrections, leerstof=leerstof, actor=actor)


def read_correcties() -> list[tuple[str, Sequence[str]]]:
    """The newest corrections, each under the category that stands for it today."""
    follows = successors()
    rows = Correctie.objects.order_by("-gemaakt_op").values_list("naar__slug", "woorden")[:MOST_CORRECTIONS]
    return [(follows.get(slug, slug), words) for slug, words in rows]


def fingerprint(examples: Sequence[Voorbeeld]) -> str:
    """The same examples give the same number."""
    total = hashlib.sha256()
    for one in sorted(f"{example.categorie}|{example.gewicht}|{example.tekst}" for example in examples):
        total.update(one.encode())
    return total.hexdigest()


@transaction.atomic
def store(
    model: Model,
    proof: Kruisproef,
    *,
    examples: Sequence[Voorbeeld],
    corrections: Sequence[tuple[str, Sequence[str]]],
    leerstof: str,
    actor: Actor,
) -> Herkenner:
    """Store a version, and use it unless it is clearly worse."""
    current = Herkenner.objects.select_for_update().filter(in_gebruik=True).first()
    before = load_model(current.pk) if current else None
    comparable = before is not None and set(before.categorieen) == set(model.categorieen)
    used = not (comparable and current is not None and proof.juist < current.juist - WORSE)
    if used and current is not None:
        Herkenner.objects.filter(pk=current.pk).update(in_gebruik=False)
    weights = pack(model)
    versie = (Herkenner.objects.aggregate(last=Max("versie"))["last"] or 0) + 1
    row: Herkenner = Herkenner.objects.create(
        versie=versie,
        in_gebruik=used,
        gewichten=weights,
        sha256=hashlib.sha256(weights).hexdigest(),
        leerstof=leerstof,
        getraind_op=clock.now(),
        categorieen=len(model.categorieen),
        voorbeelden=len(examples),
        correcties=len(corrections),
        juist=proof.juist,
        juist_in_drie=proof.juist_in_drie,
        juist_ervoor=current.juist if current else None,
        per_categorie={slug: list(counts) for slug, counts in proof.per_categorie.items()},
    )
    old = Herkenner.objects.filter(in_gebruik=False).order_by("-versie").values_list("pk", flat=True)[KEPT_VERSIONS:]
    Herkenner.objects.filter(pk__in=list(old)).delete()
    audit.record(actor, "meldingen.train_herkenner", subject=Ref("herkenner", str(versie)))
    return row
