"""The house as the guards see it: its layers, its modules as syntax trees, and its tracked files."""

from __future__ import annotations

import ast
import subprocess
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "stoep"
SUFFIXES = {".py", ".html", ".css", ".js", ".md", ".toml", ".yml", ".yaml", ".txt", ".sql", ".cfg", ".sh", ".json", ""}


@dataclass(frozen=True)
class Module:
    """One Python file: `path` from the root of the repository, `domain` and `rooms` below src/stoep."""

    path: str
    source: str

    @property
    def parts(self) -> tuple[str, ...]:
        below = Path(self.path).parts
        return below[2:] if below[:2] == ("src", "stoep") else ()

    @property
    def domain(self) -> str:
        return self.parts[0] if len(self.parts) > 1 else ""

    @property
    def rooms(self) -> tuple[str, ...]:
        return tuple(part.removesuffix(".py") for part in self.parts[1:])

    @property
    def is_test(self) -> bool:
        return "tests" in Path(self.path).parts

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)


def sample(source: str, path: str = "src/stoep/zaken/web/views.py") -> Module:
    """A module that does not exist, to show that a guard catches it."""
    return Module(path, source)


@cache
def tracked_files() -> tuple[str, ...]:
    """The files of the repository; without git, the files of src and tests."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        names = [name for name in listed.stdout.split("\0") if name]
    else:
        names = [
            str(path.relative_to(ROOT))
            for folder in ("src", "tests", "docs", "scripts", "bench")
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        ]
    return tuple(name for name in names if (ROOT / name).is_file())


@cache
def text_of(name: str) -> str:
    """The text of a tracked file; empty when it is no text."""
    if Path(name).suffix not in SUFFIXES:
        return ""
    try:
        return (ROOT / name).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


@cache
def modules() -> tuple[Module, ...]:
    """Every Python file of src/stoep, migrations aside."""
    return tuple(
        Module(name, text_of(name))
        for name in tracked_files()
        if name.startswith("src/stoep/") and name.endswith(".py") and "/migrations/" not in name
    )


def product_modules() -> tuple[Module, ...]:
    """Every Python file of src/stoep that is not a test."""
    return tuple(module for module in modules() if not module.is_test)


@cache
def layers() -> tuple[tuple[str, ...], ...]:
    """The layers of the house, highest first, as import-linter knows them; siblings share a layer."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    rows = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    return tuple(tuple(name.strip() for name in row.split("|")) for row in rows)


def height_of(domain: str) -> int:
    """How high a domain lies; foundation is 0."""
    rows = layers()
    return next(len(rows) - 1 - number for number, row in enumerate(rows) if domain in row)


def has_code(domain: str) -> bool:
    """Is there more in this folder than the files that Django needs?"""
    needed = {"__init__.py", "apps.py", "urls.py"}
    return any(
        module.domain == domain and Path(module.path).name not in needed and module.source.strip()
        for module in product_modules()
    )


def name_of(node: ast.AST) -> str:
    """`a.b.c` for an attribute chain, through calls; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{name_of(node.value)}.{node.attr}"
    if isinstance(node, ast.Call):
        return name_of(node.func)
    return ""


def imports_of(tree: ast.AST) -> list[tuple[str, str, int]]:
    """(module, name, line) of every import; name is empty for `import x`."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name, "", node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [(node.module, alias.name, node.lineno) for alias in node.names]
    return found


def refuse(complaints: list[str], exceptions: dict[str, str] | None = None) -> None:
    """Fail with every complaint that no exception covers, and with every exception that is no longer needed.

    A complaint begins with `path:` or `path:name`; an exception names that beginning. So the list can only shrink.
    """
    listed = exceptions or {}
    left = [text for text in complaints if not any(text.startswith(beginning) for beginning in listed)]
    stale = [
        f"{beginning}: this exception is no longer needed; remove it"
        for beginning in listed
        if not any(text.startswith(beginning) for text in complaints)
    ]
    reasonless = [f"{beginning}: an exception needs a reason" for beginning, reason in listed.items() if not reason]
    assert not left + stale + reasonless, "\n" + "\n".join(left + stale + reasonless)
