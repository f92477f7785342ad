"""`django-admin import_kaartlaag lantaarnpalen.geojson --code lantaarnpalen …`: read a layer of the map from a file."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from stoep.foundation.errors import DomainError
from stoep.gebieden.commands import import_kaartlaag
from stoep.gebieden.kaartlagen import get_kaartlaag
from stoep.toegang.actors import SYSTEM


class Command(BaseCommand):
    """Reads the file as the page Kaartlagen does: all objects, or none."""

    help = "Leest een kaartlaag in uit een GeoJSON-bestand. Bestaat de code al, dan vervangt het bestand de objecten."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file and the names; a layer that exists keeps its names."""
        parser.add_argument("bestand", type=Path)
        parser.add_argument("--code", required=True, help="bijvoorbeeld lantaarnpalen")
        parser.add_argument("--naam", default="", help="bijvoorbeeld Lantaarnpalen")
        parser.add_argument("--enkelvoud", default="", help="bijvoorbeeld lantaarnpaal")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Read, and say how many."""
        known = get_kaartlaag(options["code"])
        naam = options["naam"] or (known.naam if known else options["code"].capitalize())
        enkelvoud = options["enkelvoud"] or (known.enkelvoud if known else "")
        if not enkelvoud:
            raise CommandError("Geef met --enkelvoud hoe één object heet, bijvoorbeeld lantaarnpaal.")
        try:
            geojson = json.loads(options["bestand"].read_bytes())
            number = import_kaartlaag(geojson, code=options["code"], naam=naam, enkelvoud=enkelvoud, actor=SYSTEM)
        except (OSError, ValueError, RecursionError) as error:
            raise CommandError(f"Dit bestand is niet te lezen: {error}") from error
        except DomainError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{number} objecten ingelezen in {naam}.")
