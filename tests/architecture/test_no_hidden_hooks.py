"""Nothing happens behind the reader's back: no save() overrides, no signals, no settings read on the way."""

from __future__ import annotations

import ast

from tests.architecture.exceptions import ENVIRONMENT, HOOKS, MARKED_SAFE
from tests.architecture.house import Module, imports_of, name_of, product_modules, refuse, sample

HIDDEN_METHODS = {"save", "asave", "delete", "adelete", "refresh_from_db", "__setattr__"}
SIGNALS = (
    "django.db.models.signals",
    "django.dispatch",
    "django.core.signals",
    "django.contrib.auth.signals",
    "wagtail.signals",
)
PURE_FOR_RULES = ("stoep.foundation.clock", "stoep.foundation.outbox", "stoep.foundation.audit", "stoep.foundation.rows", "os", "random", "secrets", "requests", "httpx", "urllib.request", "psycopg")  # fmt: skip
IMPURE_ROOMS = {"models", "queries", "commands", "web", "handlers", "tasks"}


def find_hooks(module: Module) -> list[str]:
    """Every save() override and every use of a signal."""
    found = [
        f"{module.path}:{line} uses signals: publish an event"
        for origin, name, line in imports_of(module.tree)
        if any(f"{origin}.{name}".rstrip(".").startswith(signals) for signals in SIGNALS)
    ]
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef) and module.rooms[:1] in {("models",), ("foundation",)}:
            found += [
                f"{module.path}:{node.name}.{part.name} is an override: commands write"
                for part in node.body
                if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) and part.name in HIDDEN_METHODS
            ]
    return found


def find_environment(module: Module) -> list[str]:
    """Every reader of the environment besides config/environment.py."""
    if module.path == "src/stoep/config/environment.py":
        return []
    by_import = [
        f"{module.path}:{line} reads the environment: only config/environment.py does"
        for origin, name, line in imports_of(module.tree)
        if origin == "os" and name in {"environ", "getenv"}
    ]
    return by_import + [
        f"{module.path}:{node.lineno} reads the environment: only config/environment.py does"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and name_of(node) in {"os.environ", "os.getenv"}
    ]


def find_impure_rules(module: Module) -> list[str]:
    """Every import in rules/ of something that knows more than values."""
    if "rules" not in module.rooms:
        return []
    found = []
    for origin, name, line in imports_of(module.tree):
        whole = f"{origin}.{name}".rstrip(".")
        parts = origin.split(".")
        of_a_domain = parts[0] == "stoep" and len(parts) > 2 and parts[2] in IMPURE_ROOMS
        known = any(whole == pure or whole.startswith(pure + ".") for pure in PURE_FOR_RULES)
        if parts[0] in {"django", "wagtail"} or of_a_domain or known:
            found.append(f"{module.path}:{line} imports {whole}: a rule knows nothing and decides everything")
    return found


def find_marked_safe(module: Module) -> list[str]:
    """Every text that is declared safe outside huisstijl."""
    if module.domain == "huisstijl":
        return []
    return [
        f"{module.path}:{line} declares text safe: only huisstijl does, or the output of nh3"
        for _origin, name, line in imports_of(module.tree)
        if name in {"mark_safe", "SafeString", "SafeText"}
    ]


def find_halfway(module: Module) -> list[str]:
    """Every program that runs Python of ours between fork and exec, outside the command line with its one thread."""
    if module.domain == "cli":
        return []
    return [
        f"{module.path}:{node.value.lineno} has a preexec_fn: with threads about, it can stand still for ever"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.keyword) and node.arg == "preexec_fn"
    ]


def test_there_are_no_save_overrides_and_no_signals():
    refuse([text for module in product_modules() for text in find_hooks(module)], HOOKS)


def test_a_save_override_and_a_signal_are_caught():
    models = "src/stoep/zaken/models.py"
    assert find_hooks(sample("class Zaak:\n    def save(self):\n        pass", models))
    assert find_hooks(sample("from django.db.models.signals import post_save"))
    assert find_hooks(sample("from django.dispatch import receiver"))
    assert not find_hooks(sample("class Zaak:\n    def close(self):\n        pass", models))


def test_only_config_environment_reads_the_environment():
    refuse([text for module in product_modules() for text in find_environment(module)], ENVIRONMENT)


def test_a_hidden_setting_is_caught():
    assert find_environment(sample("import os\nx = os.environ['STOEP_X']"))
    assert find_environment(sample("import os\nx = os.getenv('STOEP_X')"))
    assert find_environment(sample("from os import environ"))
    assert not find_environment(sample("import os\nx = os.sep"))


def test_rules_know_nothing():
    refuse([text for module in product_modules() for text in find_impure_rules(module)])


def test_a_rule_that_asks_is_caught():
    rules = "src/stoep/zaken/rules/termijnen.py"
    for line in (
        "from django.db import models",
        "from stoep.zaken.models import Zaak",
        "from stoep.foundation import clock",
        "from stoep.catalogi.queries import zaaktype_in_force",
        "import random",
    ):
        assert find_impure_rules(sample(line, rules)), line
    assert not find_impure_rules(sample("from stoep.foundation.kalender import is_werkdag", rules))
    assert not find_impure_rules(sample("from django.db import models", "src/stoep/zaken/models.py"))


def test_only_huisstijl_declares_text_safe():
    refuse([text for module in product_modules() for text in find_marked_safe(module)], MARKED_SAFE)


def test_text_that_is_declared_safe_is_caught():
    assert find_marked_safe(sample("from django.utils.safestring import mark_safe"))


def test_nothing_runs_between_fork_and_exec():
    refuse([text for module in product_modules() for text in find_halfway(module)])


def test_what_runs_between_fork_and_exec_is_caught():
    call = "import subprocess\nsubprocess.run(['x'], preexec_fn=limit)"
    assert find_halfway(sample(call))
    assert not find_halfway(sample(call, "src/stoep/cli/supervising.py"))
    assert not find_halfway(sample("import subprocess\nsubprocess.run(['x'])"))
