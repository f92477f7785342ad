"""Under which user the server runs: PostgreSQL refuses root, so root lends it another one."""

from __future__ import annotations

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stoep.cli.postgres.errors import DatabaseRefused

CANDIDATES = ("stoep", "postgres", "nobody")


@dataclass(frozen=True)
class Account:
    """The user and group of the server's processes."""

    uid: int
    gid: int

    @property
    def is_other(self) -> bool:
        """True when it is not the user we run as."""
        return self.uid != os.geteuid()

    def popen(self) -> dict[str, Any]:
        """The keyword arguments that make subprocess run as this user."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if self.is_other else {}

    def may_enter(self, folder: Path) -> bool:
        """True when this user can walk into the folder, every parent included."""
        return self._test("-x", folder)

    def may_write(self, folder: Path) -> bool:
        """True when this user can make files in the folder."""
        return self._test("-w", folder) and self._test("-x", folder)

    def _test(self, flag: str, path: Path) -> bool:
        if not self.is_other:
            return os.access(path, os.X_OK if flag == "-x" else os.W_OK)
        answer = subprocess.run(
            ["test", flag, str(path)], user=self.uid, group=self.gid, extra_groups=[], cwd="/", check=False
        )
        return answer.returncode == 0

    def own(self, path: Path) -> None:
        """Give the path itself to this user; what lies in it stays as it is."""
        if self.is_other:
            os.chown(path, self.uid, self.gid)


def account_for(data: Path) -> Account:
    """The user for a data folder: its owner, else ourselves, else (as root) one that is not root."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    if data.exists() and data.stat().st_uid != 0:
        return Account(data.stat().st_uid, data.stat().st_gid)
    for name in CANDIDATES:
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(found.pw_uid, found.pw_gid)
    raise DatabaseRefused("PostgreSQL draait niet als root. Maak een gebruiker: useradd --system stoep")
