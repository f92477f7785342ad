"""`stoep zaaktype import`: take over the case types of another installation, with a report."""

from __future__ import annotations

from pathlib import Path

from stoep.cli.access import django
from stoep.cli.errors import CommandRefused
from stoep.config.environment import Environment


def import_case_types(environment: Environment, file: Path, *, domein: str, rehearse: bool) -> None:
    """Read an export and take it over into a catalogus; every item gets a line."""
    with django(environment):
        from stoep.api.zgw.catalogi.overnemen import read_export, take_over
        from stoep.catalogi.models import Catalogus
        from stoep.foundation.errors import DomainError
        from stoep.toegang.actors import SYSTEM

        catalogi = list(Catalogus.objects.filter(domein=domein) if domein else Catalogus.objects.all())
        if len(catalogi) != 1:
            known = ", ".join(sorted(Catalogus.objects.values_list("domein", flat=True))) or "nog geen"
            raise CommandRefused(f"Zeg met --catalogus in welke catalogus: {known}. Er is niets overgenomen.")
        try:
            report = take_over(read_export(file), catalogus=catalogi[0], actor=SYSTEM, rehearse=rehearse)
        except DomainError as error:
            raise CommandRefused(f"{error} Er is niets overgenomen.") from error
    for line in report.lines:
        print(f"{line.outcome:12} {line.soort:30} {line.naam}" + (f": {line.uitleg}" if line.uitleg else ""))
    counts = ", ".join(f"{number} {outcome}" for outcome, number in report.counts().items())
    print(f"Samen: {counts}." + (" Dit was een proef: er is niets opgeslagen." if rehearse else ""))
    if not rehearse:
        print("Alles is concept. Kijk het na en publiceer het daarna.")
