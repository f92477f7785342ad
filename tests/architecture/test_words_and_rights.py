"""Every model stands in the glossary, and every right that code asks for exists."""

from __future__ import annotations

import ast
import re

from django.apps import apps
from tests.architecture.house import ROOT, Module, name_of, product_modules, refuse, sample

from stoep.toegang.rules.rechten import is_known

ASKS = {"require", "may", "requires", "grants_for"}
RIGHT = re.compile(r"[a-z]+\.[a-z_]+")


def find_unexplained(names: list[str], glossary: str) -> list[str]:
    """Every model whose name the glossary does not have."""
    return [f"GLOSSARY.md: {name} is not explained" for name in names if not re.search(rf"\b{name}\b", glossary)]


def find_unknown_rights(module: Module) -> list[str]:
    """Every right in the code that no role can have."""
    found = []
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call) or name_of(node.func).rpartition(".")[2] not in ASKS:
            continue
        for argument in node.args[:1]:
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                right = argument.value
                if RIGHT.fullmatch(right) and not is_known(right):
                    found.append(f"{module.path}:{node.lineno} asks for {right}; toegang/rules/rechten.py lacks it")
    return found


def test_every_model_is_in_the_glossary():
    names = sorted(
        {
            model.__name__
            for model in apps.get_models()
            if model.__module__.startswith("stoep.") and not model._meta.auto_created
        }
    )
    glossary = ROOT / "GLOSSARY.md"
    refuse(find_unexplained(names, glossary.read_text(encoding="utf-8") if glossary.is_file() else ""))


def test_a_word_that_nobody_explained_is_caught():
    assert find_unexplained(["Zaak"], "| Zaaktype | soort zaak |")
    assert not find_unexplained(["Zaak"], "| Zaak | een stuk werk |")


def test_every_right_that_is_asked_for_exists():
    refuse([text for module in product_modules() for text in find_unknown_rights(module)])


def test_a_right_that_does_not_exist_is_caught():
    assert find_unknown_rights(sample("actor.require('zaken.fly', zaak)"))
    assert not find_unknown_rights(sample("actor.require('zaken.close', zaak)"))
