"""What keeps the figures."""

from stoep.sturing.commands.count_meldingen import count_meldingen
from stoep.sturing.commands.rebuild_figures import rebuild_figures

__all__ = ["count_meldingen", "rebuild_figures"]
