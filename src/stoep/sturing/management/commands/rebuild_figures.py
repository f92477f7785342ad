"""`django-admin rebuild_figures`: count everything anew."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from stoep.sturing.commands import rebuild_figures


class Command(BaseCommand):
    """Counts every report anew, after a restore or a change of what is counted."""

    help = "Tel alle cijfers opnieuw uit de meldingen."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Count and say how many."""
        self.stdout.write(f"{rebuild_figures()} meldingen opnieuw geteld.")
