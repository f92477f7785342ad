"""Fill a database with the least that a report needs: `python -m tests.faults.street`."""

from __future__ import annotations

import django


def main() -> None:
    django.setup()
    from stoep.meldingen.testing import make_havendam

    make_havendam()


if __name__ == "__main__":
    main()
