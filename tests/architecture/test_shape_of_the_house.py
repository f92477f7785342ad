"""READMEs, sizes, names, and what may not lie about."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.architecture.exceptions import SIZES
from tests.architecture.house import ROOT, SOURCE, Module, has_code, layers, refuse, sample, text_of, tracked_files

LONGEST_FILE = 400
LONGEST_FUNCTION = 50
SIZED = (".py", ".html", ".css", ".js", ".sh")
SHORTEST_README = 8
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "service", "services"}
LATER = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK")) + r")\b")
MACHINE = re.compile(
    r"(?<![\w.])/(" + "|".join(("wo" + "rk/(main|wt|shared)", "home/[a-z]+/", "Us" + "ers/[A-Za-z]+/", "ro" + "ot/")) + ")"
    r"|/tm" + r"p/con" + r"tract"
    r"|https?://[^\s\"'`)]*(" + "|".join(("files\\.pythonhosted", "arti" + "factory", "nex" + "us\\.", "registry\\.npm" + "js")) + ")"
    r"|--(extra-)?index-" + r"url|index-" + r"url\s*="
)  # fmt: skip


def find_missing_readmes() -> list[str]:
    """Every domain with code, and every adapter, without a README that says something."""
    folders = [SOURCE / name for row in layers() for name in row if name not in {"cli", "config"} and has_code(name)]
    koppelingen = SOURCE / "koppelingen"
    adapters = {"tests", "migrations", "web", "templates", "static", "__pycache__"}
    folders += [
        path for path in koppelingen.iterdir() if path.is_dir() and path.name not in adapters and any(path.glob("*.py"))
    ]
    return [f"{folder.relative_to(ROOT)}: no README.md, or an empty one" for folder in folders if is_silent(folder)]


def is_silent(folder: Path) -> bool:
    """Does this folder lack a README of a few lines?"""
    readme = folder / "README.md"
    return not readme.is_file() or len(readme.read_text(encoding="utf-8").splitlines()) < SHORTEST_README


def find_oversized(module: Module) -> list[str]:
    """A file or function that is too long."""
    found = []
    lines = module.source.count("\n")
    if lines > LONGEST_FILE:
        found.append(f"{module.path}: {lines} lines; at most {LONGEST_FILE}")
    if module.path.endswith(".py") and "/migrations/" not in module.path:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > LONGEST_FUNCTION:
                    found.append(f"{module.path}:{node.name} is {length} lines; at most {LONGEST_FUNCTION}")
    return found


def find_empty_names(names: list[str]) -> list[str]:
    """Modules whose name says nothing."""
    return [
        f"{name}: the name says nothing about what is inside"
        for name in names
        if name.startswith("src/") and name.endswith(".py") and EMPTY_NAMES & set(name.removesuffix(".py").split("/"))
    ]


def find_lines(pattern: re.Pattern[str], name: str, text: str, complaint: str) -> list[str]:
    """Every line of a file that a pattern forbids."""
    if not pattern.search(text):
        return []
    return [
        f"{name}:{number} {complaint}" for number, line in enumerate(text.splitlines(), start=1) if pattern.search(line)
    ]


def test_every_domain_has_its_readme():
    refuse(find_missing_readmes())


def test_a_folder_without_readme_is_caught(tmp_path):
    assert is_silent(tmp_path)
    (tmp_path / "README.md").write_text("# Zaken\n")
    assert is_silent(tmp_path)
    (tmp_path / "README.md").write_text("# Zaken\n" * 10)
    assert not is_silent(tmp_path)


def test_no_file_over_400_lines_and_no_function_over_50():
    files = [
        Module(name, text_of(name)) for name in tracked_files() if name.endswith(SIZED) and "/migrations/" not in name
    ]
    refuse([text for module in files for text in find_oversized(module)], SIZES)


def test_a_long_file_and_a_long_function_are_caught():
    assert find_oversized(sample("x = 1\n" * 401))
    assert find_oversized(sample("def f():\n" + "    x = 1\n" * 50))
    assert not find_oversized(sample("def f():\n" + "    x = 1\n" * 49))


def test_no_module_has_an_empty_name():
    refuse(find_empty_names(list(tracked_files())))


def test_an_empty_name_is_caught():
    assert find_empty_names(["src/stoep/zaken/utils.py"])
    assert find_empty_names(["src/stoep/zaken/helpers/dates.py"])
    assert not find_empty_names(["src/stoep/zaken/rules/termijnen.py"])


def test_nothing_is_left_for_later():
    complaint = "says that something is still to be done: do it, or write an issue"
    refuse([text for name in tracked_files() for text in find_lines(LATER, name, text_of(name), complaint)])


def test_a_note_for_later_is_caught():
    assert LATER.search("# TO" + "DO: doe dit")
    assert not LATER.search("# alles is gedaan")


def test_no_tracked_file_names_a_machine_or_a_package_host():
    complaint = "names a path or package host of one machine"
    names = [name for name in tracked_files() if name != "package-lock.json"]
    refuse([text for name in names for text in find_lines(MACHINE, name, text_of(name), complaint)])


def test_a_machine_path_is_caught():
    assert MACHINE.search("cd /wo" + "rk/main")
    assert MACHINE.search("https://files.python" + "hosted.org/packages/x.whl")
    assert MACHINE.search("pip install --index-" + "url x")
    assert not MACHINE.search("/werkplek/zaken/")
