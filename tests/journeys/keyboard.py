"""Going through a page with the keyboard alone."""

from __future__ import annotations

from tests.journeys.people import Person

FOCUSED = """() => {
  const one = document.activeElement;
  const label = one.getAttribute('aria-label') || [...(one.labels ?? [])].map((l) => l.innerText).join(' ');
  return `${label} ${one.innerText ?? ''} ${one.value ?? ''}`;
}"""
SHOWS_FOCUS = """() => {
  const one = document.activeElement;
  const style = getComputedStyle(one);
  return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
}"""


def focused(person: Person) -> str:
    """How the part that has the focus is called."""
    return str(person.page.evaluate(FOCUSED))


def tabs_to(person: Person, name: str, *, most: int = 60) -> None:
    """Press Tab until the part with this name has the focus, and see that it shows."""
    passed = []
    for _ in range(most):
        person.page.keyboard.press("Tab")
        passed.append(focused(person).strip()[:60])
        if name in passed[-1]:
            assert person.page.evaluate(SHOWS_FOCUS), f"no visible focus at {name}"
            return
    raise AssertionError(f"{name} cannot be reached by Tab; passed {passed}")
