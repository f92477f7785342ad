"""Build Havendam in the database of DATABASE_URL: `python -m tests.journeys.havendam`."""

from __future__ import annotations

import django
from django.contrib.auth.hashers import Argon2PasswordHasher


class QuickHasher(Argon2PasswordHasher):
    """Keeps passwords in the same form with little work: making twenty as they are kept takes half a minute.

    The site itself reads them, and keeps one anew as it should be when somebody signs in.
    """

    time_cost = 1
    memory_cost = 64
    parallelism = 1


def main() -> None:
    django.setup()
    from django.test import override_settings

    from stoep.demo.building import ensure_demo

    with override_settings(PASSWORD_HASHERS=["tests.journeys.havendam.QuickHasher"]):
        ensure_demo()


if __name__ == "__main__":
    main()
