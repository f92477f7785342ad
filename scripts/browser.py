"""Find or install the browser for the browser tests: `python3 scripts/browser.py`.

Prints where it is. As root on Debian without one, Chromium is installed. Otherwise it says, loudly,
what to install, and the browser tests skip.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
NOTICE = """
******************************************************************************
*  LET OP: er is geen browser. De browsertests worden OVERGESLAGEN.          *
*  Installeer er een en draai `make test` opnieuw:                           *
*      sudo apt-get install chromium                                         *
******************************************************************************
"""


def find_browser() -> str | None:
    """The first browser on the path that the tests can drive."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def install_browser() -> None:
    """Install Debian's Chromium; quiet unless it fails."""
    print("Chromium installeren voor de browsertests (eenmalig, ongeveer een minuut) …", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]):
        done = subprocess.run(
            [*command, "-q"], capture_output=True, text=True, check=False, env=environment, stdin=subprocess.DEVNULL
        )
        if done.returncode:
            print("\n".join((done.stdout + done.stderr).splitlines()[-10:]))
            return


def main() -> None:
    """Report the browser; never a failure: the tests without a browser still tell much."""
    if find_browser() is None and os.geteuid() == 0 and shutil.which("apt-get"):
        install_browser()
    found = find_browser()
    print(f"Browser voor de tests: {found}" if found else NOTICE, file=sys.stdout if found else sys.stderr, flush=True)


if __name__ == "__main__":
    main()
