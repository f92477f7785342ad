"""`django-admin install_meldingen`: put in, or bring up to date, what reports need."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from stoep.catalogi.models import Zaaktype
from stoep.meldingen.commands import import_categorieen, install_teksten, install_zaaktype
from stoep.meldingen.models import ZAAKTYPE, Categorie
from stoep.toegang.actors import SYSTEM


class Command(BaseCommand):
    """Installs the zaaktype (its next version when Stoep brings one), missing texts, and categories when there are none."""

    help = "Installeer het zaaktype, de categorieën en de teksten van meldingen, of werk ze bij."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One choice: only bring up to date what is there."""
        parser.add_argument("--alleen-bijwerken", action="store_true", help="Doe niets als er nog niets is.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Install, and say what is there now."""
        is_new = not Zaaktype.objects.filter(identificatie=ZAAKTYPE).exists()
        if is_new and options["alleen_bijwerken"]:
            return
        zaaktype = install_zaaktype(actor=SYSTEM)
        if Categorie.objects.exists():
            texts = install_teksten(actor=SYSTEM)
            self.stdout.write(f"Zaaktype geldig vanaf {zaaktype.begin_geldigheid:%d-%m-%Y}; {texts} nieuwe teksten.")
        else:
            number = import_categorieen(actor=SYSTEM)
            self.stdout.write(f"Zaaktype geldig vanaf {zaaktype.begin_geldigheid:%d-%m-%Y}; {number} onderwerpen.")
