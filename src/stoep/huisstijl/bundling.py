"""Style sheets joined from the packages in node_modules and our own, with only the rules that are used.

No file of a third party is committed: the bundle is written into the data folder when static files are asked
for, and again when one of its parts has changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

from stoep.huisstijl.css import keep_used, shrink, used_class_names

HERE = Path(__file__).resolve().parent
COMPONENTS = HERE / "templates" / "huisstijl" / "components"
OWN = HERE / "stijl"

UTRECHT = (
    "button",
    "alert",
    "breadcrumb-nav",
    "custom-checkbox",
    "form-field",
    "form-field-description",
    "form-field-error-message",
    "form-label",
    "radio-button",
    "select",
    "status-badge",
    "table",
    "textarea",
    "textbox",
)
CANDIDATE = ("heading", "link", "number-badge", "paragraph", "skip-link")
BUNDLES = {"huisstijl/site.css": "site.css", "huisstijl/werkplek.css": "werkplek.css"}


def vendor_files() -> list[Path]:
    """The style sheets of NL Design System that we use."""
    modules: Path = settings.NODE_MODULES
    utrecht = [modules / "@utrecht" / f"{name}-css" / "dist" / "index.css" for name in UTRECHT]
    candidate = [modules / "@nl-design-system-candidate" / f"{name}-css" / "dist" / f"{name}.css" for name in CANDIDATE]
    return utrecht + candidate


def own_files(layout: str) -> list[Path]:
    """Our own style sheets for a layout, in the order in which they count."""
    first = [OWN / "tokens.css", OWN / "nlds.css", OWN / "fonts.css", OWN / "base.css"]
    return [*first, *sorted(COMPONENTS.glob("*/*.css")), OWN / layout, OWN / "gallery.css", OWN / "print.css"]


def markup_files() -> Iterator[Path]:
    """Where the class names of NL Design System that we use can stand."""
    for pattern in ("*/templates/**/*.html", "*/static/**/*.js", "huisstijl/*.py", "*/web/*.py"):
        yield from HERE.parent.glob(pattern)


def build(layout: str) -> str:
    """The text of a bundle: the packages in a layer of their own, so that our rules always win."""
    used = used_class_names(path.read_text(encoding="utf-8") for path in markup_files())
    vendor = "\n".join(keep_used(path.read_text(encoding="utf-8"), used) for path in vendor_files())
    own = "\n".join(path.read_text(encoding="utf-8") for path in own_files(layout))
    return shrink(f"@layer reset,nlds;@layer nlds{{{vendor}}}\n{own}")


def newest(paths: Iterable[Path]) -> float:
    """When the last of these files changed."""
    return max(path.stat().st_mtime for path in paths)


def write_bundle(layout: str, target: Path) -> None:
    """Write a bundle, unless what is there is newer than all its parts."""
    parts = [*vendor_files(), *own_files(layout), *markup_files(), Path(__file__)]
    if target.is_file() and target.stat().st_mtime >= newest(parts):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_suffix(".new")
    fresh.write_text(build(layout), encoding="utf-8")
    fresh.replace(target)


class BundleFinder(BaseFinder):
    """Lets Django find the joined style sheets, in development as in collectstatic."""

    def __init__(self, *_args: object, **_kwargs: object) -> None:
        self.storage = FileSystemStorage(location=settings.DATA / "huisstijl-bundles")

    def check(self, **_kwargs: Any) -> list[Any]:
        """Nothing to check: the packages are asked for when a bundle is built."""
        return []

    def path_of(self, name: str) -> Path:
        """The file of a bundle, built when needed."""
        target = Path(self.storage.path(name))
        write_bundle(BUNDLES[name], target)
        return target

    def find(self, path: str, find_all: bool = False) -> Any:
        """The file behind a static path, when it is one of ours."""
        if path not in BUNDLES:
            return []
        found = str(self.path_of(path))
        return [found] if find_all else found

    def list(self, ignore_patterns: Iterable[str] | None = None) -> Iterator[tuple[str, FileSystemStorage]]:  # noqa: ARG002 - Django passes patterns for files; a bundle is no file of anybody
        """Every bundle, for collectstatic."""
        for name in BUNDLES:
            self.path_of(name)
            yield name, self.storage
