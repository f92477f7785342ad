"""How the launcher says no: one Dutch sentence that says what is wrong and what to do next."""

from __future__ import annotations


class DatabaseRefused(Exception):
    """The database cannot be started, stopped, saved or restored as asked."""


class NoBinaries(DatabaseRefused):
    """There is no PostgreSQL to start."""


class AlreadyRunning(DatabaseRefused):
    """Another process holds this data folder."""


class OtherVersion(DatabaseRefused):
    """The data folder was made by another major version of PostgreSQL."""


class DiskFull(DatabaseRefused):
    """There is no room left to write."""


class NotWritable(DatabaseRefused):
    """The data folder cannot be written: read-only, or owned by somebody else."""


class StartFailed(DatabaseRefused):
    """PostgreSQL stopped while starting, for a reason that its log tells."""


def explain(output: str, folder: object) -> DatabaseRefused:
    """Turn what PostgreSQL's programs printed into the refusal that helps a person."""
    if "No space left on device" in output or "Disk quota exceeded" in output:
        return DiskFull(f"De schijf van {folder} is vol. Maak ruimte vrij en start Stoep opnieuw.")
    if "Read-only file system" in output:
        return NotWritable(
            f"In {folder} kan niet worden geschreven: het bestandssysteem is alleen-lezen. "
            "Maak het schrijfbaar, of kies een andere map met STOEP_DATA_DIR."
        )
    if "Permission denied" in output:
        return NotWritable(
            f"De gebruiker van de database mag niet overal bij in {folder}. "
            "Herstel de eigenaar van deze map, of kies een andere map met STOEP_DATA_DIR."
        )
    if "recovery ended before configured recovery target was reached" in output:
        return DatabaseRefused(
            "De back-up bevat geen wijzigingen tot dat moment. Kies een eerder moment, of laat --to weg voor het laatste."
        )
    last = "\n".join(output.strip().splitlines()[-12:])
    return StartFailed(f"PostgreSQL is niet gestart. Dit waren de laatste regels:\n{last}")
