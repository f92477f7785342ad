"""Where the embedded database keeps its things.

    <home>/data        PostgreSQL's own folder, of the server's user
    <home>/socket      the private folder of its socket (or a link to a shorter one)
    <home>/password…   passwords of the application and of the administrator, readable by us only
    <home>/server.log, <home>/lock

Home is `<data folder>/database`. As root below a folder that the server's user cannot enter, such as
/root, it is a link to a folder in /var/lib/stoep: no permission of a parent folder is ever changed.
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from stoep.cli.postgres.account import Account, account_for
from stoep.cli.postgres.errors import DiskFull, NotWritable, explain

ELSEWHERE = Path("/var/lib/stoep")
LONGEST_SOCKET = 107 - len("/.s.PGSQL.5432")
SMALLEST_FREE = 100 * 1024 * 1024


@dataclass(frozen=True)
class Places:
    """The paths of one embedded database and the user that owns the server's part."""

    root: Path
    home: Path
    account: Account

    @property
    def data(self) -> Path:
        """PostgreSQL's own folder."""
        return self.home / "data"

    @property
    def log(self) -> Path:
        """What the server prints."""
        return self.home / "server.log"

    @property
    def socket(self) -> Path:
        """The folder of the server's socket, as short as it must be."""
        return (self.home / "socket").resolve()

    def password(self, role: str) -> str:
        """The password of a role of ours; made when there is none."""
        file = self.home / f"password-{role}"
        if not file.exists():
            fresh = file.with_suffix(".new")
            fresh.unlink(missing_ok=True)
            with os.fdopen(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as opened:
                opened.write(secrets.token_urlsafe(32))
            fresh.rename(file)
        return file.read_text().strip()

    def prepare_socket(self) -> None:
        """Make the socket's folder: private, and short enough for the system's limit of 107 bytes."""
        here = self.home / "socket"
        if len(os.fsencode(here)) <= LONGEST_SOCKET:
            if here.is_symlink():
                here.unlink()
            here.mkdir(mode=0o700, exist_ok=True)
        elif not (here.is_symlink() and here.is_dir() and here.stat().st_uid == self.account.uid):
            short = tempfile.mkdtemp(prefix="stoep-", dir="/tmp")
            here.unlink(missing_ok=True)
            here.symlink_to(short)
        self.account.own(here.resolve())

    def check_room(self) -> None:
        """Refuse a folder that cannot be written or has no room left."""
        if shutil.disk_usage(self.home).free < SMALLEST_FREE:
            raise DiskFull(
                f"De schijf van {self.home} is bijna vol (minder dan 100 MB vrij). "
                "Maak ruimte vrij en start Stoep opnieuw."
            )


def places_at(root: Path) -> Places:
    """The places of a data folder; makes what is missing."""
    link = root / "database"
    try:
        if not root.exists():
            root.mkdir(parents=True)
            root.chmod(0o711 if os.geteuid() == 0 else 0o700)  # the server's user must pass through
        account = account_for(link / "data")
        if not link.exists():
            link.unlink(missing_ok=True)
            if account.may_enter(root):
                link.mkdir(mode=0o711)
                link.chmod(0o711)
            else:
                _make_elsewhere(link)
        home = link.resolve()
        with tempfile.TemporaryFile(dir=home):
            pass
    except OSError as error:
        raise refused_to_write(error, root) from error
    return Places(root, home, account)


def _make_elsewhere(link: Path) -> None:
    if not ELSEWHERE.exists():
        ELSEWHERE.mkdir(parents=True)
        ELSEWHERE.chmod(0o711)
    home = ELSEWHERE / secrets.token_hex(4)
    home.mkdir(mode=0o711)
    home.chmod(0o711)
    link.symlink_to(home)


def refused_to_write(error: OSError, folder: Path) -> Exception:
    """The clear refusal for a folder that cannot be written."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EROFS}:
        return explain(os.strerror(error.errno), folder)
    return NotWritable(
        f"In {folder} kan niet worden geschreven ({error.strerror}). "
        "Herstel de rechten van deze map, of kies een andere map met STOEP_DATA_DIR."
    )
