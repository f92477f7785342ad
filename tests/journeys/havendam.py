"""Build Havendam in the database of DATABASE_URL: `python -m tests.journeys.havendam`."""

from __future__ import annotations

import django


def main() -> None:
    django.setup()
    from stoep.demo.building import ensure_demo

    ensure_demo()


if __name__ == "__main__":
    main()
