"""What a person does in a browser, with a look at every screen: accessible, nothing off the side, no errors."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, expect
from tests.journeys.house import ROOT, House

WIDTHS = (320, 1280)
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
AXE_OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
VARYING = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|[A-Za-z0-9_:-]{30,}|\d+")
PATIENCE = 15_000
NEXT_FRAME = "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
seen_before: set[tuple[int, str]] = set()


@cache
def axe_source() -> str:
    return AXE.read_text(encoding="utf-8")


class Person:
    """Somebody with a browser window; counts taps and screens as a person would."""

    def __init__(self, browser: Browser, house: House, **window: Any) -> None:
        self.house = house
        self.context = browser.new_context(base_url=house.address, locale="nl-NL", **window)
        self.context.set_default_timeout(PATIENCE)
        self.complaints: list[str] = []
        self.expected: list[str] = []
        self.taps = 0
        self.screens = 0
        self.page: Page = self.context.new_page()
        self.page.on("console", self.hear)
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.page.url}: {error}"))

    def hear(self, message: ConsoleMessage) -> None:
        text = message.text
        if message.type == "error" and not any(known in text for known in self.expected):
            self.complaints.append(f"{self.page.url}: {text} ({message.location.get('url', '')})")

    def leave(self) -> None:
        self.context.close()

    # --- doing --------------------------------------------------------------------------------

    def goes_to(self, path: str) -> None:
        self.page.goto(path)

    def taps_on(self, what: Locator, **more: Any) -> None:
        self.taps += 1
        what.click(**more)

    def presses(self, name: str) -> None:
        self.taps_on(self.page.get_by_role("button", name=name, exact=False).first)

    def follows(self, name: str) -> None:
        self.taps_on(self.page.get_by_role("link", name=name, exact=False).first)

    def writes(self, label: str, text: str) -> None:
        field = self.page.get_by_label(label, exact=False).first
        self.taps_on(field)
        field.fill(text)

    # --- seeing -------------------------------------------------------------------------------

    def sees_screen(self, title: str) -> None:
        """Wait for a screen by its heading, and look whether it is good at both widths."""
        expect(self.page.get_by_role("heading", level=1, name=title)).to_be_visible(timeout=PATIENCE)
        self.screens += 1
        self.looks_around()

    def sees(self, text: str) -> None:
        expect(self.page.get_by_text(text, exact=False).first).to_be_visible(timeout=PATIENCE)

    def looks_around(self) -> None:
        """Zero violations of axe, and no sideways scrolling, at 320 and 1280 pixels."""
        before = self.page.viewport_size
        shape = VARYING.sub("#", self.page.evaluate("document.documentElement.outerHTML"))
        for width in WIDTHS:
            if (width, shape) in seen_before:
                continue
            seen_before.add((width, shape))
            self.page.set_viewport_size({"width": width, "height": 800})
            self.page.evaluate(NEXT_FRAME)
            assert self.sideways() <= 0, f"{self.page.url} scrolls sideways at {width}: {self.widest()}"
            assert not (found := self.violations()), f"{self.page.url} at {width}:\n{found}"
        if before:
            self.page.set_viewport_size(before)

    def sideways(self) -> int:
        """By how many pixels the page is wider than the window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))

    def widest(self) -> str:
        """What sticks out, for the message of a failing test."""
        return str(
            self.page.evaluate(
                """() => [...document.querySelectorAll('body *')]
                .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                .slice(-3).map((one) => one.outerHTML.slice(0, 200)).join('\\n')"""
            )
        )

    def violations(self) -> str:
        """What axe finds, readable. The script comes in through the debugger, so the page's policy stands."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(axe_source())
        found = self.page.evaluate(f"axe.run(document, {json.dumps(AXE_OPTIONS)}).then((result) => result.violations)")
        return "\n".join(
            f"{one['id']} ({one['impact']}): {one['help']}\n"
            + "\n".join(f"   {node['html'][:220]}\n     {node['failureSummary'][:300]}" for node in one["nodes"][:4])
            for one in found
        )
