"""Across domains a foreign key points downward, has no way back, and protects what it points at."""

from __future__ import annotations

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

from django.apps import apps
from django.db import models
from tests.architecture.house import height_of, refuse


def domain_of(model: Any) -> str:
    """The domain of a model; empty when it is not ours."""
    parts = model.__module__.split(".")
    return parts[1] if parts[0] == "stoep" else ""


def find_wrong_keys(all_models: Iterable[Any]) -> list[str]:
    """Every foreign key across domains that breaks a rule."""
    found = []
    for model in all_models:
        domain = domain_of(model)
        if not domain:
            continue
        for field in model._meta.local_fields:
            target = field.remote_field.model if field.remote_field else None
            other = domain_of(target) if target is not None and not isinstance(target, str) else ""
            if not other or other == domain:
                continue
            name = f"{model.__module__}:{model.__name__}.{field.name}"
            if height_of(other) >= height_of(domain):
                found.append(f"{name} points up or sideways at {other}: use a typed value (Ref)")
            if not field.remote_field.related_name or not field.remote_field.related_name.endswith("+"):
                found.append(f"{name} needs related_name='+'")
            if field.remote_field.on_delete is not models.PROTECT:
                found.append(f"{name} needs on_delete=PROTECT")
    return found


def test_foreign_keys_point_down_without_a_way_back():
    refuse(find_wrong_keys(apps.get_models()))


def key(target: Any, related_name: str = "+", on_delete: Any = models.PROTECT) -> Any:
    remote = SimpleNamespace(model=target, related_name=related_name, on_delete=on_delete)
    return SimpleNamespace(name="anders", remote_field=remote)


def model_of(domain: str, *fields: Any) -> Any:
    made = type("Sample", (), {"__module__": f"stoep.{domain}.models"})
    made._meta = SimpleNamespace(local_fields=fields)
    return made


def test_a_key_that_points_up_sideways_back_or_cascades_is_caught():
    zaak, document, artikel = model_of("zaken"), model_of("documenten"), model_of("kennisbank")

    assert not find_wrong_keys([model_of("zaken", key(document))])
    assert find_wrong_keys([model_of("documenten", key(zaak))])
    assert find_wrong_keys([model_of("documenten", key(artikel))])
    assert find_wrong_keys([model_of("zaken", key(document, related_name="zaken"))])
    assert find_wrong_keys([model_of("zaken", key(document, on_delete=models.CASCADE))])


def test_inside_a_domain_keys_are_free():
    assert not find_wrong_keys([model_of("zaken", key(model_of("zaken"), related_name="x", on_delete=models.CASCADE))])
