"""`django-admin rebuild_openbaar`: publish everything anew."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from stoep.buurt.commands import rebuild_openbaar


class Command(BaseCommand):
    """Publishes every report anew, after a restore or a change of what is public."""

    help = "Zet alle openbare meldingen opnieuw klaar voor kaart, lijst en open data."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Publish and say how many."""
        self.stdout.write(f"{rebuild_openbaar()} meldingen zijn openbaar.")
