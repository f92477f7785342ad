"""`make bench`: every measurement in turn, each in a process of its own. `python -m bench pages outbox` runs some."""

from __future__ import annotations

import subprocess
import sys
import time

PARTS = ("submissions", "pages", "million", "outbox", "edge", "classify", "zgw")


def main(wanted: list[str]) -> int:
    unknown = [name for name in wanted if name not in PARTS]
    if unknown:
        print(f"unknown: {', '.join(unknown)}; there are: {', '.join(PARTS)}")
        return 2
    failed = []
    for name in wanted or PARTS:
        began = time.perf_counter()
        print(f"== {name}", flush=True)
        if subprocess.run([sys.executable, "-m", f"bench.{name}"], check=False).returncode:
            failed.append(name)
        print(f"   took {time.perf_counter() - began:.0f} s\n", flush=True)
    if failed:
        print(f"failed: {', '.join(failed)}")
    return int(bool(failed))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
